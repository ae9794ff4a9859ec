/** 将要提交的文件: checked before anything is written, as the review will check them. */
import { describe, expect, test } from 'vitest';
import type { Posts } from '../../src/domain/membership.ts';
import { checkNewFiles } from '../../src/review/new-files.ts';
import { type Changes, checkSmall, contentOf, report, small, submitted } from '../ledger/small.ts';

const clerk: Posts = {
  account: 'jia-a',
  reviewer: false,
  maintainer: false,
  robot: false,
  units: new Set(['jia']),
  others: [],
};
const path = 'updates/zx-01/20260320-090000-aaa.yaml';

function told(
  files: Readonly<Record<string, string | Uint8Array>>,
  {
    as = clerk,
    isNamed = true,
    today = '2026-03-21',
    before = {},
  }: {
    as?: Posts;
    isNamed?: boolean;
    today?: string;
    before?: Changes;
  } = {},
): string[] {
  const { faults } = checkNewFiles({
    base: checkSmall(before).ledger!,
    merged: contentOf({ ...before, ...files }),
    files: new Map(Object.entries(files)),
    as,
    isNamed,
    today,
  });
  return faults.map(({ file, rule }) => `${file} ${rule}`);
}

test('没有错的什么也不说，写了哪一步都知道', () => {
  expect(told({ [path]: submitted })).toEqual([]);
  const { stories } = checkNewFiles({
    base: checkSmall().ledger!,
    merged: contentOf({ [path]: submitted }),
    files: new Map([[path, submitted]]),
    as: clerk,
    isNamed: true,
    today: '2026-03-21',
  });
  expect(stories.map(({ issue, after }) => [issue, after.state])).toEqual([['zx-01', 'submitted']]);
});

describe('只说新文件的', () => {
  const before = { 'units/jia.yaml': `${small['units/jia.yaml'] ?? ''}phone: 1\n` };

  test('台账里原有的错误不说', () => {
    const broken = {
      'issues/zx/zx-02.yaml': (small['issues/zx/zx-01.yaml'] ?? '').replace('[stale]', '[no-such]'),
    };
    expect(checkSmall(broken).faults.length).toBeGreaterThan(0);
    expect(told({ [path]: submitted }, { before: broken })).toEqual([]);
  });

  test('格式不对的指出来', () => {
    expect(told({ [path]: `${submitted}phone: 1\n` })).toEqual([`${path} unknown-key`]);
    expect(before).toBeDefined();
  });
});

test('少了佐证、日期在明天、轮不到这一步，各一条', () => {
  expect(told({ [path]: report('submitted', '2026-03-20') })[0]).toMatch(/owed/u);
  expect(told({ [path]: submitted }, { today: '2026-03-19' })).toContain(`${path} future`);
  expect(told({ [path]: report('accepted', '2026-03-20') })[0]).toMatch(
    new RegExp(`^${path} `, 'u'),
  );
});

test('没有说是谁录入的，不问是哪个单位的', () => {
  const other = { ...clerk, units: new Set(['ban']) };
  expect(told({ [path]: submitted }, { as: other })).toEqual([`${path} not-member`]);
  expect(told({ [path]: submitted }, { as: other, isNamed: false })).toEqual([]);
});

test('佐证文件看内容，不看名字', () => {
  const at = 'evidence/zx-01/截图.png';
  const bytes = new TextEncoder().encode('<html>登录</html>');
  expect(told({ [at]: bytes }).filter((line) => line.startsWith(at)).length).toBeGreaterThan(0);
});

test('放进去以后读不出台账：说一句，不猜', () => {
  expect(told({ 'site.yaml': 'name: [\n' })).toEqual(['site.yaml base-unreadable']);
});
