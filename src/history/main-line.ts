/** 主线: what the history of a ledger added and changed, read in two passes, and only what is new where it is remembered. */
import type { Added, Additions } from './additions.ts';
import { git } from './git/git.ts';
import { logOf, pathsBelow } from './git/log.ts';
import { commitAt, type Place } from './place.ts';
import { rememberReceipts, rememberedReceipts } from './receipt-memory.ts';

export interface MainLine extends Additions {
  /** False in a shallow clone, where old commits are missing. */
  readonly complete: boolean;
}

/**
 * The main line that ends at `revision`, first parents only, and who wrote what came to it. `memory`: a folder in which
 * what was read is kept for the next time, so that only what came since is read. Throws GitRefused.
 */
export function mainLineOf(place: Place, revision: string, memory?: string): MainLine {
  const shallow = git(place.repository, ['rev-parse', '--is-shallow-repository']).toString('utf8');
  const complete = shallow.trim() === 'false';
  return { ...additions(place, revision, complete ? memory : undefined), complete };
}

function additions(place: Place, revision: string, memory: string | undefined): Additions {
  // A name may move while it is read; a commit does not.
  const tip = commitAt(place, revision);
  const known = memory === undefined ? undefined : rememberedReceipts(memory, place, tip);
  if (known?.tip === tip) return known;
  const range = known === undefined ? tip : `${known.tip}..${tip}`;
  const written = commits(place, range, ['--no-merges', '--diff-filter=A']);
  const received = commits(place, range, ['--first-parent', '-m']);
  // Who wrote a file that was added twice depends on the order of all commits: then all are read.
  const old = new Set(known?.written.flatMap(({ paths }) => paths));
  if (memory !== undefined && written.some(({ paths }) => paths.some((path) => old.has(path))))
    return rememberedAnew(place, tip, memory);
  const all = {
    written: [...written, ...(known?.written ?? [])],
    received: [...received, ...(known?.received ?? [])],
  };
  const isNew = written.length + received.length > 0;
  if (memory !== undefined && (known === undefined || isNew))
    rememberReceipts(memory, place, tip, all);
  return all;
}

/** Reads all, and keeps it in place of what was remembered. */
function rememberedAnew(place: Place, tip: string, memory: string): Additions {
  const all = additions(place, tip, undefined);
  rememberReceipts(memory, place, tip, all);
  return all;
}

/** The commits, newest first, that did something to records of the ledger. Nobody asks when a picture came, and Git is slow in folders of many. */
function commits(place: Place, revision: string, which: readonly string[]): Added[] {
  return logOf(
    place.repository,
    ['%H', '%P', '%ct', '%an', '%ae', '%at', '%cn', '%ce'],
    [
      ...[...which, '--no-renames', '--name-status', '--end-of-options', revision],
      ...['--', place.prefix === '' ? '.' : place.prefix, `:(exclude)${place.prefix}evidence`],
    ],
  ).map(({ fields, rest }) => {
    const [commit = '', parents = '', seconds = '', name = '', email = '', at = ''] = fields;
    const [committerName = '', committerEmail = ''] = fields.slice(6);
    return {
      commit,
      parents: parents === '' ? 0 : parents.split(' ').length,
      seconds: Number(seconds),
      author: { name, email, seconds: Number(at) },
      committer: { name: committerName, email: committerEmail, seconds: Number(seconds) },
      ...statuses(place.prefix, rest),
    };
  });
}

/** A letter, then the path, again and again. */
function statuses(prefix: string, rest: readonly string[]): Pick<Added, 'paths' | 'changed'> {
  const added: string[] = [];
  const others: string[] = [];
  for (let at = 0; at + 1 < rest.length; at += 2)
    (rest[at] === 'A' ? added : others).push(rest[at + 1] ?? '');
  return { paths: pathsBelow(prefix, added), changed: pathsBelow(prefix, others) };
}
