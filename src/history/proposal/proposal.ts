/**
 * 待合并的变更: what a head would change on a base, worked out from Git objects alone. The paths are those of the
 * repository, as Git has them.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isWithinBudget } from './budget.ts';
import { git, GitOverflow, GitRefused } from '../git/git.ts';
import { type PathDifference, differenceOf, type Passing, passingOf } from './passing.ts';
import { type CommitWords, commitWords } from './words.ts';

export type { Side } from './passing.ts';

/** A path that the head adds, edits or removes. `before` is what the base holds there now. */
export interface FileChange extends PathDifference {
  /** True when the base has changed the same path since the head left it, to something else. */
  readonly conflict: boolean;
}

export interface Proposal {
  readonly base: string;
  readonly head: string;
  /** In the order of the path. */
  readonly changes: readonly FileChange[];
  /** What its commits did on the way. */
  readonly passing: Passing;
  /** The names and messages that its commits carry. */
  readonly words: readonly CommitWords[];
  /** True when the head does not contain the base: it was begun before and not brought up to date. */
  readonly outdated: boolean;
}

/** Why there is no proposal to look at. */
export type NoProposal = 'unrelated' | 'criss-cross' | 'huge' | 'shallow';

/**
 * Compares two commits (full hashes). A head without a common ancestor, or with several, cannot be judged exactly and is
 * refused; so is one that is more than any proposal, or whose history is not all here. Throws GitRefused.
 */
export function proposalOf(repository: string, base: string, head: string): Proposal | NoProposal {
  const from = forkOf(repository, base, head);
  if (!/^[0-9a-f]+$/u.test(from)) return from as NoProposal;
  try {
    const changes = changesOf(repository, from, base, head);
    const passing = passingOf(repository, base, head, changes);
    const words = commitWords(repository, base, head);
    return { base, head, changes, passing, words, outdated: from !== base };
  } catch (error) {
    if (error instanceof GitOverflow) return 'huge';
    throw error;
  }
}

/** The changes alone, where nobody asks how they came. Throws GitRefused. */
export function changesBetween(
  repository: string,
  base: string,
  head: string,
): readonly FileChange[] | NoProposal {
  const from = forkOf(repository, base, head);
  return /^[0-9a-f]+$/u.test(from) ? changesOf(repository, from, base, head) : (from as NoProposal);
}

/** Where the head left the base, or why it cannot be looked at. */
function forkOf(repository: string, base: string, head: string): string {
  const bases = mergeBases(repository, base, head);
  const [from] = bases;
  if (from === undefined) return 'unrelated';
  if (bases.length > 1) return 'criss-cross';
  if (isCutOff(repository, base, head)) return 'shallow';
  return isWithinBudget(repository, base, head) ? from : 'huge';
}

function changesOf(repository: string, from: string, base: string, head: string): FileChange[] {
  const moved = new Map(
    from === base ? [] : diff(repository, from, base).map((entry) => [entry.path, entry]),
  );
  return diff(repository, from, head).flatMap((entry): FileChange[] => {
    const meanwhile = moved.get(entry.path);
    if (meanwhile === undefined) return [{ ...entry, conflict: false }];
    if (
      meanwhile.after?.object === entry.after?.object &&
      meanwhile.after?.mode === entry.after?.mode
    )
      return [];
    return [{ path: entry.path, before: meanwhile.after, after: entry.after, conflict: true }];
  });
}

/** True when the history of the proposal ends at a commit whose parents were not fetched. */
function isCutOff(repository: string, base: string, head: string): boolean {
  const shallow = text(git(repository, ['rev-parse', '--git-path', 'shallow']));
  let ends: string[] = [];
  try {
    ends = readFileSync(resolve(repository, shallow), 'utf8').split('\n').filter(Boolean);
  } catch {
    return false;
  }
  if (ends.length === 0) return false;
  const ours = new Set(text(git(repository, ['rev-list', head, `^${base}`])).split('\n'));
  return ends.some((end) => ours.has(end));
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

/** The paths in which two trees differ, in their order. */
function diff(repository: string, a: string, b: string): PathDifference[] {
  const args = ['diff-tree', '-r', '-z', '--raw', '--no-abbrev', '--no-renames', a, b];
  const parts = git(repository, args).toString('utf8').split('\0');
  const found: PathDifference[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const difference = differenceOf(parts[at] ?? '', parts[at + 1]);
    if (difference !== undefined) found.push(difference);
  }
  return found.toSorted((x, y) => (x.path < y.path ? -1 : 1));
}

function text(output: Buffer): string {
  return output.toString('utf8').trim();
}
