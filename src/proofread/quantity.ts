/** 数量: the numbers of a text with their measure words and the words around them. */
import { numeralValue } from '../text/numeral.ts';

export interface Quantity {
  readonly value: number;
  /** The measure word: 个, 家, 万元. */
  readonly unit: string;
  readonly at: number;
  readonly end: number;
  /** The words before it, back to the nearest punctuation or number: 其中合格. */
  readonly label: string;
  /** The words behind it, up to the next punctuation or number: 政务新媒体账号. */
  readonly noun: string;
  /** True when written in Chinese numerals. */
  readonly chinese: boolean;
}

export interface Percentage {
  readonly value: number;
  /** Digits behind the point as written. */
  readonly decimals: number;
  readonly at: number;
  readonly end: number;
}

const UNITS =
  '百分点|万人次|人次|万元|亿元|万亩|公里|平方米|个|家|名|项|条|件|人|次|处|份|篇|台|套|户|起|宗|所|批|期|座|栋|辆|只|张|本|幅|例|场|支|款|户次|元|吨|亩|天|类|种|点|方面';
const ARABIC = new RegExp(
  String.raw`(?<![\d.,第〔\[A-Za-z-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)? ?(${UNITS})(?!月|工作日|百分点)`,
  'gu',
);
const CHINESE = new RegExp(
  String.raw`(?<![第每〇零一二两三四五六七八九十百某同各])([一二两三四五六七八九十百零]+)(${UNITS})(?!月|工作日|百分点)`,
  'gu',
);

/** The Arabic numbers with a measure word; `chinese` adds those written in Chinese numerals. */
export function quantitiesIn(read: string, chinese = false): Quantity[] {
  const found = [...read.matchAll(ARABIC)].map((match) => ({
    value: Number(`${(match[1] ?? '').replaceAll(',', '')}${match[2] ?? ''}`),
    unit: match[3] ?? '',
    at: match.index,
    end: match.index + match[0].length,
    chinese: false,
  }));
  for (const match of chinese ? read.matchAll(CHINESE) : []) {
    const value = numeralValue(match[1] ?? '');
    if (value === undefined) continue;
    const at = match.index;
    found.push({ value, unit: match[2] ?? '', at, end: at + match[0].length, chinese: true });
  }
  return found
    .filter(({ unit }) => unit !== '百分点')
    .toSorted((a, b) => a.at - b.at)
    .map((one) => ({ ...one, label: wordsBefore(read, one.at), noun: wordsBehind(read, one.end) }));
}

/** The percentages of a text. */
export function percentagesIn(read: string): Percentage[] {
  return [...read.matchAll(/(?<![\d.])(\d+)(?:\.(\d+))? ?%/gu)].map((match) => ({
    value: Number(`${match[1] ?? ''}.${match[2] ?? '0'}`),
    decimals: match[2]?.length ?? 0,
    at: match.index,
    end: match.index + match[0].length,
  }));
}

/** Whether `numerator` of `denominator`, rounded half up as `percentage` is written, gives it. */
export function isRate(percentage: Percentage, numerator: number, denominator: number): boolean {
  return (
    denominator > 0 &&
    rateWritten(numerator, denominator, percentage.decimals) === written(percentage)
  );
}

/** Whether the words around a number say that it is everything that was looked at. */
export function isTotal({ label, noun }: Quantity): boolean {
  return (
    /检查|抽查|抽检|普查|复查|监测|核查|共|总|合计|应|全区|全市|全县|参加|纳入|列入|发现|现有|排查|发放|收到|受理|交办|通报/u.test(
      label + noun,
    ) && !/不|未/u.test(label)
  );
}

/** A rate in percent with `decimals` digits, rounded half up. */
export function rateWritten(numerator: number, denominator: number, decimals: number): string {
  const scale = 10 ** decimals;
  // Whole numbers first: 2/3 of a hundredth never meets a binary fraction.
  const scaled = Math.floor((numerator * 100 * scale * 2 + denominator) / (denominator * 2));
  return (scaled / scale).toFixed(decimals);
}

/** The percentage as written, without the sign. */
export function written({ value, decimals }: Percentage): string {
  return value.toFixed(decimals);
}

/** 0.1 + 0.2 without the dust of binary fractions; six digits are more than any circular has. */
export function sumOf(values: readonly number[]): number {
  return Number(values.reduce((sum, value) => sum + value, 0).toFixed(6));
}

const EDGE = /[，。；：、！？（）()《》“”\s\d%]/u;

function wordsBefore(read: string, at: number): string {
  let from = at;
  while (from > 0 && !EDGE.test(read.charAt(from - 1))) from -= 1;
  return read.slice(from, at);
}

function wordsBehind(read: string, end: number): string {
  let to = end;
  while (to < read.length && !EDGE.test(read.charAt(to))) to += 1;
  return read.slice(end, to);
}
