/** 大小写: an amount in words beside the same amount in figures, and 三（4）份. */
import { numeralValue } from '../../text/numeral.ts';
import { own } from '../../text/own.ts';
import { type Contradiction, type TextPlace, quoteAround } from '../contradiction.ts';
import {
  type ReadDocument,
  placedTexts,
  paragraphsOf,
  cellPlace,
  tablesOf,
} from '../document/paper.ts';
import { reading } from '../document/reading.ts';
import type { ProofRule } from '../rule.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const STEPS: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 };
/** Written amounts of at least two characters besides 元 and 整. */
const AMOUNT =
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

interface Stretch {
  readonly place: TextPlace;
  readonly text: string;
  readonly read: string;
}

function check(paper: ReadDocument): Contradiction[] {
  // In a form 大写 and 小写 stand in cells of one row.
  const rows = tablesOf(paper).flatMap((table) =>
    table.rows.flatMap((row): Stretch[] => {
      const text = row.map((cell) => cell.text).join(' ');
      const [first] = row;
      return first ? [{ place: cellPlace(table, first), text, read: reading(text) }] : [];
    }),
  );
  return [
    ...[...paragraphsOf(paper), ...rows].flatMap(inFigures),
    ...placedTexts(paper).flatMap(counted),
  ];
}

function inFigures({ place, text, read }: Stretch): Contradiction[] {
  const amounts = [...read.matchAll(AMOUNT)].flatMap((match) => {
    const value = /[壹贰叁肆伍陆柒捌玖]/u.test(match[0]) ? amountValue(match[0]) : undefined;
    return value === undefined
      ? []
      : [{ value, at: match.index, end: match.index + match[0].length, words: match[0] }];
  });
  return amounts.flatMap(({ value, at, end, words }) => {
    const before =
      /(?:￥|人民币|小写：?|金额：?)? ?(\d[\d,]*(?:\.\d+)?) ?(万元|元)?[（，、 ]{0,2}(?:人民币)?(?:（?大写）?：?)? ?(?:人民币)?$/u.exec(
        read.slice(Math.max(0, at - 40), at),
      );
    const behind =
      /^[（，、 ]{0,2}(?:（?小写）?：?)? ?(?:￥|人民币)? ?(\d[\d,]*(?:\.\d+)?) ?(万元|元)?/u.exec(
        read.slice(end),
      );
    const match = behind ?? before;
    if (!match) return [];
    const figure = Number((match[1] ?? '').replaceAll(',', '')) * (match[2] === '万元' ? 1e4 : 1);
    if (Math.abs(figure - value) < 0.005) return [];
    return [
      {
        rule: amountsRule.id,
        place,
        quote: quoteAround(text, at, end),
        message: `大写“${words}”与小写“${(match[1] ?? '') + (match[2] ?? '')}”不一致`,
        expected: `大写金额为${String(value)}元`,
      },
    ];
  });
}

/** 一式三（4）份. */
function counted({ place, text, read }: Stretch): Contradiction[] {
  const shape = /([一二两三四五六七八九十百]+)（(\d+)）(?=[个份名家件项天日年人台套次])/gu;
  return [...read.matchAll(shape)].flatMap((match) => {
    const value = numeralValue(match[1] ?? '');
    if (value === undefined || value === Number(match[2])) return [];
    return [
      {
        rule: amountsRule.id,
        place,
        quote: quoteAround(text, match.index, match.index + match[0].length),
        message: `“${match[1] ?? ''}”与“${match[2] ?? ''}”不一致`,
        expected: '汉字数与阿拉伯数字相同',
      },
    ];
  });
}

export const amountsRule: ProofRule = { id: 'amounts', name: '大写与小写', check };
