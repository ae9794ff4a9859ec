/** 谁验收、谁核销：上级交办的，问题页写明由上级决定。(示例区，虚构) */
import { expect, test } from 'vitest';
import { acceptanceOf, decidedAbove } from '../../../src/views/unit/acceptance-view.ts';
import { issueView } from '../../../src/views/issue/issue-view.ts';
import { face } from '../../documents/face.ts';

test.each(['public', 'internal'] as const)('%s：等上级核销的，写明谁决定、本级不能代替', (of) => {
  const shown = face('shili', of);
  const waiting = shown.standing.issues.filter(({ history }) => history.next.owner === 'above');
  expect(waiting.length).toBeGreaterThan(0);
  for (const one of waiting) {
    const view = issueView(shown, one);
    expect(view.above).toMatch(
      /^示例区人民政府办公室已经验收。这是[市省国][级家]交办的问题，能否核销由交办的上级决定/u,
    );
    expect(view.acceptance).toContain('还要由交办的上级核销，才算办结');
  }
});

test('不是上级交办的，不提上级', () => {
  const shown = face('shili', 'public');
  const own = shown.standing.issues.find(({ issue }) => issue.origin === 'self-check')!;
  expect(issueView(shown, own).above).toBe('');
  expect(acceptanceOf(shown, { origin: 'district' })).not.toContain('上级');
  expect(decidedAbove(shown, { origin: 'province' })).toContain('省级交办');
});
