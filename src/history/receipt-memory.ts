/**
 * 记忆: what was read of a ledger's history, by the commit up to which it was read. The main line only grows, so the next
 * reading goes on from there. It is a cache and lies outside every ledger: one that is missing, broken, altered, of
 * another repository or of a line that was rewritten since is none, and everything is read again.
 */
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Additions } from './additions.ts';
import { git, GitRefused } from './git.ts';
import type { Place } from './place.ts';

/** Raised whenever what is remembered, or how it is read from Git, changes. */
const FORM = 2;

interface Memory extends Additions {
  /** The last commit that was read. */
  readonly tip: string;
}

/** What is remembered of the line that ends at `revision`, if that line still holds the commit up to which it was read. */
export function remembered(folder: string, place: Place, revision: string): Memory | undefined {
  try {
    const text = readFileSync(fileOf(folder, place), 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (text.slice(0, end) !== sealOf(place, body)) return undefined;
    const memory = JSON.parse(body) as Memory;
    return isOnLine(place, memory.tip, revision) ? memory : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what was read up to the commit `tip`. What cannot be written is not remembered. */
export function remember(folder: string, place: Place, tip: string, all: Additions): void {
  const body = JSON.stringify({ tip, ...all } satisfies Memory);
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

function fileOf(folder: string, { repository, prefix }: Place): string {
  return join(folder, `${hash('sha256', `${repository}\n${prefix}`).slice(0, 22)}.json`);
}

/** Of this form, this place and these very words. */
function sealOf({ repository, prefix }: Place, body: string): string {
  return hash('sha256', JSON.stringify([FORM, repository, prefix, body]));
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
