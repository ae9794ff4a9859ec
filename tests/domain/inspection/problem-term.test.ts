/** 一类问题的期限: with a rule of days, and without. */
import { expect, test } from 'vitest';
import { termRule } from '../../../src/domain/inspection/problem-term.ts';

test('有天数规定的写明用在哪里、从哪天起、是谁定的；没有的写由交办的文件写明', () => {
  expect(termRule({ within: { workdays: 10 } })).toBe(
    '由检查开列的，自开列之日起10个工作日内（本台账的设定），别的由交办的文件写明',
  );
  expect(termRule({ within: { months: 1 } })).toContain('自开列之日起1个月内');
  expect(termRule({})).toBe('没有规定天数，由交办的文件写明');
});
