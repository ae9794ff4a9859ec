/**
 * 待审报送: proposals that branches and the forge's refs hold and the main branch does not. What is open on a forge only
 * its own refs can tell: they are fetched with `git fetch origin '+refs/pull/*:refs/pull/*'` or the like.
 */
import { git } from '../git/git.ts';
import { commitAt, dayOfSeconds, type Place } from '../place.ts';
import { unseenDotted } from '../../text/unseen.ts';
import { refsLike } from '../git/refs.ts';
import { pendingUpdates } from './vanished.ts';

export interface Waiting {
  /** The first of the refs that point at it, as refs/heads/report/a. */
  readonly ref: string;
  readonly commit: string;
  /** YYYY-MM-DD in Asia/Shanghai: the day of its last commit. */
  readonly since: string;
  readonly author: string;
  /** Paths of the updates that it adds, below the ledger's folder. */
  readonly updates: readonly string[];
}

/** Where proposals stand: every branch, here or fetched, whatever its name, and the forges' own refs. */
export const proposalRefs: readonly string[] = [
  'refs/heads/**',
  'refs/remotes/**',
  'refs/pull/*/head',
  'refs/merge-requests/*/head',
  'refs/for/**',
];

/** Its name where it lies, without which of the repositories that is. */
export function branchName(ref: string): string {
  return ref.replace(/^refs\/(?:heads\/|remotes\/[^/]+\/)?/u, '');
}

/**
 * The proposals with updates that `main` (a revision) does not hold yet, oldest first; those without any where `isAlso`
 * says so of their commit. Throws GitRefused.
 */
export function waitingFor(
  place: Place,
  main: string,
  patterns: readonly string[] = proposalRefs,
  isAlso: (commit: string) => boolean = () => false,
): Waiting[] {
  const { repository } = place;
  const base = commitAt(place, main);
  const seen = new Set<string>();
  const waiting: (Waiting & { seconds: number })[] = [];
  for (const { name, commit, seconds } of refsLike(repository, patterns, base)) {
    if (seen.has(commit) || isMain(name, main)) continue;
    seen.add(commit);
    const updates = pendingUpdates(place, base, commit);
    if (updates.length === 0 && !isAlso(commit)) continue;
    const author = git(repository, ['show', '--no-patch', '--format=%an', commit]);
    waiting.push({
      ref: name,
      commit,
      seconds,
      since: dayOfSeconds(seconds),
      author: unseenDotted(author.toString('utf8').trim()),
      updates,
    });
  }
  return waiting
    .toSorted((a, b) => a.seconds - b.seconds || (a.ref < b.ref ? -1 : 1))
    .map(({ seconds: _seconds, ...one }) => one);
}

/** The main branch itself waits for nothing, also where a remote's is further than the one that was asked for. */
function isMain(ref: string, main: string): boolean {
  const branch = (name: string) =>
    name.replace(/^(?:refs\/)?(?:heads\/|remotes\/[^/]+\/|origin\/)/u, '');
  const own = /^[0-9a-f]{40,64}$/u.test(main) ? 'main' : branch(main);
  return /^refs\/(?:heads|remotes)\//u.test(ref) && [own, 'HEAD'].includes(branch(ref));
}
