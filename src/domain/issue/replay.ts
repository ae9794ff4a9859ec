/**
 * 回放: an issue's updates in order → its state, rounds, next step and story. Nothing of this is ever stored.
 *
 * Updates count by the day of their report (`reportedOn`); those after `today` have not happened yet. The order is
 * (`reportedOn`, time in the file's name by China's clock), so that any order of reading gives the same result. An illegal step is a fault and changes nothing.
 * What is accepted but held back settles by itself on the day on which it is free (`closing.ts`), at the beginning of
 * that day: what is reported on it finds the issue settled.
 */
import type { Issue } from '../../schema/issue.ts';
import type { Entry } from '../../schema/ledger.ts';
import type { Update } from '../../schema/update.ts';
import type { Timing } from '../../schema/vocabulary.ts';
import type { Basis } from './basis.ts';
import type { Day } from '../../day/calendar.ts';
import { stampKey } from '../../text/stamp.ts';
import { type Closing, closingRuleOn, freeOn, policyOn } from './round/closing.ts';
import { whyRefused } from './round/guard.ts';
import { type NextStep, nextStep } from './next-step.ts';
import type { Round } from './round/round.ts';
import { stateInWords } from './state-words.ts';
import { roundAfter, firstRound, type RoundContext, settledRound } from './round/round-step.ts';
import { passageEntry, type TimelineEntry, stepInWords } from './timeline.ts';
import type { Role } from '../membership.ts';
import { moveOf, type Phase, phases, type State, stateOf, transition } from './transition.ts';

/** An update that does not count, and why. */
interface StepFault {
  readonly update: Entry<Update>;
  /** What is wrong and what to do, in Chinese. */
  readonly sentence: string;
}

export interface History {
  /** Id of the issue. */
  readonly issue: string;
  readonly basis: Basis;
  readonly state: State;
  /** The state of the table: tells `awaiting` (已验收待销号) from `submitted`. */
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
  readonly campaign: Closing;
  readonly timing: Timing;
  readonly today: Day;
  /** The commit whose content the updates are; without it the basis is by day. */
  readonly commit?: string | undefined;
  /** The day of receipt by update id, from Git. */
  readonly receivedOn?: ReadonlyMap<string, Day> | undefined;
  /** Who made an update, where a forge knows; without it a reviewer, who may do most. */
  readonly roleOf?: ((update: Entry<Update>) => Role) | undefined;
}

/** Orders updates by day of report, then by the time in their names; the same for everybody who reads them. */
export function inOrder(updates: readonly Entry<Update>[]): Entry<Update>[] {
  return updates.toSorted(
    (a, b) => order(a.reportedOn, b.reportedOn) || order(stampKey(a.id), stampKey(b.id)),
  );
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The history of an issue as of `settings.today`, that day included. */
export function replay(
  issue: Entry<Issue>,
  updates: readonly Entry<Update>[],
  settings: ReplaySettings,
): History {
  const { today, commit } = settings;
  const run = new Run(issue, settings);
  for (const update of inOrder(updates)) {
    if (update.reportedOn > today) break;
    run.settle(update.reportedOn);
    run.step(update);
  }
  run.settle(today);
  const policy = policyOn(issue, settings.campaign, run.ruleDay(today));
  return {
    issue: issue.id,
    basis: basisOf(today, commit),
    state: stateOf(run.phase),
    phase: run.phase,
    round: run.round,
    rounds: [...run.past, run.round],
    next: nextStep(run.phase, run.round, policy, today),
    timeline: run.timeline,
    faults: run.faults,
  };
}

/** The basis that a day and, where there is one, a commit give. */
export function basisOf(on: Day, commit: string | undefined): Basis {
  return commit === undefined ? { by: 'day', on } : { by: 'commit', commit, on };
}

/** A replay on its way. */
class Run {
  phase: Phase = 'open';
  round: Round;
  readonly past: Round[] = [];
  readonly timeline: TimelineEntry[] = [];
  readonly faults: StepFault[] = [];
  readonly #issue: Entry<Issue>;
  readonly #settings: ReplaySettings;

  constructor(issue: Entry<Issue>, settings: ReplaySettings) {
    this.#issue = issue;
    this.#settings = settings;
    this.round = firstRound(issue, settings.timing);
    const { listedOn: on } = issue;
    this.timeline.push(
      passageEntry({
        action: 'listed',
        on,
        round: 1,
        before: undefined,
        after: 'open',
        words: { before: undefined, after: this.#words(on) },
      }),
    );
  }

  /** Lets time do what it does by `day`: a held issue settles when it is free. */
  settle(day: Day): void {
    if (this.phase !== 'awaiting') return;
    const context = this.#context(day);
    const on = freeOn(this.round, context.policy);
    if (on === undefined || on > day) return;
    this.round = settledRound(this.round, on, context);
    this.phase = this.round.closedOn === undefined ? 'sustained' : 'closed';
    const { number: round } = this.round;
    const after = stateOf(this.phase);
    const words = { before: phases.awaiting, after: this.#words(on) };
    this.timeline.push(
      passageEntry({ action: 'settled', on, round, before: 'submitted', after, words }),
    );
  }

  /** Takes one update, or notes why it does not count. */
  step(update: Entry<Update>): void {
    const role = this.#settings.roleOf?.(update) ?? 'reviewer';
    const context = this.#context(update.reportedOn);
    const outcome = transition(moveOf(update), role, context.policy, this.phase);
    const before = { state: stateOf(this.phase), words: this.#words(update.reportedOn) };
    const refusal = 'to' in outcome ? this.#whyNot(update) : outcome.refusal;
    if ('to' in outcome && refusal === undefined) this.#enter(update, outcome.to, context);
    this.#tell(update, before, refusal);
  }

  /** The day whose closing rule counts: that of the acceptance, whatever the campaign says later. */
  ruleDay(day: Day): Day {
    return this.round.acceptedOn ?? day;
  }

  #whyNot(update: Update): string | undefined {
    const rule = closingRuleOn(this.#settings.campaign, this.ruleDay(update.reportedOn));
    return whyRefused(update, this.round, rule.publicityDays);
  }

  #enter(update: Entry<Update>, to: Phase, context: RoundContext): void {
    const { round, ended } = roundAfter(this.round, update, to, context);
    if (ended !== undefined) this.past.push(ended);
    this.round = round;
    this.phase = to;
  }

  #tell(
    update: Entry<Update>,
    before: { state: State; words: string },
    refusal: string | undefined,
  ): void {
    const { receivedOn, timing } = this.#settings;
    const after = stateOf(this.phase);
    const words = { before: before.words, after: this.#words(update.reportedOn) };
    const step = { round: this.round.number, before: before.state, after, words, refusal };
    this.timeline.push(stepInWords(update, step, receivedOn?.get(update.id), timing));
    if (refusal !== undefined) this.faults.push({ update, sentence: refusal });
  }

  /** The state on a day in words. */
  #words(day: Day): string {
    const next = nextStep(this.phase, this.round, this.#context(day).policy, day);
    return stateInWords({ phase: this.phase, next });
  }

  #context(day: Day): RoundContext {
    const { campaign, timing } = this.#settings;
    const policy = policyOn(this.#issue, campaign, this.ruleDay(day));
    return { issue: this.#issue, timing, policy };
  }
}
