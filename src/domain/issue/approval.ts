/**
 * 审签: where a campaign wants it, a decision is two acts — a reviewer drafts it (拟办), a leader approves it (审签), and
 * only then it is put on record with both. One act is the rule where a campaign says nothing.
 */
import type { Day } from '../../day/calendar.ts';
import type { Approval } from '../../schema/approval.ts';
import type { Campaign } from '../../schema/campaign.ts';
import type { Ledger } from '../../schema/ledger.ts';
import type { Action, Update } from '../../schema/update.ts';
import { isInClosure } from '../closure.ts';
import { isSameAccount } from '../membership.ts';
import { register } from '../register.ts';

export type Approver = Approval['approvers'][number];

/**
 * Decisions about a unit's work. What others have settled before it is put on record needs no second signature here:
 * publicity, the confirmation from above, a hand-over, what a look-back found.
 */
const APPROVED: ReadonlySet<Action> = new Set([
  'accepted',
  'returned',
  'sustained',
  'extended',
  'deferred',
  'voided',
]);

/** True for a decision that owes an approval where its campaign wants one. */
export function needsApproval(action: Action): boolean {
  return APPROVED.has(action);
}

/** The approval that a campaign wants of decisions reported on `day`; undefined where one act is enough. */
export function approvalOn(
  { approval }: Pick<Campaign, 'approval'>,
  day: Day,
): Approval | undefined {
  if (approval === undefined || day < approval.from) return undefined;
  return approval.until !== undefined && day > approval.until ? undefined : approval;
}

/** The approval that a decision owes; an account that was closed takes its issues with it, whoever signs here. */
export function approvalOwed(
  campaign: Pick<Campaign, 'approval'>,
  decision: {
    readonly action: Action;
    readonly reportedOn: Day;
    readonly ground?: string | undefined;
  },
): Approval | undefined {
  if (!needsApproval(decision.action)) return undefined;
  if (decision.action === 'voided' && decision.ground === 'closed') return undefined;
  return approvalOn(campaign, decision.reportedOn);
}

/**
 * The approval that a record owes, asked of `day`. That the account was closed excuses only where the register has it on
 * its way out by the day of the record: it is a word that anybody may type.
 */
export function approvalOfRecord(
  { campaigns, issues, registry }: Pick<Ledger, 'campaigns' | 'issues' | 'registry'>,
  update: Update,
  day: Day = update.reportedOn,
): Approval | undefined {
  const { campaign: id = '', account = '' } = issues.get(update.issue) ?? {};
  const campaign = campaigns.get(id);
  if (campaign === undefined) return undefined;
  if (update.action !== 'voided') return approvalOwed(campaign, { ...update, reportedOn: day });
  const isOut =
    update.ground === 'closed' &&
    isInClosure(register(registry.get(account) ?? [], update.reportedOn).state);
  return isOut ? undefined : approvalOn(campaign, day);
}

/** Who may approve on `day`, the last day included. */
export function approversOn({ approvers }: Approval, day: Day): readonly Approver[] {
  return approvers.filter(({ until }) => until === undefined || day <= until);
}

/** Who may approve on `day` what `drafter` drafted: nobody by a post that is the drafter's, too. */
export function signersOn(approval: Approval, day: Day, drafter: string): readonly Approver[] {
  const allowed = approversOn(approval, day);
  const own = new Set(
    allowed.flatMap(({ post, account }) =>
      account !== undefined && isSameAccount(account, drafter) ? [post] : [],
    ),
  );
  return allowed.filter(({ post }) => !own.has(post));
}
