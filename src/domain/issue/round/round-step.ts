/** 记入轮次: what a legal update and the passing of time do to the rounds of an issue. */
import type { Issue } from '../../../schema/issue.ts';
import type { Entry } from '../../../schema/ledger.ts';
import type { Update } from '../../../schema/update.ts';
import type { Timing } from '../../../schema/vocabulary.ts';
import { type Day, daysBetween } from '../../../day/calendar.ts';
import { newRound, returnedRound, type Round } from './round.ts';
import { firstDueOn, firstRecheckOn, isLate, nextRecheckOn } from '../deadline/term.ts';
import type { Phase, Policy } from '../transition.ts';

/** What the days of a round depend on beside its updates. */
export interface RoundContext {
  readonly issue: Issue;
  readonly timing: Timing;
  readonly policy: Policy;
}

/** The round after an update, and the one that it ended, where it began a new one. */
export interface Entered {
  readonly round: Round;
  readonly ended: Round | undefined;
}

/** The round that begins with the listing. */
export function firstRound(issue: Issue, timing: Timing): Round {
  const due = firstDueOn(issue);
  return newRound({
    number: 1,
    startedOn: issue.listedOn,
    ground: undefined,
    originalDueOn: due?.day,
    dueOnCertain: due?.certain ?? true,
    reviewOn: firstRecheckOn(issue, timing),
  });
}

/** Enters a legal `update` that led to the phase `to`. */
export function roundAfter(
  round: Round,
  update: Entry<Update>,
  to: Phase,
  context: RoundContext,
): Entered {
  const on = update.reportedOn;
  switch (update.action) {
    case 'started':
    case 'progress':
    case 'transferred':
      return same(round);
    case 'submitted': {
      const handedIn = { ...round, submittedOn: on, completedOn: update.completedOn };
      return same(to === 'submitted' ? handedIn : accepted(handedIn, on, to, undefined, context));
    }
    case 'returned':
      return same(returnedRound(round));
    case 'accepted':
      return same(accepted(round, on, to, undefined, context));
    case 'sustained':
      return same(accepted(round, on, to, update.reviewOn, context));
    case 'publicity':
      return same({
        ...round,
        publicity: { from: update.from, until: update.until, reportedOn: on },
      });
    case 'confirmedAbove':
      return same({ ...round, confirmedOn: on });
    case 'reviewed':
      return rechecked(round, update, context);
    case 'extended':
      return same(moved(round, update, update.dueOn, context));
    case 'deferred':
      return same(moved(round, update, update.until, context));
    case 'reopened':
      return { round: reopened(round, update, context), ended: round };
    case 'voided':
      return same({ ...round, voidedOn: on, voidGround: update.ground });
    default:
      return update satisfies never;
  }
}

function same(round: Round): Entered {
  return { round, ended: undefined };
}

/** The round as it settles on the day `on`: closed, or 长期坚持 with its next recheck. */
export function settledRound(round: Round, on: Day, { issue, timing }: RoundContext): Round {
  if (round.goal === 'closed') return { ...round, closedOn: on };
  return {
    ...round,
    sustainedOn: on,
    reviewOn: round.goalRecheckOn ?? nextRecheckOn(issue, timing, on, on),
  };
}

function accepted(
  round: Round,
  on: Day,
  to: Phase,
  recheckOn: Day | undefined,
  context: RoundContext,
): Round {
  const goal = recheckOn !== undefined || context.policy.ongoing ? 'sustained' : 'closed';
  const done: Round = { ...round, acceptedOn: on, goal, goalRecheckOn: recheckOn };
  return to === 'awaiting' ? done : settledRound(done, on, context);
}

function rechecked(
  round: Round,
  { held, reviewOn: recheckOn, reportedOn }: Extract<Update, { action: 'reviewed' }>,
  { issue, timing, policy }: RoundContext,
): Entered {
  const next = recheckOn ?? nextRecheckOn(issue, timing, reportedOn, reportedOn);
  if (held) return same({ ...round, reviewOn: next });
  const again = newRound({
    number: round.number + 1,
    startedOn: reportedOn,
    ground: 'lapsed',
    originalDueOn: undefined,
    dueOnCertain: true,
    reviewOn: policy.ongoing ? next : recheckOn,
  });
  return { round: again, ended: round };
}

/** The round with another last day. What was asked for after the last day and its grace was late until the approval. */
function moved(
  round: Round,
  update: Extract<Entry<Update>, { action: 'extended' | 'deferred' }>,
  to: Day,
  { issue, timing }: RoundContext,
): Round {
  const { id, action, reportedOn, askedOn } = update;
  const { dueOn: from } = round;
  const lateDays =
    from !== undefined && isLate(askedOn, from, timing) ? daysBetween(from, reportedOn) : 0;
  const deferred = action === 'deferred';
  return {
    ...round,
    dueOn: to,
    dueOnCertain: true,
    extensions: [...round.extensions, { id, deferred, reportedOn, askedOn, from, to, lateDays }],
    reviewOn: firstRecheckOn(issue, timing, to),
  };
}

function reopened(
  round: Round,
  { reportedOn, ground, dueOn }: Extract<Update, { action: 'reopened' }>,
  { issue, timing, policy }: RoundContext,
): Round {
  return newRound({
    number: round.number + 1,
    startedOn: reportedOn,
    ground,
    originalDueOn: dueOn,
    dueOnCertain: true,
    reviewOn: policy.ongoing
      ? nextRecheckOn(issue, timing, dueOn ?? reportedOn, reportedOn)
      : undefined,
  });
}
