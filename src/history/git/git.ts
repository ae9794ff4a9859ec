/** Git: one process a question, arguments as a list and never through a shell. Only `branch.ts` writes. */
import { spawnSync } from 'node:child_process';
import { devNull } from 'node:os';

/** Git was asked and said no; `message` is Chinese and ends with what Git said. */
export class GitRefused extends Error {}

/** Git answered more than was asked to be borne, and was stopped. */
export class GitOverflow extends GitRefused {}

/** Objects that the question needs are not in this repository; `message` says how to get them. */
export class GitIncomplete extends GitRefused {}

/** The most that one answer may hold, in bytes: a ledger of 200,000 files stays far below. */
const LIMIT = 2 ** 30;

/**
 * What is said the same way whatever the settings of the user or of the repository are: names unquoted, words in UTF-8,
 * the first commit with its files, merges against each parent, no signatures among the answers and none of their programs, no hook and no watcher.
 */
const SETTINGS = [
  'core.quotepath=false',
  'i18n.logOutputEncoding=UTF-8',
  'log.showRoot=true',
  'log.showSignature=false',
  'log.diffMerges=separate',
  'core.fsmonitor=false',
  // The empty file of grafts that we give would be remarked on.
  'advice.graftFileDeprecated=false',
  `core.hooksPath=${devNull}`,
].flatMap((setting) => ['-c', setting]);

/**
 * Runs Git in `dir` and returns what it prints. Messages come in English, and nothing of the caller's own Git environment
 * (as inside a hook) gets in; history is as the commits have it, without replacements and grafts, and nothing that is
 * not here is fetched. An answer over `limit` bytes is cut off. Throws GitRefused.
 */
export function git(
  dir: string,
  args: readonly string[],
  input: string | Uint8Array = '',
  limit = LIMIT,
): Buffer {
  const run = spawnSync('git', ['-C', dir, ...SETTINGS, ...args], {
    input,
    maxBuffer: limit,
    env: {
      ...withoutGit(process.env),
      LC_ALL: 'C',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_NO_REPLACE_OBJECTS: '1',
      GIT_GRAFT_FILE: devNull,
      GIT_NO_LAZY_FETCH: '1',
    },
  });
  if (run.error !== undefined && 'code' in run.error && run.error.code === 'ENOBUFS')
    throw new GitOverflow(`git ${args[0] ?? ''} 的回答超过 ${String(limit)} 字节，已停止`);
  if (run.error !== undefined) throw new GitRefused(`无法运行 git：${run.error.message}`);
  if (run.status !== 0) {
    const said = run.stderr.toString('utf8').trim();
    if (
      /\bmissing (?:blob|tree|commit) object\b|\bpromisor\b|\blazy fetching disabled\b/u.test(said)
    )
      throw new GitIncomplete(
        `这个仓库里缺了一部分内容（只取了一部分的克隆，或坏了），不能检查 → 重新完整克隆（不用 --filter、--depth）再运行；Git 的原话：${said}`,
      );
    throw new GitRefused(`git ${args[0] ?? ''} 没有成功：${said}`);
  }
  return run.stdout;
}

/** The lines that Git printed, without empty ones. */
export function printedLines(output: Buffer): string[] {
  return output.toString('utf8').split('\n').filter(Boolean);
}

/** The environment without Git's own variables, but with those that say where objects in quarantine lie. */
function withoutGit(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = ['GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES', 'GIT_QUARANTINE_PATH'];
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !name.startsWith('GIT_') || kept.includes(name)),
  );
}
