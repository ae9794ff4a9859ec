/** 百分点: 总体合格率94.3%，第一季度为91.8%，提高2.7个百分点: two rates of two times and by how much the one is more, in whatever order. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { type PlacedText, placedTexts, type ReadDocument } from '../document/paper.ts';
import { earlierOf, PAST, type LedNumber } from '../number/earlier.ts';
import { cutPieces, isClose } from './gaps.ts';
import type { ProofRule } from '../rule.ts';

const BY =
  /(?<way>提高|提升|上升|增加|增长|攀升|升|上涨|涨|升幅|增幅|下降|降低|回落|下滑|减少|降|降幅|下跌|跌)(?:了|为|达|约为)?(?<by>\d+(?:\.\d+)?)个百分点/gu;
const RATE = /(?<![\d.])(\d+(?:\.\d+)?)%/gu;
const PERIOD =
  /第?[一二三四]季度|[上下]半年|\d{1,2}月份?|上[一个]*(?:季度|月|年|期|次)|去年(?:同期)?|上年(?:同期)?|前年|同期|\d{4}年/gu;

interface Rate extends LedNumber {
  readonly value: number;
}

function check(paper: ReadDocument): Contradiction[] {
  return placedTexts(paper).flatMap((passage) => {
    if (!passage.read.includes('个百分点')) return [];
    return cutPieces(passage).flatMap((piece) => [
      ...[...piece.text.matchAll(BY)].flatMap((match) => wrong(passage, piece, match)),
      ...beside(passage, piece.text, piece.at),
    ]);
  });
}

function wrong(
  passage: PlacedText,
  { text, at }: { text: string; at: number },
  match: RegExpExecArray,
): Contradiction[] {
  const lead = text.slice(0, match.index);
  if (lead.includes('个百分点') || /[近约超逾]$/u.test(lead)) return [];
  const rates = ratesIn(lead);
  const behind = /^（[^（）\d]{0,8}(?:季度|月|年|期|同期)[^（）\d]{0,8}(\d+(?:\.\d+)?)%）/u.exec(
    text.slice(match.index + match[0].length),
  );
  const [one, two, more] = rates;
  if (one === undefined || two === undefined || more !== undefined || behind !== null) return [];
  const own = lead.slice(two.end);
  // Of one thing: the second tells no other rate than the first.
  if (own.length > 14 || /[%。]/u.test(own) || !isOfOneRate(one, two)) return [];
  const which = earlierOf(text, one, two);
  if (which === undefined) return [];
  const [from, to] = which === 'first' ? [one, two] : [two, one];
  if (!isAgainst(own, from.lead)) return [];
  const { way = '', by = '' } = match.groups ?? {};
  const right = Number((to.value - from.value).toFixed(4));
  const isUp = !/降|落|下|减|跌/u.test(way);
  if (isClose(Math.abs(right), by) && (right === 0 || right > 0 === isUp)) return [];
  return [
    foundAt(
      pointsMovedRule.id,
      passage,
      [at + one.at, at + match.index + match[0].length],
      `写的是“${match[0]}”，由${String(from.value)}%到${String(to.value)}%`,
      `${right < 0 ? '下降' : '提高'}${String(Math.abs(right))}个百分点`,
    ),
  ];
}

function ratesIn(lead: string): Rate[] {
  let before = 0;
  return [...lead.matchAll(RATE)].map((match) => {
    const rate = {
      value: Number(match[1]),
      at: match.index,
      end: match.index + match[0].length,
      lead: lead.slice(before, match.index),
    };
    before = rate.end;
    return rate;
  });
}

/** 第一季度为91.8% names no rate, 网站合格率 and 新媒体合格率 are two. */
function isOfOneRate(one: Rate, two: Rate): boolean {
  const [a, b] = [one, two].map(({ lead }) =>
    (/[^，。；：（、\d]*$/u.exec(lead)?.[0] ?? '')
      .replace(PERIOD, '')
      .replace(
        /(?:总体|整体|本季度|本月|今年|本次|达到?|为|是|仅|的|由|从|升至?|到|比|较|与|这一数字|该数字|该比率|则|高|低|降|[提增]|全[市省县区]|、)/gu,
        '',
      ),
  );
  return (
    b === '' ||
    a === b ||
    (a !== undefined && b !== undefined && (a.endsWith(b) || b.endsWith(a)) && a !== '')
  );
}

/** 较上季度 is against the rate of 上季度, 同比 against that of last year; without either it is against the other one. */
function isAgainst(own: string, base: string): boolean {
  const isYear = /去年|上年|同期|前年/u.test(base);
  if (/同比/u.test(own)) return isYear || !PAST.test(base);
  if (/环比/u.test(own)) return !isYear;
  const named = own.match(PERIOD) ?? [];
  return named.length === 0 || named.every((period) => base.includes(period.replace(/^第/u, '')));
}

const BESIDE =
  /(?<a>\d+(?:\.\d+)?)%，(?<way>高于|低于|高出|比|较)[^，。；\d（）]{2,16}（(?:为|平均)?(?<b>\d+(?:\.\d+)?)%）(?<more>高出?|低|多|少|提高|上升|下降|降低)?了?(?<by>\d+(?:\.\d+)?)个百分点/gu;

const FORMER =
  /(?<a>\d+(?:\.\d+)?)%[，、][^。；\d%]{2,20}?(?<b>\d+(?:\.\d+)?)%，前者(?<way>高出|高于|低于|比)后者(?<more>高出?|低)?了?(?<by>\d+(?:\.\d+)?)个百分点/gu;

/** 93.2%，高于全省平均水平（91.0%）3.2个百分点. */
function beside(passage: PlacedText, text: string, at: number): Contradiction[] {
  return [BESIDE, FORMER]
    .flatMap((shape) => [...text.matchAll(shape)])
    .flatMap((match) => {
      const { a = '', b = '', by = '', way = '', more = '' } = match.groups ?? {};
      const right = Number((Number(a) - Number(b)).toFixed(4));
      const isUp = !/低|少|降/u.test(way + more);
      if (/^[比较]$/u.test(way) && more === '') return [];
      if (isClose(Math.abs(right), by) && (right === 0 || right > 0 === isUp)) return [];
      return [
        foundAt(
          pointsMovedRule.id,
          passage,
          [at + match.index, at + match.index + match[0].length],
          `写的是${by}个百分点，两个比率是${a}%和${b}%`,
          `${right < 0 ? '低' : '高'}${String(Math.abs(right))}个百分点`,
        ),
      ];
    });
}

export const pointsMovedRule: ProofRule = {
  id: 'points-moved',
  name: '两期比率相差的百分点',
  check,
};
