/**
 * 回放: an issue's updates in order → its state, rounds, next step and story. Nothing of this is ever stored.
 *
 * Updates count by the day of their report (`reportedOn`); those after `today` have not happened yet. The order is
 * (`reportedOn`, id), so that any order of reading gives the same result. An illegal step is a fault and changes nothing.
 *
 * An accepted issue that publicity or the level above holds back settles by itself: on the day after the last day of
 * publicity, or on the day on which the confirmation was reported, whichever is later (never before the acceptance).
 */
import type { Campaign } from '../schema/campaign.ts';
import type { Issue } from '../schema/issue.ts';
import type { Entry } from '../schema/ledger.ts';
import type { Action, Update } from '../schema/update.ts';
import type { Timing } from '../schema/vocabulary.ts';
import type { Basis } from './basis.ts';
import { addDays, type Day, daysBetween } from './calendar.ts';
import { dueOn, reviewOn } from './deadline.ts';
import { whyNot } from './guard.ts';
import { type NextStep, nextStep } from './next-step.ts';
import { newRound, type Round } from './round.ts';
import { valueOn } from './setting.ts';
import { moveOf, type Phase, type Policy, type State, stateOf, transition } from './transition.ts';

/** One line of an issue's story; `settled` is the passage that time alone brings. */
export interface TimelineEntry {
  readonly on: Day;
  readonly action: Action | 'listed' | 'settled';
  /** The update; undefined for `listed` and `settled`. */
  readonly update: Entry<Update> | undefined;
  readonly round: number;
  readonly before: State | undefined;
  readonly after: State;
  /** The day on which main received it, where Git knows. */
  readonly receivedOn: Day | undefined;
  /** Days from report to receipt, where that is more than 迟报天数 allows. */
  readonly receivedLate: number | undefined;
  /** Why it does not count, as a Chinese sentence. */
  readonly refusal: string | undefined;
}

/** An update that does not count, and why. */
export interface StepFault {
  readonly update: Entry<Update>;
  readonly sentence: string;
}

export interface History {
  readonly issue: string;
  readonly basis: Basis;
  readonly state: State;
  /** The state of the table: tells `held` (已验收待销号) from `submitted`. */
  readonly phase: Phase;
  /** The current round; the last of `rounds`. */
  readonly round: Round;
  readonly rounds: readonly Round[];
  readonly next: NextStep;
  readonly timeline: readonly TimelineEntry[];
  readonly faults: readonly StepFault[];
}

/** What a replay needs beside the issue and its updates. */
export interface ReplaySettings {
  readonly campaign: Pick<Campaign, 'closing'>;
  readonly timing: Timing;
  readonly today: Day;
  /** The commit whose content the updates are; without it the basis is by day. */
  readonly commit?: string | undefined;
  /** The day of receipt by update id, from Git. */
  readonly receivedOn?: ReadonlyMap<string, Day> | undefined;
}

const ABOVE: ReadonlySet<Issue['origin']> = new Set(['city', 'province', 'nation']);
const GOING_ON: ReadonlySet<Issue['deadline']['kind']> = new Set([
  'ongoing',
  'fixed-then-ongoing',
  'immediate-then-ongoing',
  'recurring',
]);

/** What the campaign and the issue make of an acceptance. */
export function policyOf(issue: Issue, campaign: Pick<Campaign, 'closing'>): Policy {
  return {
    closing: campaign.closing.policy,
    publicity: campaign.closing.publicityDays > 0,
    above: ABOVE.has(issue.origin),
    ongoing: GOING_ON.has(issue.deadline.kind),
  };
}

/** Orders updates by day of report, then by id; the same for everybody who reads them. */
export function inOrder(updates: readonly Entry<Update>[]): Entry<Update>[] {
  return updates.toSorted((a, b) =>
    a.reportedOn === b.reportedOn ? order(a.id, b.id) : order(a.reportedOn, b.reportedOn),
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface Run {
  phase: Phase;
  rounds: Round[];
  round: Round;
  timeline: TimelineEntry[];
  faults: StepFault[];
}

/** The history of an issue as of `settings.today`, that day included. */
export function replay(
  issue: Entry<Issue>,
  updates: readonly Entry<Update>[],
  settings: ReplaySettings,
): History {
  const policy = policyOf(issue, settings.campaign);
  const round = firstRound(issue, settings.timing);
  const run: Run = { phase: 'open', rounds: [], round, timeline: [], faults: [] };
  run.timeline.push(passage('listed', issue.listedOn, 1, undefined, 'open'));
  for (const update of inOrder(updates)) {
    if (update.reportedOn > settings.today) break;
    settle(run, issue, policy, settings, update.reportedOn);
    step(run, issue, policy, settings, update);
  }
  settle(run, issue, policy, settings, settings.today);
  const basis: Basis =
    settings.commit === undefined
      ? { by: 'day', on: settings.today }
      : { by: 'commit', commit: settings.commit, on: settings.today };
  return {
    issue: issue.id,
    basis,
    state: stateOf(run.phase),
    phase: run.phase,
    round: run.round,
    rounds: [...run.rounds, run.round],
    next: nextStep(run.phase, run.round, policy, settings.today),
    timeline: run.timeline,
    faults: run.faults,
  };
}

function firstRound(issue: Issue, timing: Timing): Round {
  return newRound({
    number: 1,
    startedOn: issue.listedOn,
    ground: undefined,
    originalDueOn: dueOn(issue.deadline)?.day,
    reviewOn: firstReviewOn(issue, timing),
  });
}

/** The first review day by the deadline; a bare frequency is looked at after the office's interval. */
function firstReviewOn(issue: Issue, timing: Timing): Day | undefined {
  const reviewEveryDays = valueOn(timing.reviewEveryDays, issue.listedOn);
  if (issue.deadline.kind === 'recurring') return addDays(issue.listedOn, reviewEveryDays);
  return reviewOn(issue.deadline, { listedOn: issue.listedOn, reviewEveryDays })?.day;
}

/** Days between two reviews: the source's, else the office's value in force on `day`. */
function interval(issue: Issue, timing: Timing, day: Day): number {
  const own = 'reviewEvery' in issue.deadline ? issue.deadline.reviewEvery : undefined;
  return own ?? valueOn(timing.reviewEveryDays, day);
}

function passage(
  action: 'listed' | 'settled',
  on: Day,
  round: number,
  before: State | undefined,
  after: State,
): TimelineEntry {
  const none = { update: undefined, receivedOn: undefined, receivedLate: undefined };
  return { on, action, round, before, after, refusal: undefined, ...none };
}

/** The day from which nothing holds an accepted round back any more, or undefined while something is owed. */
export function freeOn(round: Round, policy: Policy): Day | undefined {
  let day = round.acceptedOn;
  if (policy.publicity) {
    if (round.publicity === undefined) return undefined;
    day = later(day, addDays(round.publicity.until, 1));
  }
  if (policy.above) {
    if (round.confirmedOn === undefined) return undefined;
    day = later(day, round.confirmedOn);
  }
  return day;
}

function later(a: Day | undefined, b: Day): Day {
  return a === undefined || a < b ? b : a;
}

/** Lets time do what it does by `day`: a held issue settles when it is free. */
function settle(run: Run, issue: Issue, policy: Policy, settings: ReplaySettings, day: Day): void {
  if (run.phase !== 'held') return;
  const on = freeOn(run.round, policy);
  if (on === undefined || on > day) return;
  const phase = run.round.goal === 'sustained' ? 'sustained' : 'closed';
  run.timeline.push(passage('settled', on, run.round.number, 'submitted', phase));
  run.phase = phase;
  run.round = settledRound(run.round, phase, on, issue, settings.timing);
}

function settledRound(
  round: Round,
  phase: 'closed' | 'sustained',
  on: Day,
  issue: Issue,
  timing: Timing,
): Round {
  if (phase === 'closed') return { ...round, closedOn: on };
  // A review day that an explicit 转长期坚持 set stands; one that the deadline set may lie behind us by now.
  const review =
    round.reviewOn !== undefined && round.reviewOn > on
      ? round.reviewOn
      : addDays(on, interval(issue, timing, on));
  return { ...round, sustainedOn: on, reviewOn: review };
}

function step(
  run: Run,
  issue: Issue,
  policy: Policy,
  settings: ReplaySettings,
  update: Entry<Update>,
): void {
  // Whoever may do most: who really acted, only a forge knows, and the review asks it there.
  const outcome = transition(moveOf(update), 'reviewer', policy, run.phase);
  const before = stateOf(run.phase);
  const refusal =
    'refusal' in outcome
      ? outcome.refusal
      : whyNot(update, run.round, settings.campaign.closing.publicityDays);
  if (refusal !== undefined || 'refusal' in outcome) {
    const sentence = refusal ?? '';
    run.faults.push({ update, sentence });
    run.timeline.push(told(update, run.round.number, before, before, settings, sentence));
    return;
  }
  apply(run, issue, policy, settings, update, outcome.to);
  run.timeline.push(
    told(update, run.round.number, before, stateOf(run.phase), settings, undefined),
  );
  settle(run, issue, policy, settings, update.reportedOn);
}

function told(
  update: Entry<Update>,
  round: number,
  before: State,
  after: State,
  { receivedOn, timing }: ReplaySettings,
  refusal: string | undefined,
): TimelineEntry {
  const received = receivedOn?.get(update.id);
  const days = received === undefined ? 0 : daysBetween(update.reportedOn, received);
  const late = received !== undefined && days > valueOn(timing.lateReceiptDays, received);
  return {
    on: update.reportedOn,
    action: update.action,
    update,
    round,
    before,
    after,
    receivedOn: received,
    receivedLate: late ? days : undefined,
    refusal,
  };
}

/** Enters a legal update: facts of the round, then the phase it leads to. */
function apply(
  run: Run,
  issue: Issue,
  policy: Policy,
  { timing }: ReplaySettings,
  update: Entry<Update>,
  to: Phase,
): void {
  const on = update.reportedOn;
  const { round } = run;
  const goal = policy.ongoing ? 'sustained' : 'closed';
  run.phase = to;
  switch (update.action) {
    case 'started':
    case 'progress':
      return;
    case 'submitted':
      run.round = { ...round, submittedOn: on, completedOn: update.completedOn };
      if (to !== 'submitted') accept(run, issue, timing, on, goal, undefined);
      return;
    case 'returned':
      run.round = {
        ...round,
        returns: round.returns + 1,
        acceptedOn: undefined,
        goal: undefined,
        publicity: undefined,
        confirmedOn: undefined,
      };
      return;
    case 'accepted':
      accept(run, issue, timing, on, goal, undefined);
      return;
    case 'sustained':
      accept(run, issue, timing, on, 'sustained', update.reviewOn);
      return;
    case 'publicity':
      run.round = { ...round, publicity: { from: update.from, until: update.until } };
      return;
    case 'confirmedAbove':
      run.round = { ...round, confirmedOn: on };
      return;
    case 'reviewed':
      review(run, issue, timing, update);
      return;
    case 'extended':
      run.round = {
        ...round,
        dueOn: update.dueOn,
        extensions: [
          ...round.extensions,
          {
            id: update.id,
            reportedOn: on,
            askedOn: update.askedOn,
            from: round.dueOn ?? update.dueOn,
            to: update.dueOn,
          },
        ],
      };
      return;
    case 'reopened':
      run.rounds.push(round);
      run.round = newRound({
        number: update.round,
        startedOn: on,
        ground: update.ground,
        originalDueOn: update.dueOn,
        reviewOn: policy.ongoing ? addDays(on, interval(issue, timing, on)) : undefined,
      });
      return;
    case 'voided':
      run.round = { ...round, voidedOn: on };
      return;
    default:
      update satisfies never;
  }
}

function accept(
  run: Run,
  issue: Issue,
  timing: Timing,
  on: Day,
  goal: 'closed' | 'sustained',
  reviewOn: Day | undefined,
): void {
  run.round = { ...run.round, acceptedOn: on, goal, reviewOn: reviewOn ?? run.round.reviewOn };
  if (run.phase !== 'held') run.round = settledRound(run.round, goal, on, issue, timing);
}

function review(
  run: Run,
  issue: Issue,
  timing: Timing,
  update: Extract<Entry<Update>, { action: 'reviewed' }>,
): void {
  const on = update.reportedOn;
  const next = update.reviewOn ?? addDays(on, interval(issue, timing, on));
  if (update.held) {
    run.round = { ...run.round, reviewOn: next };
    return;
  }
  run.rounds.push(run.round);
  run.round = newRound({
    number: run.round.number + 1,
    startedOn: on,
    ground: 'lapsed',
    originalDueOn: undefined,
    reviewOn: next,
  });
}
