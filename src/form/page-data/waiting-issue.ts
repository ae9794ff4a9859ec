/** 待办的一个问题: what was asked for, the story so far, what may be decided on it and what each decision leads to. */
import { inWords } from '../../day/calendar.ts';
import { approvalOwed } from '../../domain/issue/approval.ts';
import { requestsIn } from '../../domain/issue/request.ts';
import { stateAfter } from '../../domain/issue/outlook.ts';
import { policyOn } from '../../domain/issue/round/closing.ts';
import { owedLines } from '../../domain/issue/round/owed.ts';
import { stateInWords } from '../../domain/issue/state-words.ts';
import { passages } from '../../domain/issue/timeline.ts';
import { register } from '../../domain/register.ts';
import { registeredNames } from '../../domain/registration.ts';
import type { Review } from '../../review/review.ts';
import type { StepStory } from '../../review/step.ts';
import type { Campaign } from '../../schema/campaign.ts';
import type { Issue } from '../../schema/issue.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import type { Action, Update } from '../../schema/update.ts';
import { rowName } from '../../text/row-name.ts';
import { actions } from '../../text/terms.ts';
import { type Act, actsOf, officeActs } from '../act.ts';
import { actsIn } from './report-page.ts';

export interface WaitingIssue {
  readonly issue: string;
  readonly name: string;
  /** What was found, as it stands in the list. */
  readonly finding: string;
  /** What the unit's report says of a request for more time, by field: the day of it, and the day it asks for. */
  readonly asked: Readonly<Partial<Record<'askedOn' | 'dueOn' | 'until', string>>>;
  /** What the closing asked for before this report. */
  readonly owed: readonly string[];
  /** Where its account stands by the register now; undefined where nothing is on record. */
  readonly registered: string | undefined;
  readonly story: readonly string[];
  /** What may be decided once the report is received; empty where it is received and nothing more. */
  readonly acts: readonly Act[];
  /** The state that each of them leads to, in words, by act; `''` for being received and nothing more. */
  readonly outcomes: Readonly<Record<string, string>>;
  /** Those of them that are drafted here and approved by somebody else. */
  readonly approved: readonly string[];
}

/** What is decided on what has just been received; the rest is done on the page of the unit. */
const decided: readonly Action[] = officeActs.filter(
  (act) => !['transferred', 'voided', 'reopened'].includes(act),
);

interface Known {
  readonly ledger: Ledger;
  readonly issue: Entry<Issue>;
  readonly campaign: Campaign;
}

/** Lays an issue out that a proposal reports on; `steps` say what its account is called. */
export function waitingIssue(
  reviewed: Review,
  { issue: id, before, after, updates }: StepStory,
  steps: readonly { readonly issue: string; readonly accountName: string }[],
): WaitingIssue {
  const { ledger, ok, today } = reviewed;
  const issue = ledger?.issues.get(id);
  const campaign = issue && ledger?.campaigns.get(issue.campaign);
  const known = ledger && issue && campaign && { ledger, issue, campaign };
  const acts = ok && known ? actsAfter(known, after, today) : [];
  const name = steps.find((step) => step.issue === id)?.accountName ?? '';
  return {
    issue: id,
    name: issue === undefined ? id : `${rowName(issue.row)} ${name}`,
    finding: issue?.finding ?? '',
    asked: askedIn(updates.findLast(({ action }) => action === 'progress')),
    owed: issue && before ? owedLines(issue, ledger?.vocabulary.problems ?? [], before) : [],
    registered: known && registeredIn(known, today),
    story: before === undefined ? [] : storyLines(before),
    acts,
    outcomes: known ? outcomesOf(known, after, acts, today) : {},
    approved: acts
      .map(({ action }) => action)
      .filter(
        (act) =>
          known &&
          approvalOwed(known.campaign, { action: act as Action, reportedOn: today }) !== undefined,
      ),
  };
}

function registeredIn({ ledger, issue }: Known, today: string): string | undefined {
  const steps = issue.account === undefined ? undefined : ledger.registry.get(issue.account);
  if (steps === undefined) return undefined;
  return registeredNames[register(steps, today, ledger.vocabulary.registering).state];
}

function askedIn(report: Update | undefined): WaitingIssue['asked'] {
  if (report === undefined) return {};
  const to = requestsIn(report).find(({ until }) => until !== undefined)?.until;
  return { askedOn: report.reportedOn, ...(to === undefined ? {} : { dueOn: to, until: to }) };
}

function actsAfter(
  { ledger, issue, campaign }: Known,
  { phase }: StepStory['after'],
  today: string,
): Act[] {
  const possible = actsIn(phase, decided, 'reviewer', policyOn(issue, campaign, today));
  return actsOf(ledger, possible);
}

/** What each act would make of an issue, by the rules that will judge it. */
function outcomesOf(
  { issue, campaign }: Known,
  after: StepStory['after'],
  acts: readonly Act[],
  today: string,
): Record<string, string> {
  const policy = policyOn(issue, campaign, today);
  const outcomes: Record<string, string> = { '': stateInWords(after) };
  for (const { action } of acts) {
    if (action === 'reviewed') continue;
    const words = stateAfter(action as Exclude<Action, 'reviewed'>, after, policy, today);
    if (words !== undefined) outcomes[action] = words;
  }
  return outcomes;
}

function storyLines({ timeline }: StepStory['after']): string[] {
  return timeline
    .filter(({ refusal }) => refusal === undefined)
    .map(({ on, action, update, words }) => {
      const what = action === 'listed' || action === 'settled' ? passages[action] : actions[action];
      const reason = update !== undefined && 'reason' in update ? update.reason : undefined;
      const said = [reason, update?.note].filter((one) => one !== undefined).join('；');
      return `${inWords(on)} ${what}，${words.after}${said === '' ? '' : `：${said}`}`;
    });
}
