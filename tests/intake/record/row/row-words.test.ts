/** 一行的原文 */
import { expect, test } from 'vitest';
import { saysNothing } from '../../../../src/intake/record/row/row-words.ts';

test.each([
  '无',
  '否',
  '/',
  '——',
  '正常。',
  '合格',
  '未发现问题',
  '经自查未发现此类问题',
  '不存在上述情况',
  '无 问题',
  '不涉及',
])('“%s”是没有发现问题', (text) => {
  expect(saysNothing(text)).toBe(true);
});

test.each(['', '无更新', '未发现备案号', '不合格', '无法访问', '没有备案', '正常更新但无原创'])(
  '“%s”不是',
  (text) => {
    expect(saysNothing(text)).toBe(false);
  },
);
