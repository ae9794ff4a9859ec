/** 数量: the numbers of a text with their measure words and the words around them, and the arithmetic over them. */
import { numeralValue } from '../../text/numeral.ts';

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
  '[万亿]?(?:批次|人次|户次|场次|车次|平方公里|平方米|立方米|公里|公顷|千瓦时|千瓦|方面|个|家|名|位|项|条|件|人|次|处|份|篇|台|套|户|起|宗|所|批|期|座|栋|幢|辆|艘|只|头|张|本|册|幅|例|场|支|款|元|吨|亩|天|类|种|点|封|单|笔|部|间|块|片|株|门|口|段|组|队|枚|盏|课时|字)';
const ARABIC = new RegExp(
  String.raw`(?<![\d.,第〔\[\-—–～/])(?<!(?<![A-Za-z]{2})[A-Za-z])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)? ?(${UNITS})(?!月|工作日|百分点|小时|自然日|星期|季度|年度|/)`,
  'gu',
);
const CHINESE = new RegExp(
  String.raw`(?<![第每〇零一二两三四五六七八九十百某同各几])(?<!(?<!总)数(?=十))([一二两三四五六七八九十百零]+)(${UNITS})(?!月|工作日|百分点|小时|季度|年度)`,
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
  if (denominator <= 0) return false;
  const isSo = (one: Percentage): boolean =>
    rateWritten(numerator, denominator, one.decimals) === percentageWords(one);
  // 35.30%: 35.3 with a nought, so that all rates are of the same length.
  const { value, decimals } = percentage;
  const isPadded = decimals >= 2 && percentageWords(percentage).endsWith('0');
  return isSo(percentage) || (isPadded && isSo({ ...percentage, value, decimals: decimals - 1 }));
}

/** How far a number with decimals may lie from what it was before it was rounded: 2.5亿元 is 2.45 to 2.55. */
function roundingOf(value: number): number {
  const decimals = String(value).split('.')[1]?.length ?? 0;
  return decimals === 0 ? 0 : 0.5 * 10 ** -decimals;
}

/** Whether numbers that were rounded themselves may give the rate: 1.8亿元 of 2.5亿元 and 72.3%. */
export function mayBeRate({ value, decimals }: Percentage, part: number, whole: number): boolean {
  const [own, all] = [roundingOf(part), roundingOf(whole)];
  if (own + all === 0 || whole <= all) return false;
  const slack = 0.5 * 10 ** -decimals;
  const [least, most] = [
    ((part - own) / (whole + all)) * 100,
    ((part + own) / (whole - all)) * 100,
  ];
  return value >= least - slack && value <= most + slack;
}

/** A rate in percent with `decimals` digits, rounded half up. */
export function rateWritten(numerator: number, denominator: number, decimals: number): string {
  const scale = 10 ** decimals;
  // Whole numbers first: 2/3 of a hundredth never meets a binary fraction.
  const scaled = Math.floor((numerator * 100 * scale * 2 + denominator) / (denominator * 2));
  return (scaled / scale).toFixed(decimals);
}

/** The percentage as written, without the sign. */
export function percentageWords({ value, decimals }: Percentage): string {
  return value.toFixed(decimals);
}

/** 0.1 + 0.2 without the dust of binary fractions; six digits are more than any circular has. */
export function exactSum(values: readonly number[]): number {
  return Number(values.reduce((sum, value) => sum + value, 0).toFixed(6));
}

/** 45＋16＝61. */
export function sumInWords(values: readonly number[]): string {
  return `${values.map(String).join('＋')}＝${String(exactSum(values))}`;
}

const EDGE = /[，。；：、！？（）《》“”\s\d%]/u;

function wordsBefore(read: string, at: number): string {
  let from = at - (/ $/u.test(read.slice(0, at)) ? 1 : 0);
  while (from > 0) {
    // 县（市、区）级: kinds of places in brackets are a part of the word.
    const kinds = /[县市区]（[市区县旗、]{1,5}）$/u.exec(read.slice(Math.max(0, from - 8), from));
    if (kinds) from -= kinds[0].length;
    else if (EDGE.test(read.charAt(from - 1))) break;
    else from -= 1;
  }
  return read.slice(from, at).trimEnd();
}

function wordsBehind(read: string, end: number): string {
  let to = end;
  while (to < read.length && !EDGE.test(read.charAt(to))) to += 1;
  return read.slice(end, to);
}
