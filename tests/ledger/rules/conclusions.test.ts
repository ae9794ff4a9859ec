import { expect, test } from 'vitest';
import { type Changes, linesOf, report, small, submitted } from '../small.ts';

const concluded = (said: string): Changes => ({
  'campaigns/zx.yaml': `${small['campaigns/zx.yaml'] ?? ''}concluded: ${said}\n`,
});
const settled: Changes = {
  'updates/zx-01/20260320-090000-aaa.yaml': submitted,
  'updates/zx-01/20260322-090000-aaa.yaml': report('accepted', '2026-03-22'),
};

test('都办结了可以结项；没有办结的要列明', () => {
  expect(linesOf({ ...settled, ...concluded('{ on: 2026-03-22 }') })).toEqual([]);
  expect(linesOf(concluded('{ on: 2026-03-22, remaining: [zx-01] }'))).toEqual([]);
  expect(linesOf({ ...settled, ...concluded('{ on: 2026-03-21 }') })).toEqual([
    'campaigns/zx.yaml:4:1 conclusions 结项那天还有 1 个问题没有办结，也没有列明：zx-01 → 先办结，或写进 remaining，结项后继续整改',
  ]);
});

test('列明的要是本专项还没有办结的', () => {
  const lines = linesOf({ ...settled, ...concluded('{ on: 2026-03-22, remaining: [zx-01] }') });
  expect(lines.join()).toContain('conclusions zx-01 在结项那天已经办结 → 从 remaining 里删去');
  expect(linesOf(concluded('{ on: 2026-03-22, remaining: [zx-01, zx-09] }')).join()).toContain(
    'references 问题 zx-09 不存在',
  );
  const other = {
    'campaigns/zz.yaml': (small['campaigns/zx.yaml'] ?? '').replace('示例专项', '别的专项'),
    'issues/zz/zz-01.yaml': (small['issues/zx/zx-01.yaml'] ?? '').replace(
      'campaign: zx',
      'campaign: zz',
    ),
  };
  expect(
    linesOf({ ...other, ...concluded('{ on: 2026-03-22, remaining: [zx-01, zz-01] }') }).join(),
  ).toContain('conclusions zz-01 不是这个专项的问题');
});

test('结项在列入之后，结项以后不再列入', () => {
  const lines = linesOf(concluded('{ on: 2026-02-01 }'));
  expect(lines.join('\n')).toContain('结项日期2026年2月1日早于填表日期2026年3月1日');
  expect(lines.join('\n')).toContain('列入日期2026年3月1日在专项结项（2026年2月1日）之后');
});
