/**
 * `npm run bench:review -- 4900`: how long the check of one report takes in a ledger of so many issues (4,900 make about
 * 20,000 records), and of a proposal of 1,000 files, as a runner sees it: the whole command, five times, the median.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { standing } from '../../src/domain/standing.ts';
import { canonical } from '../../src/ledger/canon.ts';
import { readLedger } from '../../src/ledger/read.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { generate } from '../generator/generate.ts';
import { Depot, type Entries } from '../git/depot.ts';

const issues = Number(process.argv[2] ?? '4900');
const asOf = '2026-06-15';
const program = resolve(import.meta.dirname, '../../scripts/ledger.ts');
const folder = mkdtempSync(join(tmpdir(), 'ledger-bench-'));

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

/** The issues that a unit may still report on. */
function open(ledger: Ledger): { id: string; clerk: string }[] {
  return standing(ledger, asOf)
    .issues.filter(({ history }) => history.state === 'open' || history.state === 'rectifying')
    .flatMap(({ id, unit }) => {
      const clerk = ledger.units.get(unit)?.members.at(-1)?.account;
      return clerk === undefined ? [] : [{ id, clerk }];
    });
}

const progress = (issue: string, at: number) => [
  `content/updates/${issue}/20260615-${String(100000 + at)}-b.yaml`,
  canonical('update', { issue, action: 'progress', reportedOn: asOf, note: '试报' }),
];

try {
  const files = generate({ seed: 5, issues, asOf });
  const depot = new Depot(join(folder, 'ledger.git'));
  const entries: Entries = Object.fromEntries(
    [...files].map(([path, data]) => [`content/${path}`, data]),
  );
  const base = depot.commit(undefined, entries);
  const texts = new Map(
    [...files]
      .filter(([path]) => !/^evidence\/[^/]+\//u.test(path))
      .map(([path, data]) => [path, Buffer.from(data as string)] as const),
  );
  const { ledger } = readLedger({ texts, evidence: new Map() });
  if (ledger === undefined) throw new Error('the ledger of the generator could not be read');
  const [one] = open(ledger);
  if (one === undefined) throw new Error('nothing is open in the ledger of the generator');
  const common = ['--repo', depot.dir, '--base', base];
  const single = depot.commit(base, Object.fromEntries([progress(one.id, 0)]));
  const many = depot.commit(
    base,
    Object.fromEntries(Array.from({ length: 1000 }, (_, at) => progress(one.id, at))),
  );
  const who = ['--author', one.clerk, '--actor', one.clerk];
  const report = median([...common, '--head', single, ...who]);
  const thousand = median([...common, '--head', many, ...who]);
  console.log(
    `台账文件 ${String(files.size)} 个：检查一份报送 ${report.toFixed(2)} 秒，一次 1000 份 ${thousand.toFixed(2)} 秒（五次的中位数）`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
