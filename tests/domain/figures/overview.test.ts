import { expect, test } from 'vitest';
import { dimensions } from '../../../src/domain/figures/breakdown.ts';
import { dutyTable } from '../../../src/domain/figures/duty-table.ts';
import { figureOf, figures } from '../../../src/domain/figures/figures.ts';
import { standing, standingWithin } from '../../../src/domain/issue/standing.ts';
import { overviewOf } from '../../../src/domain/figures/overview.ts';
import { issueOf, ledgerOf, updatesOf } from '../sample.ts';

const one = issueOf({ id: 'demo-01', account: 'a1' });
const two = issueOf({
  id: 'demo-02',
  account: 'b1',
  problems: ['content-stale', 'no-interaction'],
});
const ledger = ledgerOf(
  [one, two],
  updatesOf(
    one,
    { action: 'submitted', reportedOn: '2024-03-10' },
    { action: 'accepted', reportedOn: '2024-03-12' },
  ),
);
const now = () => standing(ledger, '2024-04-02');
const made = () => overviewOf(now());

test('口径、范围写明', () => {
  const summary = made();
  expect(summary.basis).toEqual({ by: 'day', on: '2024-04-02' });
  expect(summary.basisSentence).toBe('截至2024年4月2日，按报告日期统计，以现有台账为准');
  expect(summary.scope).toEqual({});
  expect(overviewOf(standingWithin(now(), { unit: 'unit-a' })).scope).toEqual({ unit: 'unit-a' });
});

test('全部指标按登记的次序，值就是指标函数的值', () => {
  const summary = made();
  const whole = now();
  expect(summary.figures.map(({ id }) => id)).toEqual(figures.map(({ id }) => id));
  for (const { id, value } of summary.figures) expect(value).toEqual(figureOf(whole, id));
  expect(summary.figures.find(({ id }) => id === 'closed-rate')).toEqual({
    id: 'closed-rate',
    name: '销号率',
    definition: '已销号 ÷ 有效问题。长期坚持的不算销号。',
    group: 'share',
    basis: 'rows',
    unit: '',
    rowKind: 'issue',
    value: figureOf(whole, 'closed-rate'),
    words: '1/2（50.0%）',
  });
});

test('全部分组，每组带行和各项数', () => {
  const summary = made();
  expect(summary.breakdowns.map(({ dimension }) => dimension)).toEqual(Object.keys(dimensions));
  expect(summary.breakdowns.find(({ dimension }) => dimension === 'problem')).toEqual({
    dimension: 'problem',
    name: '问题类别',
    definition: dimensions.problem.definition,
    items: 3,
    parts: [
      {
        key: 'content-stale',
        name: '更新不及时',
        rows: ['demo-01', 'demo-02'],
        figures: {
          total: 2,
          closed: 1,
          sustained: 0,
          unfinished: 1,
          overdue: 1,
          'due-soon': 0,
          void: 0,
        },
      },
      {
        key: 'no-interaction',
        name: '未提供有效互动',
        rows: ['demo-02'],
        figures: {
          total: 1,
          closed: 0,
          sustained: 0,
          unfinished: 1,
          overdue: 1,
          'due-soon': 0,
          void: 0,
        },
      },
    ],
  });
});

test('各月办结', () => {
  expect(made().months.map(({ month, closed }) => [month, closed.length])).toEqual([
    ['2024-03', 1],
  ]);
});

test('频次义务表随统计表', () => {
  expect(made().duties).toEqual(dutyTable(now()));
});
