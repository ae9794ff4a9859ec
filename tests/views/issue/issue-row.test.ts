/** 问题来源：每一行有，表格和开放数据各有一栏；上级交办的合在一起也能筛。(示例区公开站) */
import { expect, test } from 'vitest';
import { issueFields } from '../../../src/documents/data/issue-fields.ts';
import { workingSheet } from '../../../src/documents/sheet/working-ledger.ts';
import { issueRow, originNames } from '../../../src/views/issue/issue-row.ts';
import { ledgerRow } from '../../../src/views/issue/ledger-row.ts';
import { face } from '../../documents/face.ts';

const shili = face('shili', 'public');
const cities = shili.standing.issues.filter(({ issue }) => issue.origin === 'city');

test('市级交办的，也是上级交办的；自查的不是', () => {
  expect(cities.length).toBeGreaterThan(0);
  for (const one of cities)
    expect(issueRow(shili, one).originNames).toEqual(['市级交办', '上级交办']);
  expect(originNames({ origin: 'self-check' })).toEqual(['自查']);
});

test('工作台账和开放数据有问题来源一栏，写的是这一条的', () => {
  expect(issueFields('public').map(({ title }) => title)).toContain('问题来源');
  const rows = cities.map((one) => ledgerRow(shili, one));
  const { columns, rows: cells } = workingSheet(shili, rows, undefined, false);
  const at = columns.findIndex(({ title }) => title === '问题来源');
  expect(at).toBeGreaterThanOrEqual(0);
  expect(new Set(cells.map((row) => row[at]))).toEqual(new Set(['市级交办']));
});
