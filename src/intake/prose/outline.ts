/** 层次: which headings govern a sentence — 一、（一）1.（1）①, 一是, and a line that announces a list. */
import { isOrganisation } from '../words/unit-names.ts';
import { isName } from './mention/names.ts';
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
/** Of what holds below the headings of a paper as well: 现将有关问题通报如下：. */
export const OVER_ALL = 0.5;
/** 一是…；二是…: points that mostly stand within a paragraph. */
export const WITHIN = 7;
const HAN_NUMBER = '[一二三四五六七八九十]{1,3}';
const MARKERS: readonly [level: number, marker: RegExp][] = [
  [1, /^[A-Z][.．、](?=\s*\p{Script=Han})/u],
  [1, new RegExp(`^(?:${HAN_NUMBER}、|第${HAN_NUMBER}部分)`, 'u')],
  [2, new RegExp(`^（${HAN_NUMBER}）`, 'u')],
  [4, new RegExp(`^(?:典型)?(?:案例|问题|例)${HAN_NUMBER}：`, 'u')],
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
    const sentences = cutAt(plain.slice(from, end), (char) => '。！？'.includes(char)).flatMap(
      ([a, b]) => rowIn(plain, from + a, from + b),
    );
    return { passage, level, from, sentences };
  });
}

/** What is said of several, each behind its name. */
const KEYED = /^(?<name>[^，。；：“”（）]{2,14})(?:（[^（）]{2,12}）)?：[^：]{3,}$/u;
const LABEL = /^[^，。；：“”]{2,16}：(?=[^，。；：“”]{2,20}：)/u;
/** 问题, 责任单位, 更新方面: keys, and no names. */
const KEY =
  /单位|问题|平台|账号|时[间限]|要求|名称|类型|原因|措施|责任|备注|情况|方面|类$|更新|互动|内容|功能|安全|信息|链接|栏目|其[中一二三他]|注$|说明|网站$/u;

/** 较差（5个）：甲住建：更新少；乙民宗：排版混乱: a row of names with what is said of each, cut into what stands for sentences. */
function rowIn(plain: string, from: number, to: number): [number, number][] {
  const whole: [number, number][] = [[from, to]];
  const label = LABEL.exec(plain.slice(from, to))?.[0].length ?? 0;
  const items = cutAt(plain.slice(from + label, to), (char) => char === '；').map(
    ([a, b]): [number, number] => [from + label + a, from + label + b],
  );
  const names = items.map(
    ([a, b]) => KEYED.exec(plain.slice(a, b).replace(/[；。]$/u, ''))?.groups?.['name'] ?? '',
  );
  const isRow =
    items.length > 1 &&
    names.every((name) => !KEY.test(name) && isName(name)) &&
    !names.every((name) => isOrganisation(name));
  if (!isRow) return whole;
  return label === 0 ? items : [[from, from + label], ...items];
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
  return headings.some(
    ({ level, text }) => level <= 2 && text.length <= 30 && ASKED.test(withoutAnswer(text)),
  );
}

/** 发现的问题及整改措施: what is done about problems is told with them, behind the name of each. */
const ANSWER =
  /(?<=问题|不足|短板)[及和与、][^已未无没，。；：]{0,8}(?:措施|要求|打算|安排|建议|意见|计划|原因|分析|时限)$/u;

/** A heading without what it says of an answer to the problems that it names first. */
export function withoutAnswer(heading: string): string {
  return heading.replace(ANSWER, '');
}
