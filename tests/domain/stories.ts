/** Random issues and stories for the properties: some legal step by step, some with anything in any order. */
import fc from 'fast-check';
import { addDays, type Day } from '../../src/day/calendar.ts';
import { type Closing, closingRuleOn, policyOn } from '../../src/domain/issue/round/closing.ts';
import { replay } from '../../src/domain/issue/replay.ts';
import { type Move, moves, transition } from '../../src/domain/issue/transition.ts';
import type { Deadline } from '../../src/schema/deadline.ts';
import { type Issue, origins } from '../../src/schema/issue.ts';
import type { Entry } from '../../src/schema/ledger.ts';
import { reopenGrounds, type ReopenGround, type Update } from '../../src/schema/update.ts';
import {
  fixed,
  fixedThenOngoing,
  immediate,
  immediateThenOngoing,
  issueOf,
  LISTED,
  ongoing,
  recurring,
  relative,
  type Said,
  timingOf,
  unread,
  updatesOf,
} from './sample.ts';

export const timing = timingOf({
  graceDays: [
    { from: '2020-01-01', value: 0 },
    { from: '2024-04-15', value: 3 },
  ],
});

const deadlines: Deadline[] = [
  fixed,
  { kind: 'fixed', text: '4月20日', dueOn: '2024-04-20' },
  fixedThenOngoing,
  immediate,
  immediateThenOngoing,
  ongoing,
  recurring,
  relative,
  unread,
];

export interface Story {
  issue: Entry<Issue>;
  campaign: Closing;
  updates: Entry<Update>[];
}

const MOVES = Object.keys(moves) as Move[];

/** What the random numbers of one step decide. */
interface Draw {
  gap: number;
  choice: number;
  length: number;
  ground: ReopenGround;
}

const draw: fc.Arbitrary<Draw> = fc.record({
  gap: fc.integer({ min: 0, max: 25 }),
  choice: fc.nat(1000),
  length: fc.integer({ min: 0, max: 40 }),
  ground: fc.constantFrom(...(Object.keys(reopenGrounds) as ReopenGround[])),
});

const campaign: fc.Arbitrary<Closing> = fc.record({
  closing: fc.record({
    policy: fc.constantFrom('verification' as const, 'merge' as const),
    publicityDays: fc.constantFrom(0, 0, 1, 7),
    earlier: fc.constantFrom(
      undefined,
      [{ until: '2024-04-10', policy: 'verification' as const, publicityDays: 0 }],
      [{ until: '2024-04-10', policy: 'verification' as const, publicityDays: 3 }],
    ),
  }),
});

const issueWith = (id: string) =>
  fc
    .record({
      deadline: fc.constantFrom(...deadlines),
      origin: fc.constantFrom(...(Object.keys(origins) as Issue['origin'][])),
      account: fc.constantFrom('a1', 'a2', 'b1', 'c1', 'nobody'),
      problems: fc.constantFrom<string[]>(
        ['content-stale'],
        ['no-interaction'],
        ['content-stale', 'no-interaction'],
      ),
    })
    .map((said) => issueOf({ id, ...said }));

function said(move: Move, on: Day, { length, ground }: Draw, round: number, dueOn: Day): Said {
  const common = { reportedOn: on };
  switch (move) {
    case 'held':
    case 'lapsed':
      return { ...common, action: 'reviewed', held: move === 'held' };
    case 'publicity':
      return { ...common, action: move, from: on, until: addDays(on, length) };
    case 'confirmedAbove':
      return { ...common, action: move, confirmedOn: on, document: '示例〔2024〕1号' };
    case 'sustained':
      return { ...common, action: move, reviewOn: addDays(on, length + 1) };
    case 'extended':
      return { ...common, action: move, askedOn: on, dueOn: addDays(dueOn, length), reason: '等' };
    case 'deferred':
      return { ...common, action: move, askedOn: on, until: addDays(dueOn, length), reason: '等' };
    case 'transferred':
      return { ...common, action: move, to: 'unit-b' };
    case 'reopened':
      return {
        ...common,
        action: move,
        reason: '反弹',
        ground,
        round,
        ...(length % 2 === 0 ? { dueOn: addDays(on, length) } : {}),
      };
    case 'returned':
    case 'voided':
      return { ...common, action: move, reason: '不全' };
    case 'started':
    case 'progress':
    case 'submitted':
    case 'accepted':
      return { ...common, action: move };
    default:
      return move satisfies never;
  }
}

/** Anything in any order: most steps are refused. */
function wildUpdates(issue: Entry<Issue>, draws: readonly Draw[]): Entry<Update>[] {
  return updatesOf(
    issue,
    ...draws.map((one) => {
      const move = MOVES[one.choice % MOVES.length]!;
      const on = addDays(LISTED, one.gap * 6 - 2);
      return said(move, on, one, 2 + (one.length % 2), '2024-03-31');
    }),
  );
}

/** Step by step only what the table and the days allow. */
function legalUpdates(issue: Entry<Issue>, rule: Closing, draws: readonly Draw[]): Entry<Update>[] {
  const steps: Said[] = [];
  let day = LISTED;
  for (const one of draws) {
    day = addDays(day, one.gap);
    const settings = { campaign: rule, timing, today: day };
    const { phase, round } = replay(issue, updatesOf(issue, ...steps), settings);
    const ruleDay = round.acceptedOn ?? day;
    const policy = policyOn(issue, rule, ruleDay);
    const legal = MOVES.filter(
      (move) =>
        'to' in transition(move, 'reviewer', policy, phase) &&
        (move !== 'extended' || round.dueOn !== undefined) &&
        (move !== 'voided' || one.choice % 7 === 0),
    );
    const move = legal[one.choice % Math.max(legal.length, 1)];
    if (move === undefined) continue;
    const { publicityDays } = closingRuleOn(rule, ruleDay);
    const longEnough = { ...one, length: Math.max(one.length, publicityDays, 1) };
    // Nothing is put off to a day that is over.
    const from = round.dueOn !== undefined && round.dueOn > day ? round.dueOn : day;
    steps.push(said(move, day, longEnough, round.number + 1, from));
  }
  return updatesOf(issue, ...steps);
}

const draws = fc.array(draw, { maxLength: 14 });

/** Stories of which every step is legal. */
export const legalStory: fc.Arbitrary<Story> = fc
  .tuple(issueWith('demo-01'), campaign, draws)
  .map(([issue, rule, chosen]) => ({
    issue,
    campaign: rule,
    updates: legalUpdates(issue, rule, chosen),
  }));

/** Stories of which most steps are not. */
export const wildStory: fc.Arbitrary<Story> = fc
  .tuple(issueWith('demo-01'), campaign, draws)
  .map(([issue, rule, chosen]) => ({
    issue,
    campaign: rule,
    updates: wildUpdates(issue, chosen),
  }));

/** Several stories in one campaign. */
export const manyStories: fc.Arbitrary<{ campaign: Closing; stories: Story[] }> = fc
  .tuple(
    campaign,
    fc.array(fc.tuple(issueWith('x'), draws, fc.boolean()), { minLength: 1, maxLength: 8 }),
  )
  .map(([rule, chosen]) => ({
    campaign: rule,
    stories: chosen.map(([drawn, steps, wild], at) => {
      const issue = { ...drawn, id: `demo-${String(at + 1).padStart(2, '0')}` };
      const updates = wild ? wildUpdates(issue, steps) : legalUpdates(issue, rule, steps);
      return { issue, campaign: rule, updates };
    }),
  }));

/** A day to count to. */
export const someDay = fc.integer({ min: -3, max: 260 }).map((days) => addDays(LISTED, days));
