/** 分标题之和: 共发现问题20个 over （一）…问题（8个）, （二）…问题（5个）, （三）…问题（6个）. */
import { disagreement, type Contradiction } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { markerOf } from '../marker.ts';
import { exactSum, type Quantity, quantitiesIn, sumInWords } from '../number/quantity.ts';
import type { ProofRule } from '../rule.ts';

/** …问题（8个）, …（8个问题）: an account may stand under several headings, a problem under one. */
const OF_PROBLEMS =
  /^[^，。；：（）]{0,30}(?:问题(?:方面)?（共?(?<a>\d+)[个项条处件]）|（共?(?<b>\d+)[个项条处件](?:问题|隐患)）)/u;
/** So many paragraphs before the first heading may say how many there are. */
const BEFORE = 4;
const SOME = /其中|主要|典型|部分|上[季月年次]|去年|同期|累计|约|近|余|整改/u;

interface Head {
  readonly passage: PlacedText;
  readonly value: number;
  readonly at: number;
  readonly end: number;
}

function check(paper: ReadDocument): Contradiction[] {
  const lines = paragraphsOf(paper);
  return lines.flatMap((passage, index) => {
    const marker = passage.numbered ? undefined : markerOf(passage.read);
    if (marker?.value !== 1) return [];
    const heads = headsFrom(lines.slice(index), marker.level);
    const [first] = heads;
    const last = heads.at(-1);
    const whole = heads.length < 2 ? undefined : toldBefore(sectionOf(lines, index, marker.level));
    if (first === undefined || last === undefined || whole === undefined) return [];
    const values = heads.map(({ value }) => value);
    const sum = exactSum(values);
    const off = Math.abs(sum - whole.quantity.value);
    if (off === 0 || off > Math.max(2, whole.quantity.value * 0.25)) return [];
    const { at, end, unit } = whole.quantity;
    return [
      disagreement(headsumRule.id, [{ passage: whole.passage, at, end }], first, {
        message: `总数写的是${String(whole.quantity.value)}${unit}，各标题所写相加，${sumInWords(values)}`,
        expected: `总数为${String(sum)}${unit}，或改正各标题所写`,
      }),
    ];
  });
}

/** The headings of a level one behind the other, all of which count problems; none where one does not. */
function headsFrom(lines: readonly PlacedText[], level: number): Head[] {
  const heads: Head[] = [];
  for (const passage of lines) {
    const marker = markerOf(passage.read);
    if (marker === undefined || marker.level > level) continue;
    if (marker.level < level) break;
    const match = OF_PROBLEMS.exec(passage.read.slice(marker.length));
    if (match === null || marker.value !== heads.length + 1) return marker.value === 1 ? heads : [];
    const number = match.groups?.['a'] ?? match.groups?.['b'];
    const end = marker.length + match[0].length;
    heads.push({ passage, value: Number(number), at: marker.length, end });
  }
  return heads;
}

/** The paragraphs in front of a heading, back to the heading above it. */
function sectionOf(lines: readonly PlacedText[], index: number, level: number): PlacedText[] {
  const before = lines.slice(Math.max(0, index - BEFORE), index);
  const top = before.findLastIndex(({ read }) => (markerOf(read)?.level ?? level) < level);
  return before.slice(Math.max(0, top));
}

/** 共发现问题20个: the only number of problems in front of the headings. */
function toldBefore(
  lines: readonly PlacedText[],
): { passage: PlacedText; quantity: Quantity } | undefined {
  const told = lines.flatMap((passage) =>
    quantitiesIn(passage.read)
      .filter(({ label, noun }) => /问题$/u.test(label) || /^(?:问题|隐患)/u.test(noun))
      .map((quantity) => ({ passage, quantity })),
  );
  const [only, another] = told;
  if (only === undefined || another !== undefined) return undefined;
  const { label, at } = only.quantity;
  const sentence = only.passage.read.slice(0, at).split('。').at(-1) ?? '';
  const isAll = /共|发现|存在|梳理|排查/u.test(label) && !SOME.test(sentence);
  return isAll ? only : undefined;
}

export const headsumRule: ProofRule = { id: 'headsum', name: '总数与各标题所写', check };
