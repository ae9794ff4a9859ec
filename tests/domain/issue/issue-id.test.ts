/** 编号: the number behind the last of a campaign, and the id made of it. (虚构) */
import { expect, test } from 'vitest';
import { issueIdOf, nextRowOf } from '../../../src/domain/issue/issue-id.ts';

test('接着本专项最后一个序号，别的专项不算；没有的从1起', () => {
  const issues = [
    { campaign: 'a', row: 3 },
    { campaign: 'b', row: 9 },
    { campaign: 'a', row: 2 },
  ];
  expect([nextRowOf(issues, 'a'), nextRowOf(issues, 'b'), nextRowOf([], 'a')]).toEqual([4, 10, 1]);
});

test('编号至少两位，清单长的按清单的位数，多出来的照写', () => {
  expect([issueIdOf('a', 7), issueIdOf('a', 7, 3), issueIdOf('a', 123)]).toEqual([
    'a-07',
    'a-007',
    'a-123',
  ]);
});
