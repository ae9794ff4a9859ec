/** 题表相符: the title and the annex of one document that name different tasks or quarters. */
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { type ReadDocument, type PlacedText, paragraphsOf } from '../document/paper.ts';
import { markerOf } from '../marker.ts';
import type { ProofRule } from '../rule.ts';

/** A number that tells which one of a row is meant, with the words that must be the same on both sides. */
const ORDINALS: readonly RegExp[] = [
  /(?<same>[\u4e00-\u9fff]{2})（序号(?<value>[一二三四五六七八九十百零\d]+)）/gu,
  /(?<value>第?[一二三四](?=季度))季度(?<same>[\u4e00-\u9fff]{4})/gu,
  /第(?<value>[一二三四五六七八九十\d]+)(?=[批轮期])(?<same>[批轮期][\u4e00-\u9fff]{4})/gu,
  /(?<value>[上下])半年(?<same>[\u4e00-\u9fff]{4})/gu,
];

interface Named {
  readonly passage: PlacedText;
  readonly value: string;
  readonly same: string;
  readonly at: number;
  readonly end: number;
}

function check(paper: ReadDocument): Contradiction[] {
  const paragraphs = paragraphsOf(paper);
  const title = paragraphs
    .slice(0, 3)
    .find(({ read }) => /关于.*的(?:公示|通报|报告|通知|函|意见|情况)/u.test(read));
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
  return [...annexes, ...headedOtherwise(title, paragraphs)];
}

const QUARTER = /第?(?<value>[一二三四])季度/gu;
/** Of the quarter before or the one behind, or about what was found then. */
const OTHER_TIME =
  /整改|复查|复核|回头看|上[一个]*季度|前期|往期|安排|计划|打算|部署|下一步|较|比|以来|至|到|[、和及与]第?[一二三四]季度/u;

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
