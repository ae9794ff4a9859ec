/**
 * `npm run bench -- [--sizes M,L,XL] [--runs 3]`: builds the public site of fictional ledgers, and the same records with
 * Hugo and Eleventy, each followed by Pagefind, in turns; and our own commands beside. Every figure is of whole
 * processes with all that they start (GNU time). Writes docs/performance.md; what is not installed is said there.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ENTRY, PACKAGES, PROGRAM } from '../program.ts';
import { writePeers } from './peers.ts';
import { performancePage, type Row, type Run, type Size } from './performance-page.ts';

const SIZES = { M: 2000, L: 20_000, XL: 100_000 } as const;
const AS_OF = '2026-06-15';
const ELEVENTY = '@11ty/eleventy@3.1.2';
const PAGEFIND = path.join(PACKAGES, '.bin', 'pagefind');

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: 'M,L,XL' },
    runs: { type: 'string', default: '3' },
  },
});

/** Runs a command to its end; wall seconds, processor seconds of it and all its children, and the largest of them. */
function timed(command: string, args: readonly string[], cwd: string, home: string): Run {
  const log = path.join(home, 'time.txt');
  const { status, stderr } = spawnSync(
    '/usr/bin/time',
    ['-o', log, '-f', '%e %U %S %M', command, ...args],
    { cwd, env: { ...process.env, XDG_CACHE_HOME: path.join(home, 'cache') }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  const [wall = 0, user = 0, system = 0, kilobytes = 0] = readFileSync(log, 'utf8')
    .trim()
    .split(' ')
    .map(Number);
  return { wall, busy: user + system, megabytes: kilobytes / 1024 };
}

/** The first line that a program says of its version; undefined where it is not installed. */
function versionOf(command: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n')[0]?.trim() : undefined;
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

/** One thing that is measured: what runs, one after another, and the folder that it fills. */
interface Contender {
  readonly name: string;
  readonly before?: () => void;
  readonly steps: readonly (readonly [command: string, ...args: string[]])[];
  readonly cwd: string;
  readonly out: string | undefined;
}

function measure(contenders: readonly Contender[], runs: number, home: string): Row[] {
  const all = new Map<string, Run[]>(contenders.map(({ name }) => [name, []]));
  // In turns, so that a busy hour of the machine is everybody's.
  for (let run = 0; run < runs; run += 1)
    for (const { name, before, steps, cwd } of contenders) {
      before?.();
      const parts = steps.map(([command, ...args]) => timed(command, args, cwd, home));
      all.get(name)?.push({
        wall: parts.reduce((sum, one) => sum + one.wall, 0),
        busy: parts.reduce((sum, one) => sum + one.busy, 0),
        megabytes: Math.max(...parts.map((one) => one.megabytes)),
      });
      process.stderr.write(`${name} ${String(run + 1)}/${String(runs)}\n`);
    }
  return contenders.map(({ name, out }) => ({
    name,
    runs: all.get(name) ?? [],
    site: out === undefined ? undefined : weigh(out),
  }));
}

function contendersFor(home: string, content: string, eleventy: string | undefined): Contender[] {
  const fresh = (out: string) => () => {
    rmSync(out, { recursive: true, force: true });
    rmSync(path.join(home, 'cache', 'rectification-ledger', 'drawn'), {
      recursive: true,
      force: true,
    });
  };
  const ledger = (...args: string[]) =>
    [process.execPath, ENTRY, ...args, '--content', content] as const;
  const site = (out: string, ...args: string[]) =>
    ledger('build', '--out', out, '--as-of', AS_OF, ...args);
  const ours = path.join(home, 'ours');
  const inside = path.join(home, 'inside');
  const issues = path.join(content, 'issues');
  const [touched = ''] = readdirSync(issues, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.yaml'),
  );
  const touch = (): void => {
    const file = path.join(issues, touched);
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(/^finding: .*$/mu, (line) => `${line}改`),
    );
  };
  const peer = (name: string, steps: Contender['steps'], out: string): Contender => {
    const cwd = path.join(home, name.toLowerCase());
    const index = [PAGEFIND, '--site', out, '--silent', '--force-language', 'zh'] as const;
    return { name: `${name} + Pagefind`, before: fresh(out), steps: [...steps, index], cwd, out };
  };
  const [hugo, third] = [path.join(home, 'hugo/public'), path.join(home, 'eleventy/out')];
  return [
    { name: '本项目：公开站', before: fresh(ours), steps: [site(ours)], cwd: PROGRAM, out: ours },
    ...(versionOf('hugo', ['version']) === undefined
      ? []
      : [peer('Hugo', [['hugo', '--quiet', '--destination', hugo]], hugo)]),
    ...(eleventy === undefined
      ? []
      : [peer('Eleventy', [[process.execPath, eleventy, '--quiet']], third)]),
    {
      name: '本项目：内部站',
      before: fresh(inside),
      steps: [site(inside, '--internal')],
      cwd: PROGRAM,
      out: inside,
    },
    {
      name: '本项目：改一条后的内部站',
      before: touch,
      steps: [site(inside, '--internal')],
      cwd: PROGRAM,
      out: inside,
    },
    { name: 'ledger check', steps: [ledger('check')], cwd: PROGRAM, out: undefined },
    {
      name: 'ledger status',
      steps: [ledger('status', '--as-of', AS_OF)],
      cwd: PROGRAM,
      out: undefined,
    },
    {
      name: 'ledger --help',
      steps: [[process.execPath, ENTRY, '--help']],
      cwd: PROGRAM,
      out: undefined,
    },
  ];
}

const home = mkdtempSync(path.join(tmpdir(), 'ledger-bench-'));
try {
  const eleventy = eleventyIn(path.join(home, 'eleventy-program'));
  const sizes: Size[] = values.sizes.split(',').map((name) => {
    const issues = SIZES[name as keyof typeof SIZES];
    const content = path.join(home, 'content');
    const generator = path.join(PROGRAM, 'tests/generator/write.ts');
    const wanted = ['--seed', '2', '--issues', String(issues), '--as-of', AS_OF, '--out', content];
    execFileSync(process.execPath, [generator, ...wanted]);
    const records = writePeers(content, home);
    const rows = measure(contendersFor(home, content, eleventy), Number(values.runs), home);
    return { name, issues, records, rows };
  });
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
  writeFileSync(
    path.join(PROGRAM, 'docs/performance.md'),
    performancePage({ sizes, versions, machine, runs: Number(values.runs) }),
  );
} finally {
  rmSync(home, { recursive: true, force: true });
}
