/** 前后时段: 三季度91%，四季度94%，合格率稳步提升; 本月186条，上月205条，环比减少19条; 第8位 and then 第5位，上升3位. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { own } from '../../text/own.ts';
import { isClose, cutPieces } from './gaps.ts';
import type { ProofRule } from '../rule.ts';

const PERIOD = String.raw`第?[一二三四]季度|(?<![\d至\-])\d{1,2}月份?|上季度|本季度|上月|本月|去年同期|上年同期|去年|今年|上半年|下半年`;
const VALUE = String.raw`\d+(?:\.\d+)?`;
const UNIT = String.raw`%|[个家件条项次处篇起人分]`;
const UP = '上升|提高|提升|增长|增加|升';
const DOWN = '下降|降低|回落|下滑|减少|降';
const PAIR = String.raw`(?<first>${PERIOD})[^，。；\d]{0,14}?(?<a>${VALUE}) ?(?<unit>${UNIT})[^，。；：（\d]{0,6}，(?<second>${PERIOD})[^，。；\d]{0,14}?(?<b>${VALUE}) ?\k<unit>[^，。；：（\d]{0,6}，`;
const TRENDING = new RegExp(
  `${PAIR}(?:总体|整体|全年|两个季度|\\p{Script=Han}{0,4}率)?(?:稳步|逐步|持续|明显|有所|不断|小幅|大幅|稳中有|呈)(?<way>${UP}|${DOWN})(?:趋势|态势)?(?=[，。；]|$)`,
  'gu',
);
const MOVED = new RegExp(
  `${PAIR}(?:同比|环比|比上季度|比上月)?(?:净)?(?<way>${UP}|${DOWN})了?(?<by>${VALUE}) ?(?<by_unit>个百分点|${UNIT})`,
  'gu',
);
const QUARTERS = '一二三四';

/** Which of two periods comes first: below nought where it is the first one; undefined where the two are not of one kind. */
function comparePeriods(first: string, second: string): number | undefined {
  const [one, two] = [first, second].map((words) => {
    const quarter = /([一二三四])季度/u.exec(words)?.[1];
    if (quarter !== undefined) return { kind: '季', value: QUARTERS.indexOf(quarter) };
    const month = /^(\d+)月/u.exec(words)?.[1];
    if (month !== undefined) return { kind: '月', value: Number(month) };
    const kind = ['季', '月', '半年'].find((word) => words.includes(word)) ?? '年';
    return { kind: `本${kind}`, value: /^[本今下]/u.test(words) ? 1 : 0 };
  });
  if (one === undefined || two === undefined || one.kind !== two.kind) return undefined;
  return one.value - two.value;
}

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) =>
    cutPieces(passage).flatMap(({ text, at }) => [
      ...[...text.matchAll(TRENDING)].flatMap((match) => wrong(passage, match, at)),
      ...[...text.matchAll(MOVED)].flatMap((match) => wrong(passage, match, at)),
      ...places(passage, text, at),
      ...[...text.matchAll(BRACKETED)].flatMap((match) => fromBracket(passage, match, at)),
    ]),
  );
}

function wrong(passage: PlacedText, match: RegExpExecArray, at: number): Contradiction[] {
  const {
    first = '',
    second = '',
    way = '',
    by,
    by_unit: byUnit = '',
    unit = '',
  } = match.groups ?? {};
  const [a, b] = [Number(own(match.groups, 'a')), Number(own(match.groups, 'b'))];
  const order = comparePeriods(first, second);
  if (a === undefined || b === undefined || order === undefined || order === 0) return [];
  // The last two of a row of three: nobody knows which two are meant.
  if (
    /\d ?(?:%|[个家件条项次处篇起人])[^，。；]{0,6}，$/u.test(
      passage.read.slice(0, at + match.index),
    )
  )
    return [];
  const change = Number((order < 0 ? b - a : a - b).toFixed(4));
  const isUp = !/降|落|下滑|减/u.test(way);
  const isWay = change === 0 ? by !== undefined : change > 0 === isUp;
  // 增长20% of counts, rounded or cut off.
  if (by !== undefined && byUnit === '%' && unit !== '%' && earlierOf(order, a, b) > 0)
    return grown(passage, match, at, [earlierOf(order, a, b), earlierOf(-order, a, b)], isUp);
  const isCounted = by !== undefined && byUnit === (unit === '%' ? '个百分点' : unit);
  if (by !== undefined && !isCounted) return [];
  if (change === 0 && by === undefined) return [];
  if (isWay && (by === undefined || isClose(Math.abs(change), by))) return [];
  const [from, to] = order < 0 ? [a, b] : [b, a];
  return [
    foundAt(
      trendRule.id,
      passage,
      [at + match.index, at + match.index + match[0].length],
      `写的是“${way}${by ?? ''}${by === undefined ? '' : byUnit}”，由${String(from)}${unit}到${String(to)}${unit}`,
      `${change < 0 ? '下降' : '上升'}${String(Math.abs(change))}${unit === '%' ? '个百分点' : unit}`,
    ),
  ];
}

/** The earlier of two values. */
function earlierOf(order: number, a: number, b: number): number {
  return order < 0 ? a : b;
}

/** 5月8240件，6月9064件，环比增长10%. */
function grown(
  passage: PlacedText,
  match: RegExpExecArray,
  at: number,
  [from, to]: readonly [number, number],
  isUp: boolean,
): Contradiction[] {
  const by = match.groups?.['by'] ?? '';
  const right = ((to - from) / from) * 100;
  const decimals = by.split('.')[1]?.length ?? 0;
  const isClosely = Math.abs(Math.abs(right) - Number(by)) < 10 ** -decimals;
  if (isClosely && (right === 0 || right > 0 === isUp)) return [];
  return [
    foundAt(
      trendRule.id,
      passage,
      [at + match.index, at + match.index + match[0].length],
      `写的是“${match.groups?.['way'] ?? ''}${by}%”，由${String(from)}到${String(to)}`,
      `${right < 0 ? '下降' : '增长'}${Math.abs(right).toFixed(Math.max(1, decimals))}%`,
    ),
  ];
}

const BRACKETED =
  /率(?:为|达)?(?<b>\d+(?:\.\d+)?)%，(?:环比|同比|较[^，。；\d]{2,6}|比[^，。；\d]{2,6})(?<way>上升|提高|提升|下降|降低|回落)了?(?<by>\d+(?:\.\d+)?)个百分点[（，](?:上季度|上月|上期|去年同期|上年同期|上年|去年|第?[一二三四]季度)[^，。；：（）\d]{0,8}(?<a>\d+(?:\.\d+)?)%(?=[）。；，])/gu;

/** 合格率88.5%，环比上升3.2个百分点（上季度为85.3%）. */
function fromBracket(passage: PlacedText, match: RegExpExecArray, at: number): Contradiction[] {
  const [a, b] = [Number(own(match.groups, 'a')), Number(own(match.groups, 'b'))];
  const { way = '', by = '' } = match.groups ?? {};
  if (a === undefined || b === undefined) return [];
  const change = Number((b - a).toFixed(4));
  const isUp = !/降|落/u.test(way);
  if (isClose(Math.abs(change), by) && (change === 0 || change > 0 === isUp)) return [];
  return [
    foundAt(
      trendRule.id,
      passage,
      [at + match.index, at + match.index + match[0].length],
      `写的是“${way}${by}个百分点”，由${String(a)}%到${String(b)}%`,
      `${change < 0 ? '下降' : '上升'}${String(Math.abs(change))}个百分点`,
    ),
  ];
}

const PLACES =
  /(?:上[季月年]度?|去年|一季度|二季度|三季度)[^，。；\d]{0,8}第(?<a>\d{1,3})[名位]，[^，。；\d]{0,14}第(?<b>\d{1,3})[名位]，[^，。；\d]{0,6}?(?<way>上升|前进|提升|前移|下降|后退|下滑|后移)了?(?<by>\d{1,3})[名位]/gu;

/** 上季度排名第8位，本季度排名第5位，上升3位: up is towards the first. */
function places(passage: PlacedText, text: string, at: number): Contradiction[] {
  return [...text.matchAll(PLACES)].flatMap((match) => {
    const count = (name: string): number => Number(own(match.groups, name));
    const [a, b, by] = [count('a'), count('b'), count('by')];
    const isUp = /上升|前|提升/u.test(match.groups?.['way'] ?? '');
    if ((isUp ? a - b : b - a) === by) return [];
    return [
      foundAt(
        trendRule.id,
        passage,
        [at + match.index, at + match.index + match[0].length],
        `由第${String(a)}到第${String(b)}，不是${match.groups?.['way'] ?? ''}${String(by)}位`,
        `${b < a ? '上升' : '下降'}${String(Math.abs(a - b))}位`,
      ),
    ];
  });
}

export const trendRule: ProofRule = { id: 'trend', name: '前后时段的升降', check };
