/** 引用: branches, where they come from, and who pushed them as the server itself recorded it. */
import { git, GitRefused } from './git.ts';

const NOTHING = '0'.repeat(40);

/** A ref with the commit it points at. */
export interface GitRef {
  /** refs/heads/… */
  readonly name: string;
  readonly commit: string;
  /** Seconds since 1970 of the commit. */
  readonly seconds: number;
}

/**
 * The refs that match one of the patterns (as of git for-each-ref) and point at commits, by name; with `unmerged` only
 * those that this commit does not hold.
 */
export function refsLike(
  repository: string,
  patterns: readonly string[],
  unmerged?: string,
): GitRef[] {
  const format = '%(refname)%00%(objecttype)%00%(objectname)%00%(committerdate:unix)';
  const only = unmerged === undefined ? [] : [`--no-merged=${unmerged}`];
  const output = git(repository, ['for-each-ref', `--format=${format}`, ...only, ...patterns]);
  return output
    .toString('utf8')
    .split('\n')
    .flatMap((line) => {
      const [name = '', type, commit = '', seconds = ''] = line.split('\0');
      return type === 'commit' ? [{ name, commit, seconds: Number(seconds) }] : [];
    });
}

/** What a ref points at now; zeros where there is no such ref. */
export function standsAt(repository: string, ref: string): string {
  const refs = git(repository, ['for-each-ref', '--format=%(objectname) %(refname)', ref])
    .toString('utf8')
    .split('\n');
  const found = refs.find((line) => line.endsWith(` ${ref}`));
  return found === undefined ? NOTHING : found.slice(0, -ref.length - 1);
}

/** True for a commit; a branch may hold nothing else. */
export function isCommit(repository: string, object: string): boolean {
  return git(repository, ['cat-file', '-t', object]).toString('utf8').trim() === 'commit';
}

/** True when `older` is `newer` or one of its ancestors. */
export function isAncestor(repository: string, older: string, newer: string): boolean {
  try {
    git(repository, ['merge-base', '--is-ancestor', older, newer]);
    return true;
  } catch (error) {
    if (error instanceof GitRefused) return false;
    throw error;
  }
}

/** The commits that `newer` has behind `older` on its first-parent line, oldest first, each with its parents. */
export function mainLine(
  repository: string,
  older: string,
  newer: string,
): { commit: string; parents: readonly string[] }[] {
  const args = ['rev-list', '--first-parent', '--parents', '--reverse', newer, `^${older}`];
  return git(repository, args)
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [commit = '', ...parents] = line.split(' ');
      return { commit, parents };
    });
}

/** The days that the new commits of the first-parent line carry, as whoever made them typed: seconds since 1970. */
export function mainDays(
  repository: string,
  older: string,
  newer: string,
): { commit: string; seconds: number }[] {
  const args = ['log', '--first-parent', '--reverse', '--format=%H %ct', newer, `^${older}`];
  return git(repository, args)
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [commit = '', seconds] = line.split(' ');
      return { commit, seconds: Number(seconds) };
    });
}

/** A push that the repository's own log of a ref holds. */
export interface PushRecord {
  readonly commit: string;
  /** Whom the server had authenticated. */
  readonly by: string;
}

/** The pushes of a ref, oldest first; empty where the repository keeps no log (core.logAllRefUpdates). */
export function pushesOf(repository: string, ref: string): PushRecord[] {
  try {
    return git(repository, ['log', '--walk-reflogs', '--format=%H%x00%gn', ref, '--'])
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [commit = '', by = ''] = line.split('\0');
        return { commit, by };
      })
      .toReversed();
  } catch (error) {
    if (error instanceof GitRefused) return [];
    throw error;
  }
}

/** The branches that hold `commit`. */
export function branchesWith(repository: string, commit: string): string[] {
  const args = ['for-each-ref', '--format=%(refname)', '--contains', commit, 'refs/heads'];
  return git(repository, args).toString('utf8').split('\n').filter(Boolean);
}
