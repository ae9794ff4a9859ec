/** Git: one process a question, arguments as a list and never through a shell. Only `branch.ts` writes. */
import { spawnSync } from 'node:child_process';

/** Git was asked and said no; `message` is Chinese and ends with what Git said. */
export class GitRefused extends Error {}

/** Git answered more than was asked to be borne, and was stopped. */
export class GitOverflow extends GitRefused {}

/** The most that one answer may hold, in bytes: a ledger of 200,000 files stays far below. */
const LIMIT = 2 ** 30;

/**
 * Runs Git in `dir` and returns what it prints. File names come unquoted, messages in English, and nothing of the
 * caller's own Git environment (as inside a hook) gets in. An answer over `limit` bytes is cut off. Throws GitRefused.
 */
export function git(
  dir: string,
  args: readonly string[],
  input: string | Uint8Array = '',
  limit = LIMIT,
): Buffer {
  const run = spawnSync('git', ['-C', dir, '-c', 'core.quotepath=false', ...args], {
    input,
    maxBuffer: limit,
    env: {
      ...withoutGit(process.env),
      LC_ALL: 'C',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_NO_REPLACE_OBJECTS: '1',
    },
  });
  if (run.error !== undefined && 'code' in run.error && run.error.code === 'ENOBUFS')
    throw new GitOverflow(`git ${args[0] ?? ''} 的回答超过 ${String(limit)} 字节，已停止`);
  if (run.error !== undefined) throw new GitRefused(`无法运行 git：${run.error.message}`);
  if (run.status !== 0) {
    throw new GitRefused(`git ${args[0] ?? ''} 没有成功：${run.stderr.toString('utf8').trim()}`);
  }
  return run.stdout;
}

/** The environment without Git's own variables, but with those that say where objects in quarantine lie. */
function withoutGit(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = ['GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES', 'GIT_QUARANTINE_PATH'];
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !name.startsWith('GIT_') || kept.includes(name)),
  );
}
