/**
 * 审签: the drafts of decisions as one 审签单, withdrawing them, and issuing them (签发) — by the leader at a desk of
 * their own, or by whoever enters what the leader signed on paper. The record says who drafted and who approved.
 */
import { z } from 'zod';
import { approvalOwed, signersOn } from '../../../src/domain/issue/approval.ts';
import { isSameAccount } from '../../../src/domain/membership.ts';
import type { ReportedEvidence } from '../../../src/review/comment/review-result.ts';
import type { Approval } from '../../../src/schema/approval.ts';
import { day } from '../../../src/schema/field.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';
import { own } from '../../../src/text/own.ts';
import type { DraftLine, DraftView } from '../../../src/form/page-data/draft-view.ts';
import type { QueueItem } from '../../../src/form/page-data/waiting-report.ts';
import { stepOf } from '../decide/decision-writing.ts';
import { type DecisionOutcome, type DecidingDesk, GONE } from '../decide/deciding.ts';
import type { StoredDraft, DraftStore } from '../decide/draft-store.ts';
import type { ReportDesk, ReportPlace } from './report-in.ts';
import type { WaitingDesk } from './waiting-desk.ts';

const ids = z.array(z.uuid()).min(1).max(100);

/** What the page sends to issue drafts, and to withdraw them. */
export const approvalRequest = z.strictObject({
  drafts: ids,
  approver: z.string().min(1).max(100),
  approvedOn: day,
});
export const withdrawal = z.strictObject({ drafts: ids });

export class ApprovalDesk {
  readonly #at: ReportPlace;
  readonly #reports: ReportDesk;
  readonly #waiting: WaitingDesk;
  readonly #deciding: DecidingDesk;
  readonly #drafts: DraftStore;

  constructor(
    at: ReportPlace,
    reports: ReportDesk,
    waiting: WaitingDesk,
    deciding: DecidingDesk,
    drafts: DraftStore,
  ) {
    this.#at = at;
    this.#reports = reports;
    this.#waiting = waiting;
    this.#deciding = deciding;
    this.#drafts = drafts;
  }

  /** What is drafted on a proposal, by its commit. */
  marks(): [commit: string, words: string][] {
    return this.#drafts
      .all()
      .map(({ commit, words, drafter, draftedOn }) => [
        commit,
        `已拟办：${words}（${drafter}，${draftedOn}），等审签`,
      ]);
  }

  /** All drafts as somebody sees them, with what they are of. */
  list(account: string): Promise<{ drafts: DraftView[]; today: string; isFresh: boolean }> {
    return this.#reports.inTurn(async () => {
      const isFresh = await this.#waiting.fetch();
      const ledger = this.#reports.ledger();
      const today = this.#at.today();
      const drafts = this.#drafts.all().map((draft): DraftView => {
        const { id, drafter, draftedOn, words } = draft;
        const item = this.#waiting.look(drafter).get(draft.commit)?.item;
        const isStale = item === undefined || item.seen !== draft.seen || !item.ok;
        const approvers = ledger === undefined ? [] : approversFor(draft, ledger, today);
        return {
          ...{
            id,
            drafter,
            draftedOn,
            words,
            isStale,
            approvers: approvers.map(({ post }) => post),
          },
          lines: item === undefined ? [] : draft.decided.map((one) => lineOf(one, item)),
          own: approvers.find(
            ({ account: signer, until = today }) =>
              signer !== undefined && isSameAccount(signer, account) && today <= until,
          )?.post,
        };
      });
      return { drafts, today, isFresh };
    });
  }

  /** Puts drafts on record with their signature; they are gone from the drafts when the record is there. */
  async approve(
    { drafts, approver, approvedOn }: z.infer<typeof approvalRequest>,
    account: string,
  ): Promise<DecisionOutcome> {
    const chosen = this.#chosen(drafts);
    if (typeof chosen === 'string') return { kind: 'not', status: 409, sentence: chosen };
    const done = await this.#deciding.decide(
      {
        items: chosen.map(({ commit, seen, decided, drafter, draftedOn }) => ({
          ...{ commit, seen, decided },
          signature: { drafter, draftedOn, approver, approvedOn },
        })),
      },
      account,
      () => typeof this.#chosen(drafts) !== 'string',
    );
    if (done.kind === 'done') this.#remove(drafts);
    return done;
  }

  /** Takes drafts back; what they are of waits as before. */
  withdraw({ drafts }: z.infer<typeof withdrawal>, account: string): Promise<DecisionOutcome> {
    return this.#reports.inTurn((): Promise<DecisionOutcome> => {
      const done = (said: DecisionOutcome) => Promise.resolve(said);
      if (!this.#waiting.isReviewer(account))
        return done({ kind: 'not', status: 403, sentence: `${account} 不是审核员，不能办理。` });
      const chosen = this.#chosen(drafts);
      if (typeof chosen === 'string') return done({ kind: 'not', status: 409, sentence: chosen });
      this.#remove(drafts);
      return done({ kind: 'done', words: chosen.map(({ words }) => words).join('；') });
    });
  }

  #chosen(wanted: readonly string[]): StoredDraft[] | string {
    const all = this.#drafts.all().filter(({ id }) => wanted.includes(id));
    return all.length === new Set(wanted).size ? all : GONE;
  }

  #remove(gone: readonly string[]): void {
    this.#drafts.change((drafts) => drafts.filter(({ id }) => !gone.includes(id)));
  }
}

/** Who may have approved all that is drafted on a report, on any day since: on paper it may be an earlier one. */
function approversFor(
  { decided, drafter, draftedOn }: StoredDraft,
  ledger: Ledger,
  today: string,
): Approval['approvers'] {
  const lists = decided.flatMap(({ issue, action, fields }) => {
    const campaign = ledger.campaigns.get(ledger.issues.get(issue)?.campaign ?? '');
    const owed = campaign && approvalOwed(campaign, stepOf(action, fields, today));
    return owed === undefined ? [] : [signersOn(owed, draftedOn, drafter)];
  });
  const [first = [], ...others] = lists;
  return first.filter(({ post }) =>
    others.every((other) => other.some((one) => one.post === post)),
  );
}

/** A line of the 审签单. */
function lineOf(
  { issue, action, fields }: StoredDraft['decided'][number],
  { commit, issues, steps }: QueueItem,
): DraftLine {
  const found = issues.find((one) => one.issue === issue);
  const act = found?.acts.find((one) => one.action === action);
  const said = (act?.fields ?? []).flatMap(({ path, label }) => {
    const value = own(fields, path);
    return value === undefined ? [] : `${label}：${value}`;
  });
  const mine = steps.filter((step) => step.issue === issue);
  return {
    issue,
    name: found?.name ?? issue,
    unit: mine[0]?.unitName ?? '',
    finding: mine[0]?.finding ?? '',
    deadline: mine[0]?.deadline ?? '',
    reported: mine.map(
      ({ actionName, reportedOn, note }) =>
        `${reportedOn} ${actionName}${note === undefined ? '' : `：${note}`}`,
    ),
    evidence: mine.flatMap(({ evidence }) =>
      evidence.map((piece) => ({
        words: evidenceWords(piece),
        ...(piece.at === undefined ? {} : { href: `/api/evidence/${commit}/${String(piece.at)}` }),
      })),
    ),
    opinion: [`拟${act?.title ?? action}`, ...said].join('；'),
  };
}

function evidenceWords({ value, what, day: on }: ReportedEvidence): string {
  return `${what === undefined ? '' : `${what}：`}${value}${on === undefined ? '' : `（${on}）`}`;
}
