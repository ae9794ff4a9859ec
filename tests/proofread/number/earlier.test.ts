import { describe, expect, test } from 'vitest';
import { earlierOf, PAST } from '../../../src/proofread/number/earlier.ts';

/** Which of the two numbers of a text comes first in time. */
function earlier(text: string) {
  const [one, two] = [...text.matchAll(/\d+(?:\.\d+)?(?=[个条家万%])/gu)].map((match) => ({
    at: match.index,
    end: match.index + match[0].length,
  }));
  if (one === undefined || two === undefined) throw new Error(text);
  return earlierOf(
    text,
    { ...one, lead: text.slice(0, one.at) },
    { ...two, lead: text.slice(one.end, two.at) },
  );
}

describe('前一个数在先', () => {
  test.each([
    '由12个增加到30个',
    '从1.2万人增至3.6万人',
    '去年同期20条，今年60条',
    '上半年300条，下半年900条',
    '一季度24条，二季度72条',
    '2022年12个，2023年30个',
    '2024年第四季度93.3%，2025年第一季度95.6%',
  ])('%s', (text) => {
    expect(earlier(text)).toBe('first');
  });
});

describe('后一个数在先', () => {
  test.each([
    '36个，为上年12个',
    '90条，较上季度的30条',
    '总体94.3%，第一季度为91.8%',
    '本季度92.5%，上季度为90.1%',
    '二季度72条，一季度24条',
  ])('%s', (text) => {
    expect(earlier(text)).toBe('second');
  });
});

test('没有时间的两个数分不出先后', () => {
  expect(earlier('网站33家，账号210个')).toBeUndefined();
  expect(earlier('甲县98.1%，乙县95.0%')).toBeUndefined();
});

test('本期不是往期', () => {
  expect(['上季度', '去年', '同期', '整改前'].every((words) => PAST.test(words))).toBe(true);
  expect(['本季度', '今年', '整改后'].some((words) => PAST.test(words))).toBe(false);
});
