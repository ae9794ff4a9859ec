import { expect, test } from 'vitest';
import { type Changes, linesOf, report, small, submitted, swap } from '../small.ts';

const at = 'updates/zx-01/20260401-091500-k3f.yaml';
const issue = 'issues/zx/zx-01.yaml';
/** An update whose own days contradict each other, after what makes its action possible. */
const after = (action: string, more: string, day = '2026-04-01') => ({
  'updates/zx-01/20260320-090000-aaa.yaml': submitted,
  [at]: report(action, day, more),
});

test('日期都合理，没有错误', () => {
  expect(
    linesOf({
      ...swap(issue, 'listedOn: 2026-03-01', 'listedOn: 2026-03-01\nfoundOn: 2026-03-01'),
      'units/ban.yaml': `${small['units/ban.yaml']!}members: [{ account: a, from: 2026-01-01, until: 2026-01-01 }]\n`,
    }),
  ).toEqual([]);
});

const cases: [what: string, changes: Changes, line: string][] = [
  [
    '发现日期',
    swap(issue, 'listedOn: 2026-03-01', 'listedOn: 2026-03-01\nfoundOn: 2026-03-02'),
    `${issue}:11:10 dates 列入日期2026年3月1日早于发现日期2026年3月2日 → 核对 foundOn 和 listedOn`,
  ],
  [
    '截止日',
    swap(
      issue,
      '3月底, kind: fixed, dueOn: 2026-03-31',
      '2025年3月31日, kind: fixed, dueOn: 2025-03-31',
    ),
    `${issue}:9:51 dates 截止日2025年3月31日早于列入日期2026年3月1日 → 核对时限的年份；原文没有写年份的，按填表日期的年份`,
  ],
  [
    '任期',
    {
      'units/ban.yaml': `${small['units/ban.yaml']!}members: [{ account: a, from: 2026-01-02, until: 2026-01-01 }]\n`,
    },
    'units/ban.yaml:3:50 dates 任期止2026年1月1日早于任期起2026年1月2日 → 核对 from 和 until',
  ],
  [
    '最近更新日',
    swap(
      'accounts/jia/jia-wechat.yaml',
      'platform: wechat',
      'platform: wechat\nopenedOn: 2026-01-02\nlastPostOn: 2026-01-01',
    ),
    'accounts/jia/jia-wechat.yaml:6:13 dates 最近更新日2026年1月1日早于开设日期2026年1月2日 → 核对 openedOn 和 lastPostOn',
  ],
  [
    '报告日期',
    { [at]: report('started', '2026-02-28') },
    `${at}:3:13 dates 报告日期2026年2月28日早于问题的列入日期2026年3月1日 → 核对 reportedOn`,
  ],
  [
    '材料日期',
    {
      [at]: report(
        'progress',
        '2026-04-01',
        'evidence: [{ link: https://a.example/, day: 2026-04-02 }]\n',
      ),
    },
    `${at}:4:45 dates 报告日期2026年4月1日早于材料日期2026年4月2日 → 核对材料日期；材料在报告之前形成`,
  ],
  [
    '完成日期',
    { [at]: report('submitted', '2026-04-01', 'completedOn: 2026-04-02\n') },
    `${at}:4:14 dates 报告日期2026年4月1日早于完成日期2026年4月2日 → 整改完成后再申请验收；核对 completedOn`,
  ],
  [
    '申请日期',
    {
      [at]: report(
        'extended',
        '2026-03-20',
        'askedOn: 2026-03-21\ndueOn: 2026-05-01\nreason: 等平台审核\n',
      ),
    },
    `${at}:4:10 dates 报告日期2026年3月20日早于申请日期2026年3月21日 → 核对 askedOn`,
  ],
  [
    '下次复查日',
    after('sustained', 'reviewOn: 2026-03-31\n'),
    `${at}:4:11 dates 下次复查日2026年3月31日早于报告日期2026年4月1日 → 写以后的日子`,
  ],
];

test.each(cases)('%s不合理时指出是哪一天', (_, changes, line) => {
  expect(linesOf(changes)).toEqual([line]);
});

test('公示止日不能早于起日', () => {
  const lines = linesOf({
    ...swap(
      'campaigns/zx.yaml',
      'office: ban',
      'closing: { policy: verification, publicityDays: 5 }\noffice: ban',
    ),
    'updates/zx-01/20260320-090000-aaa.yaml': submitted,
    'updates/zx-01/20260321-090000-aaa.yaml': report('accepted', '2026-03-21'),
    [at]: report('publicity', '2026-04-01', 'from: 2026-04-01\nuntil: 2026-03-31\n'),
  });
  expect(lines).toEqual([
    `${at}:5:8 dates 公示止2026年3月31日早于公示起2026年4月1日 → 核对 from 和 until`,
  ]);
});

test('上级核销的日期不能晚于登记的日期', () => {
  const lines = linesOf({
    ...swap(issue, 'origin: self-check', 'origin: city'),
    'updates/zx-01/20260320-090000-aaa.yaml': submitted,
    'updates/zx-01/20260321-090000-aaa.yaml': report('accepted', '2026-03-21'),
    [at]: report('confirmedAbove', '2026-04-01', 'confirmedOn: 2026-04-02\ndocument: 示例函1号\n'),
  });
  expect(lines).toEqual([
    `${at}:4:14 dates 报告日期2026年4月1日早于核销日期2026年4月2日 → 收到核销文件后再登记；核对 confirmedOn`,
  ]);
});

test('重启的新截止日不能早于报告日期', () => {
  const lines = linesOf({
    'updates/zx-01/20260320-090000-aaa.yaml': submitted,
    'updates/zx-01/20260321-090000-aaa.yaml': report('accepted', '2026-03-21'),
    [at]: report(
      'reopened',
      '2026-04-01',
      'reason: 又不更新\nground: recurrence\ndueOn: 2026-03-31\nround: 2\n',
    ),
  });
  expect(lines).toEqual([
    `${at}:6:8 dates 新一轮截止日2026年3月31日早于报告日期2026年4月1日 → 写以后的日子`,
  ]);
});

test('完成日期不能早于发现或列入', () => {
  const early = submitted.replace('evidence:', 'completedOn: 2026-02-20\nevidence:');
  expect(linesOf({ [at]: early })).toEqual([
    `${at}:4:14 dates 完成日期2026年2月20日早于问题的列入日期2026年3月1日 → 核对 completedOn；写这个问题整改完成的日子`,
  ]);
  const found = swap(issue, 'listedOn: 2026-03-01', 'listedOn: 2026-03-01\nfoundOn: 2026-02-18');
  expect(linesOf({ ...found, [at]: early })).toEqual([]);
});

test('暂缓的日子：先申请，到以后的日子', () => {
  const deferred = report(
    'deferred',
    '2026-04-01',
    'askedOn: 2026-04-02\nuntil: 2026-03-31\nreason: 等\n',
  );
  expect(linesOf({ [at]: deferred })).toEqual([
    `${at}:4:10 dates 报告日期2026年4月1日早于申请日期2026年4月2日 → 核对 askedOn`,
    `${at}:5:8 dates 暂缓到的日子2026年3月31日早于报告日期2026年4月1日 → 写以后的日子`,
  ]);
});
