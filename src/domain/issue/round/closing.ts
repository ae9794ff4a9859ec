/** 销号规则: what a campaign and an issue make of an acceptance, and what still holds a closing back. */
import type { Campaign } from '../../../schema/campaign.ts';
import type { Issue } from '../../../schema/issue.ts';
import type { Ledger } from '../../../schema/ledger.ts';
import { type closingPolicies, defaultClosing } from '../../../text/terms.ts';
import { addDays, type Day } from '../../../day/calendar.ts';
import type { Round } from './round.ts';
import { alwaysInForceOn } from '../../setting.ts';
import type { Policy } from '../transition.ts';

/** The part of a campaign that decides about closings. */
export type Closing = Pick<Campaign, 'closing'>;

/** The closing rule in force on a day. `publicityDays` 0: none. */
export interface ClosingRule {
  readonly policy: keyof typeof closingPolicies;
  readonly publicityDays: number;
}

const ABOVE: ReadonlySet<Issue['origin']> = new Set(['city', 'province', 'nation']);
const GOING_ON: ReadonlySet<Issue['deadline']['kind']> = new Set([
  'ongoing',
  'fixed-then-ongoing',
  'immediate-then-ongoing',
  'recurring',
]);

/**
 * The rule in force on `day`: of the earlier ones the first whose `until` is not before it, else the present one. So a
 * change of the rule never rewrites what was closed under the old one.
 */
export function closingRuleOn({ closing }: Closing, day: Day): ClosingRule {
  if (closing.earlier === undefined) return closing;
  const rules: { from: Day; rule: ClosingRule }[] = [];
  let from = '';
  for (const rule of closing.earlier.toSorted((a, b) => (a.until < b.until ? -1 : 1))) {
    rules.push({ from, rule });
    from = addDays(rule.until, 1);
  }
  return alwaysInForceOn([...rules, { from, rule: closing }], day).rule;
}

/** The campaign of an issue, as far as closings go: where it is missing (a fault of its own), as if it said nothing of them. */
export function closingOf(
  { campaigns }: Pick<Ledger, 'campaigns'>,
  { campaign }: Pick<Issue, 'campaign'>,
): Closing {
  return campaigns.get(campaign) ?? { closing: defaultClosing };
}

/** Under this policy nothing is refused that another one allows. */
export const FULL_POLICY: Policy = {
  closing: 'verification',
  publicity: true,
  above: true,
  ongoing: false,
};

/** True for what the city, the province or the nation assigned, and alone confirms (谁交办谁销号). */
export function isFromAbove({ origin }: Pick<Issue, 'origin'>): boolean {
  return ABOVE.has(origin);
}

/** What the campaign and the issue make of an acceptance on `day`. */
export function policyOn(issue: Issue, campaign: Closing, day: Day): Policy {
  const rule = closingRuleOn(campaign, day);
  return {
    closing: rule.policy,
    publicity: rule.publicityDays > 0,
    above: isFromAbove(issue),
    ongoing: GOING_ON.has(issue.deadline.kind),
  };
}

/**
 * The day from which nothing holds an accepted round back any more, or undefined while something is owed: the day after
 * the last day of publicity (on which people may still object), the day on which the confirmation from above was
 * reported, whichever is later; never before the day on which what was owed last got on record.
 */
export function freeOn(round: Round, policy: Policy): Day | undefined {
  let day = round.acceptedOn;
  if (day === undefined) return undefined;
  if (policy.publicity) {
    if (round.publicity === undefined) return undefined;
    day = later(day, later(addDays(round.publicity.until, 1), round.publicity.reportedOn));
  }
  if (policy.above) {
    if (round.confirmedOn === undefined) return undefined;
    day = later(day, round.confirmedOn);
  }
  return day;
}

function later(a: Day, b: Day): Day {
  return a < b ? b : a;
}
