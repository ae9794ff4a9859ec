/** 经过按时间画 on the fictional ledger: every wait is the days between its two ends, and late only what a unit let pass. */
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../src/day/calendar.ts';
import type { IssueStanding } from '../../../src/domain/issue/standing.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { type Face, faceOf } from '../../../src/views/face.ts';
import { issueView } from '../../../src/views/issue/issue-view.ts';
import { silenceInWords } from '../../../src/views/issue/silence-view.ts';
import type { StoryPart } from '../../../src/views/issue/story-scale.ts';

const shili = openLedger('tests/fixtures/shili');
const today = '2026-06-15';
const inside = faceOf(shili, today, 'internal');
const outside = faceOf(shili, today, 'public');
const onOf = (part: StoryPart) => (part.kind === 'step' ? part.entry.on : part.on).iso;
const courses = (face: Face) =>
  [...face.issues.values()].map((one) => ({ one, course: issueView(face, one).course }));
const waits = (course: readonly StoryPart[]) =>
  course.flatMap(({ wait }, at) => (wait === undefined ? [] : [{ wait, at }]));

describe('经过按时间画', () => {
  test('每一段的天数就是前后两项相隔的天数；一项也不少', () => {
    for (const { one, course } of courses(inside)) {
      for (const [at, part] of course.entries()) {
        const before = course[at - 1];
        const days = before === undefined ? 0 : daysBetween(onOf(before), onOf(part));
        expect(part.wait?.days ?? 0).toBe(days);
      }
      // What happened to the account (移交) is no step of the issue's own; tests/views/unit/hand-over-view.test.ts.
      const steps = course.filter((part) => part.kind === 'step' && part.entry.id !== undefined);
      const made = one.history.timeline.filter(({ update }) => update !== undefined);
      expect(steps).toHaveLength(made.length);
    }
  });

  test('逾期的，红的那几段加起来就是逾期的天数', () => {
    const late = courses(inside).filter(({ one }) => one.lateness.kind === 'overdue');
    expect(late.length).toBeGreaterThan(10);
    for (const { one, course } of late) {
      const { dueOn, days, approvedLate } = one.lateness as Extract<
        IssueStanding['lateness'],
        { kind: 'overdue' }
      >;
      if (approvedLate === true) continue;
      expect(course.at(-1)?.kind).toBe('now');
      const red = waits(course).filter(
        ({ wait, at }) => wait.late && onOf(course[at] ?? course[0]!) > dueOn,
      );
      const held = waits(course).filter(
        ({ wait, at }) => !wait.late && onOf(course[at - 1] ?? course[0]!) >= dueOn,
      );
      const sum = (list: typeof red) => list.reduce((all, { wait }) => all + wait.days, 0);
      // While a report waited for the reviewer the line is not red; returned, those days count again.
      expect(sum(red) + sum(held)).toBe(daysBetween(dueOn, today));
      expect(days).toBe(daysBetween(dueOn, today));
      if (held.length === 0) expect(sum(red)).toBe(days);
    }
  });

  test('没有逾期过的，一段红的也没有', () => {
    for (const { one, course } of courses(inside)) {
      if (one.history.rounds.length > 1) continue;
      const { dueOn, submittedOn, voidedOn } = one.history.round;
      if (dueOn !== undefined && (submittedOn ?? voidedOn ?? today) > dueOn) continue;
      if (one.history.round.returns > 0) continue;
      expect(waits(course).filter(({ wait }) => wait.late)).toEqual([]);
    }
  });

  test('长短按两周一格，半年以上都是最长', () => {
    for (const { course } of courses(inside))
      for (const { wait } of waits(course)) {
        expect(wait.size).toBe(Math.min(13, Math.ceil(wait.days / 14)));
        expect(wait.size).toBeGreaterThan(0);
      }
  });

  test('公开站不说逾期的专项，没有红的，也不说单位多久没有报送', () => {
    const silent = courses(outside).filter(
      ({ one }) => shili.campaigns.get(one.issue.campaign)?.publication.overdueNames !== true,
    );
    expect(silent.length).toBeGreaterThan(0);
    for (const { one, course } of silent) {
      expect(course.filter((part) => part.wait?.late === true)).toEqual([]);
      expect(course.some((part) => part.kind !== 'step' && part.late)).toBe(false);
      expect(silenceInWords(outside, one)).toBe('');
    }
  });
});

describe('停了多久', () => {
  const said = (step: string) =>
    [...inside.issues.values()]
      .filter(({ history }) => history.next.step === step)
      .map((one) => ({ one, words: silenceInWords(inside, one) }));

  test('等审核员的从申请验收那天算', () => {
    const waiting = said('verify');
    expect(waiting.length).toBeGreaterThan(0);
    for (const { one, words } of waiting) {
      const days = daysBetween(one.history.round.submittedOn ?? today, today);
      expect(words).toBe(days > 0 ? `待审核${String(days)}天` : '');
    }
  });

  test('等单位的从它上一次报送算，办公室退回、延期不算；当天的不说', () => {
    const waiting = said('submit').filter(({ words }) => words !== '');
    const byOffice = new Set<string | undefined>(['returned', 'extended', 'deferred']);
    const extended = waiting.find(({ one }) =>
      byOffice.has(one.history.timeline.at(-1)?.update?.action),
    )!;
    const own = extended.one.history.timeline.findLast(
      ({ update }) => !byOffice.has(update?.action),
    )!;
    expect(extended.words).toBe(`已${String(daysBetween(own.on, today))}天未报进展`);
    const { one } = waiting.find(
      (other) => !byOffice.has(other.one.history.timeline.at(-1)?.update?.action),
    )!;
    const last = one.history.timeline.at(-1)!.on;
    expect(silenceInWords(inside, one)).toBe(`已${String(daysBetween(last, today))}天未报进展`);
    const then = faceOf(shili, last, 'internal');
    expect(silenceInWords(then, then.issues.get(one.id)!)).toBe('');
    const next = faceOf(shili, addDays(last, 1), 'internal');
    expect(silenceInWords(next, next.issues.get(one.id)!)).toBe('已1天未报进展');
  });

  test('办结的不说', () => {
    for (const { words } of said('none')) expect(words).toBe('');
  });
});
