import { expect, test } from 'vitest';
import type { NextStep } from '../../../../src/domain/issue/next-step.ts';
import { waitingSince } from '../../../../src/domain/issue/deadline/waiting.ts';
import { roundOf } from '../../sample.ts';

const publicity = { from: '2024-03-05', until: '2024-03-11', reportedOn: '2024-03-05' };
const round = roundOf({
  submittedOn: '2024-03-01',
  acceptedOn: '2024-03-04',
  reviewOn: '2024-06-01',
});
const since = (step: NextStep['step'], of = round) =>
  waitingSince({ next: { owner: 'nobody', step, by: undefined }, round: of });

test('等验收从申请之日算，等公示和核销从验收之日算，等复查从复查日算', () => {
  expect(since('verify')).toBe('2024-03-01');
  expect(since('publicise')).toBe('2024-03-04');
  expect(since('confirm')).toBe('2024-03-04');
  expect(since('review')).toBe('2024-06-01');
});

test('公示期从公示第一天算；公示过的，等核销从公示期满次日算', () => {
  const publicised = roundOf({ acceptedOn: '2024-03-04', publicity });
  expect(since('publicity', publicised)).toBe('2024-03-05');
  expect(since('confirm', publicised)).toBe('2024-03-12');
  expect(since('publicity')).toBeUndefined();
});

test('轮到单位办的、不用再办的，不算等候', () => {
  for (const step of ['start', 'submit', 'amend', 'keep', 'none'] as const)
    expect(since(step)).toBeUndefined();
});
