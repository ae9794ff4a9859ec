import { expect, test } from 'vitest';
import type { Ledger } from '../../../src/schema/ledger.ts';
import type { Update } from '../../../src/schema/update.ts';
import {
  approvalOfRecord,
  approvalOn,
  approvalOwed,
  approversOn,
  needsApproval,
  signersOn,
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

test('写着账号关停，名册上那天已批准关停的才不用审签；可以按另一天来问', () => {
  const closing = { action: 'closing', reportedOn: '2026-04-10', approval: '批文' };
  const entered = { action: 'entered', reportedOn: '2026-01-01', state: 'unfiled' };
  const ledger = {
    campaigns: new Map([['zx', { approval }]]),
    issues: new Map([
      ['zx-01', { campaign: 'zx', account: 'a' }],
      ['zx-02', { campaign: 'zx' }],
    ]),
    registry: new Map([['a', [entered, closing]]]),
  } as unknown as Ledger;
  const owes = (record: object, day?: string) =>
    approvalOfRecord(ledger, { issue: 'zx-01', ...record } as Update, day) !== undefined;
  const voided = { action: 'voided', ground: 'closed', reportedOn: '2026-04-10' };
  expect(owes(voided)).toBe(false);
  expect(owes({ ...voided, reportedOn: '2026-04-09' })).toBe(true);
  expect(owes({ ...voided, ground: 'mistaken' })).toBe(true);
  expect(owes({ ...voided, issue: 'zx-02' })).toBe(true);
  expect(owes({ ...voided, issue: 'zx-03' })).toBe(false);
  const early = { action: 'accepted', reportedOn: '2026-02-01' };
  expect([owes(early), owes(early, '2026-04-01')]).toEqual([false, true]);
});

test('拟办人的职务，同职务的别人也不能用来审签', () => {
  const approvers = [
    { post: '副主任', account: 'a' },
    { post: '副主任', account: 'b' },
    { post: '主任' },
  ];
  const posts = (drafter: string) =>
    signersOn({ from: '2026-01-01', approvers }, '2026-02-01', drafter).map(({ post }) => post);
  expect(posts('A')).toEqual(['主任']);
  expect(posts('c')).toEqual(['副主任', '副主任', '主任']);
});
