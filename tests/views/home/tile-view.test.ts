/** 要紧的数: which figures are tiles, how heavy, and what stands under them. (示例区，虚构) */
import { expect, test } from 'vitest';
import type { Audience } from '../../../src/schema/field.ts';
import { faceOf } from '../../../src/views/face.ts';
import { tileViews } from '../../../src/views/home/tile-view.ts';
import { type Changes, checkSmall, report, small, submitted, swap } from '../../ledger/small.ts';

const LISTED = small['issues/zx/zx-01.yaml'] ?? '';
const OPEN = swap(
  'campaigns/zx.yaml',
  'office: ban',
  'office: ban\npublication: { level: list, overdueNames: true }',
);
function tiles(changes: Changes = {}, audience: Audience = 'internal', change?: string) {
  const { ledger, faults } = checkSmall({ ...OPEN, ...changes });
  const wrong = faults.filter(({ severity }) => severity === 'fault');
  if (ledger === undefined || wrong.length > 0)
    throw new Error(wrong.map(({ file, message }) => `${file} ${message}`).join('\n'));
  const all = tileViews(faceOf(ledger, '2026-06-15', audience), change);
  return new Map(all.map((tile) => [tile.figure.id, tile]));
}
const issue = (id: string, row: number, ...edits: [string, string][]): Changes => ({
  [`issues/zx/${id}.yaml`]: edits.reduce(
    (text, [from, to]) => text.replace(from, to),
    LISTED.replace('row: 1', `row: ${String(row)}`),
  ),
});
const update = (id: string, day: string, text: string): Changes => ({
  [`updates/zx/${id}/${day.replaceAll('-', '')}-100000-abc.yaml`]: text.replace('zx-01', id),
});

test('内部站逾期的填色，说几家单位、最久几天；是零的没有', () => {
  const all = tiles();
  expect(all.get('overdue')).toMatchObject({
    weight: 'late',
    note: '',
    units: { words: '1家单位' },
    longest: { words: '最久76天' },
  });
  expect(all.get('overdue')?.units?.href).not.toContain('#units');
  expect([...all.keys()].some((id) => ['due-soon', 'to-verify', 'held'].includes(id))).toBe(false);
});

test('几家单位的，连到单位那一段', () => {
  const two = issue('zx-02', 2, ['account: jia-wechat', 'unit: ban']);
  expect(tiles(two).get('overdue')?.units).toMatchObject({
    words: '2家单位',
    href: expect.stringMatching(/#units$/u) as string,
  });
});

test('公开站不填色、不说单位和最久，说明白什么叫逾期', () => {
  expect(tiles({}, 'public').get('overdue')).toMatchObject({
    weight: 'plain',
    note: '已过截止日，没有申请验收',
    units: undefined,
    longest: undefined,
  });
  expect(tiles({}, 'public', '比上周多1个').get('overdue')?.note).toBe(
    '比上周多1个，已过截止日，没有申请验收',
  );
  expect(tiles({}, 'internal', '比上周多1个').get('overdue')?.note).toBe('比上周多1个');
});

test('快到期的说几天内，按设定', () => {
  const soon = issue('zx-01', 1, ['dueOn: 2026-03-31', 'dueOn: 2026-06-20']);
  expect(tiles(soon).get('due-soon')).toMatchObject({ weight: 'soon', note: '7天内截止' });
});

test('待审核的说等谁，也说最久', () => {
  const tile = tiles(update('zx-01', '2026-03-20', submitted)).get('to-verify');
  expect(tile).toMatchObject({ weight: 'plain', note: '等办公室验收' });
  expect(tile?.longest?.words).toMatch(/^最久\d+天$/u);
});

test('已验收还没有销号的，说各等什么', () => {
  const accepted = {
    ...issue('zx-01', 1, ['origin: self-check', 'origin: province']),
    ...update('zx-01', '2026-03-20', submitted),
    'updates/zx/zx-01/20260321-100000-abc.yaml': report('accepted', '2026-03-21'),
  };
  expect(tiles(accepted).get('held')?.note).toMatch(/^待\S*上级\S*1个$/u);
});

test('到复查日的：有要单位申请验收的说几个', () => {
  const ongoing = (id: string, row: number) =>
    issue(id, row, [
      'deadline: { text: 3月底, kind: fixed, dueOn: 2026-03-31 }',
      'deadline: { text: 长期坚持, kind: ongoing }',
    ]);
  expect(tiles(ongoing('zx-01', 1)).get('review-due')?.note).toBe('其中1个待单位申请验收');
});
