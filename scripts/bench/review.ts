/**
 * `npm run bench:review -- 4900`: how long the check of one report takes in a ledger of so many issues (4,900 make about
 * 20,000 records), and of a proposal of 1,000 files, as a runner sees it: the whole command, five times, the median.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { standing } from '../../src/domain/issue/standing.ts';
import { writeBranch } from '../../src/history/git/branch.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { readFolder } from '../../src/ledger/content.ts';
import { openLedger } from '../../src/ledger/open.ts';
import { PROGRAM } from '../program.ts';

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

/** An issue that its unit may still report on, and who may. */
function open(): { id: string; clerk: string } {
  const ledger = openLedger(content);
  for (const { id, unit, history } of standing(ledger, asOf).issues) {
    const clerk = ledger.units.get(unit)?.members.at(-1)?.account;
    if (clerk !== undefined && (history.state === 'open' || history.state === 'rectifying'))
      return { id, clerk };
  }
  throw new Error('nothing is open in the ledger of the generator');
}

/** A branch with so many reports of one issue; returns its commit. */
function proposal(issue: string, base: string, reports: number): string {
  const note = { issue, action: 'progress', reportedOn: asOf, note: '试报' };
  const files = Array.from({ length: reports }, (_, at): [string, string] => [
    `updates/${issue}/20260615-${String(100000 + at)}-b.yaml`,
    canonical('update', note),
  ]);
  return writeBranch(
    { repository: folder, prefix: 'content/' },
    { name: `report/${String(reports)}`, base, message: '试报', files: new Map(files) },
  );
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
  const { id, clerk } = open();
  const who = ['--author', clerk, '--actor', clerk, '--repo', folder, '--base', base, '--head'];
  const single = proposal(id, base, 1);
  const many = proposal(id, base, 1000);
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
