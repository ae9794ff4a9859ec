/**
 * `npm run bench -- [--sizes S,M,L,XL] [--runs 3]`: builds the public site of fictional ledgers, and the same records with
 * Hugo and Eleventy, each followed by Pagefind, in turns; and our own commands beside. Every figure is of whole
 * processes with all that they start (GNU time). Writes docs/performance.md, with where the time went of whatever missed
 * its target (one more run of it under Node's profiler); what is not installed is said there. Sizes that are not named
 * stay on the page as they were measured last.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { dayInChina } from '../../src/day/china.ts';
import { PROGRAM } from '../program.ts';
import { AS_OF, type Contender, contendersFor, PAGEFIND, versionOf } from './contenders.ts';
import { writeHistory } from './history.ts';
import { writePeers } from './peers.ts';
import type { FirstSearch, Row, Run, Size, Spending } from './measured.ts';
import { removeOfficeComputer } from './office-computer.ts';
import { performancePage } from './performance-page.ts';
import { profiling, spentIn } from './profile.ts';
import { verdictsOf } from './verdicts.ts';
import { updatePath } from '../../src/text/update-path.ts';

const SIZES = { S: 150, M: 2000, L: 20_000, XL: 100_000 } as const;
const ELEVENTY = '@11ty/eleventy@3.1.2';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: 'S,M,L,XL' },
    runs: { type: 'string', default: '3' },
  },
});

/** Runs a command to its end; wall seconds, processor seconds of it and all its children, and the largest of them. */
function timed(command: string, args: readonly string[], cwd: string, home: string): Run {
  const log = path.join(home, 'time.txt');
  const { status, stdout, stderr } = spawnSync(
    '/usr/bin/time',
    ['-o', log, '-f', '%e %U %S %M', command, ...args],
    {
      cwd,
      env: { ...process.env, XDG_CACHE_HOME: path.join(home, 'cache') },
      encoding: 'utf8',
      // A list of thousands of rows is told row by row.
      maxBuffer: 2 ** 30,
    },
  );
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  const [wall = 0, user = 0, system = 0, kilobytes = 0] = readFileSync(log, 'utf8')
    .trim()
    .split(' ')
    .map(Number);
  const kept = Number(/（(\d+) 个文件没有变/u.exec(stdout)?.[1] ?? 0);
  return { wall, busy: user + system, megabytes: kilobytes / 1024, kept };
}

/** Eleventy in a folder of its own, from the registry; undefined where that cannot be reached. */
function eleventyIn(folder: string): string | undefined {
  mkdirSync(folder, { recursive: true });
  const install = ['install', '--silent', '--no-audit', '--no-fund', '--prefix', folder, ELEVENTY];
  const { status } = spawnSync('npm', install, { encoding: 'utf8' });
  return status === 0 ? path.join(folder, 'node_modules/.bin/eleventy') : undefined;
}

function weigh(folder: string): { pages: number; files: number; megabytes: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const pages = files.filter((file) => file.endsWith('.html')).length;
  return { pages, files: files.length, megabytes: bytes / 2 ** 20 };
}

function measure(contenders: readonly Contender[], runs: number, home: string): Row[] {
  const all = new Map<string, Run[]>(contenders.map(({ name }) => [name, []]));
  // In turns, so that a busy hour of the machine is everybody's.
  for (let run = 0; run < runs; run += 1)
    for (const { name, before, steps, cwd, peer } of contenders) {
      before?.();
      let parts: Run[];
      try {
        parts = steps.map(([command, ...args]) => timed(command, args, cwd, home));
      } catch (error) {
        if (peer !== true) throw error;
        process.stderr.write(
          `${name} ${String(run + 1)}/${String(runs)}：没有跑完：${String(error).slice(0, 500)}\n`,
        );
        continue;
      }
      const whole = {
        wall: parts.reduce((sum, one) => sum + one.wall, 0),
        busy: parts.reduce((sum, one) => sum + one.busy, 0),
        megabytes: Math.max(...parts.map((one) => one.megabytes)),
        kept: parts.at(-1)?.kept ?? 0,
      };
      all.get(name)?.push(whole);
      const took = `${whole.busy.toFixed(1)} 处理器秒，${whole.wall.toFixed(1)} 秒`;
      process.stderr.write(`${name} ${String(run + 1)}/${String(runs)}：${took}\n`);
    }
  return contenders.map(({ name, out }) => {
    const done = all.get(name) ?? [];
    return {
      name,
      runs: done,
      site: out === undefined || done.length === 0 ? undefined : weigh(out),
    };
  });
}

/** Where the time goes of what missed its target. */
function spendingOf(
  contenders: readonly Contender[],
  missed: ReadonlySet<string>,
  home: string,
): Spending[] {
  return contenders
    .filter(({ name, steps: [step] }) => missed.has(name) && step?.[0] === process.execPath)
    .map(({ name, before, steps: [step = ['']], cwd, follows = false }) => {
      const [node, ...args] = step;
      if (follows) timed(node, args, cwd, home);
      before?.();
      const folder = path.join(home, 'profile');
      const { busy } = timed(node, [...profiling(folder), ...args], cwd, home);
      const on = spentIn(folder, path.join(home, 'cache/rectification-ledger/drawings'));
      const own = on.reduce((sum, one) => sum + one.seconds, 0);
      return { name, on, elsewhere: Math.max(0, busy - own) };
    });
}

/** Puts each report where a ledger of this version has it: one folder of all is slow in Git. */
function whereWritten(content: string): void {
  const updates = path.join(content, 'updates');
  for (const file of readdirSync(path.join(content, 'issues'), {
    recursive: true,
    encoding: 'utf8',
  })) {
    const { dir: campaign, name: issue, ext } = path.parse(file);
    const old = path.join(updates, issue);
    if (ext !== '.yaml' || !existsSync(old)) continue;
    const place = path.join(content, path.dirname(updatePath({ campaign, id: issue }, '')));
    mkdirSync(path.dirname(place), { recursive: true });
    renameSync(old, place);
  }
}

/** Questions of every kind: pinyin, a unit, a finding, a state, words of a sentence. */
const QUESTIONS = ['jiaoyuju', '教育局', '未备案', '逾期', '最近没有更新'];

/** What the search costs whoever asks first, in a real browser. */
function searched(site: string): FirstSearch[] {
  const script = path.join(PROGRAM, 'tests/browser/first-search.ts');
  const out = execFileSync(process.execPath, [script, site, ...QUESTIONS], { encoding: 'utf8' });
  return JSON.parse(out) as FirstSearch[];
}

/** Measures a size; everything that it writes lies below `home`. */
function measuredSize(name: string, eleventy: string | undefined, home: string): Size {
  const issues = SIZES[name as keyof typeof SIZES];
  const content = path.join(home, 'content');
  const generator = path.join(PROGRAM, 'tests/generator/write.ts');
  const wanted = ['--seed', '2', '--issues', String(issues), '--as-of', AS_OF, '--out', content];
  execFileSync(process.execPath, [generator, ...wanted]);
  whereWritten(content);
  const records = writePeers(content, home);
  rmSync(path.join(home, 'history'), { recursive: true, force: true });
  const reports = writeHistory(content, path.join(home, 'history'));
  const contenders = contendersFor(home, content, eleventy);
  const rows = measure(contenders, Number(values.runs), home);
  const searches = searched(path.join(home, 'inside'));
  const measured = { name, issues, records, reports, rows, searches };
  const missed = new Set(verdictsOf(measured).flatMap((one) => one.missed ?? []));
  return { ...measured, spent: spendingOf(contenders, missed, home) };
}

const home = mkdtempSync(path.join(tmpdir(), 'ledger-bench-'));
try {
  const eleventy = eleventyIn(path.join(home, 'eleventy-program'));
  const versions = [
    `Node ${process.version}`,
    versionOf('hugo', ['version'])?.split(' ').slice(0, 2).join(' ') ?? 'Hugo 没有装，没有比',
    eleventy === undefined
      ? 'Eleventy 装不上，没有比'
      : ELEVENTY.replace('@11ty/eleventy@', 'Eleventy '),
    versionOf(PAGEFIND, ['--version']) ?? 'Pagefind',
  ];
  const [first] = cpus();
  const machine = `${String(cpus().length)} 核 ${first?.model ?? ''}，${String(Math.round(totalmem() / 2 ** 30))} GB 内存`;
  const on = dayInChina(new Date());
  const sizes: Size[] = [];
  for (const name of values.sizes.split(',')) {
    sizes.push(measuredSize(name, eleventy, home));
    // After each size: the next may take hours.
    const page = path.join(PROGRAM, 'docs/performance.md');
    const measured = { sizes, versions, machine, on, runs: Number(values.runs) };
    writeFileSync(page, performancePage(measured, readFileSync(page, 'utf8')));
  }
} finally {
  removeOfficeComputer();
  rmSync(home, { recursive: true, force: true });
}
