/**
 * 待审的报送: what waits at the office's desk, each looked at by the review as the server will; and its evidence, which
 * counts as opened once it was handed over.
 */
import { daysBetween } from '../../../src/day/calendar.ts';
import { isSameAccount, postsOf } from '../../../src/domain/membership.ts';
import type {
  Openable,
  QueueItem,
  WaitingState,
} from '../../../src/form/page-data/waiting-report.ts';
import { git, GitRefused } from '../../../src/history/git/git.ts';
import { branchName, proposalRefs, waitingFor } from '../../../src/history/proposal/queue.ts';
import { commitOf } from '../../../src/history/place.ts';
import { updateAt } from '../../../src/text/update-path.ts';
import { Judgements } from '../judgements.ts';
import { gitAs } from './push-as.ts';
import type { ReportDesk, ReportPlace } from './report-in.ts';
import { samplesIn } from './samples.ts';

export interface Looked {
  readonly item: QueueItem;
  readonly author: string;
  readonly opens: readonly Openable[];
}

export class WaitingDesk {
  readonly #at: ReportPlace;
  readonly #reports: ReportDesk;
  /** `<account> <commit>` → numbers of the evidence that was opened. */
  readonly #opened = new Map<string, Set<number>>();
  readonly #judged: Judgements;

  constructor(at: ReportPlace, reports: ReportDesk) {
    this.#at = at;
    this.#reports = reports;
    this.#judged = new Judgements(at);
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
        number: branchName(ref),
      })),
    );
  }

  /** Everything that waits, longest first; `isFresh` is false where the remote did not answer. */
  async queue(account: string): Promise<{ waiting: QueueItem[]; isFresh: boolean }> {
    return this.#reports.inTurn(async () => {
      const isFresh = await this.fetch();
      const base = this.#reports.newest();
      return {
        waiting: [...this.look(account).values()].map(({ item }) => ({
          ...item,
          // A sample is drawn once: it is replaced under its own number, never taken back.
          mayWithdraw:
            this.mayWithdraw(item, account) &&
            (base === undefined || samplesIn(this.#at.place, base, item.commit).length === 0),
        })),
        isFresh,
      };
    });
  }

  /** Where a branch stands that has arrived. */
  tipOf(branch: string): string | undefined {
    const { place, remote } = this.#at;
    const below = remote === undefined ? 'refs/heads' : `refs/remotes/${remote}`;
    return commitOf(place, `${below}/${branch}`)?.id;
  }

  /** What the office itself put on record may be taken back by whoever pushed it; a unit's report never. */
  mayWithdraw({ author, branch, commit, isOffice }: QueueItem, account: string): boolean {
    return isOffice && isSameAccount(author, account) && this.tipOf(branch) === commit;
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
    return (
      await gitAs(place.repository, ['fetch', '--quiet', '--no-tags', '--prune', remote, refs])
    ).ok;
  }

  /** What waits, by commit, longest first. */
  look(account: string): Map<string, Looked> {
    const { place } = this.#at;
    const [main, ledger] = [this.#reports.newest(), this.#reports.ledger()];
    const today = this.#at.today();
    if (main === undefined || ledger === undefined) return new Map();
    const judged = this.#judged;
    judged.turnTo(main, today);
    return new Map(
      waitingFor(place, main, this.#refs(), (commit) => judged.isOfTheLedger(commit)).map(
        (one): [string, Looked] => {
          const { commit } = one;
          const found = judged.of(one, ledger, account);
          const opened = [...(this.#opened.get(`${account} ${commit}`) ?? [])];
          const days = Math.max(0, daysBetween(one.since, today));
          return [commit, { ...found, item: { ...found.item, opened, days } }];
        },
      ),
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
}
