/** 检索的问题: what of each issue is found, in which order, and nothing that its page does not say. (示例区，虚构) */
import { expect, test } from 'vitest';
import type { Audience } from '../../../src/schema/field.ts';
import { issueRecords } from '../../../src/search/index/records.ts';
import { faceOf } from '../../../src/views/face.ts';
import { type Changes, checkSmall, report, small, submitted, swap } from '../../ledger/small.ts';

const LISTED = small['issues/zx/zx-01.yaml'] ?? '';
function records(changes: Changes = {}, audience: Audience = 'internal') {
  const { ledger, faults } = checkSmall({
    ...swap('campaigns/zx.yaml', 'office: ban', 'office: ban\npublication: { level: list }'),
    ...changes,
  });
  const wrong = faults.filter(({ severity }) => severity === 'fault');
  if (ledger === undefined || wrong.length > 0)
    throw new Error(wrong.map(({ file, message }) => `${file} ${message}`).join('\n'));
  return issueRecords(faceOf(ledger, '2026-06-15', audience));
}
const issue = (row: number, ...edits: [string, string][]): Changes => ({
  [`issues/zx/zx-0${String(row)}.yaml`]: edits.reduce(
    (text, [from, to]) => text.replace(from, to),
    LISTED.replace('row: 1', `row: ${String(row)}`),
  ),
});

test('一个问题：单位、状态、时限、平台、专项，各样可以筛的值', () => {
  const [one] = records();
  expect(one).toMatchObject({
    id: 'zx-01',
    address: 'issues/zx-01.html',
    row: 1,
    facets: {
      平台: ['微信公众号'],
      问题: ['更新不及时'],
      台账: [],
      单位: ['示例区甲街道办事处'],
      账号: ['jia-wechat'],
      专项: ['示例专项'],
      截止日: ['2026-03-31', '2026-03'],
    },
  });
  expect(one?.facets.指标.length).toBeGreaterThan(0);
  expect(one?.summary).toMatch(/^示例区甲街道办事处 · .+ · 时限：3月底 · 微信公众号 · 示例专项$/u);
});

test('网站、没有账号的问题，平台各有说法；没有截止日的没有日子', () => {
  const made = records({
    ...issue(
      1,
      ['account: jia-wechat', 'unit: jia'],
      [
        'deadline: { text: 3月底, kind: fixed, dueOn: 2026-03-31 }',
        'deadline: { text: 长期坚持, kind: ongoing }',
      ],
    ),
    ...issue(2, ['account: jia-wechat', 'account: jia-site']),
    'accounts/jia/jia-site.yaml': 'kind: website\nunit: jia\nname: 甲街道网站\n',
  });
  expect(
    made.map(({ facets }) => [facets.平台[0], facets.账号.length, facets.截止日.length]),
  ).toEqual([
    [expect.stringContaining('账号'), 0, 0],
    ['政府网站', 1, 2],
  ]);
});

test('没有办完的在前，销号的在后', () => {
  const closed = {
    ...issue(2),
    'updates/zx/zx-01/20260320-100000-abc.yaml': submitted,
    'updates/zx/zx-01/20260321-100000-abc.yaml': report('accepted', '2026-03-21'),
  };
  expect(records(closed).map(({ id }) => id)).toEqual(['zx-02', 'zx-01']);
});

test('配合单位、地点找得到；内部备注找不到', () => {
  const [one] = records(
    issue(1, ['origin:', 'assisting: [ban]\nplace: 三楼大厅\nnote: 内部的话\norigin:']),
  );
  expect(one?.texts).toEqual(expect.arrayContaining(['示例区人民政府办公室', '三楼大厅']));
  expect(JSON.stringify(one)).not.toContain('内部的话');
});

test('公开站不点名的，不说逾期，也没有逾期这个值', () => {
  const [open] = records({}, 'public');
  expect(JSON.stringify(open)).not.toContain('逾期');
  expect(JSON.stringify(records()[0])).toContain('逾期');
});
