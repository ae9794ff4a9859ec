/** 合格率一句话: of what it was read, and when none is. */
import { expect, test } from 'vitest';
import type { InspectionFigures } from '../../../src/domain/inspection/inspection-figures.ts';
import {
  againInWords,
  inspectedInShort,
  inspectedSentence,
  rateSentence,
  resultInWords,
} from '../../../src/views/inspection/rate-sentence.ts';

const figures = (more: object = {}): InspectionFigures =>
  ({
    population: 40,
    checked: 30,
    passed: 24,
    failed: 6,
    sampled: false,
    drawn: { checked: 20, passed: 18 },
    drawnAgain: 0,
    rate: { passed: 24, checked: 30 },
    interval: undefined,
    again: 0,
    still: 0,
    stillSame: 0,
    mended: 0,
    ...more,
  }) as unknown as InspectionFigures;
const all = { scope: { kind: 'all' } } as Parameters<typeof inspectedSentence>[0];
const above = { scope: { kind: 'above' } } as Parameters<typeof inspectedSentence>[0];

test('全部检查：应查几个、注销几个、合格率', () => {
  expect(inspectedSentence(all, figures())).toMatch(
    /^应查40个，检查30个，合格24个，不合格6个；合格率\S+$/u,
  );
  expect(inspectedSentence(all, figures(), 2)).toContain('应查40个（已注销的2个不查），');
});

test('上级检查的不说应查，不计合格率', () => {
  expect(inspectedSentence(above, figures())).toBe(
    '在册40个，上级检查30个，合格24个，不合格6个；查哪些由上级定，不计合格率',
  );
  expect(inspectedInShort(above, figures())).toBe('检查30个，合格24个，不合格6个，不计合格率');
});

test('抽查的：合格率是随机抽取的，范围、回头看有就说', () => {
  const drawn = figures({ sampled: true });
  expect(rateSentence(drawn)).toMatch(/^其中随机抽取20个，合格18个，合格率[^（]+$/u);
  expect(rateSentence(figures({ sampled: true, drawnAgain: 3 }))).toContain(
    '抽取20个（3个同时是回头看），',
  );
  const wide = figures({ sampled: true, interval: { low: 0.679, high: 0.955 } });
  expect(rateSentence(wide)).toContain('（推算全部应查的约在');
  expect(inspectedInShort(all, drawn)).toContain('，随机抽取的合格率');
  expect(inspectedInShort(all, figures())).not.toContain('随机');
});

test('上次不合格的再看：没有再看的不说，都好了的不拆', () => {
  expect(againInWords(figures())).toEqual([]);
  expect(againInWords(figures({ again: 3, mended: 3 }))).toEqual([
    '上次不合格的再看3个：已整改到位3个，仍不合格0个。',
  ]);
  const still = { again: 11, mended: 6, still: 5 };
  expect(againInWords(figures({ ...still, stillSame: 1 }))[0]).toContain(
    '仍不合格5个（其中原问题未改1个，原问题未再发现而有新问题4个）。',
  );
  expect(againInWords(figures({ ...still, stillSame: 5 }))[0]).toContain('（其中原问题未改5个）');
  expect(againInWords(figures(still))[0]).toContain('（其中原问题未再发现而有新问题5个）');
});

test('结果的说法', () => {
  expect(resultInWords('passed')).toBe('合格');
});
