/** 问题页: what is shown of one issue, to whom, and its neighbours. (示例区，虚构) */
import { expect, test } from 'vitest';
import type { Audience } from '../../../src/schema/field.ts';
import { faceOf } from '../../../src/views/face.ts';
import { issueView } from '../../../src/views/issue/issue-view.ts';
import { type Changes, checkSmall, report, small, submitted, swap } from '../../ledger/small.ts';

const LISTED = small['issues/zx/zx-01.yaml'] ?? '';
const OPEN = swap('campaigns/zx.yaml', 'office: ban', 'office: ban\npublication: { level: list }');
function view(changes: Changes = {}, audience: Audience = 'internal', id = 'zx-01') {
  const { ledger, faults } = checkSmall({ ...OPEN, ...changes });
  const wrong = faults.filter(({ severity }) => severity === 'fault');
  if (ledger === undefined || wrong.length > 0)
    throw new Error(wrong.map(({ file, message }) => `${file} ${message}`).join('\n'));
  const face = faceOf(ledger, '2026-06-15', audience);
  const one = face.issues.get(id);
  if (one === undefined) throw new Error(`no ${id}`);
  return issueView(face, one);
}
const issue = (id: string, row: number, ...edits: [string, string][]): Changes => ({
  [`issues/zx/${id}.yaml`]: edits.reduce(
    (text, [from, to]) => text.replace(from, to),
    LISTED.replace('row: 1', `row: ${String(row)}`),
  ),
});
const update = (day: string, text: string): Changes => ({
  [`updates/zx/zx-01/${day.replaceAll('-', '')}-100000-abc.yaml`]: text,
});

test('清单上的原话，有的栏才有', () => {
  expect(view().listed).toEqual(
    expect.arrayContaining([
      { name: expect.any(String) as string, value: '更新不及时' },
      { name: expect.any(String) as string, value: '3月底' },
    ]),
  );
  expect(view().listed.some(({ value }) => value === '三楼大厅')).toBe(false);
  const placed = view(issue('zx-01', 1, ['finding:', 'place: 三楼大厅\nfinding:']));
  expect(placed.listed.some(({ value }) => value === '三楼大厅')).toBe(true);
});

test('内部备注、轮到的审核员，公开站没有', () => {
  const changes = {
    ...issue('zx-01', 1, ['origin:', 'note: 内部的话\norigin:']),
    ...update('2026-03-20', submitted),
  };
  expect(view(changes).note).toBe('内部的话');
  const open = view(changes, 'public');
  expect([open.note, open.reviewers, open.looks, open.queue]).toEqual([
    undefined,
    '',
    undefined,
    undefined,
  ]);
});

test('前后的问题，同一专项的才是', () => {
  const other = {
    'campaigns/zy.yaml': (small['campaigns/zx.yaml'] ?? '').replace('示例专项', '另一专项'),
    'issues/zy/zy-01.yaml': LISTED.replace('campaign: zx', 'campaign: zy'),
  };
  const changes = { ...issue('zx-02', 2), ...other };
  const [first, second] = [view(changes), view(changes, 'internal', 'zx-02')];
  expect([first.before, first.after?.id]).toEqual([undefined, 'zx-02']);
  expect([second.before?.id, second.after]).toEqual(['zx-01', undefined]);
});

test('等验收的，排在第几个、后面是谁；不等的没有', () => {
  expect(view().queue).toBeUndefined();
  const waiting = {
    ...issue('zx-02', 2),
    ...update('2026-03-20', submitted),
    'updates/zx/zx-02/20260321-100000-abc.yaml': submitted.replace('zx-01', 'zx-02'),
  };
  expect(view(waiting).queue).toMatchObject({ number: 1, of: 2, next: { id: 'zx-02' } });
  expect(view(waiting, 'internal', 'zx-02').queue).toMatchObject({ number: 2, next: undefined });
});

test('承诺的频次，内部站说做到几期；一期也不知道的不说', () => {
  const duty = (words: string): [string, string] => ['origin:', `duties: [${words}]\norigin:`];
  const weekly = issue('zx-01', 1, duty('{ what: 信息发布, times: 2, per: week }'));
  expect(view(weekly).duties).toEqual(['信息发布：每周2次']);
  expect(view(issue('zx-01', 1, duty('{ what: 信息发布, everyDays: 14 }'))).duties).toEqual([
    '信息发布：不超过14天一次',
  ]);
  const reported = {
    ...weekly,
    ...update('2026-03-20', report('progress', '2026-03-20', 'note: 在改\n')),
  };
  expect(view(reported).duties[0]).toMatch(/^信息发布：每周2次（列入以来\d+期，做到\d+期，/u);
  expect(view(reported, 'public').duties).toEqual(['信息发布：每周2次']);
});

test('按哪条指标：问题自己写的是写明的，由类别推的不是', () => {
  expect(view().rules).toMatchObject([{ id: 'M2', stated: false }]);
  expect(
    view(issue('zx-01', 1, ['origin:', "indicator: { edition: '2019', id: M2 }\norigin:"])).rules,
  ).toMatchObject([{ id: 'M2', stated: true, document: '示例指标（虚构）' }]);
});

test('没有账号的问题，只说它自己写明的指标；列入时还没有的版本不说', () => {
  const unit: [string, string] = ['account: jia-wechat', 'unit: jia'];
  expect(view(issue('zx-01', 1, unit)).rules).toEqual([]);
  expect(
    view(issue('zx-01', 1, unit, ['origin:', "indicator: { edition: '2019', id: W1 }\norigin:"]))
      .rules,
  ).toMatchObject([{ id: 'W1', stated: true }]);
  const later = swap('vocabulary/indicators.yaml', 'from: 2019-04-01', 'from: 2027-04-01');
  expect(view(later).rules).toEqual([]);
});

test('网站按网站的指标', () => {
  const site = {
    'accounts/jia/jia-site.yaml': 'kind: website\nunit: jia\nname: 甲街道网站\n',
    ...issue('zx-01', 1, ['account: jia-wechat', 'account: jia-site']),
  };
  expect(view(site).rules).toEqual([]);
});

test('销号要交什么，按类别；没有要求的类别不列', () => {
  expect(view().owed).toMatchObject([
    { problem: { id: 'stale' }, asks: [expect.stringContaining('链接')] },
  ]);
  expect(view(issue('zx-01', 1, ['[stale]', '[rules]'])).owed).toEqual([]);
});

test('来源、发现的日子', () => {
  expect([view().origin, view().listedOn.iso, view().foundOn]).toEqual([
    '自查',
    '2026-03-01',
    undefined,
  ]);
  expect(view(issue('zx-01', 1, ['origin:', 'foundOn: 2026-02-20\norigin:'])).foundOn?.iso).toBe(
    '2026-02-20',
  );
});
