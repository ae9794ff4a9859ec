import { expect, test } from 'vitest';
import { contradictions } from '../../../src/domain/rollup/verify.ts';
import type { RollupSums, RowsFile } from '../../../src/schema/rollup.ts';
import { sums, rows } from './sums.ts';

test('合计与明细、与下级、与分平台、自身不平衡，日子和公开程度不一，都说得出', () => {
  const said = (more: Partial<RollupSums>, other: Partial<RowsFile> = {}) =>
    contradictions({ ...sums, ...more }, { ...rows, ...other }, (id) => id);
  expect(said({})).toEqual([]);
  expect(said({ withheld: { total: 1 } })).toEqual(
    expect.arrayContaining(['问题总数里有不列明细的', '合计与明细不符：total写的是 1，数出来是 2']),
  );
  expect(said({ figures: { total: 2, valid: 2, closed: 2 } })[0]).toContain('还有 2 项');
  expect(said({}, { asOf: '2026-06-02', level: 'internal' })).toHaveLength(2);
  const below = { name: '乙镇（虚构）', counted: true, figures: sums.figures };
  expect(said({ own: sums.figures, children: [below] })[0]).toContain('合计与下级之和不符');
  expect(said({ own: sums.figures, children: [{ ...below, counted: false }] })).toEqual([]);
  expect(said({ platforms: [] })).toEqual([
    '合计与明细不符：按平台的数不是明细里的数',
    '合计与分平台不符：问题总数 1，各平台之和 0',
    '各平台的未完成、已销号之和与合计不符',
  ]);
  const rule = { name: 'M2 内容不更新（2019 版）', total: 1, unfinished: 0, closed: 1 };
  expect(said({ indicators: [{ ...rule, name: '没有写明指标' }] })).toEqual([]);
  expect(said({ indicators: [{ ...rule, closed: 0 }] })).toContain('各检查指标之和与合计不符');
  expect(said({ indicators: [rule] })).toEqual(['合计与明细不符：按检查指标的数不是明细里的数']);
  const unbalanced = { total: 1, valid: 2, closed: 1 };
  expect(said({ figures: unbalanced })).toEqual(
    expect.arrayContaining([
      '问题总数不等于有效问题加撤销',
      '有效问题不等于已销号、长期坚持、未完成之和',
    ]),
  );
});

test('明细看不出的也要合理：出现两次的，不列明细的比有的多，大得不合理，一类比总数还多', () => {
  const said = (more: Partial<RollupSums>, other: Partial<RowsFile> = {}) =>
    contradictions({ ...sums, ...more }, { ...rows, ...other }, (id) => id);
  const [issue] = rows.issues;
  const account = { key: 'k', name: 'a', unit: 'u', platform: 'p', figures: [] };
  expect(said({}, { issues: [issue!, issue!] })).toContain('明细里有同一个问题出现两次');
  expect(said({}, { accounts: [account, account] })).toContain('明细里有同一个账号出现两次');
  const nameless = { ...account, key: undefined };
  expect(said({}, { accounts: [nameless, nameless] })).toEqual([]);
  expect(said({ withheld: { overdue: 9 } })).toContain('不列明细的比有效问题还多');
  expect(said({ withheld: { overdue: 1 }, level: 'internal' })).toContain(
    '内部口径的汇总不该有不列明细的',
  );
  expect(said({ figures: { total: 1e15 } })).toContain('数不对：有的大得不合理');
  const problem = { name: '更新不及时', total: 2, unfinished: 0, closed: 0 };
  expect(said({ problems: [problem] })).toContain('有的问题类别比问题总数还多');
});
