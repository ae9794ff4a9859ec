/** 整改时限: a phrase as a deadline, or the question that it is. */
import { expect, test } from 'vitest';
import type { NotedReading } from '../../../../src/intake/record/known.ts';
import { readLimit } from '../../../../src/intake/record/row/limit.ts';
import { asksOf, inquiryWith, place } from './rows.ts';

const context = { listedOn: '2024-03-01', closeOfBusiness: '17:30' };
function read(text: string, given: Record<string, string> = {}, day?: string) {
  const readings: NotedReading[] = [];
  const inquiry = inquiryWith(given);
  const cell = day === undefined ? { place } : { place, day };
  const deadline = readLimit(text, cell, context, inquiry, readings);
  return {
    deadline,
    asked: asksOf(inquiry),
    notes: readings.map(({ note }) => note),
    offers: inquiry.questions[0]?.candidates.map(({ answer }) => answer) ?? [],
    why: inquiry.questions[0]?.message ?? '',
  };
}

test('读得准的不问，怎样读的记下来', () => {
  const { deadline, asked, notes } = read('5月底前');
  expect(deadline).toMatchObject({ kind: 'fixed', dueOn: '2024-05-31' });
  expect([asked, notes.length > 0]).toEqual([[], true]);
});

test('空的、读不出的要问；答了读得懂的照答的，注明经确认', () => {
  expect(read('').why).toContain('没有写整改时限。');
  expect(read('').offers).toEqual([]);
  const { deadline, notes } = read('尽快', { 'deadline 尽快': '2024年6月30日前' });
  expect(deadline).toMatchObject({ text: '尽快', kind: 'fixed', dueOn: '2024-06-30' });
  expect(notes).toEqual(['经确认，“尽快”读作“2024年6月30日前”']);
  expect(read('尽快', { 'deadline 尽快': '再说吧' })).toMatchObject({ asked: ['deadline 尽快'] });
});

test('答存疑，照原文登记；空的不能存疑', () => {
  expect(read('尽快', { 'deadline 尽快': '存疑' })).toMatchObject({
    deadline: { text: '尽快', kind: 'unread' },
    notes: ['经确认，时限待定'],
  });
  expect(read('尽快').offers).toContain('存疑');
  expect(read('', { deadline: '存疑' }).deadline).toBeUndefined();
});

test('早于填表日期的要问，答照录才照录', () => {
  const { deadline, why, offers } = read('2024年1月31日前');
  expect(deadline).toBeUndefined();
  expect(why).toContain('早于填表日期2024年3月1日');
  expect(offers).toEqual(['照录', '存疑']);
  expect(read('2024年1月31日前', { 'deadline 2024年1月31日前': '照录' }).deadline).toMatchObject({
    dueOn: '2024-01-31',
  });
});

test('格里存的日子与显示的不同，两天都给；一样的不问', () => {
  expect(read('5月31日', {}, '2025-05-31').offers.slice(0, 2)).toEqual([
    '2024年5月31日',
    '2025年5月31日',
  ]);
  expect(read('5月31日', {}, '2024-05-31').asked).toEqual([]);
});

test('长期的要求藏在目标里，问', () => {
  expect(read('5月底前建立长效机制').offers).toEqual(
    expect.arrayContaining(['2024年5月31日前，并长期坚持', '2024年5月31日']),
  );
});

test('从收到通报算起的：答截止日、答起算日都行；不可能是截止日的当起算日', () => {
  const text = '收到通报后10个工作日内';
  const on = (answer: string) => read(text, { [`deadline ${text}`]: answer });
  expect(read(text).why).toContain('写截止日，或写起算的日子');
  expect(on('2024年4月1日').deadline).toMatchObject({ dueOn: '2024-04-01' });
  expect(on('自2024年3月4日起')).toMatchObject({
    deadline: { dueOn: '2024-03-18' },
    notes: [expect.stringContaining('（自2024年3月4日起算）')],
  });
  expect(on('2024年3月1日').deadline).toMatchObject({ dueOn: '2024-03-15' });
  // Between the list's own day and the first possible end nobody can say which of the two it is.
  expect(on('2024年3月8日').deadline).toBeUndefined();
});

test('日期只剩 Excel 的序号，给出是哪一天', () => {
  expect(read('45443').offers).toContain('2024年5月31日');
});
