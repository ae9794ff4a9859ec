/** 大写金额: amounts in the characters of cheques, 壹万贰仟叁佰元整. */
import { own } from '../text/own.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const STEPS: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 };
/** Written amounts of at least two characters besides 元 and 整. */
export const AMOUNT =
  /[零壹贰叁肆伍陆柒捌玖拾佰仟万亿][零壹贰叁肆伍陆柒捌玖拾佰仟万亿圆元角分]*[圆元角分][整正]?/gu;

/** The value in yuan, or undefined when the characters make no amount. */
export function amountValue(text: string): number | undefined {
  const match =
    /^(?:([^圆元角分]+)[圆元])?零?(?:([壹贰叁肆伍陆柒捌玖])角)?零?(?:([壹贰叁肆伍陆柒捌玖])分)?[整正]?$/u.exec(
      text,
    );
  if (!match || (match[1] ?? match[2] ?? match[3]) === undefined) return undefined;
  const yuan = match[1] === undefined ? 0 : whole(match[1]);
  if (yuan === undefined) return undefined;
  const cents = digit(match[2]) * 10 + digit(match[3]);
  return Number((yuan + cents / 100).toFixed(2));
}

/** 亿 and 万 cut the number into groups of four. */
function whole(text: string): number | undefined {
  let sum = 0;
  let group = 0;
  let last: number | undefined;
  for (const char of text) {
    const step = own(STEPS, char);
    if (DIGITS.includes(char)) {
      if (last !== undefined && last !== 0) return undefined;
      last = DIGITS.indexOf(char);
    } else if (step !== undefined) {
      group += (last ?? 1) * step;
      last = undefined;
    } else {
      const scale = char === '亿' ? 1e8 : char === '万' ? 1e4 : undefined;
      if (scale === undefined) return undefined;
      sum =
        char === '亿' ? (sum + group + (last ?? 0)) * scale : sum + (group + (last ?? 0)) * scale;
      group = 0;
      last = undefined;
    }
  }
  return sum + group + (last ?? 0);
}

function digit(char: string | undefined): number {
  return char === undefined ? 0 : DIGITS.indexOf(char);
}
