/**
 * `npm run bench:review -- 4900`: how long the check of one report takes in a ledger of so many issues (4,900 make about
 * 20,000 records), and of a proposal of 1,000 files, as a runner sees it: the whole command, five times, the median.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFolder } from '../../src/ledger/content.ts';
import { PROGRAM } from '../program.ts';
import { openIssue, proposeReports } from './proposal.ts';

const issues = process.argv[2] ?? '4900';
const asOf = '2026-06-15';
const program = join(PROGRAM, 'scripts/ledger.ts');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-bench-')));
const content = join(folder, 'content');

function git(...args: string[]): string {
  return execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).trim();
}

/** The median of five runs, in seconds. */
function median(args: readonly string[]): number {
  const seconds = Array.from({ length: 5 }, () => {
    const started = performance.now();
    const run = spawnSync(process.execPath, [program, 'review', ...args, '--as-of', asOf]);
    if (run.status !== 0) throw new Error(`${run.stdout.toString()}${run.stderr.toString()}`);
    return (performance.now() - started) / 1000;
  });
  return seconds.toSorted((a, b) => a - b)[2] ?? 0;
}

try {
  mkdirSync(content);
  const generator = join(PROGRAM, 'tests/generator/write.ts');
  execFileSync(process.execPath, [
    generator,
    '--issues',
    issues,
    '--as-of',
    asOf,
    '--out',
    content,
  ]);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', '示例');
  git('config', 'user.email', 'demo@example.invalid');
  git('add', '--all');
  git('commit', '--quiet', '--message', '示例');
  const base = git('rev-parse', 'HEAD');
  const { id, clerk } = openIssue(content, asOf);
  const who = ['--author', clerk, '--actor', clerk, '--repo', folder, '--base', base, '--head'];
  const single = proposeReports(folder, base, id, asOf, 1);
  const many = proposeReports(folder, base, id, asOf, 1000);
  // A runner and a server hold what they fetched or gathered as packs.
  git('repack', '-a', '-d', '--quiet');
  const one = median([...who, single]);
  const thousand = median([...who, many]);
  const { texts, evidence } = readFolder(content);
  console.log(
    `台账文件 ${String(texts.size + evidence.size)} 个：检查一份报送 ${one.toFixed(2)} 秒，一次 1000 份 ${thousand.toFixed(2)} 秒（五次的中位数）`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
