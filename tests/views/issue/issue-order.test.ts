/** 次序: which issue stands before which, inside and on the public site. (示例区，虚构) */
import { expect, test } from 'vitest';
import type { Audience } from '../../../src/schema/field.ts';
import { faceOf } from '../../../src/views/face.ts';
import {
  figureOrder,
  issueOrders,
  issuesInOrder,
  soonestFirst,
  waitingOrder,
} from '../../../src/views/issue/issue-order.ts';
import { type Changes, checkSmall, report, small, submitted, swap } from '../../ledger/small.ts';

const LISTED = small['issues/zx/zx-01.yaml'] ?? '';
const issue = (row: number, dueOn: string): Changes => ({
  [`issues/zx/zx-0${String(row)}.yaml`]: LISTED.replace('row: 1', `row: ${String(row)}`).replace(
    /deadline: .*/u,
    dueOn === ''
      ? 'deadline: { text: 尽快, kind: unread, candidates: [] }'
      : `deadline: { text: 到期, kind: fixed, dueOn: ${dueOn} }`,
  ),
});
const update = (row: number, day: string, text: string): Changes => ({
  [`updates/zx/zx-0${String(row)}/${day.replaceAll('-', '')}-100000-abc.yaml`]: text
    .replace('zx-01', `zx-0${String(row)}`)
    .replace(/reportedOn: \S+/u, `reportedOn: ${day}`),
});
function faceWith(changes: Changes, audience: Audience = 'internal') {
  const { ledger, faults } = checkSmall({
    ...swap('campaigns/zx.yaml', 'office: ban', 'office: ban\npublication: { level: list }'),
    ...changes,
  });
  const wrong = faults.filter(({ severity }) => severity === 'fault');
  if (ledger === undefined || wrong.length > 0)
    throw new Error(wrong.map(({ file, message }) => `${file} ${message}`).join('\n'));
  return faceOf(ledger, '2026-06-15', audience);
}
const ids = (...rows: number[]) => rows.map((row) => `zx-0${String(row)}`);

test('要单位办的在前，先到期的在前，没有截止日的在后；没有的编号不算', () => {
  const face = faceWith({ ...issue(1, '2026-07-01'), ...issue(2, '2026-05-01'), ...issue(3, '') });
  expect(soonestFirst(face, [...ids(3, 1, 2), 'zx-99'])).toEqual(ids(2, 1, 3));
});

const waiting = {
  ...issue(1, '2026-07-01'),
  ...issue(2, '2026-05-01'),
  ...issue(3, '2026-04-01'),
  ...issue(4, '2026-08-01'),
  ...update(2, '2026-05-20', submitted),
  ...update(3, '2026-05-25', submitted),
};

test('等审核的排在要办的后面：内部按等了多久，公开站按截止日', () => {
  expect(soonestFirst(faceWith(waiting), ids(2, 3, 4, 1))).toEqual(ids(1, 4, 2, 3));
  expect(soonestFirst(faceWith(waiting, 'public'), ids(2, 3, 4, 1))).toEqual(ids(1, 4, 3, 2));
});

test('销号的在最后，近的在前', () => {
  const closed = (row: number, day: string): Changes => ({
    ...update(row, '2026-05-20', submitted),
    [`updates/zx/zx-0${String(row)}/${day.replaceAll('-', '')}-110000-abc.yaml`]: report(
      'accepted',
      day,
    ).replace('zx-01', `zx-0${String(row)}`),
  });
  const face = faceWith({
    ...issue(1, '2026-07-01'),
    ...issue(2, '2026-05-01'),
    ...issue(3, '2026-06-01'),
    ...closed(2, '2026-05-22'),
    ...closed(3, '2026-05-30'),
  });
  expect(soonestFirst(face, ids(2, 3, 1))).toEqual(ids(1, 3, 2));
  expect(issuesInOrder(face, ids(2, 1, 3), issueOrders.closing)).toEqual(ids(3, 2, 1));
});

test('各指标的次序；等的时间只在内部说', () => {
  const words = (audience: Audience, figure: string) => figureOrder({ audience }, figure).words;
  expect(words('internal', 'overdue')).toBe('按截止日先后排列，逾期最久的在前');
  expect(words('internal', 'to-verify')).toBe('按等待时间排列，等得最久的在前');
  expect(words('public', 'to-verify')).toBe('按截止日先后排列，先到期的在前');
  expect(words('internal', 'unfinished')).toContain('待审核、待销号的等得久的在前');
  expect(words('public', 'unfinished')).not.toContain('待审核');
  expect(words('internal', 'constructor')).toBe(words('internal', 'unfinished'));
  expect(waitingOrder({ audience: 'internal' })).toBe(issueOrders.waiting);
});
