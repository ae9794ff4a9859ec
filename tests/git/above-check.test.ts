/** 上级的检查: what its letter found stays as it came. */
import { expect, test } from 'vitest';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import type { Inspection } from '../../src/schema/inspection.ts';
import { World, wrong } from './world.ts';

const path = 'content/inspections/city.yaml';
const checked = (
  result: 'passed' | 'failed',
  scope: Inspection['scope'],
  more: { note?: string } = {},
) => ({
  [path]: canonical('inspection', {
    name: '示例市检查',
    checkedOn: '2024-05-20',
    edition: '2019',
    campaign: 'plain',
    population: 1,
    scope,
    accounts: [
      {
        account: 'jia-wechat',
        results: [{ indicator: 'M2', result, ...(result === 'failed' ? { finding: '停更' } : {}) }],
        ...more,
      },
    ],
  }),
});
const above = { kind: 'above', origin: 'city', document: '示办函〔2024〕1号' } as const;

test('上级检查的结果、来源，审核员不能改，管理员更正；自己加备注照常。本级的检查照常填', () => {
  const world = new World();
  world.put(checked('failed', above));
  const no = ['source-words 示例市检查是上级的检查，结果照上级来文，提交人 rev-1 不能改'];
  expect(wrong(world.review(checked('passed', above), 'rev-1'))).toEqual(no);
  expect(wrong(world.review(checked('failed', { kind: 'all' }), 'rev-1'))).toEqual(no);
  expect(wrong(world.review(checked('passed', above), 'keeper'))).toEqual([]);
  expect(wrong(world.review(checked('failed', above, { note: '已转告' }), 'rev-1'))).toEqual([]);

  world.put(checked('failed', { kind: 'all' }));
  expect(wrong(world.review(checked('passed', { kind: 'all' }), 'rev-1'))).toEqual([]);
});
