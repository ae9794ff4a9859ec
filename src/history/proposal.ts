/**
 * 待合并的变更: what a head would change on a base, worked out from Git objects alone. The paths are those of the
 * repository, as Git has them.
 */
import { git, GitOverflow, GitRefused } from './git.ts';
import { treeAt } from './objects.ts';

/** One side of a change. */
export interface Side {
  readonly mode: string;
  readonly object: string;
}

/** A path that the head adds, edits or removes. `base` is what the base holds there now. */
export interface Change {
  readonly path: string;
  readonly before: Side | undefined;
  readonly after: Side | undefined;
  /** True when the base has changed the same path since the head left it, to something else. */
  readonly conflict: boolean;
}

export interface Proposal {
  readonly base: string;
  readonly head: string;
  /** In the order of the path. */
  readonly changes: readonly Change[];
  /** Blobs that commits of the proposal hold at some point and its end does not: they would stay in the history. */
  readonly passing: readonly {
    readonly path: string;
    readonly object: string;
    readonly mode: string;
  }[];
  /** How many commits the head has that the base has not. */
  readonly commits: number;
  /** True when the head does not contain the base: it was begun before and not brought up to date. */
  readonly outdated: boolean;
}

/** Why there is no proposal to look at. */
export type NoProposal = 'unrelated' | 'criss-cross' | 'huge';

/** The most commits that a proposal may have, and the most bytes that the list of a commit's files may take. */
const MOST_COMMITS = 2000;
const LONGEST_LIST = 2 ** 27;

/**
 * Compares two commits (full hashes). A head without a common ancestor, or with several, cannot be judged exactly and is
 * refused; so is one whose trees unfold to more files than any ledger has, on which Git's own comparison would not end.
 * Throws GitRefused.
 */
export function proposalOf(repository: string, base: string, head: string): Proposal | NoProposal {
  const bases = mergeBases(repository, base, head);
  const [from] = bases;
  if (from === undefined) return 'unrelated';
  if (bases.length > 1) return 'criss-cross';
  const commits = Number(text(git(repository, ['rev-list', '--count', head, `^${base}`])));
  if (commits > MOST_COMMITS || !unfolds(repository, base, head)) return 'huge';
  const moved = new Map(
    from === base ? [] : diff(repository, from, base).map((entry) => [entry.path, entry]),
  );
  const changes = diff(repository, from, head).flatMap((entry): Change[] => {
    const meanwhile = moved.get(entry.path);
    if (meanwhile === undefined) return [{ ...entry, conflict: false }];
    if (
      meanwhile.after?.object === entry.after?.object &&
      meanwhile.after?.mode === entry.after?.mode
    )
      return [];
    return [{ path: entry.path, before: meanwhile.after, after: entry.after, conflict: true }];
  });
  return {
    base,
    head,
    changes,
    passing: commits > 1 ? passingOf(repository, base, head, changes) : [],
    commits,
    outdated: from !== base,
  };
}

/**
 * True when every commit of the proposal holds a bounded number of files. A tree of a few objects may name itself over
 * and over; the list of files is written as it is found and is stopped, a comparison would be gathered in memory first.
 */
function unfolds(repository: string, base: string, head: string): boolean {
  const trees = text(git(repository, ['log', '--format=%T', head, `^${base}`])).split('\n');
  try {
    for (const tree of new Set(trees.filter(Boolean)))
      git(repository, ['ls-tree', '-r', '-z', '--full-tree', tree], '', LONGEST_LIST);
    return true;
  } catch (error) {
    if (error instanceof GitOverflow) return false;
    throw error;
  }
}

function mergeBases(repository: string, base: string, head: string): string[] {
  try {
    return text(git(repository, ['merge-base', '--all', base, head]))
      .split('\n')
      .filter(Boolean);
  } catch (error) {
    // Git answers "no common ancestor" with exit code 1 and no words.
    if (error instanceof GitRefused && error.message.endsWith('没有成功：')) return [];
    throw error;
  }
}

/** The paths in which two trees differ. */
function diff(repository: string, a: string, b: string): Omit<Change, 'conflict'>[] {
  const output = git(repository, [
    'diff-tree',
    '-r',
    '-z',
    '--raw',
    '--no-abbrev',
    '--no-renames',
    a,
    b,
  ]);
  return [...rawEntries(output)].toSorted((x, y) => (x.path < y.path ? -1 : 1));
}

/** Every blob that some commit on the way brought and that the end does not have at that path. */
function passingOf(repository: string, base: string, head: string, changes: readonly Change[]) {
  const output = git(repository, [
    'log',
    '--raw',
    '-z',
    '-m',
    '--no-abbrev',
    '--no-renames',
    '--format=',
    head,
    `^${base}`,
  ]);
  const kept = new Set(changes.map(({ path, after }) => `${path}\0${after?.object ?? ''}`));
  const ofBase = new Set(treeAt(repository, base).map(({ path, object }) => `${object}\0${path}`));
  const found = new Map<string, { path: string; object: string; mode: string }>();
  for (const { path, after } of rawEntries(output)) {
    if (after === undefined || kept.has(`${path}\0${after.object}`)) continue;
    if (ofBase.has(`${after.object}\0${path}`)) continue;
    found.set(`${path}\0${after.object}`, { path, ...after });
  }
  return [...found.values()];
}

/** `:old-mode new-mode old-hash new-hash status NUL path NUL`, over and over. */
function* rawEntries(output: Buffer): Generator<Omit<Change, 'conflict'>> {
  const parts = output.toString('utf8').split('\0');
  for (let at = 0; at + 1 < parts.length; at += 1) {
    const match = /^\n*:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) [A-Z]\d*$/u.exec(parts[at] ?? '');
    if (!match) continue;
    const [, oldMode = '', newMode = '', oldObject = '', newObject = ''] = match;
    at += 1;
    yield {
      path: parts[at] ?? '',
      before: side(oldMode, oldObject),
      after: side(newMode, newObject),
    };
  }
}

function side(mode: string, object: string): Side | undefined {
  return mode === '000000' ? undefined : { mode, object };
}

function text(output: Buffer): string {
  return output.toString('utf8').trim();
}
