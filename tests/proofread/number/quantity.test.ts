/** 数量: numbers with their measure words, what stands around them, and the arithmetic of rates. (虚构) */
import { expect, test } from 'vitest';
import {
  exactSum,
  isRate,
  mayBeRate,
  percentagesIn,
  quantitiesIn,
  rateWritten,
  sumInWords,
} from '../../../src/proofread/number/quantity.ts';

/** `其中合格|45家|网站`. */
const read = (text: string, chinese = false): string[] =>
  quantitiesIn(text, chinese).map(
    ({ label, value, unit, noun }) => `${label}|${String(value)}${unit}|${noun}`,
  );

test.each([
  ['检查政府网站45家，其中合格40 家。', ['检查政府网站|45家|', '其中合格|40家|']],
  ['投入1,234.5万元经费', ['投入|1234.5万元|经费']],
  ['共有3个账号2个网站', ['共有|3个|账号', '个账号|2个|网站']],
  ['县（市、区）级12个', ['县（市、区）级|12个|']],
  ['甲局（乙局）3个', ['|3个|']],
])('%s', (text, quantities) => {
  expect(read(text)).toEqual(quantities);
});

test.each([
  '第3条',
  '3个月内',
  '5个工作日',
  '提高2个百分点',
  '2026年',
  '示政办〔2026〕3号',
  'v2.3个',
  '1—3个',
  'A3张',
])('不是数量：%s', (text) => {
  expect(read(text)).toEqual([]);
});

test('汉字写的数要说了才读，按先后排；“每个”“几十家”的不读', () => {
  const text = '三家单位4个账号十二个网站，每一个，几十家，数十个';
  expect(read(text)).toEqual(['三家单位|4个|账号十二个网站']);
  expect(quantitiesIn(text, true).map(({ value, chinese }) => [value, chinese])).toEqual([
    [3, true],
    [4, false],
    [12, true],
  ]);
});

test('百分数：写了几位小数', () => {
  expect(
    percentagesIn('合格率95.30%，不合格率4 %，1.2.3%').map(({ value, decimals }) => [
      value,
      decimals,
    ]),
  ).toEqual([
    [95.3, 2],
    [4, 0],
  ]);
});

const percent = (value: number, decimals: number) => ({ value, decimals, at: 0, end: 0 });
test.each<[number, number, number, number, boolean]>([
  [88.9, 1, 40, 45, true],
  [88.8, 1, 40, 45, false],
  [89, 0, 40, 45, true],
  [12.5, 1, 1, 8, true],
  [13, 0, 1, 8, true],
  [12, 0, 1, 8, false],
  [35.3, 2, 6, 17, true],
  [35.3, 1, 6, 17, true],
  [35.31, 2, 6, 17, false],
  [100, 0, 0, 0, false],
])('%s 写 %i 位小数，是不是 %i/%i：%s', (value, decimals, part, whole, is) => {
  expect(isRate(percent(value, decimals), part, whole)).toBe(is);
});

test('分子分母自己是约数的，差在约去的以内就行；整数不这样放宽', () => {
  expect(mayBeRate(percent(72.3, 1), 1.8, 2.5)).toBe(true);
  expect(mayBeRate(percent(76, 0), 1.8, 2.5)).toBe(true);
  expect(mayBeRate(percent(77, 0), 1.8, 2.5)).toBe(false);
  expect(mayBeRate(percent(68, 0), 1.8, 2.5)).toBe(false);
  expect(mayBeRate(percent(72, 0), 18, 25)).toBe(false);
  expect(mayBeRate(percent(72, 0), 1, 0.4)).toBe(false);
});

test('四舍五入不受二进制小数的影响', () => {
  expect(rateWritten(1, 800, 2)).toBe('0.13');
  expect(rateWritten(201, 20_000, 2)).toBe('1.01');
  expect(rateWritten(2, 3, 0)).toBe('67');
});

test('小数相加没有尾巴', () => {
  expect(exactSum([0.1, 0.2])).toBe(0.3);
  expect(sumInWords([45, 16])).toBe('45＋16＝61');
});
