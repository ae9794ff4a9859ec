/** 题表相符: the title and the annex of one document that name different tasks or quarters. */
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { type ReadDocument, type PlacedText, paragraphsOf } from '../document/paper.ts';
import { daySpansIn } from '../date.ts';
import { markerOf } from '../marker.ts';
import type { ProofRule } from '../rule.ts';

/** A number that tells which one of a row is meant, with the words that must be the same on both sides. */
const ORDINALS: readonly RegExp[] = [
  /(?<same>[\u4e00-\u9fff]{2})（序号(?<value>[一二三四五六七八九十百零\d]+)）/gu,
  /(?<value>第?[一二三四](?=季度))季度(?<same>[\u4e00-\u9fff]{4})/gu,
  /第(?<value>[一二三四五六七八九十\d]+)(?=[批轮期])(?<same>[批轮期][\u4e00-\u9fff]{4})/gu,
  /(?<value>[上下])半年(?<same>[\u4e00-\u9fff]{4})/gu,
];

/** 关于…的通报, and a title that only says what about: 某市2025年第一季度政府网站检查情况. */
export const TITLE =
  /关于.*的(?:公示|通报|报告|通知|函|意见|情况)|^[^，。；：]{6,50}(?:检查|抽查|监测|普查|运行|考核)(?:的?(?:情况|结果|通报|公示|公告))+$/u;

interface Named {
  readonly passage: PlacedText;
  readonly value: string;
  readonly same: string;
  readonly at: number;
  readonly end: number;
}

function check(paper: ReadDocument): Contradiction[] {
  const paragraphs = paragraphsOf(paper);
  const title = paragraphs.slice(0, 3).find(({ read }) => TITLE.test(read.trim()));
  if (!title) return [];
  const annexes = ORDINALS.flatMap((shape) => {
    const all = paragraphs.flatMap((passage) => namedIn(passage, shape));
    const [first] = all.filter(({ passage }) => passage === title);
    const annexed = all.filter(
      (one) => one !== first && one.same === first?.same && isAnnexed(one, paragraphs),
    );
    const values = new Set(annexed.map(({ value }) => value));
    const [other] = annexed;
    // Several annexes of several kinds: one of them may well be of another quarter.
    if (!first || !other || values.size > 1 || values.has(first.value)) return [];
    return [
      {
        rule: titlesRule.id,
        place: other.passage.place,
        quote: quoteAround(other.passage.text, other.at, other.end),
        against: {
          place: first.passage.place,
          quote: quoteAround(first.passage.text, first.at, first.end),
        },
        message: `附表写的是“${other.passage.text.slice(other.at, other.end)}”，标题写的是“${first.passage.text.slice(first.at, first.end)}”`,
        expected: '附表与标题所指相同',
      },
    ];
  });
  return [...annexes, ...headedOtherwise(title, paragraphs), ...ofOtherMonth(title, paragraphs)];
}

const QUARTER = /第?(?<value>[一二三四])季度/gu;
/** Of the quarter before or the one behind, or about what was found then. */
const OTHER_TIME =
  /整改|复查|复核|回头看|上[一个]*季度|前期|往期|安排|计划|打算|部署|下一步|较|比(?!例)|以来|至(?!少)|到(?!位)|[、和及与]第?[一二三四]季度/u;

/** 一、第一季度政府网站检查情况 in a circular whose title and text say 第二季度, and nothing else the first. */
function headedOtherwise(title: PlacedText, paragraphs: readonly PlacedText[]): Contradiction[] {
  const all = paragraphs.flatMap((passage) =>
    [...passage.read.matchAll(QUARTER)].map((match) => ({
      passage,
      value: match.groups?.['value'] ?? '',
      at: match.index,
      end: match.index + match[0].length,
    })),
  );
  const own = all.filter(({ passage }) => passage === title);
  const [first] = own;
  const others = all.filter(({ value }) => value !== first?.value);
  const [other] = others;
  if (first === undefined || other === undefined || own.length > 1 || others.length > 1) return [];
  const isSaid = all.some((one) => one.value === first.value && one.passage !== title);
  const { read } = other.passage;
  const isHeading =
    markerOf(read) !== undefined && read.length <= 30 && !/[，。；]/u.test(read.trim());
  const isCheck =
    /季度[^，。；]{0,16}(?:检查|抽查|监测)(?:的?(?:总体|基本)?情况|结果|概况)\s*$/u.test(read);
  const behind = paragraphs[paragraphs.indexOf(other.passage) + 1]?.read ?? '';
  if (
    !isSaid ||
    !isHeading ||
    !isCheck ||
    OTHER_TIME.test(read.slice(markerOf(read)?.length) + behind)
  )
    return [];
  const words = (one: { passage: PlacedText; at: number; end: number }): string =>
    one.passage.text.slice(one.at, one.end);
  return [
    {
      rule: titlesRule.id,
      place: other.passage.place,
      quote: quoteAround(other.passage.text, other.at, other.end),
      against: { place: title.place, quote: quoteAround(title.text, first.at, first.end) },
      message: `小标题写的是“${words(other)}”，标题写的是“${words(first)}”`,
      expected: '小标题与标题所指相同，说的是别的季度的另行写明',
    },
  ];
}

/** 关于5月份监测情况的通报 and 4月1日至4月30日，…进行了监测: the days of one whole month, of another. */
function ofOtherMonth(title: PlacedText, paragraphs: readonly PlacedText[]): Contradiction[] {
  const [match, another] = title.read.matchAll(
    /(?<![\d\-—至])(?<month>\d{1,2})月份?(?![\d至\-—日])[^，。；]{0,20}(?:检查|抽查|监测)/gu,
  );
  if (match === undefined || another !== undefined) return [];
  const month = Number(match.groups?.['month']);
  const spans = paragraphs.flatMap((passage) =>
    daySpansIn(passage.read).map((span) => ({ passage, span })),
  );
  const [only, more] = spans;
  if (only === undefined || more !== undefined) return [];
  const { passage, span } = only;
  const { from, to } = span;
  const isWhole = from.date === 1 && from.month === to.month && to.date >= 28;
  const behind = /^[^。；]*/u.exec(passage.read.slice(to.end))?.[0] ?? '';
  const isCheck = /^(?:期间)?，?[^，]{0,30}(?:检查|抽查|监测)/u.test(behind);
  if (!isWhole || !isCheck || from.month === month || OTHER_TIME.test(behind)) return [];
  return [
    {
      rule: titlesRule.id,
      place: passage.place,
      quote: quoteAround(passage.text, from.at, to.end),
      against: {
        place: title.place,
        quote: quoteAround(title.text, match.index, match.index + match[0].length),
      },
      message: `检查的是${from.words}至${to.words}，标题写的是${String(month)}月`,
      expected: '正文与标题所指的月份相同',
    },
  ];
}

function namedIn(passage: PlacedText, shape: RegExp): Named[] {
  return [...passage.read.matchAll(shape)].map((match) => ({
    passage,
    value: (match.groups?.['value'] ?? '').replace('第', ''),
    same: match.groups?.['same'] ?? '',
    at: match.index,
    end: match.index + match[0].length,
  }));
}

/** Behind 附表： or 附件：, or in the title of a page that begins with 附件. */
function isAnnexed({ passage, at }: Named, paragraphs: readonly PlacedText[]): boolean {
  const before = paragraphs[paragraphs.indexOf(passage) - 1];
  return (
    /附[件表]?\d*[：:][^。]{0,20}$/u.test(passage.read.slice(0, at)) ||
    /^附[件表] ?\d*：?$/u.test(before?.read.trim() ?? '')
  );
}

const titlesRule: ProofRule = { id: 'titles', name: '标题与附表所指', check };
export { titlesRule };
