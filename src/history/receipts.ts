/**
 * 收件: when each file of a ledger entered the main line, by whose merge, and who wrote it. What a proposal holds is
 * received when it is merged: its own commits count for the author only. Names are what Git records, which a forge
 * does not vouch for.
 */
import type { CommitPerson } from './additions.ts';
import { git, GitRefused } from './git/git.ts';
import { type MainLine, mainLineOf } from './main-line.ts';
import { unseenDotted } from '../text/unseen.ts';
import { updateIdAt } from '../text/update-path.ts';
import { dayOfSeconds, type Place } from './place.ts';
import { type Push, pushersOf, pushLogOf } from './push-log.ts';

export interface Receipt {
  /** The commit of the main line that brought the file. */
  readonly commit: string;
  /** YYYY-MM-DD in Asia/Shanghai. */
  readonly on: string;
  /**
   * Who brought it in: the author of a merge; of a commit without a second parent its committer, who is somebody else
   * than the author where a proposal was squashed.
   */
  readonly merger: string;
  readonly mergerEmail: string;
  /** Who wrote the commit that first added the file. */
  readonly author: string;
  readonly authorEmail: string;
  /** YYYY-MM-DD in Asia/Shanghai. */
  readonly authoredOn: string;
  /**
   * The accounts that the server authenticated: who pushed it first, who moved the main branch over it. Undefined where
   * no record of the server is at hand; then nobody knows.
   */
  readonly authorAccount?: string | undefined;
  readonly mergerAccount?: string | undefined;
  /** True when it came by a merge. */
  readonly merged: boolean;
  /** True when it was there from the first commit on. */
  readonly founding: boolean;
}

/** The receipts by path below the ledger's folder; `complete` is false in a shallow clone, where old ones are missing. */
export interface Receipts {
  readonly byPath: ReadonlyMap<string, Receipt>;
  readonly complete: boolean;
}

/**
 * The receipts on the main line that ends at `revision`. A file that was deleted and added again keeps its first receipt.
 * `memory` as in `mainLineOf`; what judges a proposal gives none. Throws GitRefused.
 */
export function receiptsOf(
  place: Place,
  revision = 'HEAD',
  pushes: readonly Push[] = pushLogOf(place.repository),
  memory?: string,
): Receipts {
  return receiptsIn(mainLineOf(place, revision, memory), place, revision, pushes);
}

/** As receiptsOf, of a main line that was read already. */
export function receiptsIn(
  { written, received, complete }: MainLine,
  { repository }: Place,
  revision: string,
  pushes: readonly Push[] = pushLogOf(repository),
): Receipts {
  const pushed = pushedCommits(repository, revision, pushes);
  const authors = new Map<string, CommitPerson>();
  for (const { author, paths } of written) {
    for (const path of paths) authors.set(path, author);
  }
  // Few people sign most of a history.
  const names = new Map<string, string>();
  const named = (name: string): string => {
    const shown = names.get(name) ?? unseenDotted(name);
    names.set(name, shown);
    return shown;
  };
  const byPath = new Map<string, Receipt>();
  for (const entry of received) {
    // The oldest commit of a shallow clone seems to add everything that lies behind it.
    if (!complete && entry.parents === 0) continue;
    for (const path of entry.paths) {
      const merger = entry.parents > 1 ? entry.author : entry.committer;
      const author = authors.get(path) ?? entry.author;
      const seen = pushed.get(entry.commit);
      byPath.set(path, {
        commit: entry.commit,
        // The day on which the server got it, where it says; else the one that the merger's machine wrote.
        on: dayOfSeconds(seen?.at ?? entry.seconds),
        ...(seen === undefined ? {} : { authorAccount: seen.author, mergerAccount: seen.by }),
        merger: named(merger.name),
        mergerEmail: merger.email,
        author: named(author.name),
        authorEmail: author.email,
        authoredOn: dayOfSeconds(author.seconds),
        merged: entry.parents > 1,
        founding: entry.parents === 0,
      });
    }
  }
  return { byPath, complete };
}

interface Seen {
  readonly at: number;
  /** Who moved the main branch over the commit. */
  readonly by: string;
  /** Who first pushed the branch that it merged, or itself where it merges none; undefined where the log does not say. */
  readonly author: string | undefined;
}

/** The commits of the main line that a server saw come, with when and from whom. */
function pushedCommits(
  repository: string,
  revision: string,
  pushes: readonly Push[],
): Map<string, Seen> {
  const seen = new Map<string, Seen>();
  if (pushes.length === 0) return seen;
  const args = [
    'rev-list',
    '--first-parent',
    '--parents',
    '--reverse',
    '--end-of-options',
    revision,
  ];
  const line = git(repository, args)
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((one) => one.split(' '));
  const places = new Map(line.map(([commit = ''], index) => [commit, index]));
  const byTip = Map.groupBy(pushes, (push) => push.new);
  const main = mainRefOf(repository);
  let next = 0;
  for (const push of pushes) {
    const end = places.get(push.new);
    const start = places.get(push.old);
    if (push.ref !== main || end === undefined || start === undefined || end < next) continue;
    for (next = Math.max(next, start + 1); next <= end; next += 1) {
      const [commit = '', , merged, ...more] = line[next] ?? [];
      const branch = merged === undefined ? undefined : byTip.get(merged)?.[0];
      const author =
        merged === undefined
          ? push.by
          : branch && more.length === 0
            ? pushersOf(pushes, branch.ref, { tip: merged, until: branch.at })[0]?.by
            : undefined;
      seen.set(commit, { at: push.at, by: push.by, author });
    }
  }
  return seen;
}

/** The main branch of a server is written in its settings when the hook is installed. */
function mainRefOf(repository: string): string {
  try {
    return `refs/heads/${git(repository, ['config', 'ledger.branch']).toString('utf8').trim()}`;
  } catch (error) {
    if (error instanceof GitRefused) return 'refs/heads/main';
    throw error;
  }
}

/** The receipts of reports and decisions, by update id. */
export function updateReceipts({ byPath }: Receipts): Map<string, Receipt> {
  return new Map(
    [...byPath].flatMap(([path, receipt]): [string, Receipt][] => {
      const id = updateIdAt(path);
      return id === undefined ? [] : [[id, receipt]];
    }),
  );
}
