import { describe, expect, test } from 'vitest';
import { passage, stepInWords } from '../../../src/domain/issue/timeline.ts';
import { issueOf, timingOf, updatesOf } from '../sample.ts';

const issue = issueOf();
const [update] = updatesOf(issue, { action: 'submitted', reportedOn: '2024-03-10' });
const step = { round: 1, before: 'open', after: 'submitted', refusal: undefined } as const;

describe('经过', () => {
  test('没有报送的一步只有日子和状态', () => {
    expect(
      passage({
        action: 'settled',
        on: '2024-03-28',
        round: 2,
        before: 'submitted',
        after: 'closed',
      }),
    ).toEqual({
      action: 'settled',
      on: '2024-03-28',
      round: 2,
      before: 'submitted',
      after: 'closed',
      update: undefined,
      receivedOn: undefined,
      receivedLate: undefined,
      refusal: undefined,
    });
  });

  test('不知道收件日就没有收件日', () => {
    expect(stepInWords(update!, step, undefined, timingOf())).toEqual({
      ...step,
      on: '2024-03-10',
      action: 'submitted',
      update,
      receivedOn: undefined,
      receivedLate: undefined,
    });
  });

  test('报告后第七天收件不算迟，第八天算迟 8 天', () => {
    const received = (on: string) => stepInWords(update!, step, on, timingOf());
    expect(received('2024-03-17')).toMatchObject({
      receivedOn: '2024-03-17',
      receivedLate: undefined,
    });
    expect(received('2024-03-18')).toMatchObject({ receivedOn: '2024-03-18', receivedLate: 8 });
  });

  test('迟报天数用收件那天的设定', () => {
    const timing = timingOf({
      lateReceiptDays: [
        { from: '2020-01-01', value: 7 },
        { from: '2024-03-18', value: 10 },
      ],
    });
    expect(stepInWords(update!, step, '2024-03-18', timing).receivedLate).toBeUndefined();
    expect(stepInWords(update!, step, '2024-03-21', timing).receivedLate).toBe(11);
  });
});
