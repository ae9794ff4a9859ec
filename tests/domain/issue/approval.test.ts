import { expect, test } from 'vitest';
import {
  approvalOn,
  approvalOwed,
  approversOn,
  needsApproval,
} from '../../../src/domain/issue/approval.ts';

const approval = {
  from: '2026-03-01',
  until: '2026-06-30',
  approvers: [{ post: '老主任', until: '2026-03-31' }, { post: '副主任' }],
};

test('从起用日到最后一天要审签，两头都算；没有写的专项不要', () => {
  const on = (day: string) => approvalOn({ approval }, day) !== undefined;
  expect(['2026-02-28', '2026-03-01', '2026-06-30', '2026-07-01'].map(on)).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(approvalOn({ approval: { ...approval, until: undefined } }, '2030-01-01')).toBeDefined();
  expect(approvalOn({ approval: undefined }, '2026-04-01')).toBeUndefined();
});

test('单位的报送、公示、上级核销、账号关停的撤销不用审签', () => {
  const owes = (action: Parameters<typeof approvalOwed>[1]['action'], ground?: string) =>
    approvalOwed({ approval }, { action, reportedOn: '2026-04-01', ground }) !== undefined;
  expect([owes('accepted'), owes('returned'), owes('voided', 'mistaken')]).toEqual([
    true,
    true,
    true,
  ]);
  expect([owes('submitted'), owes('publicity'), owes('confirmedAbove')]).toEqual([
    false,
    false,
    false,
  ]);
  expect(owes('voided', 'closed')).toBe(false);
  expect([needsApproval('accepted'), needsApproval('progress')]).toEqual([true, false]);
});

test('不再审签的人，最后一天还算', () => {
  const posts = (day: string) => approversOn(approval, day).map(({ post }) => post);
  expect([posts('2026-03-31'), posts('2026-04-01')]).toEqual([['老主任', '副主任'], ['副主任']]);
});
