/** 一条记录写给人看：栏名、代码、编号都成中文，没有填的不写。(示例区，虚构) */
import { expect, test } from 'vitest';
import { recordLines } from '../../../scripts/query/record-lines.ts';
import { smallPlace } from '../../ledger/small-folder.ts';
import { report, small } from '../../ledger/small.ts';

const { ledger } = smallPlace({
  'issues/zx/zx-01.yaml': (small['issues/zx/zx-01.yaml'] ?? '').replace(
    'problems: [stale]',
    'problems: [stale, rules]\nassisting: [ban]',
  ),
  'updates/zx/zx-01/20260320-090000-abc.yaml': report(
    ...([
      'submitted',
      '2026-03-20',
      'evidence:\n  - { link: https://mp.example/s/a, day: 2026-03-19 }\n  - { number: 示例备〔2026〕1号 }\n',
    ] as const),
  ),
});
const linesOf = (kind: Parameters<typeof recordLines>[1], record: object | undefined): string[] =>
  recordLines(ledger, kind, record ?? {});

test('编号后面跟着名称，几个的用顿号；代码写成中文', () => {
  const lines = linesOf('issue', ledger.issues.get('zx-01'));
  expect(lines.slice(0, 3)).toEqual([
    '  专项：示例专项（zx）',
    '  序号：1',
    '  账号：甲街道发布（jia-wechat）',
  ]);
  expect(lines).toEqual(
    expect.arrayContaining([
      '  问题类别：更新不及时（stale）、制度不完善（rules）',
      '  配合单位：示例区人民政府办公室（ban）',
      '  问题来源：自查',
    ]),
  );
});

test('一栏里有几样的，另起一行；有几份的，一份一行', () => {
  const issue = linesOf('issue', ledger.issues.get('zx-01'));
  expect(issue[issue.indexOf('  整改时限：') + 1]).toBe(
    '    时限原文：3月底；时限类型：到某天为止；截止日：2026-03-31',
  );
  const [update] = ledger.updates.get('zx-01') ?? [];
  expect(linesOf('update', update).slice(-3)).toEqual([
    '  佐证材料：',
    '    链接：https://mp.example/s/a；材料日期：2026-03-19',
    '    编号：示例备〔2026〕1号',
  ]);
});

test('没有填的、空的单子不写；是非写成是、否', () => {
  expect(linesOf('unit', ledger.units.get('ban'))).toEqual([
    '  单位名称：示例区人民政府办公室',
    '  类别：政府办公室',
  ]);
  expect(linesOf('campaign', ledger.campaigns.get('zx')).join('\n')).toContain(
    '公开逾期单位名称：否',
  );
});

test('台账里没有的编号照写，不跟名称', () => {
  expect(linesOf('issue', { campaign: 'zx', account: 'none' })[1]).toBe('  账号：none');
});
