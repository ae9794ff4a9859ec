import { expect, test } from 'vitest';
import {
  dayOnceReturned,
  returnedInWords,
  standsReturned,
} from '../../../src/domain/issue/returned.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';
import { historyOf, issueOf, type Said } from '../sample.ts';

type Step = Record<string, string>;
const saidOn = (day: string, ...steps: Step[]) =>
  returnedInWords({ updates: new Map([['a-01', steps]]) } as unknown as Ledger, 'a-01', day);
const said = (...steps: Step[]) => saidOn('2026-06-15', ...steps);
const returned = { action: 'returned', reportedOn: '2026-06-10' };

test('最后一步是退回的，写明哪天、为什么；后来又报的、没有报过的不写', () => {
  expect(said({ ...returned, reason: '照片看不清' })).toBe('2026年6月10日退回：照片看不清');
  expect(said({ ...returned, publicNote: '请补充说明' })).toBe('2026年6月10日退回：请补充说明');
  expect(said(returned)).toBe('2026年6月10日退回：');
  const again = { action: 'submitted', reportedOn: '2026-06-12' };
  expect(said({ ...returned, reason: '照片看不清' }, again)).toBeUndefined();
  expect(saidOn('2026-06-11', { ...returned, reason: '照片看不清' }, again)).toMatch(/退回/u);
  expect(saidOn('2026-06-09', returned)).toBeUndefined();
  expect(said()).toBeUndefined();
});

const back = { action: 'returned', reportedOn: '2024-03-12', reason: '照片看不清' } as const;
const handedIn: Said = { action: 'submitted', reportedOn: '2024-03-10' };
const returnAfter = (...said: Said[]) =>
  standsReturned(historyOf(issueOf(), [handedIn, ...said], '2024-03-25'));

test('退回而没有再报的：哪天、为什么、以后截止日改过没有', () => {
  expect(returnAfter(back)).toEqual({ on: '2024-03-12', reason: '照片看不清', movedOn: undefined });
  expect(returnAfter()).toBeUndefined();
  expect(returnAfter(back, { ...handedIn, reportedOn: '2024-03-20' })).toBeUndefined();
  const { reason: _reason, ...bare } = back;
  expect(returnAfter({ ...bare, publicNote: '请补充' })?.reason).toBe('请补充');
  expect(returnAfter(bare)?.reason).toBe('');
  const extended: Said = {
    ...{ action: 'extended', reportedOn: '2024-03-14', askedOn: '2024-03-13' },
    ...{ dueOn: '2024-04-15', reason: '示例' },
  };
  expect(returnAfter(back, extended)?.movedOn).toBe('2024-03-14');
  const deferred: Said = {
    ...{ action: 'deferred', reportedOn: '2024-03-16', askedOn: '2024-03-15' },
    ...{ until: '2024-05-01', reason: '示例' },
  };
  expect(returnAfter(back, deferred)?.movedOn).toBe('2024-03-16');
  const refused = { ...extended, reportedOn: '2024-03-15', dueOn: '2024-04-01' };
  expect(returnAfter(back, extended, refused)?.movedOn).toBe('2024-03-14');
});

test('重新报送的期限：退回不改截止日；退回后批准的写明哪天批准；没有截止日的不另编', () => {
  expect(dayOnceReturned({ movedOn: undefined }, '2024-03-31')).toBe(
    '退回不改截止日，重新报送的期限仍是2024年3月31日',
  );
  expect(dayOnceReturned({ movedOn: '2024-03-14' }, '2024-04-15')).toBe(
    '重新报送的期限是2024年4月15日（退回后2024年3月14日批准）',
  );
  expect(dayOnceReturned({ movedOn: undefined }, undefined)).toMatch(/^没有截止日/u);
});
