import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judgedIn, outcomesOf } from '../../scripts/bench/paper/proofread.ts';

const outcomes = outcomesOf(judgedIn(join(import.meta.dirname, '..', 'fixtures', 'proofread')));
const from = (table: string) => outcomes.filter(({ name }) => name.startsWith(`${table}:`));

describe.each([
  ['short', 46],
  ['own', 779],
  ['frames', 178],
  ['relations', 776],
  ['told', 381],
  ['wordings', 748],
  ['figures', 215],
])('%s', (table, count) => {
  test('条数与说明相符', () => {
    expect(from(table)).toHaveLength(count);
  });

  test.each(from(table).map(({ text, ...one }) => ({ ...one, text: text.trim() })))(
    '$text',
    ({ contradiction, findings }) => {
      expect(findings.length > 0 ? findings.map(({ message }) => message) : '没有发现').toEqual(
        contradiction ? expect.any(Array) : '没有发现',
      );
    },
  );
});

test('每条发现都写明数字，不指责人', () => {
  for (const { findings } of outcomes) {
    for (const { quote, message, expected } of findings) {
      expect(quote).not.toBe('');
      expect(quote.length).toBeLessThanOrEqual(61);
      expect(message + expected).not.toMatch(/错误|造假|虚报|编造|undefined|NaN/u);
    }
  }
});
