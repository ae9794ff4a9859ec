/** 标题分行 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { titleLines } from '../../../src/documents/official/title.ts';

test('刚好二十字一行，二十一字两行', () => {
  const twenty = '示例区人民政府办公室关于印发工作要点通知';
  expect(twenty).toHaveLength(20);
  expect(titleLines(twenty)).toEqual([twenty]);
  expect(titleLines(`${twenty}书`)).toHaveLength(2);
});

test('“关于”在行末，不在行首', () => {
  const lines = titleLines('示例区人民政府办公室关于政务新媒体专项整治工作开展情况的报告');
  expect(lines[0]).toMatch(/关于$/u);
});

test('窄的照窄的分；一个词比一行还长的，硬分也不超', () => {
  expect(titleLines('甲'.repeat(25), 10).map((line) => line.length)).toEqual(
    expect.arrayContaining([expect.any(Number)]),
  );
  for (const line of titleLines('ABCDEFGHIJKLMNOPQRSTUVWXYZ', 10))
    expect(line.length).toBeLessThanOrEqual(10);
});

test('什么标题都不增不减，一行不超', () => {
  const words = fc.constantFrom(
    '示例区',
    '人民政府',
    '办公室',
    '关于',
    '开展',
    '专项整治',
    '工作',
    '情况',
    '的',
    '报告',
    '2026年',
    '、',
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      const lines = titleLines(text);
      expect(lines.join('')).toBe(text);
      expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(20);
    }),
    { numRuns: 60 },
  );
});
