/** 相差: 合格率84.2%，全省平均96%，低于平均水平11.8个百分点; two rates or scores and by how much the one lies above the other. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { sentencesOf } from '../statement.ts';
import { own } from '../../text/own.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) =>
    piecesOf(passage).flatMap((piece) => [
      ...lying(passage, piece),
      ...scored(passage, piece),
      ...trending(passage, piece),
    ]),
  );
}

interface Piece {
  readonly text: string;
  readonly at: number;
}

/** Sentences, cut at semicolons as well. */
export function piecesOf({ read }: PlacedText): Piece[] {
  return sentencesOf(read).flatMap(({ text, at }) =>
    [...text.matchAll(/[^；]+；?/gu)].map((match) => ({ text: match[0], at: at + match.index })),
  );
}

const BY =
  /(?<way>(?:二者|两者|彼此)?(?:相差|相距|差距)|低于|高于|高出|低|高)(?<gap>[^，。；\d]{0,12}?)(?:为|达|了|约)?(?<by>\d+(?:\.\d+)?)个百分点/gu;
const RATE = /(?<![\d.])(\d+(?:\.\d+)?)%/gu;
/** What the two are set side by side by. */
const SET_BESIDE = /平均|低于|高于|相比|二者|两者|相差|相距|差距|比/u;

/** Exactly two rates before a gap in percentage points. */
function lying(passage: PlacedText, { text, at }: Piece): Contradiction[] {
  return [...text.matchAll(BY)].flatMap((match) => {
    const before = [...text.slice(0, match.index).matchAll(RATE)];
    const [one, two, more] = before;
    if (one === undefined || two === undefined || more !== undefined) return [];
    const from = two.index + two[0].length;
    const { way = '', gap = '', by = '' } = match.groups ?? {};
    const tail = text.slice(from, match.index) + gap;
    const between = text.slice(one.index, two.index);
    if (text.slice(0, match.index).includes('个百分点') || tail.length > 18) return [];
    if (!SET_BESIDE.test(between + tail + way) || /[比较]上|同比|环比|季度|约|近/u.test(tail))
      return [];
    // 高于全国平均水平 where only 全省 was named: another rate is meant.
    const places = tail.match(/全[国省市县区州]|[省市县区]级/gu) ?? [];
    const stood = text.slice(0, from);
    if (places.some((place) => !stood.includes(place))) return [];
    const isApart = /相差|相距|差距/u.test(way);
    // 比…高 right behind the rates: the rule of changes speaks of it.
    if (!isApart && !/平均|低于|高于/u.test(between + tail + way)) return [];
    const [a, b] = [Number(one[1]), Number(two[1])];
    const right = Number(Math.abs(a - b).toFixed(4));
    const isWrongWay =
      !isApart && right > 0 && (way.startsWith('低') ? a > b : a < b) && !/[比较]/u.test(between);
    if (isClose(right, by) && !isWrongWay) return [];
    return [
      foundAt(
        gapsRule.id,
        passage,
        [at + one.index, at + match.index + match[0].length],
        `“${match[0]}”与${one[0]}、${two[0]}不符`,
        `两者相差${String(right)}个百分点`,
      ),
    ];
  });
}

/** As written, but for the last digit, which may come from rounding. */
function isClose(right: number, said: string): boolean {
  const decimals = said.split('.')[1]?.length ?? 0;
  const isWhole = decimals === 0 && Number.isInteger(right);
  return Math.abs(right - Number(said)) < (isWhole ? 0.001 : 1.01 * 10 ** -decimals);
}

const SCORED =
  /(?<a>\d+(?:\.\d+)?)分，?(?:比|较)[^，。；\d]{2,20}?(?<b>\d+(?:\.\d+)?)分，?(?<way>低|高|少|多|提高|下降|上升|降低)(?:出|了)?(?<by>\d+(?:\.\d+)?)分/gu;

/** 82.4分，比市直部门的86.1分低3.7分. */
function scored(passage: PlacedText, { text, at }: Piece): Contradiction[] {
  return [...text.matchAll(SCORED)].flatMap((match) => {
    const [a, b] = ['a', 'b'].map((name) => Number(own(match.groups, name)));
    const { way = '', by = '' } = match.groups ?? {};
    if (a === undefined || b === undefined) return [];
    const right = Number((a - b).toFixed(4));
    const isUp = /高|多|上升/u.test(way);
    if (isClose(Math.abs(right), by) && (right === 0 || right > 0 === isUp)) return [];
    return [
      foundAt(
        gapsRule.id,
        passage,
        [at + match.index, at + match.index + match[0].length],
        `“${way}${by}分”与${String(a)}分、${String(b)}分不符`,
        `${right < 0 ? '低' : '高'}${String(Math.abs(right))}分`,
      ),
    ];
  });
}

const PERIOD = String.raw`第?[一二三四]季度|\d{1,2}月份?|上季度|本季度|上月|本月|去年同期|去年|今年|上半年|下半年`;
const TRENDING = new RegExp(
  `(?<first>${PERIOD})[^，。；\\d]{0,12}?(?<a>\\d+(?:\\.\\d+)?)%，(?<second>${PERIOD})[^，。；\\d]{0,12}?(?<b>\\d+(?:\\.\\d+)?)%，[^，。；\\d]{0,10}?(?:稳步|逐步|持续|明显|有所|不断|小幅|大幅|稳中有)(?<way>上升|提高|提升|增长|升|下降|降低|回落|下滑|降)(?=[，。；]|$)`,
  'gu',
);
const ORDER = ['一', '二', '三', '四'];

/** Which of two periods comes first: below nought where it is the first one. */
function comparePeriods(first: string, second: string): number | undefined {
  const [one, two] = [first, second].map((words) => {
    const quarter = /([一二三四])季度/u.exec(words)?.[1];
    if (quarter !== undefined) return { kind: '季', value: ORDER.indexOf(quarter) };
    const month = /^(\d+)月/u.exec(words)?.[1];
    if (month !== undefined) return { kind: '月', value: Number(month) };
    const kind = /季/u.test(words)
      ? '本季'
      : /月/u.test(words)
        ? '本月'
        : /半年/u.test(words)
          ? '半'
          : '年';
    return { kind, value: /^[本今下]/u.test(words) ? 1 : 0 };
  });
  if (one === undefined || two === undefined || one.kind !== two.kind) return undefined;
  return one.value - two.value;
}

/** 三季度91%，四季度94%，合格率稳步提升. */
function trending(passage: PlacedText, { text, at }: Piece): Contradiction[] {
  return [...text.matchAll(TRENDING)].flatMap((match) => {
    const { first = '', second = '', a = '', b = '', way = '' } = match.groups ?? {};
    const order = comparePeriods(first, second);
    if (order === undefined || order === 0 || a === b) return [];
    const isUp = order < 0 ? Number(b) > Number(a) : Number(a) > Number(b);
    if (isUp === !/下|降|落/u.test(way)) return [];
    return [
      foundAt(
        gapsRule.id,
        passage,
        [at + match.index, at + match.index + match[0].length],
        `写的是“${way}”，由${order < 0 ? `${a}%到${b}%` : `${b}%到${a}%`}`,
        isUp ? '为上升' : '为下降',
      ),
    ];
  });
}

export const gapsRule: ProofRule = { id: 'gaps', name: '相差的百分点与分数', check };
