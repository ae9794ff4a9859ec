/** 倍数: 600件，是去年200件的4倍; 由200件增加到600件，增长3倍. */
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { placedTexts, type PlacedText, type ReadDocument } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';

const N = String.raw`(\d[\d,]*(?:\.\d+)?) ?`;
const UNIT = '([万亿]?[\u4e00-\u9fff]{1,3}?)';
const TIMES = String.raw`(\d+(?:\.\d+)?) ?倍(?!多|以上|左右|有余|以内)`;
/** 是……的N倍. */
const OF = new RegExp(
  `${N}${UNIT}[^。；\\d]{0,10}(?:是|为|相当于|达到?)[^，。；\\d]{0,12}(?:\\d{4}年[^，。；\\d]{0,8})?${N}${UNIT}(?:）|[^，。；\\d]{0,6})的 ?${TIMES}`,
  'gu',
);
/** 由……增加到……，增长N倍. */
const GROWN = new RegExp(
  `[由从][^，。；\\d]{0,12}${N}${UNIT}[^，。；\\d]{0,6}(?:增加|增长|提高|上升|扩大|增|升)[到至为][^，。；\\d]{0,10}${N}${UNIT}[^，。；\\d]{0,4}[，（][^，。；\\d]{0,4}(?:增长|增加|提高|扩大)了? ?${TIMES}`,
  'gu',
);

function check(paper: ReadDocument): Contradiction[] {
  return placedTexts(paper).flatMap((passage) => [
    ...wrong(passage, OF, (one, two) => one / two),
    ...wrong(passage, GROWN, (one, two) => (two - one) / one),
  ]);
}

function wrong(
  passage: PlacedText,
  shape: RegExp,
  times: (one: number, two: number) => number,
): Contradiction[] {
  return [...passage.read.matchAll(shape)].flatMap((match) => {
    const [whole, one = '', unit = '', two = '', other = '', said = ''] = match;
    if (unit !== other) return [];
    const [first, second] = [one, two].map((number) => Number(number.replaceAll(',', '')));
    if (!first || !second) return [];
    const right = times(first, second);
    const decimals = said.split('.')[1]?.length ?? 0;
    // Rounded or cut off, both are usual.
    if (Math.abs(right - Number(said)) < 10 ** -decimals) return [];
    return [
      {
        rule: multiplesRule.id,
        place: passage.place,
        quote: quoteAround(passage.text, match.index, match.index + whole.length),
        message: `写的是${said}倍，与${one}、${two}不符`,
        expected: `应为${right.toFixed(Math.max(decimals, Number.isInteger(right) ? 0 : 1))}倍`,
      },
    ];
  });
}

export const multiplesRule: ProofRule = { id: 'multiples', name: '倍数', check };
