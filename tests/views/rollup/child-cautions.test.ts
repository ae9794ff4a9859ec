/** 要留意的: each thing that somebody should look at in a ledger below, and nothing where all is well. */
import { expect, test } from 'vitest';
import type { ChildStanding, LastGood } from '../../../src/domain/rollup/child.ts';
import { childCautions } from '../../../src/views/rollup/child-cautions.ts';
import { child, sums } from '../../domain/rollup/sums.ts';

const last: LastGood = {
  gatheredOn: '2026-06-01',
  paper: undefined,
  signed: true,
  summary: sums,
  assigned: new Map(),
};
const cautions = (more: Partial<ChildStanding> = {}, lastMore: Partial<LastGood> = {}) =>
  childCautions(
    {
      child,
      state: 'good',
      last: { ...last, ...lastMore },
      age: 1,
      trouble: undefined,
      double: undefined,
      accounts: [],
      counted: true,
      ...more,
    },
    '2026-06-15',
  );
const trouble = (since: string, on = since) => ({ since, on, why: '校验值不符' });

test('都好的，没有要留意的', () => {
  expect(cautions()).toEqual([]);
});

test('取来的不能用：从哪天起，缘由是后来才有的说后来的日子', () => {
  expect(cautions({ trouble: trouble('2026-06-15') })).toEqual(['6月15日取来的不能用：校验值不符']);
  expect(cautions({ trouble: trouble('2026-06-01') })).toEqual([
    '6月1日取来的不能用，以后 14 天没有收到能用的：校验值不符',
  ]);
  expect(cautions({ trouble: trouble('2026-06-01', '2026-06-10') })).toEqual([
    '6月1日取来的不能用，以后 14 天没有收到能用的，6月10日起是这样：校验值不符',
  ]);
});

test('没有收到过的、太旧的、与别处重复的', () => {
  expect(cautions({ last: undefined, counted: false })).toEqual(['从来没有收到过能用的数']);
  expect(cautions({ counted: false, age: 40 })).toEqual(['上次的数是 40 天以前的，不计入合计']);
  expect(cautions({ counted: false, age: 40, double: '与乙区同一本台账' })).toEqual([
    '与乙区同一本台账，只计一次',
  ]);
});

test('登记了公钥以后还在用没有签名的数；纸上报的没有签名可言', () => {
  const keyed = { ...child, key: 'x' };
  const words = '现在用的数是登记公钥以前收的，没有签名';
  expect(cautions({ child: keyed }, { signed: false })).toEqual([words]);
  expect(cautions({ child: keyed })).toEqual([]);
  expect(cautions({ child: keyed }, { signed: false, paper: '示办函1号' })).toEqual([]);
  expect(cautions({}, { signed: false })).toEqual([]);
});

test('改了名的，账号重复登记的', () => {
  expect(cautions({}, { summary: { ...sums, name: '甲新区（虚构）', shared: 2 } })).toEqual([
    '现在自称“甲新区（虚构）”，请核对',
    '它的下级之间有 2 个账号重复登记',
  ]);
});

const below = (...counted: boolean[]) => ({
  ...sums,
  children: counted.map((is, at) => ({
    name: `第${String(at + 1)}街`,
    counted: is,
    figures: {},
    ...(at === 0 ? { why: '逾期未报' } : {}),
  })),
});

test('它的下级没有计入的，说三家；它自己不计入的不再说下级', () => {
  expect(cautions({}, { summary: below(false, true) })).toEqual([
    '它的下级2家中，1家没有计入：第1街（逾期未报）',
  ]);
  expect(cautions({}, { summary: below(false, false, false, false) })).toEqual([
    '它的下级4家中，4家没有计入：第1街（逾期未报）、第2街、第3街等',
  ]);
  expect(cautions({}, { summary: below(true, true) })).toEqual([]);
  expect(cautions({ counted: false, age: 9 }, { summary: below(false) })).toHaveLength(1);
});
