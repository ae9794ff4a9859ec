/**
 * 途经: what the commits of a proposal did on the way to its end, merged-in side branches included. What a commit
 * brought and the end does not hold stays in the history for good, and a pending report that is merged so would be taken
 * for received.
 */
import { git, printedLines } from '../git/git.ts';
import { treeAt } from '../git/objects.ts';

/** One side of a change. */
export interface Side {
  readonly mode: string;
  readonly object: string;
}

/** A path in which two trees differ. */
export interface PathDifference {
  readonly path: string;
  readonly before: Side | undefined;
  readonly after: Side | undefined;
}

/**
 * A version of a file that a commit of the proposal brought and that neither its end nor the base holds at that path.
 * `replaced`: a later commit wrote another; `gone`: the end has no such file; `overridden`: a merge took the other side
 * although that side had never seen this version.
 */
export interface PassingVersion extends Side {
  readonly path: string;
  readonly fate: 'replaced' | 'gone' | 'overridden';
  /** True where the base has a file at the path. */
  readonly inBase: boolean;
}

/** A file of the base that a commit changed or took away, although the end of the proposal may have it again. */
export interface Touch {
  readonly path: string;
  readonly kind: 'edited' | 'removed';
}

export interface Passing {
  readonly versions: readonly PassingVersion[];
  readonly touches: readonly Touch[];
}

/** The most bytes that the list of all that the commits changed may take; an honest proposal stays far below. */
const LONGEST = 2 ** 24;

interface Step {
  readonly commit: string;
  readonly parents: readonly string[];
  /** By parent: what the commit has otherwise than it. */
  readonly against: readonly (readonly PathDifference[])[];
}

/** What passes between `base` and `head`; `changes` are those of the end. Throws GitRefused, GitOverflow where it is too much. */
export function passingOf(
  repository: string,
  base: string,
  head: string,
  changes: readonly PathDifference[],
): Passing {
  const steps = stepsOf(repository, base, head);
  const ofBase = new Set<string>();
  const inBase = new Set<string>();
  for (const { path, object } of treeAt(repository, base)) {
    ofBase.add(nameOf(path, object));
    inBase.add(path);
  }
  const brought = new Map<string, { path: string; side: Side; by: Set<string> }>();
  for (const { commit, against } of steps)
    for (const { path, after } of everywhere(against)) {
      if (after === undefined) continue;
      const name = nameOf(path, after.object);
      const known = brought.get(name) ?? { path, side: after, by: new Set() };
      known.by.add(commit);
      brought.set(name, known);
    }
  /** What the end of the proposal does to a path; what it adds counts as edited. */
  const atEnd = new Map(
    changes.map(({ path, after }) => [path, after === undefined ? 'removed' : 'edited'] as const),
  );
  const ancestors = ancestry(steps);
  const overridden = new Set<string>();
  const touches = new Map<string, Touch>();
  for (const { parents, against } of steps) {
    for (const { path, before, after } of everywhere(against)) {
      if (before === undefined || !inBase.has(path)) continue;
      // A draft of the proposal's own may be written anew; what the base had, in whatever version, is not its own.
      const name = nameOf(path, before.object);
      const isOwn = parents.every((parent) => ancestors.has(parent));
      if (isOwn && brought.has(name) && !ofBase.has(name)) continue;
      const kind = after === undefined ? 'removed' : 'edited';
      if (atEnd.get(path) !== kind) touches.set(`${kind}\0${path}`, { path, kind });
    }
    against.forEach((differences, side) => {
      for (const { path, before } of differences) {
        const name = nameOf(path, before?.object ?? '');
        const lost = brought.get(name);
        if (lost === undefined) continue;
        // The sides that the merge agrees with: had one of them seen the version, it went on from there.
        const agreeing = parents.filter(
          (_, other) => other !== side && !against[other]?.some((one) => one.path === path),
        );
        const saw = (parent: string) =>
          [...lost.by].some((commit) => commit === parent || ancestors.of(parent).has(commit));
        if (agreeing.length > 0 && !agreeing.some(saw)) overridden.add(name);
      }
    });
  }
  const kept = new Set(changes.map(({ path, after }) => nameOf(path, after?.object ?? '')));
  const versions = [...brought].flatMap(([name, { path, side }]): PassingVersion[] => {
    if (kept.has(name) || ofBase.has(name)) return [];
    const isThere = atEnd.get(path) === 'edited' || (inBase.has(path) && !atEnd.has(path));
    const fate = !isThere ? 'gone' : overridden.has(name) ? 'overridden' : 'replaced';
    return [{ path, ...side, fate, inBase: inBase.has(path) }];
  });
  return { versions, touches: [...touches.values()] };
}

/** The commits of a proposal, each with what it changed. Of a root everything is new. */
function stepsOf(repository: string, base: string, head: string): Step[] {
  const commits = printedLines(git(repository, ['log', '--format=%H %P', head, `^${base}`])).map(
    (line) => {
      const [commit = '', ...parents] = line.split(' ').filter(Boolean);
      return { commit, parents };
    },
  );
  const names = [...new Set(commits.flatMap(({ commit, parents }) => [commit, ...parents]))];
  const trees = printedLines(
    git(
      repository,
      ['cat-file', '--batch-check=%(objectname)'],
      names.map((name) => `${name}^{tree}\n`).join(''),
    ),
  );
  const treeOf = new Map(names.map((name, index) => [name, trees[index] ?? '']));
  const nothing = git(repository, ['hash-object', '-t', 'tree', '--stdin']).toString('utf8').trim();
  const pairs = commits.flatMap(({ commit, parents }) =>
    (parents.length === 0 ? [nothing] : parents.map((parent) => treeOf.get(parent) ?? '')).map(
      (from) => `${from} ${treeOf.get(commit) ?? ''}`,
    ),
  );
  const found = differencesOf(repository, [...new Set(pairs)]);
  let at = 0;
  return commits.map(({ commit, parents }) => ({
    commit,
    parents,
    against: Array.from({ length: Math.max(1, parents.length) }, () => {
      at += 1;
      return found.get(pairs[at - 1] ?? '') ?? [];
    }),
  }));
}

/** The differences of pairs of trees (`hash hash`), all from one process. */
function differencesOf(
  repository: string,
  pairs: readonly string[],
): Map<string, PathDifference[]> {
  const output = git(
    repository,
    ['diff-tree', '--stdin', '-r', '-z', '--raw', '--no-abbrev', '--no-renames'],
    pairs.map((pair) => `${pair}\n`).join(''),
    LONGEST,
  );
  const found = new Map<string, PathDifference[]>();
  let current: PathDifference[] = [];
  const parts = output.toString('utf8').split('\0');
  for (let at = 0; at < parts.length; at += 1) {
    const heads = (parts[at] ?? '').split('\n');
    const raw = heads.pop() ?? '';
    for (const pair of heads) {
      if (!/^[0-9a-f]+ [0-9a-f]+$/u.test(pair)) continue;
      current = [];
      found.set(pair, current);
    }
    const difference = differenceOf(raw, parts[at + 1]);
    if (difference === undefined) continue;
    at += 1;
    current.push(difference);
  }
  return found;
}

/** `:old-mode new-mode old-hash new-hash status`, and the path behind it. */
export function differenceOf(raw: string, path = ''): PathDifference | undefined {
  const match = /^:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) [A-Z]\d*$/u.exec(raw);
  if (!match) return undefined;
  const [, oldMode = '', newMode = '', oldObject = '', newObject = ''] = match;
  return { path, before: sideOf(oldMode, oldObject), after: sideOf(newMode, newObject) };
}

function sideOf(mode: string, object: string): Side | undefined {
  return mode === '000000' ? undefined : { mode, object };
}

/** What a commit has otherwise than every one of its parents: its own doing. */
function everywhere([first = [], ...others]: Step['against']): readonly PathDifference[] {
  if (others.length === 0) return first;
  const paths = others.map((other) => new Set(other.map(({ path }) => path)));
  return first.filter(({ path }) => paths.every((other) => other.has(path)));
}

/** Which commits are among the steps, and their ancestors there, worked out when asked. */
function ancestry(steps: readonly Step[]) {
  const parentsOf = new Map(steps.map(({ commit, parents }) => [commit, parents]));
  const known = new Map<string, ReadonlySet<string>>();
  const of = (commit: string): ReadonlySet<string> => {
    const found = known.get(commit);
    if (found) return found;
    const all = new Set<string>();
    const waiting = [...(parentsOf.get(commit) ?? [])];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (all.has(next) || !parentsOf.has(next)) continue;
      all.add(next);
      waiting.push(...(parentsOf.get(next) ?? []));
    }
    known.set(commit, all);
    return all;
  };
  return { has: (commit: string) => parentsOf.has(commit), of };
}

function nameOf(path: string, object: string): string {
  return `${path}\0${object}`;
}
