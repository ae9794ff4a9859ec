/**
 * 检查怎么说: what the review says of a proposal that waits, as the server will, by whoever pushed it; remembered as long
 * as nothing that main has gained can change it.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { postsOf } from '../../src/domain/membership.ts';
import {
  type Openable,
  type QueueItem,
  waitingReport,
} from '../../src/form/page-data/waiting-report.ts';
import { git } from '../../src/history/git/git.ts';
import { changesBetween } from '../../src/history/proposal/proposal.ts';
import { branchName, type Waiting } from '../../src/history/proposal/queue.ts';
import { rolesOf } from '../../src/review/people/rights.ts';
import { isBesideLedger, ledgerChange } from '../../src/review/proposal/change.ts';
import { ownerOf } from '../../src/review/push.ts';
import { review } from '../../src/review/review.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { plain } from '../../src/text/plain.ts';
import type { ReportPlace } from './desk/report-in.ts';

/** The same whoever looks and whenever on the day. */
interface Judged {
  readonly author: string;
  readonly opens: readonly Openable[];
  readonly item: Omit<QueueItem, 'opened' | 'days'>;
}

/** The warning that says how many days late it is: another sentence every day, of which nobody need look again. */
const COUNTS_DAYS = 'late-receipt';

export class Judgements {
  readonly #at: ReportPlace;
  /** What was looked at on this main and this day, by commit and author. */
  #looked: { main: string; today: string; by: Map<string, Judged> } = {
    ...{ main: '', today: '', by: new Map() },
  };

  constructor(at: ReportPlace) {
    this.#at = at;
  }

  /** From now on everything is judged against this main, on this day. */
  turnTo(main: string, today: string): void {
    this.#looked = { main, today, by: this.#stillTrue(main, today) };
  }

  /** What the review says; where nobody knows who pushed it, as if `account` did. */
  of(one: Waiting, ledger: Ledger, account: string): Judged {
    const pusher = this.#authorOf(one, ledger);
    const author = pusher ?? account;
    const key = `${one.commit} ${author}`;
    const { by } = this.#looked;
    const found = by.get(key) ?? this.#lookAt({ ...one, author: pusher ?? one.author }, author);
    by.set(key, found);
    return found;
  }

  /** True where a proposal changes records: a list, a finding, a check. A branch with nothing but the program's is not for here. */
  isOfTheLedger(commit: string): boolean {
    const { repository, prefix } = this.#at.place;
    const changes = changesBetween(repository, this.#looked.main, commit);
    return (
      typeof changes !== 'string' &&
      changes.some((change) => !isBesideLedger(ledgerChange(change, prefix).fileKind))
    );
  }

  /**
   * What was looked at and is not touched by what main has gained since: reports on other issues, and evidence where
   * there are no files to compare with it.
   */
  #stillTrue(main: string, today: string): Map<string, Judged> {
    if (this.#looked.today !== today) return new Map();
    const { main: before, by } = this.#looked;
    if (before === main) return by;
    const { repository, prefix } = this.#at.place;
    const changes = changesBetween(repository, before, main);
    if (typeof changes === 'string') return new Map();
    const gained = changes.map((change) => ledgerChange(change, prefix));
    if (
      gained.some(
        ({ fileKind, kind }) => !['update', 'evidence'].includes(fileKind) || kind !== 'added',
      )
    )
      return new Map();
    const touched = new Set(gained.map(({ issue }) => issue));
    const hasFiles = gained.some(({ fileKind }) => fileKind === 'evidence');
    return new Map(
      [...by].filter(
        ([, { item, opens }]) =>
          item.issues.length > 0 &&
          item.others.length === 0 &&
          !item.issues.some(({ issue }) => touched.has(issue)) &&
          !(hasFiles && opens.some(({ kind }) => kind === 'file')),
      ),
    );
  }

  #lookAt({ commit, since, ref, author: named }: Waiting, author: string): Judged {
    const reviewed = review({
      ...this.#at.place,
      base: this.#looked.main,
      head: commit,
      author,
      actor: author,
      today: this.#at.today(),
    });
    const { opens, ...report } = waitingReport(reviewed);
    const branch = branchName(ref);
    const faults = reviewed.faults.filter(({ rule }) => rule !== COUNTS_DAYS);
    const lasting = JSON.stringify(waitingReport({ ...reviewed, faults }));
    const seen = createHash('sha256').update(lasting).digest('hex');
    const subject = git(this.#at.place.repository, ['show', '--no-patch', '--format=%s', commit]);
    const title = plain(subject.toString('utf8').trim());
    return {
      author,
      opens,
      item: { commit, branch, title, since, author: named, seen, ...report },
    };
  }

  /**
   * Who pushed the branch, where the server lies on this machine, else whom its commit names; undefined where that is no
   * account. Then it is looked at as whoever looks would hand it in: the server knows better and has its say.
   */
  #authorOf({ ref, author }: Waiting, { site, units }: Ledger): string | undefined {
    const { place, remote } = this.#at;
    const branch = ref.replace(/^refs\/remotes\/[^/]+\//u, 'refs/heads/');
    const there = remote === undefined ? place.repository : this.#addressOf(remote);
    const pusher = existsSync(there) ? ownerOf(there, branch) : undefined;
    const people = { site, units: [...units.values()] };
    const isKnown = (account: string) =>
      rolesOf(postsOf(account, people, this.#at.today())).length > 0;
    return [pusher, author].find((one) => one !== undefined && isKnown(one));
  }

  #addressOf(remote: string): string {
    return git(this.#at.place.repository, ['remote', 'get-url', remote]).toString('utf8').trim();
  }
}
