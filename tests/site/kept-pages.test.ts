/**
 * 留用: a site that was drawn only where the ledger changed is, byte for byte, the one drawn anew. 200 changes at random,
 * legal because nothing else names what they touch, in ten chains of twenty.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { addDays } from '../../src/day/calendar.ts';
import { ENTRY } from '../../scripts/program.ts';
import { generate, type Files } from '../generator/generate.ts';
import { Random } from '../generator/random.ts';
import { writeFiles } from '../generator/write.ts';

const FIRST_DAY = '2026-06-15';
const CHAINS = 10;
const CHANGES = 20;
const run = promisify(execFile);
const folder = mkdtempSync(path.join(tmpdir(), 'kept-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('只画变了的网页，和全部重画逐字节一样', { timeout: 900_000 }, async () => {
  const random = new Random(19);
  const files = generate({ seed: 3, issues: 150, asOf: FIRST_DAY, supervised: true });
  const content = path.join(folder, 'content');
  const out = path.join(folder, 'site');
  writeFiles(content, files);
  expect(await built(content, out)).toBe(0);
  const removed: [string, string][] = [];
  const kinds = new Set<string>();
  for (let chain = 1; chain <= CHAINS; chain += 1) {
    for (let change = 0; change < CHANGES; change += 1) kinds.add(changed(files, random, removed));
    // Of every third chain the day is a new one.
    if (chain % 3 === 0)
      put(files, 'site.yaml', /^asOf: .*$/mu, () => `asOf: ${addDays(FIRST_DAY, chain)}`);
    writeFiles(content, files);
    const anew = path.join(folder, `anew-${String(chain)}`);
    const [kept, none] = await Promise.all([built(content, out), built(content, anew)]);
    expect(none).toBe(0);
    if (chain % 3 !== 0) expect(kept).toBeGreaterThan(0);
    expect(bytesOf(out), `第 ${String(chain)} 轮`).toEqual(bytesOf(anew));
    rmSync(anew, { recursive: true });
  }
  expect([...kinds].toSorted()).toEqual(Object.keys(kindsOfChange).toSorted());
});

/** Builds the internal site; how many files it says to have kept. */
async function built(content: string, out: string): Promise<number> {
  const env = { ...process.env, XDG_CACHE_HOME: path.join(folder, 'cache') };
  const args = [ENTRY, 'build', '--internal', '--content', content, '--out', out];
  const { stdout } = await run(process.execPath, args, { env });
  return Number(/（(\d+) 个文件没有变/u.exec(stdout)?.[1] ?? 0);
}

/** Every file with its bytes, so that a difference names the file. */
function bytesOf(site: string): Map<string, string> {
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
  return new Map(
    files.map((file) => [path.relative(site, file), readFileSync(file).toString('latin1')]),
  );
}

type Removed = [path: string, text: string][];
type Kind = (files: Files, random: Random, removed: Removed) => boolean;

/** The number in the name of the next new issue. */
let next = 900;

/** What may change, each with whether there was something to change. */
const kindsOfChange: Readonly<Record<string, Kind>> = {
  finding: (files, random) => edit(files, random, /^issues\//u, /^finding: .*$/mu, ' 再改'),
  measures: (files, random) => edit(files, random, /^issues\//u, /^measures: .*$/mu, ' 再办'),
  unit: (files, random) => edit(files, random, /^units\//u, /^phone: .*$/mu, '9'),
  account: (files, random) => edit(files, random, /^accounts\//u, /^name: .*$/mu, '二'),
  campaign: (files, random) => edit(files, random, /^campaigns\//u, /^name: .*$/mu, '（续）'),
  note: (files, random) => edit(files, random, /^updates\//u, /^note: .*$/mu, ' 补记'),
  settings: (files, random) => edit(files, random, /^site\.yaml$/u, /^authority: .*$/mu, '科'),
  'report taken away': (files, random, removed) => {
    const last = lastReports(files).filter(([, text]) => !text.includes('file:'));
    const chosen = random.pick(last);
    files.delete(chosen[0]);
    removed.push(chosen);
    return true;
  },
  'report added': (files, _random, removed) => {
    const back = removed.pop();
    if (back === undefined) return false;
    files.set(...back);
    return true;
  },
  'issue added': (files, random) => {
    const all = [...files].filter(([path]) => /^issues\/.+-\d+\.yaml$/u.test(path));
    const [from, text] = random.pick(all);
    next += 1;
    const added = from.replace(/-\d+\.yaml$/u, `-${String(next)}.yaml`);
    files.set(added, String(text).replace(/^row: .*$/mu, `row: ${String(next)}`));
    return true;
  },
  'issue taken away': (files, random) => {
    const all = untouched(files);
    return all.length > 0 && files.delete(random.pick(all)[0]);
  },
  'issue renamed': (files, random) => {
    const all = untouched(files);
    if (all.length === 0) return false;
    const [from, text] = random.pick(all);
    next += 1;
    files.delete(from);
    files.set(from.replace(/\d+\.yaml$/u, `${String(next)}.yaml`), text);
    return true;
  },
};

function changed(files: Files, random: Random, removed: Removed): string {
  for (;;) {
    const [kind, change] = random.pick(Object.entries(kindsOfChange));
    if (change(files, random, removed)) return kind;
  }
}

/** Writes `more` behind a value of one of the files. */
function edit(files: Files, random: Random, where: RegExp, line: RegExp, more: string): boolean {
  const fitting = [...files].filter(
    ([path, text]) => where.test(path) && typeof text === 'string' && line.test(text),
  );
  if (fitting.length === 0) return false;
  const [path] = random.pick(fitting);
  put(files, path, line, (found) => found.replace(/(["']?)$/u, `${more}$1`));
  return true;
}

function put(files: Files, path: string, line: RegExp, by: (found: string) => string): void {
  files.set(
    path,
    String(files.get(path)).replace(line, (found) => by(found)),
  );
}

/** The last report of each issue. */
function lastReports(files: Files): [string, string][] {
  const last = new Map<string, [string, string]>();
  for (const [path, text] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    if (path.startsWith('updates/')) last.set(path.split('/').at(-2) ?? '', [path, String(text)]);
  return [...last.values()];
}

/** Issues that no other record names. */
function untouched(files: Files): [string, string][] {
  const named = [...files].flatMap(([path, text]) =>
    path.startsWith('issues/') ? [] : [`${path}\n${typeof text === 'string' ? text : ''}`],
  );
  const all = named.join('\n');
  return [...files].flatMap(([path, text]): [string, string][] => {
    const id = /^issues\/.+\/(.+)\.yaml$/u.exec(path)?.[1];
    return id === undefined || all.includes(id) ? [] : [[path, String(text)]];
  });
}
