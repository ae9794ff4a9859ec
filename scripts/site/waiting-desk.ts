/**
 * 待审的报送: what waits at the office's desk, each looked at by the review as the server will; and its evidence, which
 * counts as opened once it was handed over.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { daysBetween } from '../../src/day/calendar.ts';
import { postsOf } from '../../src/domain/membership.ts';
import {
  type Openable,
  type QueueItem,
  waitingReport,
  type WaitingState,
} from '../../src/form/waiting-report.ts';
import { git, GitRefused } from '../../src/history/git.ts';
import { changesBetween } from '../../src/history/proposal.ts';
import { proposalRefs, type Waiting, waitingFor } from '../../src/history/queue.ts';
import { rolesOf } from '../../src/review/people/rights.ts';
import { changeOf } from '../../src/review/proposal/change.ts';
import { ownerOf } from '../../src/review/push.ts';
import { review } from '../../src/review/review.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { plain } from '../../src/text/plain.ts';
import { updateAt } from '../../src/text/update-path.ts';
import { run } from './push-as.ts';
import type { ReportDesk, ReportPlace } from './report-in.ts';

export interface Looked {
  readonly item: QueueItem;
  readonly author: string;
  readonly opens: readonly Openable[];
}

/** The warning that says how many days late it is: another sentence every day, of which nobody need look again. */
const COUNTS_DAYS = 'late-receipt';

/** The same whoever looks and whenever on the day. */
type Judged = Omit<Looked, 'item'> & { readonly item: Omit<QueueItem, 'opened' | 'days'> };

export class WaitingDesk {
  readonly #at: ReportPlace;
  readonly #reports: ReportDesk;
  /** `<account> <commit>` → numbers of the evidence that was opened. */
  readonly #opened = new Map<string, Set<number>>();
  /** What was looked at on this main and this day, by commit and author. */
  #looked: { main: string; today: string; by: Map<string, Judged> } | undefined;

  constructor(at: ReportPlace, reports: ReportDesk) {
    this.#at = at;
    this.#reports = reports;
  }

  /** True for whoever holds a post today. */
  knows(account: string): boolean {
    return this.#reports.knows(account);
  }

  /** True for somebody who may decide today. */
  isReviewer(account: string): boolean {
    const ledger = this.#reports.ledger();
    if (ledger === undefined) return false;
    const { site, units } = ledger;
    return postsOf(account, { site, units: units.values() }, this.#at.today()).reviewer;
  }

  /** Which issues have a report that waits, for their units: as last fetched, and nothing of what it says. */
  states(): WaitingState[] {
    const [main, { place }] = [this.#reports.newest(), this.#at];
    if (main === undefined) return [];
    return waitingFor(place, main, this.#refs()).flatMap(({ ref, since, updates }) =>
      [...new Set(updates.flatMap((path) => updateAt(path)?.issue ?? []))].map((issue) => ({
        issue,
        since,
        number: shortOf(ref),
      })),
    );
  }

  /** Everything that waits, longest first; `isFresh` is false where the remote did not answer. */
  async queue(account: string): Promise<{ waiting: QueueItem[]; isFresh: boolean }> {
    return this.#reports.inTurn(async () => {
      const isFresh = await this.fetch();
      return { waiting: [...this.look(account).values()].map(({ item }) => item), isFresh };
    });
  }

  /** The piece of evidence of a report, which counts as opened from now on. */
  open(
    account: string,
    commit: string,
    at: number,
  ): { link: string } | { bytes: Buffer } | undefined {
    const found = this.look(account).get(commit)?.opens[at];
    if (found === undefined) return undefined;
    const { place } = this.#at;
    const opened = (): void => {
      const key = `${account} ${commit}`;
      this.#opened.set(key, (this.#opened.get(key) ?? new Set()).add(at));
    };
    if (found.kind === 'link') {
      if (!/^https?:\/\//iu.test(found.value)) return undefined;
      opened();
      return { link: found.value };
    }
    const path = `${place.prefix}evidence/${found.issue}/${found.value}`;
    try {
      const bytes = git(place.repository, ['cat-file', 'blob', `${commit}:${path}`]);
      opened();
      return { bytes };
    } catch (error) {
      if (error instanceof GitRefused) return undefined;
      throw error;
    }
  }

  /** All branches of the remote; false where it does not answer. */
  async fetch(): Promise<boolean> {
    const { place, remote } = this.#at;
    if (remote === undefined) return true;
    const refs = `+refs/heads/*:refs/remotes/${remote}/*`;
    return (await run(place.repository, ['fetch', '--quiet', '--no-tags', '--prune', remote, refs]))
      .ok;
  }

  /** What waits, by commit, longest first. */
  look(account: string): Map<string, Looked> {
    const { place } = this.#at;
    const [main, ledger] = [this.#reports.newest(), this.#reports.ledger()];
    const today = this.#at.today();
    if (main === undefined || ledger === undefined) return new Map();
    const known = this.#stillTrue(main, today);
    this.#looked = { main, today, by: known };
    return new Map(
      waitingFor(place, main, this.#refs(), (commit) => this.#isOfTheLedger(main, commit)).map(
        (one): [string, Looked] => {
          const { commit } = one;
          const pusher = this.#authorOf(one, ledger);
          const author = pusher ?? account;
          const key = `${commit} ${author}`;
          const found =
            known.get(key) ?? this.#lookAt({ ...one, author: pusher ?? one.author }, main, author);
          known.set(key, found);
          const opened = [...(this.#opened.get(`${account} ${commit}`) ?? [])];
          const days = Math.max(0, daysBetween(one.since, today));
          return [commit, { ...found, item: { ...found.item, opened, days } }];
        },
      ),
    );
  }

  /** True where a proposal changes records: a list, a finding, a check. A branch with nothing but the program's is not for here. */
  #isOfTheLedger(main: string, commit: string): boolean {
    const { repository, prefix } = this.#at.place;
    const changes = changesBetween(repository, main, commit);
    return (
      typeof changes !== 'string' &&
      changes.some(
        (change) => !['program', 'stray', 'template'].includes(changeOf(change, prefix).area),
      )
    );
  }

  /** With a remote only what has arrived there can be merged there. */
  #refs(): string[] {
    const { remote } = this.#at;
    if (remote === undefined) return [...proposalRefs];
    return proposalRefs
      .filter((one) => one !== 'refs/heads/**')
      .map((one) => (one === 'refs/remotes/**' ? `refs/remotes/${remote}/**` : one));
  }

  /**
   * What was looked at and is not touched by what main has gained since: reports on other issues, and evidence where
   * there are no files to compare with it.
   */
  #stillTrue(main: string, today: string): Map<string, Judged> {
    if (this.#looked === undefined || this.#looked.today !== today) return new Map();
    const { main: before, by } = this.#looked;
    if (before === main) return by;
    const { repository, prefix } = this.#at.place;
    const changes = changesBetween(repository, before, main);
    if (typeof changes === 'string') return new Map();
    const gained = changes.map((change) => changeOf(change, prefix));
    if (gained.some(({ area, kind }) => !['update', 'evidence'].includes(area) || kind !== 'added'))
      return new Map();
    const touched = new Set(gained.map(({ issue }) => issue));
    const hasFiles = gained.some(({ area }) => area === 'evidence');
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

  #lookAt({ commit, since, ref, author: named }: Waiting, main: string, author: string): Judged {
    const reviewed = review({
      ...this.#at.place,
      base: main,
      head: commit,
      author,
      actor: author,
      today: this.#at.today(),
    });
    const { opens, ...report } = waitingReport(reviewed);
    const branch = shortOf(ref);
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

function shortOf(ref: string): string {
  return ref.replace(/^refs\/(?:heads\/|remotes\/[^/]+\/)?/u, '');
}
