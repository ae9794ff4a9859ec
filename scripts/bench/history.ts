/** 历史: a ledger as a repository in which each report came on a branch of its own, by a merge, in the order of their stamps. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Makes `folder` such a repository, the ledger in its content/; returns how many reports came. */
export function writeHistory(content: string, folder: string): number {
  const files = readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(content, path.join(entry.parentPath, entry.name)));
  const isReport = (file: string): boolean => file.startsWith(`updates${path.sep}`);
  const reports = files
    .filter(isReport)
    .toSorted((a, b) => (path.basename(a) < path.basename(b) ? -1 : 1));
  mkdirSync(folder, { recursive: true });
  const git = (...args: string[]): void => {
    execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore' });
  };
  git('init', '--quiet', '--initial-branch', 'main');
  const founding = files.filter((file) => !isReport(file));
  const parts = reports.flatMap((file, at) => {
    const seconds = START + (at + 1) * 600;
    const data = added(content, file);
    return [
      commit('report', '填报员乙', seconds, 'from refs/heads/main\n', [data]),
      commit('main', '审核员甲', seconds + 300, 'merge refs/heads/report\n', [data]),
      Buffer.from('reset refs/heads/report\n\n'),
    ];
  });
  const first = commit(
    'main',
    '审核员甲',
    START,
    '',
    founding.map((file) => added(content, file)),
  );
  execFileSync('git', ['-C', folder, 'fast-import', '--quiet'], {
    input: Buffer.concat([first, ...parts]),
    maxBuffer: 2 ** 30,
  });
  git('reset', '--hard', '--quiet', 'main');
  return reports.length;
}

/** 1 January 2025, 00:00 in China. */
const START = 1_735_660_800;

function commit(
  branch: string,
  who: string,
  seconds: number,
  parent: string,
  files: readonly Buffer[],
): Buffer {
  const by = `${who} <${who === '审核员甲' ? 'a' : 'b'}@ledger.example> ${String(seconds)} +0800`;
  const head = `commit refs/heads/${branch}\nauthor ${by}\ncommitter ${by}\ndata 0\n${parent}`;
  return Buffer.concat([Buffer.from(head), ...files, Buffer.from('\n')]);
}

function added(content: string, file: string): Buffer {
  const data = readFileSync(path.join(content, file));
  const name = JSON.stringify(`content/${file.split(path.sep).join('/')}`);
  return Buffer.concat([
    Buffer.from(`M 100644 inline ${name}\ndata ${String(data.length)}\n`),
    data,
    Buffer.from('\n'),
  ]);
}
