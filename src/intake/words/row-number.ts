/** 序号的写法: 1, 01, 1.（1）, 十一. */
import { folded } from './wording.ts';

/** The number of an entry: 1, 01, 1.（1）, full width, or in Chinese up to 九十九. */
export function rowNumber(text: string): number | undefined {
  const plain = folded(text).replace(/^[([]?(.*?)[)\].、．]*$/u, '$1');
  if (/^\d{1,5}$/u.test(plain)) return Number(plain) > 0 ? Number(plain) : undefined;
  const chinese = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(plain);
  if (chinese === null || plain === '') return undefined;
  const digit = (char: string | undefined): number => '一二三四五六七八九'.indexOf(char ?? '') + 1;
  const [, tens, ten, ones] = chinese;
  return (
    (ten === undefined ? 0 : (tens === undefined ? 1 : digit(tens)) * 10) +
    (ones === undefined ? 0 : digit(ones))
  );
}
