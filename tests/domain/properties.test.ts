import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { breakdown, type Dimension, dimensions } from '../../src/domain/figures/breakdown.ts';
import { addDays, daysBetween } from '../../src/day/calendar.ts';
import { closingRuleOn, policyOn } from '../../src/domain/issue/round/closing.ts';
import { closingMonths } from '../../src/domain/figures/closings.ts';
import { figureOf, figures, rowsOf } from '../../src/domain/figures/figures.ts';
import { replay } from '../../src/domain/issue/replay.ts';
import type { Round } from '../../src/domain/issue/round/round.ts';
import { standing } from '../../src/domain/issue/standing.ts';
import { states } from '../../src/text/terms.ts';
import { campaignOf, ledgerOf } from './sample.ts';
import { legalStory, manyStories, someDay, type Story, timing, wildStory } from './stories.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const story = fc.oneof(legalStory, wildStory);
const shuffled = (one: Story, seed: number) =>
  one.updates
    .map((update, at) => ({ update, key: (at * 7919 + seed * 104_729) % 1009 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ update }) => update);
const settings = ({ campaign }: Story, today: string) => ({ campaign, timing, today });

describe('回放', () => {
  test('不论以什么次序读入，结果相同', () => {
    fc.assert(
      fc.property(story, someDay, fc.nat(1000), (one, today, seed) => {
        const again = replay(one.issue, shuffled(one, seed), settings(one, today));
        expect(again).toEqual(replay(one.issue, one.updates, settings(one, today)));
      }),
    );
  });

  test('逐步合法的经过没有一步被拒', () => {
    fc.assert(
      fc.property(legalStory, (one) => {
        const { faults } = replay(one.issue, one.updates, settings(one, '2030-01-01'));
        expect(faults.map(({ sentence }) => sentence)).toEqual([]);
      }),
    );
  });

  test('被拒的一步可以删去：其余的结果不变', () => {
    fc.assert(
      fc.property(wildStory, someDay, (one, today) => {
        const history = replay(one.issue, one.updates, settings(one, today));
        const refused = new Set(history.faults.map(({ update }) => update.id));
        const kept = one.updates.filter(({ id }) => !refused.has(id));
        const without = replay(one.issue, kept, settings(one, today));
        expect([without.phase, without.rounds, without.next, without.faults]).toEqual([
          history.phase,
          history.rounds,
          history.next,
          [],
        ]);
      }),
    );
  });

  test('没有齐备就没有办结：申请、验收、公示、核销一样不少', () => {
    fc.assert(
      fc.property(story, someDay, (one, today) => {
        const { rounds } = replay(one.issue, one.updates, settings(one, today));
        for (const round of rounds) expect(missingFor(round, one)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('轮次从 1 起逐轮加一，原截止日永远留着', () => {
    fc.assert(
      fc.property(story, someDay, (one, today) => {
        const { rounds } = replay(one.issue, one.updates, settings(one, today));
        expect(rounds.map(({ number }) => number)).toEqual(rounds.map((_, at) => at + 1));
        for (const { originalDueOn, dueOn, extensions } of rounds) {
          expect(extensions.length > 0 ? extensions[0]?.from : dueOn).toBe(originalDueOn);
          expect(extensions.at(-1)?.to ?? originalDueOn).toBe(dueOn);
        }
      }),
    );
  });
});

/** What a settled round does not have. */
function missingFor(round: Round, { issue, campaign }: Story): string[] {
  const on = round.closedOn ?? round.sustainedOn;
  if (on === undefined) return [];
  const { submittedOn, acceptedOn, publicity, confirmedOn } = round;
  if (submittedOn === undefined || submittedOn > on) return ['submitted'];
  if (acceptedOn === undefined || acceptedOn < submittedOn || acceptedOn > on) return ['accepted'];
  const missing: string[] = [];
  const { publicityDays } = closingRuleOn(campaign, acceptedOn);
  if (publicityDays > 0) {
    const shown =
      publicity !== undefined &&
      publicity.until < on &&
      publicity.from >= acceptedOn &&
      daysBetween(publicity.from, publicity.until) + 1 >= publicityDays;
    if (!shown) missing.push('publicity');
  }
  if (['city', 'province', 'nation'].includes(issue.origin)) {
    if (confirmedOn === undefined || confirmedOn > on) missing.push('confirmedAbove');
  }
  const { ongoing } = policyOn(issue, campaign, acceptedOn);
  if (ongoing && round.closedOn !== undefined) missing.push('sustained');
  return missing;
}

const ledgerFrom = ({ campaign, stories }: { campaign: Story['campaign']; stories: Story[] }) => {
  const plain = ledgerOf([]);
  return ledgerOf(
    stories.map(({ issue }) => issue),
    stories.flatMap(({ updates }) => updates),
    {
      campaigns: new Map([['demo', campaignOf('demo', campaign)]]),
      vocabulary: { ...plain.vocabulary, timing },
    },
  );
};

describe('指标', () => {
  test('状态之和是总数，三项之和是有效问题，时限各项之和是未完成', () => {
    fc.assert(
      fc.property(manyStories, someDay, (many, today) => {
        const now = standing(ledgerFrom(many), today);
        const rows = (...ids: string[]) =>
          ids.flatMap((id) => rowsOf(figureOf(now, id))).toSorted();
        expect(rows(...Object.keys(states))).toEqual(rows('total'));
        expect(rows('valid', 'void')).toEqual(rows('total'));
        expect(rows('closed', 'sustained', 'unfinished')).toEqual(rows('valid'));
        expect(
          rows(
            'overdue',
            'in-grace',
            'due-soon',
            'due-later',
            'deferred',
            'undated',
            'waiting',
            'waiting-late',
          ),
        ).toEqual(rows('unfinished'));
      }),
    );
  });

  test('每个比率：分子是分母的一部分，行数就是数', () => {
    fc.assert(
      fc.property(manyStories, someDay, (many, today) => {
        const now = standing(ledgerFrom(many), today);
        for (const { id } of figures) {
          const value = figureOf(now, id);
          if (value.kind === 'rate') {
            expect([value.numerator, value.denominator]).toEqual([
              value.rows.length,
              value.of.length,
            ]);
            expect(value.rows.filter((row) => !value.of.includes(row))).toEqual([]);
          }
          if (value.kind === 'count') expect(value.value).toBe(new Set(value.rows).size);
          if (value.kind === 'days') expect(value.days).toHaveLength(value.rows.length);
        }
      }),
    );
  });

  test('各组的任何计数之和等于整体；问题类别等于项次', () => {
    fc.assert(
      fc.property(manyStories, someDay, (many, today) => {
        const now = standing(ledgerFrom(many), today);
        for (const dimension of Object.keys(dimensions) as Dimension[]) {
          const { parts, items } = breakdown(now, dimension);
          const counted = (id: string) =>
            parts.flatMap((part) => rowsOf(figureOf(part.standing, id)));
          expect(counted('total')).toHaveLength(items);
          for (const { id, rowKind, unit } of figures) {
            if (rowKind !== 'issue' || unit !== '个') continue;
            const whole = rowsOf(figureOf(now, id));
            const found = counted(id);
            if (dimension === 'problem') expect(new Set(found)).toEqual(new Set(whole));
            else expect(found.toSorted()).toEqual(whole.toSorted());
          }
        }
        const expected = now.issues.reduce((sum, { issue }) => sum + issue.problems.length, 0);
        expect(breakdown(now, 'problem').items).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('某一天的数不因以后的报送改变', () => {
    fc.assert(
      fc.property(manyStories, someDay, (many, today) => {
        const known = many.stories.map((one) => ({
          ...one,
          updates: one.updates.filter(({ reportedOn }) => reportedOn <= today),
        }));
        const then = standing(ledgerFrom({ ...many, stories: known }), today);
        const now = standing(ledgerFrom(many), today);
        expect(now.issues).toEqual(then.issues);
        expect(figures.map(({ value }) => value(now))).toEqual(
          figures.map(({ value }) => value(then)),
        );
      }),
    );
  });

  test('以前月份的办结数不因以后的任何事改变', () => {
    fc.assert(
      fc.property(manyStories, someDay, someDay, (many, one, other) => {
        const [early, late] = one <= other ? [one, other] : [other, one];
        const ledger = ledgerFrom(many);
        const past = (day: string) =>
          closingMonths(standing(ledger, day)).flatMap(({ closed, sustained }) =>
            [...closed, ...sustained].filter(({ on }) => on <= early),
          );
        expect(past(late)).toEqual(past(early));
      }),
    );
  });

  test('以后起用的设定不改以前的数', () => {
    fc.assert(
      fc.property(manyStories, someDay, fc.integer({ min: 1, max: 60 }), (many, today, value) => {
        const ledger = ledgerFrom(many);
        const tomorrow = { from: addDays(today, 1), value };
        const changed = {
          ...timing,
          graceDays: [...timing.graceDays, tomorrow],
          dueSoonDays: [...timing.dueSoonDays, tomorrow],
          reviewEveryDays: [...timing.reviewEveryDays, tomorrow],
          immediateDays: [...timing.immediateDays, tomorrow],
          lateReceiptDays: [...timing.lateReceiptDays, tomorrow],
        };
        const after = { ...ledger, vocabulary: { ...ledger.vocabulary, timing: changed } };
        expect(standing(after, today).issues).toEqual(standing(ledger, today).issues);
      }),
    );
  });
});
