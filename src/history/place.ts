/** Where a ledger lies in its repository, and what a revision names there. */
import { dayInChina } from '../day/china.ts';
import { git, GitRefused } from './git/git.ts';

/** A folder of a repository; `prefix` is empty or ends in a slash, with forward slashes. */
export interface Place {
  /** The folder in which Git is run: the top of the work tree, or the bare repository itself. */
  readonly repository: string;
  readonly prefix: string;
}

/** A commit with the day on which it was made, as people in China count days. */
export interface Commit {
  /** 40 hexadecimal digits. */
  readonly id: string;
  /** YYYY-MM-DD in Asia/Shanghai. */
  readonly on: string;
}

/**
 * The place of a folder in the repository that holds it, or undefined outside one. A bare repository, as it lies on a
 * server, says in its settings where the ledger is.
 */
export function placeOf(dir: string): Place | undefined {
  try {
    const [isBare] = lines(git(dir, ['rev-parse', '--is-bare-repository']));
    if (isBare === 'true') return { repository: dir, prefix: contentIn(dir) };
    const [repository = '', prefix = ''] = lines(
      git(dir, ['rev-parse', '--show-toplevel', '--show-prefix']),
    );
    return { repository, prefix };
  } catch (error) {
    if (error instanceof GitRefused) return undefined;
    throw error;
  }
}

function contentIn(repository: string): string {
  const args = ['config', '--default', 'content', 'ledger.content'];
  const [folder = ''] = lines(git(repository, args));
  return folder === '.' ? '' : `${folder}/`;
}

/**
 * The commit that a revision (a hash, a branch, a tag) names, or undefined when there is none. A branch comes before a
 * tag of the same name, which Git would take: tags come along with a fetch, and anybody's may be called `origin/main`.
 */
export function commitOf({ repository }: Place, revision: string): Commit | undefined {
  try {
    const named = branchNamed(repository, revision) ?? revision;
    const [id = ''] = lines(
      git(repository, ['rev-parse', '--verify', '--end-of-options', `${named}^{commit}`]),
    );
    const [seconds = ''] = lines(git(repository, ['show', '--no-patch', '--format=%ct', id]));
    return { id, on: dayOfSeconds(Number(seconds)) };
  } catch (error) {
    if (error instanceof GitRefused) return undefined;
    throw error;
  }
}

/** The revision by the full name of the branch, here or fetched, that a tag of the same name hides; undefined where none does. */
function branchNamed(repository: string, revision: string): string | undefined {
  const [, name = '', rest = ''] = /^(.+?)((?:[~^:]|@\{).*)?$/su.exec(revision) ?? [];
  if (/^(?:|HEAD|refs\/.*|[0-9a-f]{40,64})$/su.test(name)) return undefined;
  const [tag = '', ...branches] = ['tags', 'heads', 'remotes'].map(
    (kind) => `refs/${kind}/${name}`,
  );
  const asked = ['for-each-ref', '--format=%(refname)', '--', tag, ...branches];
  const found = lines(git(repository, asked));
  const branch = found.includes(tag) ? branches.find((one) => found.includes(one)) : undefined;
  return branch && branch + rest;
}

/** Few days, a hundred thousand commits. */
const days = new Map<number, string>();

/** The day in China of an instant in seconds since 1970, as Git counts. */
export function dayOfSeconds(seconds: number): string {
  const count = Math.floor((seconds + 8 * 3600) / 86_400);
  const known = days.get(count);
  if (known !== undefined) return known;
  const day = dayInChina(new Date(seconds * 1000));
  days.set(count, day);
  return day;
}

function lines(output: Buffer): string[] {
  return output.toString('utf8').split('\n');
}

/** As commitOf, where there must be one. Throws GitRefused. */
export function commitAt(place: Place, revision: string): string {
  const commit = commitOf(place, revision);
  if (commit === undefined) throw new GitRefused(`仓库里没有提交“${revision}”`);
  return commit.id;
}

/** The commit that a folder is at; empty outside Git. */
export function headOf(dir: string): string {
  const place = placeOf(dir);
  return (place && commitOf(place, 'HEAD')?.id) ?? '';
}
