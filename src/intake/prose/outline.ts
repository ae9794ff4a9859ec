/** 层次: which headings govern a sentence — 一、（一）1.（1）①, 一是, and a line that announces a list. */
import { cutAt, type Passage } from './passage.ts';

export interface Heading {
  /** 1 for 一、, 2 for （一）, 3 for a line that announces a list, 4 for 1., 5 for （1）, 6 for ①, 7 for 一是. */
  level: number;
  /** Plain form, without its number. */
  text: string;
}

/** A piece of a paragraph that begins with a number of its own, or a whole paragraph. */
export interface OutlinePiece {
  passage: Passage;
  /** 0 without a number. */
  level: number;
  /** Offset of its first sentence, behind its number. */
  from: number;
  sentences: [from: number, to: number][];
}

export const ANNOUNCED = 3;
/** 一是…；二是…: points that mostly stand within a paragraph. */
export const WITHIN = 7;
const HAN_NUMBER = '[一二三四五六七八九十]{1,3}';
const MARKERS: readonly [level: number, marker: RegExp][] = [
  [1, /^[A-Z][.．、](?=\s*\p{Script=Han})/u],
  [1, new RegExp(`^(?:${HAN_NUMBER}、|第${HAN_NUMBER}部分)`, 'u')],
  [2, new RegExp(`^（${HAN_NUMBER}）`, 'u')],
  [5, /^（\d{1,2}）/u],
  [4, /^\d{1,2}(?:[.．](?!\d(?!\d?月\d{1,2}日|\d{3}年))|、|）)/u],
  [6, /^[①-⑳]/u],
  [
    WITHIN,
    new RegExp(
      `^(?:${HAN_NUMBER}(?:是(?!否)|要)|其[一二三四五六七八九十](?=[，：、])|第${HAN_NUMBER}(?=[，：])|(?:首先|其次|再次|再者|最后)[，：])`,
      'u',
    ),
  ],
];

/** The pieces of a passage, cut at the numbers within it. */
export function piecesOf(passage: Passage): OutlinePiece[] {
  const { plain } = passage;
  const starts = [0];
  const inner = new RegExp(
    `(?<=[。；：！？，])(?=(?:${HAN_NUMBER}(?:是(?!否)|、)|其[一二三四五六七八九十][，：]|(?:首先|其次|再次|再者|最后)[，：]|（${HAN_NUMBER}）|（\\d{1,2}）|\\d{1,2}(?:[.．](?!\\d)|、)|[①-⑳]))|(?<=[\\p{Script=Han}）])(?=（${HAN_NUMBER}）)|(?<=[\\p{Script=Han}])(?=[①-⑳])`,
    'gu',
  );
  for (const { index } of plain.matchAll(inner))
    if (isOutside(plain, starts.at(-1) ?? 0, index)) starts.push(index);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? plain.length;
    const words = plain.slice(start, end);
    const [level, marker] = markerOf(words);
    const from = start + marker + (/^\s*/u.exec(words.slice(marker))?.[0].length ?? 0);
    const sentences = cutAt(plain.slice(from, end), (char) => '。！？'.includes(char)).map(
      ([a, b]): [number, number] => [from + a, from + b],
    );
    return { passage, level, from, sentences };
  });
}

/** The level and the length of the number that words begin with; 一、（一） count as the inner one. */
function markerOf(words: string): [level: number, length: number] {
  for (const [level, marker] of MARKERS) {
    const length = marker.exec(words)?.[0].length;
    if (length !== undefined) return [level, length];
  }
  return [0, 0];
}

/** Whether an offset stands outside quotes, titles and brackets. */
function isOutside(plain: string, from: number, at: number): boolean {
  // No quote or bracket is longer.
  const before = plain.slice(Math.max(from, at - 2000), at);
  const count = (char: string): number => before.split(char).length - 1;
  return count('“') <= count('”') && count('《') <= count('》') && count('（') <= count('）');
}

/** The headings that stay when one of a level begins. */
export function headingsAbove(headings: readonly Heading[], level: number): Heading[] {
  return headings.filter((one) => one.level < level);
}

/** What is asked of everybody, or what was done: nobody is named there for a problem. */
const ASKED =
  /(?:工作|整改|有关|相关|几点|具体|主要)要求|下一?步|整改措施|工作(?:建议|安排|打算|措施|任务)|意见建议|措施及|整改时限|有关事项/u;

export function isAskedPart(headings: readonly Heading[]): boolean {
  return headings.some(({ level, text }) => level <= 2 && text.length <= 30 && ASKED.test(text));
}
