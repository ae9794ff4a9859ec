import { expect, test } from 'vitest';
import { type Changes, linesOf, report, small } from '../small.ts';

test('文件名合规、文件夹与记录一致，没有错误', () => {
  expect(
    linesOf({ 'updates/zx-01/20260305-091500-k3f.yaml': report('started', '2026-03-05') }),
  ).toEqual([]);
});

test('文件名不能有大写字母', () => {
  expect(linesOf({ 'units/Yi.yaml': 'name: 示例区乙街道办事处\nkind: street\n' })).toEqual([
    'units/Yi.yaml file-names 文件名“Yi”不能作编号 → 改文件名：只用小写字母、数字和单个连字符，如 shahelu-wechat.yaml',
  ]);
});

test('报送的文件名要有日期和时刻', () => {
  expect(linesOf({ 'updates/zx-01/first.yaml': report('started', '2026-03-05') })).toEqual([
    'updates/zx-01/first.yaml file-names 报送的文件名“first”不对 → 改为 日期-时刻-三位随机字符.yaml，如 20200525-091500-k3f.yaml',
  ]);
});

test('账号要放在主办单位的文件夹里', () => {
  expect(
    linesOf({
      'accounts/jia/jia-wechat.yaml': undefined,
      'accounts/ban/jia-wechat.yaml': small['accounts/jia/jia-wechat.yaml']!,
    }),
  ).toEqual([
    'accounts/ban/jia-wechat.yaml:2:7 file-names unit 写的是 jia，文件却在 accounts/ban/ 下 → 把 unit 改为 ban，或把文件移到 accounts/jia/ 下',
  ]);
});

test('问题要放在专项的文件夹里', () => {
  expect(
    linesOf({
      'issues/zx/zx-01.yaml': undefined,
      'issues/other/zx-01.yaml': small['issues/zx/zx-01.yaml']!,
    }),
  ).toEqual([
    'issues/other/zx-01.yaml:1:11 file-names campaign 写的是 zx，文件却在 issues/other/ 下 → 把 campaign 改为 other，或把文件移到 issues/zx/ 下',
  ]);
});

test('报送要放在问题的文件夹里', () => {
  expect(
    linesOf({ 'updates/zx-02/20260305-091500-k3f.yaml': report('started', '2026-03-05') }),
  ).toEqual([
    'updates/zx-02/20260305-091500-k3f.yaml:1:8 file-names issue 写的是 zx-01，文件却在 updates/zx-02/ 下 → 把 issue 改为 zx-02，或把文件移到 updates/zx/zx-01/ 下',
  ]);
});

const hundreds = (path: string): Changes => ({
  'issues/zx/zx-01.yaml': undefined,
  'issues/zx/zx-0123.yaml': small['issues/zx/zx-01.yaml']!,
  [path]: report('started', '2026-03-05').replace('zx-01', 'zx-0123'),
});

test.each(['updates/zx-0123', 'updates/zx/zx-0123', 'updates/zx/01/zx-0123'])(
  '编号过百的问题，报送在 %s 下，没有错误',
  (folder) => {
    expect(linesOf(hundreds(`${folder}/20260305-091500-k3f.yaml`))).toEqual([]);
  },
);

test('报送要放在问题的百位文件夹里', () => {
  expect(linesOf(hundreds('updates/zx/02/zx-0123/20260305-091500-k3f.yaml'))).toEqual([
    'updates/zx/02/zx-0123/20260305-091500-k3f.yaml file-names 问题 zx-0123 的报送不放在 updates/zx/02/ 下 → 移到 updates/zx/01/zx-0123/20260305-091500-k3f.yaml',
  ]);
});

test('没有百位的问题，报送不放在百位文件夹里', () => {
  expect(
    linesOf({ 'updates/zx/01/zx-01/20260305-091500-k3f.yaml': report('started', '2026-03-05') }),
  ).toEqual([
    'updates/zx/01/zx-01/20260305-091500-k3f.yaml file-names 问题 zx-01 的报送不放在 updates/zx/01/ 下 → 移到 updates/zx/zx-01/20260305-091500-k3f.yaml',
  ]);
});
