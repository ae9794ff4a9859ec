/** 写法: one writing for all, and the way back to the words of the source. */
import { expect, test } from 'vitest';
import { asWritten, uniformWriting } from '../../../src/domain/phrase/writing.ts';

test.each([
  ['２０２４年５月底', '2024年5月底'],
  ['二〇二四年五月底', '2024年5月底'],
  ['二0二O年十二月', '2020年12月'],
  ['十五日内', '15日内'],
  ['二十三个工作日', '23个工作日'],
  ['第一时间', '第1时间'],
  ['两周内', '2周内'],
  ['两月', '两月'],
  ['一次性', '一次性'],
  ['一更新', '一更新'],
  ['三定方案', '三定方案'],
  ['5 月 底', '5月底'],
  ['2024-10-25  18:00', '2024-10-25 18:00'],
  ['5月底。6月', '5月底;6月'],
  ['5月—7月', '5月-7月'],
  ['【长期】', '(长期)'],
  ['“长期坚持”', '长期坚持'],
  ['5\u200b月', '5月'],
  ['⽉底', '月底'],
])('“%s”写作“%s”', (source, read) => {
  expect(uniformWriting(source).read).toBe(read);
});

test('引用的话照原文，只去掉版面的空白', () => {
  const writing = uniformWriting('请于 二〇二四年\n 五月底前完成');
  expect(writing.read).toBe('请于2024年5月底前完成');
  expect(asWritten(writing, 2, 10)).toBe('二〇二四年五月底');
  // One figure of several stands for the whole numeral of the source.
  expect(asWritten(writing, 3, 4)).toBe('二〇二四');
  expect(asWritten(uniformWriting('2024-10-25 18:00前'), 0, 16)).toBe('2024-10-25 18:00');
});

test('没有的地方，引用是空的', () => {
  const writing = uniformWriting('5月底');
  expect([asWritten(writing, 2, 2), asWritten(writing, 2, 1), asWritten(writing, 3, 4)]).toEqual([
    '',
    '',
    '',
  ]);
});
