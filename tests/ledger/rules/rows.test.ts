import { expect, test } from 'vitest';
import { linesOf, small } from '../small.ts';

const second = small['issues/zx/zx-01.yaml']!;

test('序号不同，没有错误', () => {
  expect(linesOf({ 'issues/zx/zx-02.yaml': second.replace('row: 1', 'row: 2') })).toEqual([]);
});

test('同一专项里序号相同要改', () => {
  expect(linesOf({ 'issues/zx/zx-02.yaml': second })).toEqual([
    'issues/zx/zx-02.yaml:2:6 rows 序号 1 已用于 zx-01 → 对照清单，改正其中一个的 row',
  ]);
});

test('两个专项里序号相同，没有错误', () => {
  expect(
    linesOf({
      'campaigns/hc.yaml': small['campaigns/zx.yaml']!,
      'issues/hc/hc-01.yaml': second.replace('campaign: zx', 'campaign: hc'),
    }),
  ).toEqual([]);
});
