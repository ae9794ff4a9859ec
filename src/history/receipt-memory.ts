/**
 * 记忆: what was read of a ledger's history, by the commit up to which it was read. The main line only grows, so the next
 * reading goes on from there. It is a cache and lies outside every ledger: one that is missing, broken, altered, of
 * another repository or of a line that was rewritten since is none, and everything is read again.
 */
import { createHash, hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Added, Additions } from './additions.ts';
import { git, GitRefused } from './git/git.ts';
import type { Place } from './place.ts';

/** Raised whenever what is remembered, or how it is read from Git, changes. */
const FORM = 5;

interface Memory extends Additions {
  /** The last commit that was read. */
  readonly tip: string;
}

/** What is remembered of the line that ends at `revision`, if that line still holds the commit up to which it was read. */
export function rememberedReceipts(
  folder: string,
  place: Place,
  revision: string,
): Memory | undefined {
  try {
    const text = readFileSync(fileOf(folder, place), 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (text.slice(0, end) !== sealOf(place, body)) return undefined;
    const { tip, people, written, received } = JSON.parse(body) as Written;
    if (tip !== revision && !isOnLine(place, tip, revision)) return undefined;
    const read = (row: Row): Added => addedIn(row, people);
    return { tip, written: written.map(read), received: received.map(read) };
  } catch {
    return undefined;
  }
}

/** Keeps what was read up to the commit `tip`. What cannot be written is not remembered. */
export function rememberReceipts(folder: string, place: Place, tip: string, all: Additions): void {
  const people = new Map<string, number>();
  const rows = (some: readonly Added[]): Row[] => some.map((one) => rowOf(one, people));
  const [written, received] = [rows(all.written), rows(all.received)];
  const named = [...people.keys()].map((one) => JSON.parse(one) as [string, string]);
  const body = JSON.stringify({ tip, people: named, written, received } satisfies Written);
  const file = fileOf(folder, place);
  const part = `${file}.${String(process.pid)}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Names and addresses of clerks are in it.
    writeFileSync(part, `${sealOf(place, body)}\n${body}`, { mode: 0o600 });
    renameSync(part, file);
  } catch {
    // The next reading begins at the first commit.
  }
}

/** As it is written: few people sign most of a history, so each is named once. */
interface Written {
  readonly tip: string;
  readonly people: readonly (readonly [name: string, email: string])[];
  readonly written: readonly Row[];
  readonly received: readonly Row[];
}

type Row = readonly [
  commit: string,
  parents: number,
  seconds: number,
  author: number,
  authored: number,
  committer: number,
  paths: readonly string[],
  changed: readonly string[],
];

function rowOf(added: Added, people: Map<string, number>): Row {
  const { commit, parents, seconds, author, committer, paths, changed } = added;
  const [by, signed] = [author, committer].map(({ name, email }) => {
    const key = JSON.stringify([name, email]);
    const place = people.get(key) ?? people.size;
    people.set(key, place);
    return place;
  });
  return [commit, parents, seconds, by ?? 0, author.seconds, signed ?? 0, paths, changed];
}

function addedIn(row: Row, people: Written['people']): Added {
  const [commit, parents, seconds, author, authored, committer, paths, changed] = row;
  const person = (place: number, at: number): Added['author'] => {
    const [name = '', email = ''] = people[place] ?? [];
    return { name, email, seconds: at };
  };
  return {
    ...{ commit, parents, seconds, paths, changed },
    author: person(author, authored),
    committer: person(committer, seconds),
  };
}

function fileOf(folder: string, { repository, prefix }: Place): string {
  return join(folder, `${hash('sha256', `${repository}\n${prefix}`).slice(0, 22)}.json`);
}

/** Of this form, this place and these very words. */
function sealOf({ repository, prefix }: Place, body: string): string {
  const place = JSON.stringify([FORM, repository, prefix]);
  return createHash('sha256').update(place).update(body).digest('hex');
}

/** Whether `tip` is one of the first parents of `revision`, or itself. */
function isOnLine({ repository }: Place, tip: string, revision: string): boolean {
  if (!/^[0-9a-f]{40,64}$/u.test(tip)) return false;
  try {
    const line = git(repository, ['rev-list', '--first-parent', '--end-of-options', revision]);
    return line.toString('latin1').split('\n').includes(tip);
  } catch (error) {
    if (error instanceof GitRefused) return false;
    throw error;
  }
}
