import { describe, expect, test } from 'vitest';
import { nextStep } from '../../../src/domain/issue/next-step.ts';
import type { Phase, Policy } from '../../../src/domain/issue/transition.ts';
import { roundOf } from '../sample.ts';

const policy: Policy = { closing: 'verification', publicity: false, above: false, ongoing: false };
const dueOn = '2024-03-31';
const step = (phase: Phase, round = roundOf(), rule = policy, today = '2024-03-10') =>
  nextStep(phase, round, rule, today);

describe('下一步归谁', () => {
  test('待整改、整改中、退回：归单位，到截止日', () => {
    expect(step('open')).toEqual({ owner: 'unit', step: 'start', by: dueOn });
    expect(step('rectifying')).toEqual({ owner: 'unit', step: 'submit', by: dueOn });
    expect(step('returned')).toEqual({ owner: 'unit', step: 'amend', by: dueOn });
  });

  test('待审核：归审核员', () => {
    expect(step('submitted')).toEqual({ owner: 'reviewer', step: 'verify', by: undefined });
  });

  test('已销号、撤销：没有下一步', () => {
    expect(step('closed')).toEqual({ owner: 'nobody', step: 'none', by: undefined });
    expect(step('void')).toEqual({ owner: 'nobody', step: 'none', by: undefined });
  });

  test('长期坚持：复查日前一天归单位，当天和以后归审核员', () => {
    const reviewOn = '2024-06-01';
    const round = roundOf({ reviewOn });
    expect(step('sustained', round, policy, '2024-05-31')).toEqual({
      owner: 'unit',
      step: 'keep',
      by: reviewOn,
    });
    const due = { owner: 'reviewer', step: 'review', by: reviewOn };
    expect(step('sustained', round, policy, '2024-06-01')).toEqual(due);
    expect(step('sustained', round, policy, '2024-06-02')).toEqual(due);
    expect(step('sustained')).toEqual({ owner: 'unit', step: 'keep', by: undefined });
  });
});

describe('已验收待销号归谁', () => {
  const publicity = { from: '2024-03-05', until: '2024-03-11', reportedOn: '2024-03-05' };
  const both = { ...policy, publicity: true, above: true };

  test('要公示而没有公示：归审核员', () => {
    expect(step('awaiting', roundOf(), both)).toEqual({
      owner: 'reviewer',
      step: 'publicise',
      by: undefined,
    });
  });

  test('公示期内到止日为止：等，次日办结', () => {
    const wait = { owner: 'nobody', step: 'publicity', by: '2024-03-12' };
    expect(step('awaiting', roundOf({ publicity }), both, '2024-03-10')).toEqual(wait);
    expect(step('awaiting', roundOf({ publicity }), both, '2024-03-11')).toEqual(wait);
  });

  test('公示期满还没有核销、只要核销：归上级', () => {
    const confirm = { owner: 'above', step: 'confirm', by: undefined };
    expect(step('awaiting', roundOf({ publicity }), both, '2024-03-12')).toEqual(confirm);
    expect(step('awaiting', roundOf(), { ...policy, above: true })).toEqual(confirm);
  });
});
