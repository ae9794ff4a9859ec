/** 层次序号: the number a paragraph begins with, as GB/T 9704 orders them: 一、（一）1.（1）, and 第一章, 第一条, ①. */
import { numeralValue, numeralWords } from '../text/numeral.ts';

export interface Marker {
  /** From the top down; a heading ends what lies below it. */
  readonly level: number;
  readonly value: number;
  /** True for 第一章: articles run on through the chapters. */
  readonly chapter: boolean;
  /** The marker around its number: `（`, `）`. */
  readonly before: string;
  readonly behind: string;
  readonly script: 'chinese' | 'arabic' | 'circled';
  /** How many characters of the paragraph it takes. */
  readonly length: number;
}

const N = '[一二三四五六七八九十百零]{1,5}';
const SHAPES: readonly (readonly [level: number, shape: RegExp, script: Marker['script']])[] = [
  [0, new RegExp(`^(第)(${N})(章)`, 'u'), 'chinese'],
  [1, new RegExp(`^(第)(${N})(条)(?=[ 　])`, 'u'), 'chinese'],
  [2, new RegExp(`^()(${N})(、)`, 'u'), 'chinese'],
  [3, new RegExp(`^(（)(${N})(）)`, 'u'), 'chinese'],
  [4, /^()(\d{1,2})([.、]) ?(?!\d(?!\d{3}年|\d?月\d{1,2}日))/u, 'arabic'],
  [5, /^(（)(\d{1,2})(）)/u, 'arabic'],
  [6, /^()([①-⑳])()/u, 'circled'],
];
/** 一、二季度 and 3、4月份 count quarters and months, not headings. */
const NO_HEADING =
  /^[一二三四五六七八九十]+、[一二三四五六七八九十]+(?:季度|月|类|级|期|中队)|^第.{1,5}[章条]第/u;

/** 3、4月份 and 一、四季度 may be two of a kind or a heading, 1.5万元 is neither: whoever counts headings leaves these alone. */
export function mayBeMarker(read: string): boolean {
  const isNumbered = /^\s*(?:\d{1,2}[.、]|[一二三四五六七八九十]+、)/u.test(read);
  return markerOf(read) === undefined && isNumbered;
}

/** The marker of a paragraph, or undefined. 附件：1.名称 counts as the first of its list. */
export function markerOf(read: string): Marker | undefined {
  const text = read.trimStart().replace(/^附件：?\s*(?=\d{1,2}[.、])/u, '');
  if (NO_HEADING.test(text)) return undefined;
  for (const [level, shape, script] of SHAPES) {
    const match = shape.exec(text);
    if (!match) continue;
    const value = valueOf(match[2] ?? '', script);
    if (value === undefined) return undefined;
    const [whole, before = '', , behind = ''] = match;
    const length = read.length - text.length + whole.length;
    return { level, value, chapter: level === 0, before, behind, script, length };
  }
  return undefined;
}

function valueOf(number: string, script: Marker['script']): number | undefined {
  switch (script) {
    case 'chinese':
      return numeralValue(number);
    case 'arabic':
      return Number(number);
    case 'circled':
      return number.charCodeAt(0) - '①'.charCodeAt(0) + 1;
    default:
      return script satisfies never;
  }
}

/** A marker of the same kind with another number: （四）. */
export function markerWords({ before, behind, script }: Marker, value: number): string {
  const number =
    script === 'arabic'
      ? String(value)
      : script === 'circled'
        ? String.fromCharCode('①'.charCodeAt(0) + value - 1)
        : numeralWords(value);
  return `${before}${number}${behind}`;
}
