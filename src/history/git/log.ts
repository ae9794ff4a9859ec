/**
 * 提交记录: what `git log` prints, parted into commits. A name in a commit may hold any character but NUL and a line feed,
 * so that no fixed mark is safe between two commits: each question has a mark of its own that nobody can know.
 */
import { randomUUID } from 'node:crypto';
import { git } from './git.ts';

export interface LogRecord {
  /** What was asked for of the commit, in that order. */
  readonly fields: readonly string[];
  /** What Git adds, as names of files, between NULs. */
  readonly rest: readonly string[];
}

/** The commits that `args` select, each with `fields` (of Git's pretty formats). Throws GitRefused. */
export function logOf(
  repository: string,
  fields: readonly string[],
  args: readonly string[],
): LogRecord[] {
  const mark = randomUUID();
  const format = `--format=${mark}${fields.map((field) => `${field}%x00`).join('')}`;
  return git(repository, ['log', '-z', format, ...args])
    .toString('utf8')
    .split(mark)
    .slice(1)
    .map((record) => {
      const parts = record.split('\0');
      const rest = parts.slice(fields.length).map((part) => part.replace(/^\n/u, ''));
      return { fields: parts.slice(0, fields.length), rest: rest.filter((part) => part !== '') };
    });
}

/** Paths of the records below a folder of the repository, in NFC; `rest` are names alone. */
export function pathsBelow(prefix: string, rest: readonly string[]): string[] {
  return rest.map((path) => path.slice(prefix.length).normalize('NFC'));
}
