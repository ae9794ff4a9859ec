/** 分支: a proposal written as one commit on a new branch, by Git objects alone; the work tree and its index are not touched. */
import { git, GitRefused } from './git.ts';
import type { Place } from '../place.ts';
import { isAncestor } from './refs.ts';

export interface NewBranch {
  /** Without refs/heads/. */
  name: string;
  /** The full hash of the commit that it grows from. */
  base: string;
  message: string;
  /** Path below the ledger's folder → text or bytes; undefined where the file goes. */
  files: ReadonlyMap<string, string | Uint8Array | undefined>;
  /** Those of them that a system may run. */
  runnable?: ReadonlySet<string>;
}

export interface NewCommit extends Omit<NewBranch, 'name'> {
  /** The full name of the ref that is set. */
  ref: string;
  /** Name, address and time of whoever signs, as Git writes them. */
  by: string;
}

/**
 * Makes the branch and returns its commit. All or nothing: a ref is set or it is not. Throws GitRefused, in Chinese, when
 * the name is taken by a branch that is not merged or no name can be one, when Git knows nobody to sign with, or when Git cannot write.
 */
export function writeBranch(place: Place, branch: NewBranch): string {
  checkName(place.repository, branch);
  return writeCommit(place, {
    ...branch,
    ref: `refs/heads/${branch.name}`,
    by: identity(place.repository),
  });
}

export interface NewMerge extends Omit<NewCommit, 'files' | 'runnable'> {
  readonly head: string;
  /** What the head does to the base, by paths from the top of the repository. */
  readonly changes: readonly {
    readonly path: string;
    readonly after: { readonly mode: string; readonly object: string } | undefined;
  }[];
}

/** Makes one commit, points a ref at it and returns it. Throws GitRefused when Git cannot write. */
export function writeCommit({ repository, prefix }: Place, commit: NewCommit): string {
  const parts: (string | Uint8Array)[] = [];
  for (const [path, data] of commit.files) {
    const mode = commit.runnable?.has(path) === true ? '100755' : '100644';
    if (data === undefined) parts.push(`D ${quoted(prefix + path)}\n`);
    else parts.push(`M ${mode} inline ${quoted(prefix + path)}\n`, ...dataOf(data));
  }
  return imported(repository, commit, [`from ${commit.base}\n`, ...parts]);
}

/** Merges a proposal into its base as exactly the changes that the review looked at. Throws GitRefused. */
export function writeMerge({ repository }: Place, merge: NewMerge): string {
  return imported(repository, merge, [
    `from ${merge.base}\nmerge ${merge.head}\n`,
    ...merge.changes.map(({ path, after }) =>
      after === undefined
        ? `D ${quoted(path)}\n`
        : `M ${after.mode} ${after.object} ${quoted(path)}\n`,
    ),
  ]);
}

function imported(
  repository: string,
  { ref, by, message }: Pick<NewCommit, 'ref' | 'by' | 'message'>,
  body: readonly (string | Uint8Array)[],
): string {
  const parts = [`commit ${ref}\ncommitter ${by}\n`, ...dataOf(message), ...body, 'done\n'];
  git(
    repository,
    ['fast-import', '--quiet', '--done'],
    Buffer.concat(parts.map((part) => Buffer.from(part))),
  );
  return git(repository, ['rev-parse', '--verify', ref]).toString('utf8').trim();
}

/** Takes back a branch that nobody has been shown. Throws GitRefused, as when somebody has moved it since. */
export function removeBranch({ repository }: Place, name: string, commit: string): void {
  git(repository, ['update-ref', '-d', `refs/heads/${name}`, commit]);
}

/** A name that can be one and is free: of no branch, or of one that the base holds already, merged and left behind. */
function checkName(repository: string, { name, base }: NewBranch): void {
  try {
    git(repository, ['check-ref-format', '--branch', name]);
  } catch (error) {
    if (error instanceof GitRefused)
      throw new GitRefused(`“${name}”不能作分支名；用字母、数字、连字符和斜线`);
    throw error;
  }
  const ref = `refs/heads/${name}`;
  if (isThere(repository, ref) && !isAncestor(repository, ref, base))
    throw new GitRefused(
      `分支 ${name} 已经有了：同样的内容可能已经写过；另写一份用 --branch 换个名字，不要旧的先运行 git branch -D ${name}`,
    );
}

function isThere(repository: string, ref: string): boolean {
  return git(repository, ['for-each-ref', '--format=%(refname)', ref]).length > 0;
}

/** Name, address and time of whoever runs this, as Git is set up. */
function identity(repository: string): string {
  try {
    return git(repository, ['var', 'GIT_COMMITTER_IDENT']).toString('utf8').trim();
  } catch (error) {
    if (error instanceof GitRefused)
      throw new GitRefused(
        'Git 还不知道提交人；先运行 git config user.name "姓名" 和 git config user.email "邮箱"',
      );
    throw error;
  }
}

function dataOf(data: string | Uint8Array): (string | Uint8Array)[] {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  return [`data ${bytes.length}\n`, bytes, '\n'];
}

/** A path as fast-import reads it: in double quotes, with backslashes. */
function quoted(path: string): string {
  return `"${path.replace(/["\\]/gu, String.raw`\$&`).replaceAll('\n', String.raw`\n`)}"`;
}
