/** 周报: what changed since the last one, and what needs a decision, in at most four lines. (示例区，虚构) */
import { expect, test } from 'vitest';
import { briefValues } from '../../../src/documents/letter/brief.ts';
import { faceOf } from '../../../src/views/face.ts';
import { type Changes, checkSmall, report, small, submitted } from '../../ledger/small.ts';

const LISTED = small['issues/zx/zx-01.yaml'] ?? '';
const issue = (row: number, ...edits: [string, string][]): Changes => ({
  [`issues/zx/zx-0${String(row)}.yaml`]: edits.reduce(
    (text, [from, to]) => text.replace(from, to),
    LISTED.replace('row: 1', `row: ${String(row)}`),
  ),
});
const update = (row: number, day: string, text: string): Changes => ({
  [`updates/zx/zx-0${String(row)}/${day.replaceAll('-', '')}-100000-abc.yaml`]: text
    .replace('zx-01', `zx-0${String(row)}`)
    .replace(/reportedOn: \S+/u, `reportedOn: ${day}`),
});
function values(changes: Changes = {}, { since = '2026-06-08', named = 3 } = {}) {
  const { ledger, faults } = checkSmall(changes);
  const wrong = faults.filter(({ severity }) => severity === 'fault');
  if (ledger === undefined || wrong.length > 0)
    throw new Error(wrong.map(({ file, message }) => `${file} ${message}`).join('\n'));
  const all = briefValues(faceOf(ledger, '2026-06-15', 'internal'), undefined, since, named);
  const of = (name: string) => all.get(name);
  return { text: (name: string) => of(name)?.text, lines: (name: string) => of(name)?.lines };
}

test('上次和这次：数照那一天', () => {
  const { text } = values(update(1, '2026-06-10', submitted));
  expect([text('上次未完成'), text('上次逾期'), text('本期申请验收'), text('本期退回')]).toEqual([
    '1',
    '1',
    '1',
    '0',
  ]);
  expect(values(update(1, '2026-06-05', submitted)).text('本期申请验收')).toBe('0');
});

test('变化按名字列：退回、销号；没有变化的一行没有', () => {
  expect(values().lines('变化明细')).toEqual([]);
  const returned = {
    ...update(1, '2026-06-09', submitted),
    'updates/zx/zx-01/20260610-110000-abc.yaml': report(
      'returned',
      '2026-06-10',
      'reason: 看不清\n',
    ),
  };
  expect(values(returned).lines('变化明细')).toEqual(['退回1个（示例区甲街道办事处）。']);
  const closed = {
    ...update(1, '2026-06-09', submitted),
    'updates/zx/zx-01/20260610-110000-abc.yaml': report('accepted', '2026-06-10'),
  };
  expect(values(closed).lines('变化明细')).toEqual(['销号1个（示例区甲街道办事处）。']);
  expect(values(closed, { since: '2026-06-10' }).lines('变化明细')).toEqual([]);
});

test('要研究的：逾期的说最长几天、哪些单位各几个；不点名的只说几个', () => {
  expect(values().lines('领导关注')).toEqual([
    '逾期1个、最长76天（示例区甲街道办事处），请研究约谈或明确完成时限。',
  ]);
  expect(values({}, { named: 0 }).lines('领导关注')).toEqual([
    '逾期1个、最长76天，请研究约谈或明确完成时限。',
  ]);
  const three = {
    ...issue(2),
    ...issue(3, ['account: jia-wechat', 'unit: ban'], ['2026-03-31', '2026-03-10']),
  };
  expect(values(three, { named: 1 }).lines('领导关注')?.[0]).toBe(
    '逾期3个、最长97天（示例区人民政府办公室等2家单位），请研究约谈或明确完成时限。',
  );
  expect(values(three).lines('领导关注')?.[0]).toContain(
    '（示例区人民政府办公室、示例区甲街道办事处2个）',
  );
});

test('时限读不出的、没有逾期的，各说各的', () => {
  const unread = issue(1, [
    'deadline: { text: 3月底, kind: fixed, dueOn: 2026-03-31 }',
    'deadline: { text: 尽快, kind: unread, candidates: [] }',
  ]);
  expect(values(unread).lines('领导关注')).toEqual([
    '时限读不出1个（示例区甲街道办事处），请明确截止日。',
  ]);
  expect(values(issue(1, ['2026-03-31', '2026-12-31'])).lines('领导关注')).toEqual([]);
});
