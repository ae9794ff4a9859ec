import { expect, test } from 'vitest';
import { openLedger } from '../../../src/ledger/open.ts';
import { accountView } from '../../../src/views/unit/account-view.ts';
import { faceOf } from '../../../src/views/face.ts';
import {
  quarterStart,
  registerOf,
  registryPages,
} from '../../../src/views/inspection/registry-view.ts';

const shili = openLedger('tests/fixtures/shili');
const inside = faceOf(shili, '2026-06-15', 'internal');

test('按平台和按单位的合计都等于账号数', () => {
  const [states] = registryPages(inside);
  expect(states?.tables.map(({ id }) => id)).toEqual(['by-platform', 'by-unit']);
  for (const { rows, columns } of states?.tables ?? []) {
    const sum = (at: number) => rows.reduce((total, row) => total + Number(row[at]?.text), 0);
    expect(sum(1)).toBe(shili.accounts.size);
    expect(columns.slice(2).reduce((total, _, at) => total + sum(at + 2), 0)).toBe(sum(1));
  }
});

test('演示台账里各种状态都有，待办页列出没有备案和停用的', () => {
  const pages = registryPages(inside);
  expect(pages.map(({ id }) => id)).toEqual(['states', 'owed', 'exceptions', 'changes']);
  const owed = pages.find(({ id }) => id === 'owed');
  expect(owed?.tables.map(({ id }) => id)).toEqual([
    'unfiled',
    'filing',
    'abandoned',
    'closing',
    'notice',
    'abnormal',
  ]);
  // Each table has as many rows as 账号状态 counts in its state.
  const platforms = pages[0]?.tables[0];
  for (const { title, rows } of owed?.tables ?? []) {
    const at = platforms?.columns.findIndex((column) => column.title === title) ?? -1;
    const sum = platforms?.rows.reduce((total, row) => total + Number(row[at]?.text), 0);
    expect(rows).toHaveLength(sum ?? -1);
  }
  const found = new Set([...shili.accounts.keys()].map((id) => registerOf(inside, id).state));
  expect(found.size).toBe(8);
});

test('公开站没有名册页；没有备案登记的台账也没有空页', () => {
  expect(registryPages(faceOf(shili, '2026-06-15', 'public'))).toEqual([]);
  const real = openLedger('content');
  expect(registryPages(faceOf(real, '2020-05-13', 'internal'))).toEqual([]);
});

test('账号页写明状态和备案编号，公开说明以外的话不写', () => {
  const account = [...shili.accounts.values()].find(
    ({ id }) => registerOf(inside, id).state === 'normal',
  );
  if (!account) throw new Error('no account');
  const { facts } = accountView(faceOf(shili, '2026-06-15', 'public'), account);
  expect(facts[0]?.value).toMatch(/^正常（自/u);
  expect(JSON.stringify(facts)).not.toContain('内部备注');
});

test('季度从一月、四月、七月、十月一日起', () => {
  expect(['2026-03-31', '2026-04-01', '2026-12-31'].map(quarterStart)).toEqual([
    '2026-01-01',
    '2026-04-01',
    '2026-10-01',
  ]);
});
