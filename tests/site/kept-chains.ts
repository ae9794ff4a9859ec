/**
 * `node tests/site/kept-chains.ts SEED CHAINS CHANGES ISSUES EDITION [KIND…]`: changes a ledger of so many issues at
 * random, so many changes a chain; after each chain builds its site of that edition where the last one stands and a second time from
 * nothing, and compares the two.
 * Before the chains, one change of each KIND, with a build behind each: there alone it says something how many files were
 * kept, since among twenty changes are names that stand on most pages.
 * Prints JSON: of each chain which files differ, of each KIND how many were kept. One process, since most of a build is
 * starting.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSite } from '../../scripts/site/make-site.ts';
import { hash } from 'node:crypto';
import { checkLedger } from '../../src/ledger/check.ts';
import { RecordMemory } from '../../src/ledger/record-memory.ts';
import type { Audience } from '../../src/schema/field.ts';
import { addDays } from '../../src/day/calendar.ts';
import { generate } from '../generator/generate.ts';
import type { Files } from '../generator/memory.ts';
import { Random } from '../generator/random.ts';
import { writeFiles } from '../generator/write.ts';

/** A site that was built behind one change. */
export interface Single {
  readonly kind: string;
  readonly kept: number;
  readonly files: number;
}

export interface Chain {
  /** How many files the changes moved. */
  readonly moved: number;
  readonly different: readonly string[];
}

const FIRST_DAY = '2026-06-15';
/** So many changes are judged at once: judging takes longer than changing. */
const TOGETHER = 5;
/** What was read once is not read again; nothing of it is kept. */
const memory = new RecordMemory(path.join(tmpdir(), 'kept-chains, never written'), 'test');

type Removed = [path: string, text: string][];
type Kind = (files: Files, random: Random, removed: Removed) => boolean;

/** The number in the name of the next new issue. */
let next = 90_000;

/** What may change, each with whether there was something to change. */
export const kindsOfChange: Readonly<Record<string, Kind>> = {
  finding: (files, random) => edit(files, random, /^issues\//u, /^finding: .*$/mu, ' 再改'),
  measures: (files, random) => edit(files, random, /^issues\//u, /^measures: .*$/mu, ' 再办'),
  unit: (files, random) => edit(files, random, /^units\//u, /^phone: .*$/mu, '9'),
  account: (files, random) => edit(files, random, /^accounts\//u, /^name: .*$/mu, '二'),
  campaign: (files, random) => edit(files, random, /^campaigns\//u, /^name: .*$/mu, '（续）'),
  note: (files, random) => edit(files, random, /^updates\//u, /^note: .*$/mu, ' 补记'),
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

/** Makes a change of one of `kinds` that leaves a sound ledger; its kind. */
function changed(
  files: Files,
  random: Random,
  removed: Removed,
  kinds = Object.keys(kindsOfChange),
): string {
  for (;;) {
    const [before, taken] = [[...files], [...removed]];
    const kind = random.pick(kinds);
    if (kindsOfChange[kind]?.(files, random, removed) === true && isSound(files)) return kind;
    // A report of a campaign that is concluded cannot be taken away.
    files.clear();
    for (const [path, data] of before) files.set(path, data);
    removed.splice(0, removed.length, ...taken);
  }
}

/** Makes so many changes that leave a sound ledger; their kinds. */
function severalChanged(files: Files, random: Random, removed: Removed, count: number): string[] {
  const [before, taken] = [[...files], [...removed]];
  const names = Object.keys(kindsOfChange);
  const kinds: string[] = [];
  while (kinds.length < count) {
    const kind = random.pick(names);
    if (kindsOfChange[kind]?.(files, random, removed) === true) kinds.push(kind);
  }
  if (isSound(files)) return kinds;
  files.clear();
  for (const [path, data] of before) files.set(path, data);
  removed.splice(0, removed.length, ...taken);
  return Array.from({ length: count }, () => changed(files, random, removed));
}

/** Whether a site may be built of it. */
function isSound(files: Files): boolean {
  const texts = new Map<string, Uint8Array>();
  const evidence = new Map<string, number>();
  for (const [path, data] of files) {
    const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
    // evidence/removed.yaml is a record.
    if (path.startsWith('evidence/') && !path.endsWith('.yaml'))
      evidence.set(path.slice('evidence/'.length), bytes.length);
    else texts.set(path, bytes);
  }
  return checkLedger({ texts, evidence }, undefined, memory.read).faults.every(
    ({ severity }) => severity !== 'fault',
  );
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

interface Sizes {
  /** In a chain; a multiple of `TOGETHER`. */
  readonly changes: number;
  readonly issues: number;
  readonly audience: Audience;
  readonly alone: readonly string[];
}

/** The chains with the kinds of change that occurred. The last two begin a new day; the last renames the office, too. */
async function chainsOf(
  seed: number,
  count: number,
  { changes, issues, audience, alone }: Sizes,
): Promise<{ kinds: string[]; singles: Single[]; chains: Chain[] }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kept-'));
  try {
    process.env['XDG_CACHE_HOME'] = path.join(folder, 'cache');
    const random = new Random(seed);
    const files = generate({ seed: 3, issues, asOf: FIRST_DAY, supervised: true });
    const content = path.join(folder, 'content');
    const out = path.join(folder, 'site');
    const built = (to: string) =>
      buildSite({ content, audience, out: to, base: '/', asOf: undefined });
    writeFiles(content, files);
    await built(out);
    const removed: Removed = [];
    const singles: Single[] = [];
    for (const kind of alone) {
      changed(files, random, removed, [kind]);
      writeFiles(content, files);
      const kept = await built(out);
      singles.push({ kind, kept, files: bytesOf(out).size });
    }
    const kinds = new Set<string>();
    const chains: Chain[] = [];
    for (let chain = 1; chain <= count; chain += 1) {
      for (let made = 0; made < changes; made += TOGETHER)
        for (const kind of severalChanged(files, random, removed, TOGETHER)) kinds.add(kind);
      const later = chain - count + 2;
      if (later > 0)
        put(files, 'site.yaml', /^asOf: .*$/mu, () => `asOf: ${addDays(FIRST_DAY, later)}`);
      if (chain === count) put(files, 'site.yaml', /^authority: .*$/mu, (found) => `${found}二科`);
      writeFiles(content, files);
      const before = bytesOf(out);
      await built(out);
      const anew = path.join(folder, 'anew');
      const none = await built(anew);
      const [ours, theirs] = [bytesOf(out), bytesOf(anew)];
      const different = [...new Set([...ours.keys(), ...theirs.keys()])].filter(
        (file) => ours.get(file) !== theirs.get(file),
      );
      if (none > 0) different.push('the second site was not built from nothing');
      const moved = [...ours].filter(([file, bytes]) => before.get(file) !== bytes).length;
      chains.push({ moved, different });
      rmSync(anew, { recursive: true });
    }
    return { kinds: [...kinds].toSorted(), singles, chains };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A hash of each file's bytes. */
function bytesOf(site: string): Map<string, string> {
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(
    files.map((file) => [path.relative(site, file), hash('sha256', readFileSync(file))]),
  );
}

if (import.meta.main) {
  const [seed, count, changes, issues, audience, ...alone] = process.argv.slice(2);
  const done = await chainsOf(Number(seed), Number(count), {
    changes: Number(changes),
    issues: Number(issues),
    audience: audience === 'internal' ? 'internal' : 'public',
    alone,
  });
  process.stdout.write(`${JSON.stringify(done)}\n`);
}
