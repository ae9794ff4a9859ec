/** 没有读懂: sentences that may name somebody whom nobody recognised. */
import { expect, test } from 'vitest';
import {
  isHalfMended,
  isHeadingLost,
  mayName,
  namesOther,
} from '../../../src/intake/prose/unread.ts';
import { known, words } from './known.ts';

test.each([
  '县妇幼保健院开设的抖音号未更新。',
  '“青石发布”长期未更新。',
  '晋中一网站首页未更新。',
  '首页长期未更新。',
  '县教育局、石桥镇未更新。',
  '东塘司法、北湖教育超过两周未更新。',
  '大河县、小溪县信息发布不及时。',
])('%s 像是点了名', (sentence) => {
  expect(mayName(sentence, words)).toBe(true);
});

test.each([
  '各单位要加强管理。',
  '部分单位更新不及时。',
  '存在“僵尸”现象。',
  '共检查20个账号。',
  '内容保障不到位。',
])('%s 没有点名', (sentence) => {
  expect(mayName(sentence, words)).toBe(false);
});

test('标题说了问题而没有认出是谁的', () => {
  expect(isHeadingLost('首页长期未更新', known, words)).toBe(true);
  expect(isHeadingLost('更新不及时', known, words)).toBe(false);
  expect(isHeadingLost('首页更新及时', known, words)).toBe(false);
});

test('话里又说到别的账号', () => {
  expect(namesOther('未更新，县水利局抖音号未备案', words)).toBe(true);
  expect(namesOther('未更新', words)).toBe(false);
});

test('一半改好了', () => {
  expect(isHalfMended('县教育局已整改到位，石桥镇仍未更新。', known, words)).toBe(true);
  expect(isHalfMended('县教育局已整改到位。', known, words)).toBe(false);
});
