/** 错误是一个值 */
import { expect, test } from 'vitest';
import { byPlace, compareText, type Fault, faultLine } from '../../src/ledger/fault.ts';

const fault = (more: Partial<Fault> = {}): Fault => ({
  file: 'units/a.yaml',
  line: 3,
  col: 7,
  rule: 'value',
  severity: 'fault',
  message: '不对',
  remedy: '改对',
  ...more,
});

test('一行：文件:行:列 规则 说明 → 办法；整个文件的没有行列；提醒写明', () => {
  expect(faultLine(fault())).toBe('units/a.yaml:3:7 value 不对 → 改对');
  expect(faultLine(fault({ line: 0, col: 0 }))).toBe('units/a.yaml value 不对 → 改对');
  expect(faultLine(fault({ severity: 'warning' }))).toBe(
    'units/a.yaml:3:7 value（提醒） 不对 → 改对',
  );
});

test('台账里的字不能另起一行，也不能藏控制字符', () => {
  const line = faultLine(fault({ message: '甲\n::error::乙\u202e' }));
  expect(line).not.toMatch(/[\n\r\u202e]/u);
});

test('按文件、行、列、规则排，与机器的语言无关', () => {
  const faults = [
    fault({ line: 10 }),
    fault({ line: 9, col: 9 }),
    fault({ line: 9, col: 2, rule: 'b' }),
    fault({ line: 9, col: 2, rule: 'a' }),
    fault({ file: 'accounts/z.yaml', line: 99 }),
    fault({ line: 9, col: 2, rule: 'a', message: '丙' }),
  ];
  const sorted = faults.toSorted(byPlace);
  expect(sorted.map((one) => [one.file[0], one.line, one.col, one.rule])).toEqual([
    ['a', 99, 7, 'value'],
    ['u', 9, 2, 'a'],
    ['u', 9, 2, 'a'],
    ['u', 9, 2, 'b'],
    ['u', 9, 9, 'value'],
    ['u', 10, 7, 'value'],
  ]);
  expect([compareText('a', 'b'), compareText('b', 'a'), compareText('a', 'a')]).toEqual([-1, 1, 0]);
});
