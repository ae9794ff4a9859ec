import { expect, test } from 'vitest';
import type { ReviewResult } from '../../../src/review/comment/review-result.ts';
import { reviewComment } from '../../../src/review/comment/review-comment.ts';
import { isForDraft } from '../../../src/review/comment/typed.ts';
import type { Review } from '../../../src/review/review.ts';

const advice = (action: string, more: Partial<ReviewResult>) =>
  reviewComment(
    {
      ...{ ok: true, base: 'b', head: 'h', today: '2026-03-25', outdated: false },
      ...{ people: [], faults: [], records: [], effects: [], typed: [], isForDraft: false },
      steps: [
        {
          ...{ action, reportedOn: '2026-03-25', unitName: '', accountName: '', issue: 'zx-01' },
          ...{ finding: '', deadline: '', evidence: [] },
        },
      ],
      ...more,
    } as unknown as ReviewResult,
    true,
  );

test('要审签的报送先不合并，在办理台拟办；审核员自己交来的决定下面什么也不说', () => {
  const draft = advice('submitted', { isForDraft: true });
  expect(draft).toContain('先不要合并，在办理台的待办里拟办');
  expect(draft).not.toContain('合并以后');
  expect(advice('progress', {})).toContain('合并以后在办理台办');
  expect(advice('accepted', {})).not.toContain('办理台');
});

test('申请验收、专项那天要审签，才是要拟办的', () => {
  const asked = (action: string, today: string) =>
    isForDraft({
      ledger: {
        campaigns: new Map([['zx', { approval: { from: '2026-03-22', approvers: [] } }]]),
        issues: new Map([['zx-01', { campaign: 'zx' }]]),
      },
      stories: [{ issue: 'zx-01', updates: [{ action }] }],
      today,
    } as unknown as Review);
  expect(asked('submitted', '2026-03-22')).toBe(true);
  expect(asked('submitted', '2026-03-21')).toBe(false);
  expect(asked('progress', '2026-03-22')).toBe(false);
});
