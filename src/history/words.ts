/** 提交里的话: the names and messages that the commits of a proposal carry into the history. */
import { git } from './git.ts';

export interface CommitWords {
  readonly commit: string;
  /** Author, committer, their addresses, the message. */
  readonly text: string;
}

/** The most bytes that all of them may take. */
const LONGEST = 2 ** 22;

/** Of every commit that `head` has and `base` has not. Throws GitOverflow where it is too much. */
export function wordsOf(repository: string, base: string, head: string): CommitWords[] {
  const args = ['log', '-z', '--format=%H%n%an%n%ae%n%cn%n%ce%n%B', head, `^${base}`];
  return git(repository, args, undefined, LONGEST)
    .toString('utf8')
    .split('\0')
    .filter(Boolean)
    .map((entry) => ({ commit: entry.slice(0, entry.indexOf('\n')), text: entry }));
}
