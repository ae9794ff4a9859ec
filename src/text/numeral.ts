/** 汉字数字: numbers written in Chinese, as dates and spans use them. Loose numbers (三五天, 十来天) are not numbers. */
import { own } from './own.ts';

/** The characters a written number may consist of. */
export const NUMERALS = '〇零○一二三四五六七八九十百两廿卅';

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  廿: 20,
  卅: 30,
};
const D = '[一二三四五六七八九]';
const YEAR = /^[〇零○一二三四五六七八九]{4}$/u;
const TENS = new RegExp(`^(?<tens>${D}?十|[廿卅])?(?<ones>${D})?$`, 'u');
const HUNDREDS = new RegExp(
  `^(?<hundreds>[两一二三四五六七八九])百(?:零(?<ones>${D})|(?<tens>${D}十)(?<unit>${D})?)?$`,
  'u',
);

/** The value of a Chinese number up to 999 (二十一, 一百零五, 廿, 两), or undefined: 三五, 一百五 and 百 are loose. */
export function numeralValue(text: string): number | undefined {
  if (text === '两' || text === '零') return digit(text);
  const hundreds = HUNDREDS.exec(text)?.groups;
  if (hundreds) {
    return (
      digit(hundreds['hundreds']) * 100 +
      tensValue(hundreds['tens']) +
      digit(hundreds['ones'] ?? hundreds['unit'])
    );
  }
  const tens = text === '' ? undefined : TENS.exec(text)?.groups;
  return tens && tensValue(tens['tens']) + digit(tens['ones']);
}

/** The year written digit by digit, 二〇二〇 → 2020, or undefined. */
export function numeralYear(text: string): number | undefined {
  if (!YEAR.test(text)) return undefined;
  return [...text].reduce((year, char) => year * 10 + digit(char), 0);
}

const WORDS = '零一二三四五六七八九';

/** 0 to 99 in Chinese, as headings count: 十, 十一, 二十三. Other numbers stay Arabic: no heading counts so far. */
export function numeralWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return WORDS.charAt(ones);
  return `${tens === 1 ? '' : WORDS.charAt(tens)}十${ones === 0 ? '' : WORDS.charAt(ones)}`;
}

/** 十 → 10, 三十 → 30, 廿 → 20; nothing → 0. */
function tensValue(text = ''): number {
  return text.length === 2 ? digit(text.slice(0, 1)) * 10 : digit(text);
}

function digit(char = ''): number {
  return own(DIGITS, char) ?? 0;
}
