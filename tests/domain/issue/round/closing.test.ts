import { describe, expect, test } from 'vitest';
import {
  closingOf,
  closingRuleOn,
  freeOn,
  policyOn,
} from '../../../../src/domain/issue/round/closing.ts';
import type { Policy } from '../../../../src/domain/issue/transition.ts';
import type { Deadline } from '../../../../src/schema/deadline.ts';
import type { Campaign } from '../../../../src/schema/campaign.ts';
import type { Issue } from '../../../../src/schema/issue.ts';
import type { Entry } from '../../../../src/schema/ledger.ts';
import { defaultClosing } from '../../../../src/text/terms.ts';
import {
  fixed,
  fixedThenOngoing,
  immediate,
  immediateThenOngoing,
  issueOf,
  ongoing,
  publicity7,
  recurring,
  relative,
  roundOf,
  unread,
  verification,
} from '../../sample.ts';

describe('哪一天用哪条销号规则', () => {
  const closing = {
    policy: 'verification' as const,
    publicityDays: 7,
    earlier: [
      { until: '2024-06-30', policy: 'verification' as const, publicityDays: 3 },
      { until: '2024-03-31', policy: 'merge' as const, publicityDays: 0 },
    ],
  };

  test('旧规则用到最后一天为止，次日换下一条', () => {
    const days = ['2024-01-01', '2024-03-31', '2024-04-01', '2024-06-30', '2024-07-01'];
    expect(days.map((day) => closingRuleOn({ closing }, day).publicityDays)).toEqual([
      0, 0, 3, 3, 7,
    ]);
    expect(closingRuleOn({ closing }, '2024-03-31').policy).toBe('merge');
  });

  test('写的次序不影响', () => {
    const turned = { ...closing, earlier: closing.earlier.toReversed() };
    expect(closingRuleOn({ closing: turned }, '2024-03-31').publicityDays).toBe(0);
    expect(closingRuleOn({ closing: turned }, '2024-04-01').publicityDays).toBe(3);
  });

  test('专项不在台账里的，照没写销号规则的算', () => {
    const campaigns = new Map([['c', publicity7 as Entry<Campaign>]]);
    expect(closingOf({ campaigns }, { campaign: 'c' })).toBe(publicity7);
    expect(closingOf({ campaigns }, { campaign: '没有' })).toEqual({ closing: defaultClosing });
  });

  test('没有旧规则时一直用现行的', () => {
    expect(closingRuleOn(publicity7, '2000-01-01')).toEqual(publicity7.closing);
  });
});

describe('问题和专项决定验收之后去哪里', () => {
  const policyFor = (said: Partial<Issue>, campaign = verification) =>
    policyOn(issueOf(said), campaign, '2024-03-01');

  test('市、省、国家交办的要上级核销，自查、区级、群众反映的不要', () => {
    const origins: Issue['origin'][] = [
      'self-check',
      'district',
      'city',
      'province',
      'nation',
      'public',
    ];
    expect(origins.map((origin) => policyFor({ origin }).above)).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  test('时限延续的四种转长期坚持，其余四种销号', () => {
    const kinds: Deadline[] = [
      ongoing,
      fixedThenOngoing,
      immediateThenOngoing,
      recurring,
      fixed,
      immediate,
      relative,
      unread,
    ];
    expect(kinds.map((deadline) => policyFor({ deadline }).ongoing)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test('公示天数大于 0 才要公示', () => {
    expect(policyFor({})).toEqual({
      closing: 'verification',
      publicity: false,
      above: false,
      ongoing: false,
    });
    expect(policyFor({}, publicity7).publicity).toBe(true);
    expect(policyFor({}, { closing: { policy: 'merge', publicityDays: 1 } })).toEqual({
      closing: 'merge',
      publicity: true,
      above: false,
      ongoing: false,
    });
  });
});

describe('哪一天起可以办结', () => {
  const policy = (publicity: boolean, above: boolean): Policy => ({
    closing: 'verification',
    publicity,
    above,
    ongoing: false,
  });
  const acceptedOn = '2024-03-20';
  const shown = { from: '2024-03-21', until: '2024-03-27', reportedOn: '2024-03-21' };

  test('没有验收就没有这一天', () => {
    expect(freeOn(roundOf(), policy(false, false))).toBeUndefined();
    expect(freeOn(roundOf({ publicity: shown }), policy(true, false))).toBeUndefined();
  });

  test('没有别的要求时就是验收当天', () => {
    expect(freeOn(roundOf({ acceptedOn }), policy(false, false))).toBe('2024-03-20');
  });

  test('公示止日的次日；没有公示就一直等', () => {
    expect(freeOn(roundOf({ acceptedOn, publicity: shown }), policy(true, false))).toBe(
      '2024-03-28',
    );
    expect(freeOn(roundOf({ acceptedOn }), policy(true, false))).toBeUndefined();
  });

  test('公示过后才登记的，从登记那天起', () => {
    const late = { ...shown, reportedOn: '2024-04-10' };
    expect(freeOn(roundOf({ acceptedOn, publicity: late }), policy(true, false))).toBe(
      '2024-04-10',
    );
  });

  test('登记上级核销的当天；没有核销就一直等', () => {
    expect(freeOn(roundOf({ acceptedOn, confirmedOn: '2024-04-02' }), policy(false, true))).toBe(
      '2024-04-02',
    );
    expect(freeOn(roundOf({ acceptedOn }), policy(false, true))).toBeUndefined();
  });

  test('两样都要时取晚的一天', () => {
    const early = roundOf({ acceptedOn, publicity: shown, confirmedOn: '2024-03-22' });
    const late = roundOf({ acceptedOn, publicity: shown, confirmedOn: '2024-04-02' });
    expect(freeOn(early, policy(true, true))).toBe('2024-03-28');
    expect(freeOn(late, policy(true, true))).toBe('2024-04-02');
    expect(freeOn(roundOf({ acceptedOn, publicity: shown }), policy(true, true))).toBeUndefined();
    expect(
      freeOn(roundOf({ acceptedOn, confirmedOn: '2024-04-02' }), policy(true, true)),
    ).toBeUndefined();
  });

  test('销号规则没有要求的公示和核销不影响', () => {
    const round = roundOf({ acceptedOn, publicity: shown, confirmedOn: '2024-04-02' });
    expect(freeOn(round, policy(false, false))).toBe('2024-03-20');
  });
});
