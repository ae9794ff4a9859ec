/** 序号的写法: 1, 01, 1.（1）, 十一. */
import { numeralValue } from '../../text/numeral.ts';
import { folded } from './wording.ts';

/** The number of an entry: 1, 01, 1.（1）, full width, or in Chinese up to 九十九. */
export function rowNumber(text: string): number | undefined {
  const plain = folded(text).replace(/^[([]?(.*?)[)\].、．]*$/u, '$1');
  if (/^\d{1,5}$/u.test(plain)) return Number(plain) > 0 ? Number(plain) : undefined;
  return /^[一二三四五六七八九十]{1,3}$/u.test(plain) ? numeralValue(plain) : undefined;
}
