/** 今后两周: what falls due when, what is advised before a day off, and what is said where nothing does. (示例区，虚构) */
import { expect, test } from 'vitest';
import { face as shown } from '../../documents/face.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';
import { faceOf } from '../../../src/views/face.ts';
import { fortnightView } from '../../../src/views/home/fortnight-view.ts';
import { type Changes, checkSmall, small, submitted } from '../../ledger/small.ts';

const LISTED = small['issues/zx/zx-01.yaml'] ?? '';
/** An issue a last day. */
const due = (...days: string[]): Changes =>
  Object.fromEntries(
    days.map((day, at) => [
      `issues/zx/zx-0${String(at + 1)}.yaml`,
      LISTED.replace('row: 1', `row: ${String(at + 1)}`)
        .replace('text: 3月底', 'text: 到期')
        .replace('dueOn: 2026-03-31', `dueOn: ${day}`),
    ]),
  );
function view(changes: Changes, site: Partial<Ledger['site']> = {}, today = '2026-06-15') {
  const { ledger } = checkSmall(changes);
  if (ledger === undefined) throw new Error('no ledger');
  return fortnightView(faceOf({ ...ledger, site: { ...ledger.site, ...site } }, today, 'internal'));
}

test('十四天，头一天是今天；月初那天写月份，休息日标出来', () => {
  const { days, span, title } = view(due('2026-06-28'), {}, '2026-06-20');
  expect([days.length, span, title]).toEqual([14, '6月20日至7月3日', '今后两周']);
  expect(days.map(({ isToday }) => isToday).indexOf(true)).toBe(0);
  expect(days.filter(({ isToday }) => isToday)).toHaveLength(1);
  expect(days.map(({ date }) => date)).toEqual(expect.arrayContaining(['30', '7月1日', '2']));
  // 2026-06-20 is a Saturday.
  expect(days.slice(0, 3).map(({ dayOff }) => dayOff)).toEqual([true, true, expect.any(Boolean)]);
});

test('数：那天到期还没有申请验收的；有的连到那天', () => {
  const { days, total, words, none, next } = view(due('2026-06-16', '2026-06-16', '2026-06-29'));
  expect(days.map(({ due: count }) => count)).toEqual([
    0,
    2,
    ...Array.from({ length: 12 }, () => 0),
  ]);
  expect([total, words]).toEqual([2, '6月15日至6月28日到期2个，其中还没有申请验收2个']);
  expect([typeof days[1]?.href, days[0]?.href, none, next]).toEqual([
    'string',
    undefined,
    undefined,
    undefined,
  ]);
});

test('都报了的：说到期几个、还没有报的零个，下一个在哪天', () => {
  const { total, none, next } = view({
    ...due('2026-06-16', '2026-07-10', '2026-07-10', '2026-08-01'),
    'updates/zx/zx-01/20260320-100000-abc.yaml': submitted,
  });
  expect([total, none, next]).toEqual([
    0,
    '6月15日至6月28日到期1个，其中还没有申请验收0个。',
    '下一个截止日是7月10日（周五），到期2个。',
  ]);
});

test('一个也没有的', () => {
  const { none, next, coming } = view(due('2026-03-31'));
  expect([none, next, coming]).toEqual(['6月15日至6月28日没有到期的问题。', undefined, undefined]);
});

test('下一个截止日是休息日：建议前一个工作日报；那天已经过了就不建议', () => {
  // 2026-07-04 is a Saturday.
  expect(view(due('2026-07-04')).next).toBe(
    '下一个截止日是7月4日（周六），到期1个，当天是休息日，建议7月3日前报。',
  );
});

test('这两周里休息日到期的，一天一句', () => {
  expect(view(due('2026-06-27', '2026-06-28', '2026-06-28')).hints).toEqual([
    expect.stringMatching(/^6月27日是休息日，到期1个，建议6月26日前报。$/u),
    expect.stringMatching(/^6月28日是休息日，到期2个，建议6月26日前报。$/u),
  ]);
  expect(view(due('2026-06-28'), {}, '2026-06-27').hints).toEqual(['6月28日是休息日，到期1个。']);
});

test('写定在过去的台账：不说今后，也不建议', () => {
  const past = { asOf: '2026-06-15', asOfNote: '不反映此后情况' } as Partial<Ledger['site']>;
  const { title, hints, coming } = view(due('2026-06-27'), past);
  expect([title, hints]).toEqual(['统计日起两周', ['6月27日是休息日，到期1个。']]);
  expect(coming?.words).toMatch(/^统计日起\d+天/u);
  expect(view(due('2026-07-04'), past).next).toBe(
    '下一个截止日是2026年7月4日（周六），到期1个，当天是休息日。',
  );
});

test('再往后一段的：几天、哪天到哪天、几个', () => {
  const { coming } = view(due('2026-06-16', '2026-07-10'));
  expect(coming?.words).toMatch(/^今后30天（6月15日至7月14日）到期、还没有申请验收的$/u);
  expect(coming?.count).toBe(2);
});

test('日历旁边列先到期的几个，按日子；公开站不列', () => {
  const inside = shown('shili', 'internal');
  const { first, total, days } = fortnightView(inside);
  expect(first.length).toBe(Math.min(8, total));
  expect(first.length).toBeGreaterThan(1);
  const due = days.flatMap(({ day, due: count }) => Array<string>(count).fill(day.iso));
  expect(first.map(({ day }) => day.iso)).toEqual(due.slice(0, first.length));
  expect(fortnightView(shown('shili', 'public')).first).toEqual([]);
});
