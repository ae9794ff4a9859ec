/** 退回的回话: what is copied to a unit that does not open the ledger. */
import { expect, test } from 'vitest';
import type { WaitingStep } from '../../../../src/form/page-data/waiting-report.ts';
import { replyWords } from '../../../../src/form/page/desk/queue-reply.ts';

const step = (issue: string, unitName: string): WaitingStep => ({
  issue,
  unitName,
  accountName: `${unitName}发布`,
  finding: '未备案',
  actionName: '申请验收',
  reportedOn: '2024-06-03',
  before: '待整改',
  after: '待审核',
  deadline: '尽快（截止2024年6月30日）',
  note: undefined,
  evidence: [],
});

test('退回的，每个单位一段话：哪一条、为什么、什么时候以前；没有退回的不说', () => {
  const steps = [step('a', '甲街道'), step('b', '甲街道'), step('c', '乙局')];
  const sentBack = (issue: string, reason: string) => ({
    issue,
    action: 'returned',
    fields: { reason },
  });
  const words = replyWords(steps, [
    sentBack('a', '截图看不清，重拍。'),
    { issue: 'c', action: 'accepted', fields: {} },
    sentBack('b', '缺材料'),
  ]);
  const line = (reason: string) =>
    `甲街道发布“未备案”：2024年6月3日报的申请验收已退回，理由是：${reason}。` +
    '请改好以后重新报送。整改时限：尽快（截止2024年6月30日）。';
  expect([...words]).toEqual([
    ['甲街道', `甲街道：\n${line('截图看不清，重拍')}\n${line('缺材料')}`],
  ]);
  expect(replyWords(steps, [{ issue: 'c', action: 'accepted', fields: {} }]).size).toBe(0);
});
