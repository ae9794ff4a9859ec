import { expect, test } from 'vitest';
import { type Dated, inForceOn, ruleInForceOn, valueOn } from '../../src/domain/setting.ts';

const grace = [
  { from: '2024-03-01', value: 3 },
  { from: '2023-01-01', value: 0 },
  { from: '2024-06-01', value: 5 },
];

test('起用日前一天用旧值，当天和以后用新值', () => {
  expect(valueOn(grace, '2024-02-29')).toBe(0);
  expect(valueOn(grace, '2024-03-01')).toBe(3);
  expect(valueOn(grace, '2024-03-02')).toBe(3);
  expect(valueOn(grace, '2024-05-31')).toBe(3);
  expect(valueOn(grace, '2024-06-01')).toBe(5);
});

test('早于最早的起用日时用最早的值，不论写在第几条', () => {
  expect(valueOn(grace, '2022-12-31')).toBe(0);
});

test('同一天起用两个值时以后写的为准', () => {
  const twice = [
    { from: '2024-01-01', value: 1 },
    { from: '2024-01-01', value: 2 },
  ];
  expect(valueOn(twice, '2024-01-01')).toBe(2);
  expect(valueOn(twice, '2023-12-31')).toBe(1);
});

test('一条也没有是程序的错', () => {
  expect(() => valueOn([], '2024-01-01')).toThrow(new RangeError('a setting without a value'));
});

test('没有兜底的规定：最早的起用日之前没有，写在第几条都一样', () => {
  expect(inForceOn(grace, '2022-12-31')).toBeUndefined();
  expect(inForceOn(grace, '2024-03-01')).toEqual({ from: '2024-03-01', value: 3 });
  expect(inForceOn(grace.toReversed(), '2024-03-01')).toEqual({ from: '2024-03-01', value: 3 });
  expect(inForceOn<Dated<number>>([], '2024-03-01')).toBeUndefined();
});

test('台账可以不写的规定：没有写的没有，写了的早于最早一条按最早一条', () => {
  expect(ruleInForceOn<Dated<number>>([], '2024-03-01')).toBeUndefined();
  expect(ruleInForceOn(grace, '2022-12-31')).toEqual({ from: '2023-01-01', value: 0 });
  expect(ruleInForceOn(grace, '2024-05-31')).toEqual({ from: '2024-03-01', value: 3 });
});
