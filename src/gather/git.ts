/** 从仓库取: the files on a branch of a Git remote, read as objects in a bare clone of one commit; nothing is checked out. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildPlace } from '../schema/child.ts';
import { boundedGit, type Ran, shallowClone } from './bounded.ts';
import { failedFetch, type FetchLimits, type Fetching, namedFiles } from './fetched.ts';

/** Clones into a folder that is gone afterwards. */
export async function fetchGit(
  { git: remote, branch, folder }: Extract<ChildPlace, { git: string }>,
  content: string,
  limits: FetchLimits,
): Promise<Fetching> {
  const dir = mkdtempSync(join(tmpdir(), 'gather-'));
  const bounds = { until: performance.now() + limits.timeout, folder: dir, size: limits.git };
  const doubtOf = (ran: Ran, name: string): string | undefined => {
    if (ran.outcome === 'late') return `${String(limits.timeout / 1000)}秒内没有取完`;
    if (ran.outcome === 'large')
      return `分支 ${branch} 超过 ${String(Math.round(limits.git / 1024 / 1024))} MB 的上限，没有取完：请下级另设只放 data 文件夹的分支`;
    return ran.outcome === 'loud' ? `${name} 太大，没有读` : undefined;
  };
  try {
    // A folder on this machine is asked as a server is, so that it gives one commit and not all its objects.
    const clone = [
      ...shallowClone,
      ...['--filter=blob:none', `--branch=${branch}`, '--', remote, dir],
    ];
    const cloned = await boundedGit(clone, content, { ...bounds, output: 1024 * 1024 });
    const doubt = doubtOf(cloned, '回答');
    if (doubt !== undefined) return failedFetch(doubt);
    if (cloned.outcome !== 'ended' || cloned.status !== 0)
      return failedFetch(`没有取到下级发布的数据（${branch}）：请下级的管理员核对登记的存放位置`);
    const found: Uint8Array[] = [];
    for (const [name, size] of namedFiles(limits)) {
      const path = [folder, 'data', name].filter((part) => part !== undefined).join('/');
      const args = ['-C', dir, 'cat-file', 'blob', `HEAD:${path}`];
      const read = await boundedGit(args, content, { ...bounds, output: size });
      if (read.outcome !== 'ended') return failedFetch(doubtOf(read, name) ?? '');
      if (read.status !== 0 && name.endsWith('.sig')) break;
      if (read.status !== 0) return failedFetch(`分支 ${branch} 上没有 ${path}`);
      found.push(read.output);
    }
    const [summary = new Uint8Array(), ledger = new Uint8Array(), signature] = found;
    return { ok: true, files: { summary, ledger, signature } };
  } finally {
    rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
  }
}
