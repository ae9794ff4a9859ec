/** 档次: 超五百万的18个，一百万至五百万的115个: numbers of those that reached so much, one tier beside the other. */
import { numeralValue } from '../../text/numeral.ts';
import type { SaidNumber } from '../statement.ts';

const AMOUNT = String.raw`(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千]*)[百千]?[万亿]|\d+(?:\.\d+)?`;
const OVER = new RegExp(`(?:超过?|过|突破|高于|达到?|不低于)(?<least>${AMOUNT})`, 'u');
const ABOVE = new RegExp(`(?<least>${AMOUNT})[^\\d，]{0,2}(?:以上|及以上)`, 'u');
const SPAN = new RegExp(`(?<least>${AMOUNT})(?:至|到|—{1,2}|-|～)(?<most>${AMOUNT})`, 'u');
const UNDER = new RegExp(`(?:不足|不到|低于|不满)(?<most>${AMOUNT})`, 'u');
const BELOW = new RegExp(`(?<most>${AMOUNT})[^\\d，]{0,2}(?:以下|以内)`, 'u');

interface Tier {
  readonly from: number;
  readonly to: number;
}

/** 五百万 is 5,000,000, 100万 is 1,000,000, 百万 is 1,000,000. */
function amountOf(words: string): number | undefined {
  const match =
    /^(?<digits>[\d.]+)?(?<numeral>[一二两三四五六七八九十百千]*)(?<scale>[万亿]?)$/u.exec(
      words,
    )?.groups;
  if (match === undefined) return undefined;
  const { digits, numeral = '', scale } = match;
  // 百万 is a hundred of them.
  const told = /^[百千]/u.test(numeral) ? `一${numeral}` : numeral;
  const inThousands = numeralValue(told.replace(/千$/u, ''));
  const thousands =
    told.endsWith('千') && inThousands !== undefined ? inThousands * 1000 : undefined;
  const value = digits === undefined ? (thousands ?? numeralValue(told)) : Number(digits);
  const times = scale === '万' ? 1e4 : scale === '亿' ? 1e8 : 1;
  return value === undefined ? undefined : value * times;
}

function tierIn(words: string): Tier | undefined {
  for (const shape of [SPAN, OVER, ABOVE, UNDER, BELOW]) {
    const groups = shape.exec(words)?.groups;
    if (groups === undefined) continue;
    const [from, to] = [groups['least'], groups['most']].map((one) =>
      one === undefined ? undefined : amountOf(one),
    );
    if (groups['least'] !== undefined && from === undefined) return undefined;
    if (groups['most'] !== undefined && to === undefined) return undefined;
    return { from: from ?? -Infinity, to: to ?? Infinity };
  }
  return undefined;
}

/** The clause of a number, from the mark before it. */
function clauseOf({ passage, at, label }: SaidNumber): string {
  const clause = /[^，；。：]*$/u.exec(passage.read.slice(0, at))?.[0] ?? label;
  return clause.replace(/^其中/u, '');
}

/** Whether the parts are tiers that lie one beside the other, and reach down to what the whole is said to have reached. */
export function areTiers(whole: SaidNumber, parts: readonly SaidNumber[]): boolean {
  const tiers = parts.flatMap((part) => tierIn(clauseOf(part)) ?? []);
  if (tiers.length < 2 || tiers.length < parts.length) return false;
  const order = tiers.toSorted((a, b) => b.from - a.from);
  const isTiled = order.every(({ from }, index) => {
    const next = order[index + 1];
    return next === undefined || from === next.to;
  });
  const behind = /^[^，；。：]*/u.exec(whole.passage.read.slice(whole.end))?.[0] ?? '';
  const told = tierIn(`${clauseOf(whole)}${behind}`);
  return isTiled && order[0]?.to === Infinity && (told?.from ?? -Infinity) === order.at(-1)?.from;
}
