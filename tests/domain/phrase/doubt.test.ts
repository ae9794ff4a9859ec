/** What a reading offers is its due day, never the day from which it counts. */
import { expect, test } from 'vitest';
import { dueOfCandidate } from '../../../src/domain/phrase/doubt.ts';
import { readDeadline } from '../../../src/domain/phrase/read.ts';

test.each([
  ['收到通报后10个工作日内', '2024-03-01', ['2024-03-15', undefined]],
  ['自接到通知之日起7个工作日内', '2024-03-01', ['2024-03-12', undefined]],
  ['通报印发之日起15日内', '2024-03-01', ['2024-03-16', undefined]],
  ['反馈后1个月内', '2024-03-01', ['2024-04-01', undefined]],
  ['收到后15日', '2024-03-01', ['2024-03-16']],
  ['2021年10月15日上午12点前', '2021-03-01', ['2021-10-15']],
  ['治理期限届满前20个工作日内', '2024-03-01', [undefined]],
  ['启动为期三个月的集中整改', '2024-03-01', [undefined]],
  ['2018年秋季开学前', '2018-03-01', []],
  ['6.3', '2024-03-01', ['2024-06-03', '2024-06-30']],
  ['2024年6月', '2024-03-01', ['2024-06-30', '2024-05-31']],
])('“%s”（列入 %s）可答的截止日', (text, listedOn, due) => {
  const { deadline } = readDeadline(text, { listedOn });
  if (deadline.kind !== 'unread') throw new Error(deadline.kind);
  expect(deadline.candidates.map(dueOfCandidate)).toEqual(due);
});

test.each([
  ['自2024年3月1日起，截止日另行写明', undefined],
  ['立即整改：自2024年3月1日起，不设截止日', undefined],
  ['截止日为2024年2月31日', undefined],
  ['截止日为2024年2月29日，此后长期坚持', '2024-02-29'],
])('“%s”', (candidate, due) => {
  expect(dueOfCandidate(candidate)).toBe(due);
});
