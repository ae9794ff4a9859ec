/** 相差: 合格率84.2%，全省平均96%，低于平均水平11.8个百分点; two rates or scores and by how much the one lies above the other. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { sentencesOf } from '../statement.ts';
import { own } from '../../text/own.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) =>
    cutPieces(passage).flatMap((piece) => [
      ...lying(passage, piece),
      ...scored(passage, piece),
      ...named(passage, piece),
    ]),
  );
}

interface Piece {
  readonly text: string;
  readonly at: number;
}

/** Sentences, cut at semicolons as well. */
export function cutPieces({ read }: PlacedText): Piece[] {
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
    // 全省96.2%，我市93.8%，低于全省: the second is set against the first.
    const isOfFirst = places.some(
      (place) => text.slice(0, one.index).includes(place) && !between.includes(place),
    );
    const isApart = /相差|相距|差距/u.test(way);
    // 比…高 right behind the rates: the rule of changes speaks of it.
    if (!isApart && !/平均|低于|高于|前者|后者/u.test(between + tail + way)) return [];
    const [a, b] = (isOfFirst ? [two, one] : [one, two]).map(([, rate]) => Number(rate));
    if (a === undefined || b === undefined) return [];
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
export function isClose(right: number, said: string): boolean {
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
    const isChange = /(?:提高|增加|上升|下降|降低|高|低|差)了?$/u.test(text.slice(0, match.index));
    if (a === undefined || b === undefined || isChange) return [];
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

const NAMED =
  /(?<one>\p{Script=Han}{1,10}率)(?:为|达)?(?<a>\d+(?:\.\d+)?)%，(?<two>\p{Script=Han}{1,10}率)(?:为|达)?(?<b>\d+(?:\.\d+)?)%，(?:\k<one>比\k<two>|前者比后者|(?<subject>\p{Script=Han}{2,8}?)(?=[高低][出于]))(?<way>低|高)(?:[出于](?<object>\p{Script=Han}{0,10}?)|了)?(?<by>\d+(?:\.\d+)?)个百分点/gu;

/** 网站合格率98%，新媒体合格率94%，网站合格率比新媒体合格率高4个百分点. */
function named(passage: PlacedText, { text, at }: Piece): Contradiction[] {
  return [...text.matchAll(NAMED)].flatMap((match) => {
    const [a, b] = ['a', 'b'].map((name) => Number(own(match.groups, name)));
    const { way = '', by = '' } = match.groups ?? {};
    if (a === undefined || b === undefined) return [];
    const { one = '', two = '', subject, object } = match.groups ?? {};
    const isTurned = subject !== undefined && two.startsWith(subject);
    const isToOther =
      object === undefined || object === '' || (isTurned ? one : two).startsWith(object);
    if ((subject !== undefined && !isTurned && !one.startsWith(subject)) || !isToOther) return [];
    const right = Number((isTurned ? b - a : a - b).toFixed(4));
    if (isClose(Math.abs(right), by) && (right === 0 || right > 0 === (way === '高'))) return [];
    return [
      foundAt(
        gapsRule.id,
        passage,
        [at + match.index, at + match.index + match[0].length],
        `“${way}${by}个百分点”与${String(a)}%、${String(b)}%不符`,
        `${right < 0 ? '低' : '高'}${String(Math.abs(right))}个百分点`,
      ),
    ];
  });
}

export const gapsRule: ProofRule = { id: 'gaps', name: '相差的百分点与分数', check };
