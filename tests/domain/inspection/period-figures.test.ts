/** 小结的数: what a period counts, what a later report cannot change, and what does not add up. (示例区，虚构) */
import { expect, test } from 'vitest';
import {
  isFixed,
  periodCounts,
  periodFigures,
  periodImbalances,
  recount,
} from '../../../src/domain/inspection/period-figures.ts';
import { periodOf } from '../../../src/day/period.ts';
import type { Bulletin } from '../../../src/schema/bulletin.ts';
import { type Changes, checkSmall, report, submitted } from '../../ledger/small.ts';

const step = (account: string, day: string, text: string): Changes => ({
  [`registry/${account}/${day.replaceAll('-', '')}-090000-aaa.yaml`]: `account: ${account}\nreportedOn: ${day}\n${text}`,
});
const REGISTER: Changes = {
  ...step('jia-wechat', '2026-01-05', 'action: entered\nstate: unfiled\n'),
  'accounts/jia/jia-weibo.yaml': 'kind: new-media\nunit: jia\nname: 甲街道微博\nplatform: weibo\n',
  ...step('jia-weibo', '2026-04-10', 'action: entered\nstate: unfiled\n'),
};
function ledgerWith(changes: Changes = {}) {
  const { ledger, faults } = checkSmall({ ...REGISTER, ...changes });
  const wrong = faults.filter(({ severity }) => severity === 'fault');
  if (ledger === undefined || wrong.length > 0)
    throw new Error(wrong.map(({ file, message }) => `${file} ${message}`).join('\n'));
  return ledger;
}
const period = (id: string) => {
  const known = periodOf(id);
  if (known === undefined) throw new Error(id);
  return known;
};
const numbers = (id: string, changes: Changes = {}) =>
  Object.fromEntries(
    periodFigures(ledgerWith(changes), period(id)).map(({ name, value }) => [name, value]),
  );

test('在册：期初、新入册、注销、期末', () => {
  expect(numbers('2026-q1')).toMatchObject({
    期初在册: '0',
    新入册: '1',
    注销: '0',
    期末在册: '1',
  });
  expect(numbers('2026-q2')).toMatchObject({ 期初在册: '1', 新入册: '1', 期末在册: '2' });
});

test('问题：本期列的、上期剩的、销号的', () => {
  expect(numbers('2026-q1')).toMatchObject({
    '问题 期初未完成': '0',
    '问题 新列': '1',
    '问题 未完成': '1',
    '问题 逾期': '0',
  });
  const closed = {
    'updates/zx/zx-01/20260420-100000-abc.yaml': submitted.replace('2026-03-20', '2026-04-20'),
    'updates/zx/zx-01/20260421-100000-abc.yaml': report('accepted', '2026-04-21'),
  };
  expect(numbers('2026-q2', closed)).toMatchObject({
    '问题 期初未完成': '1',
    '问题 新列': '0',
    '问题 销号': '1',
    '问题 已销号': '1',
    '问题 未完成': '0',
  });
});

const counts = () => periodCounts(ledgerWith(), period('2026-q2'));

test('加得起来的不说；哪里加不起来说哪里', () => {
  expect(periodImbalances(counts())).toEqual([]);
  expect(periodImbalances({ ...counts(), entered: [] })).toEqual([
    '期末在册2个，期初在册加新入册减注销为1个',
  ]);
  expect(periodImbalances({ ...counts(), unfinished: [] })).toEqual([
    '问题总数1个，各部分相加为0个',
  ]);
});

test('以后收到的报送改不了的：检查、在册；问题和催办的不是', () => {
  expect(['期末在册', '检查 c1 检查'].every(isFixed)).toBe(true);
  expect(isFixed('问题 总数') || isFixed('催办 提醒')).toBe(false);
});

const again = (more: Partial<Bulletin>, whole: boolean) =>
  recount(ledgerWith(), { figures: [], ...more } as unknown as Bulletin, whole)?.map(
    ({ name }) => name,
  );

test('印发过的重算：只算不变的，或者全算；没有这个期间、检查的算不出', () => {
  const period1 = { period: '2026-q1', figureSet: 2 } as Partial<Bulletin>;
  expect(again(period1, true)).toContain('问题 总数');
  expect(again(period1, false)).toContain('期末在册');
  expect(again(period1, false)?.every(isFixed)).toBe(true);
  expect(again({ period: '2026-q9' }, true)).toBeUndefined();
  expect(again({ inspection: 'c9' }, true)).toBeUndefined();
  expect(again({}, true)).toBeUndefined();
});
