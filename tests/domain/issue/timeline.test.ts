import { describe, expect, test } from 'vitest';
import { ledTo, passageEntry, stateOn, stepInWords } from '../../../src/domain/issue/timeline.ts';
import { historyOf, issueOf, type Said, timingOf, updatesOf } from '../sample.ts';

const issue = issueOf();
const [update] = updatesOf(issue, { action: 'submitted', reportedOn: '2024-03-10' });
const words = { before: '待整改', after: '待审核' };
const step = { round: 1, before: 'open', after: 'submitted', words, refusal: undefined } as const;

describe('经过', () => {
  test('没有报送的一步只有日子和状态', () => {
    expect(
      passageEntry({
        action: 'settled',
        on: '2024-03-28',
        round: 2,
        before: 'submitted',
        after: 'closed',
        words,
      }),
    ).toEqual({
      action: 'settled',
      on: '2024-03-28',
      round: 2,
      before: 'submitted',
      after: 'closed',
      words,
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

describe('一步从哪到哪', () => {
  const above = issueOf({ origin: 'city' });
  const story: Said[] = [
    { action: 'submitted', reportedOn: '2024-03-10' },
    { action: 'accepted', reportedOn: '2024-03-12' },
    { action: 'confirmedAbove', reportedOn: '2024-03-20', confirmedOn: '2024-03-19' },
  ];
  const said = (at: number) => {
    const { timeline } = historyOf(above, story, '2024-03-20');
    return ledTo(timeline, updatesOf(above, ...story)[at]?.id ?? '');
  };

  test('验收以后等上级核销；登记核销的当天销号', () => {
    expect(said(0)).toEqual({ before: '待整改', after: '待审核' });
    expect(said(1)).toEqual({ before: '待审核', after: '已验收待上级核销' });
    expect(said(2)).toEqual({ before: '已验收待上级核销', after: '已销号' });
    expect(said(3)).toBeUndefined();
  });

  test('某天的状态；不计入的一步不算', () => {
    const wrong: Said = { action: 'accepted', reportedOn: '2024-03-05' };
    const { timeline } = historyOf(above, [wrong, ...story], '2024-03-20');
    const on = (day: string) => stateOn(timeline, day);
    expect(on('2024-02-29')).toBeUndefined();
    expect(on('2024-03-09')).toBe('open');
    expect(on('2024-03-12')).toBe('submitted');
    expect(on('2024-03-20')).toBe('closed');
  });
});
