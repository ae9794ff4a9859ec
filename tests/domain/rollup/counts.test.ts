import { expect, test } from 'vitest';
import { standing } from '../../../src/domain/issue/standing.ts';
import {
  countsAdded,
  addedGroups,
  countedRows,
  countNames,
  countOf,
  recountedFigures,
} from '../../../src/domain/rollup/counts.ts';
import { ledgerOf } from '../sample.ts';
import { sums, rows } from './sums.ts';

test('相加：各家有的指标不同也加得起来；比率是分子和分母', () => {
  expect(countsAdded([{ a: 1, b: 2 }, { a: 3 }])).toEqual({ a: 4, b: 2 });
  expect(countOf({}, 'constructor')).toBe(0);
  expect(recountedFigures(rows)).toEqual(sums.figures);
  const group = { name: '微信公众号', total: 1, unfinished: 0, closed: 1 };
  expect(addedGroups([[group], [group]])).toEqual([{ ...group, total: 2, closed: 2 }]);
  const names = countNames();
  expect(names.get('total')).toBe('问题总数');
  expect(names.get('closed-rate-of')).toBe('销号率（分母）');
  expect(names.has('days-to-close') || names.has('reported-units')).toBe(false);
});

test('每个计数都有它的明细，只照录的和中位数不在里面', () => {
  const rows_ = countedRows(standing(ledgerOf([], []), '2024-05-01'));
  expect([...rows_.keys()]).toEqual([...countNames().keys()]);
});
