/** 填好的记录: what was typed → a record. */
import { expect, test } from 'vitest';
import type { FieldKind, FormField } from '../../src/form/field.ts';
import { recordOf } from '../../src/form/filled.ts';

const one = (kind: FieldKind, path = 'x'): FormField => ({
  path,
  label: path,
  required: false,
  kind,
});

test.each<[FieldKind, string, unknown]>([
  ['line', ' 甲 ', '甲'],
  ['text', '甲\r\n乙\r\n', '甲\n乙'],
  ['lines', ' 甲 \n\n乙\n', ['甲', '乙']],
  ['number', '2', 2],
  ['number', '2.50', 2.5],
  ['number', '两', '两'],
  ['yes-no', 'true', true],
  ['yes-no', 'false', false],
  ['choices', 'a', ['a']],
  ['knowns', 'a', ['a']],
  ['known', 'a', 'a'],
  ['day', '2026-06-15', '2026-06-15'],
])('%s 填“%s”', (kind, typed, value) => {
  expect(recordOf([one(kind)], { x: typed })).toEqual({ x: value });
});

test.each<FieldKind>(['line', 'text', 'lines', 'number', 'yes-no', 'choices', 'day'])(
  '%s 留空的不在记录里',
  (kind) => {
    expect(recordOf([one(kind)], { x: ' \r\n ' })).toEqual({});
    expect(recordOf([one(kind)], {})).toEqual({});
  },
);

test('选了几个的照选的；一个没选的不在记录里', () => {
  expect(recordOf([one('choices')], { x: ['a', 'b'] })).toEqual({ x: ['a', 'b'] });
  expect(recordOf([one('choices')], { x: [] })).toEqual({});
});

test('路径里的点是里面一层，同一层的写在一起；没有问的不收', () => {
  const fields = [one('line', 'deadline.kind'), one('day', 'deadline.dueOn'), one('line', 'note')];
  const typed = { 'deadline.kind': 'fixed', 'deadline.dueOn': '2026-06-30', note: '', extra: 'x' };
  expect(recordOf(fields, typed)).toEqual({ deadline: { kind: 'fixed', dueOn: '2026-06-30' } });
});

test('名字像原型上的也只看填了什么', () => {
  expect(recordOf([one('line', 'toString'), one('line', 'valueOf')], { valueOf: '甲' })).toEqual({
    valueOf: '甲',
  });
});
