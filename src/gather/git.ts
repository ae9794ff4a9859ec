/** 从仓库取: the files on a branch of a Git remote, read as objects in a bare clone of one commit; nothing is checked out. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from '../schema/child.ts';
import { failed, type FetchLimits, type Fetching, namedFiles } from './fetched.ts';

/** Clones into a folder that is gone afterwards. A remote that asks for a password is not answered. */
export function fetchGit(
  { git: remote, branch, folder }: Extract<Place, { git: string }>,
  content: string,
  limits: FetchLimits,
): Fetching {
  const dir = mkdtempSync(join(tmpdir(), 'gather-'));
  const until = performance.now() + limits.timeout;
  const git = (args: readonly string[], most = 1024 * 1024) =>
    spawnSync('git', args, {
      cwd: content,
      timeout: Math.max(1, Math.round(until - performance.now())),
      maxBuffer: most,
      env: {
        ...process.env,
        LC_ALL: 'C',
        GIT_TERMINAL_PROMPT: '0',
        GIT_ALLOW_PROTOCOL: 'file:git:http:https:ssh',
      },
    });
  try {
    const cloned = git([
      ...['clone', '--quiet', '--bare', '--depth=1', '--single-branch', '--no-tags'],
      ...['--filter=blob:none', `--branch=${branch}`, '--', remote, dir],
    ]);
    if (isLate(cloned)) return failed(`${String(limits.timeout / 1000)}秒内没有取完`);
    if (cloned.status !== 0) return failed(`取不到仓库的分支 ${branch}`);
    const found: Uint8Array[] = [];
    for (const [name, size] of namedFiles(limits)) {
      const path = [folder, 'data', name].filter((part) => part !== undefined).join('/');
      const read = git(['-C', dir, 'cat-file', 'blob', `HEAD:${path}`], size);
      if (isLate(read)) return failed(`${String(limits.timeout / 1000)}秒内没有取完`);
      if (read.error !== undefined) return failed(`${name} 太大，没有读`);
      if (read.status !== 0 && name.endsWith('.sig')) break;
      if (read.status !== 0) return failed(`分支 ${branch} 上没有 ${path}`);
      found.push(read.stdout);
    }
    const [summary = new Uint8Array(), ledger = new Uint8Array(), signature] = found;
    return { ok: true, files: { summary, ledger, signature } };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function isLate({ error }: { error?: Error | undefined }): boolean {
  return error !== undefined && 'code' in error && error.code === 'ETIMEDOUT';
}
