/** 全部合格的地方: 甲区、乙县政务新媒体全部合格, and an account of 乙县 among those that failed. */
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { markerOf } from '../marker.ts';
import type { ProofRule } from '../rule.ts';

const PASSED =
  /(?<row>[^，。；：“”\d]{2,60}?)(?:等)?(?:\d+个?[县市区旗镇乡]+)?(?:的)?(?<kind>政务新媒体|政府网站|网站|新媒体|账号)?(?:账号)?(?:全部|均|都)(?:为)?合格/gu;
/** 合格率100%的有：甲区、乙县. */
const WITH_ALL =
  /合格率(?:达|为|达到)?100%的(?:县区|县（市、区）|地区|区县)?(?:有|为|是|包括)?：?(?<row>[^。；：“”]{4,80})/gu;
const PLACE =
  /^(?:其中)?(?<name>\p{Script=Han}{1,7}?(?:示范区|开发区|高新区|新区|区|县|市|旗|镇|乡|街道))$/u;
/** Another time, or after what was wrong had been mended. */
const OTHER_TIME = /季度|上[次月年半]|去年|同期|复查|整改|以来|连续|历次|其他|其余|除/u;
const LIST =
  /(?:不合格|存在(?:突出|严重)问题|单项否决)[^。；：]{0,10}(?:名单|清单|账号|网站|政务新媒体)/u;
const INLINE =
  /不合格(?:的)?(?:账号|网站|政务新媒体)(?:有|为|是|共\d+个|\d+个)?(?:，?(?:分别)?(?:为|是))?：(?<row>[^。；]+)/gu;

interface Failed {
  readonly passage: PlacedText;
  readonly text: string;
  readonly at: number;
}

function check(paper: ReadDocument): Contradiction[] {
  const paragraphs = paragraphsOf(paper);
  const failed = [...listed(paragraphs), ...paragraphs.flatMap(inline)];
  return paragraphs.flatMap((passage) => [
    ...[PASSED, WITH_ALL]
      .flatMap((shape) => [...passage.read.matchAll(shape)])
      .flatMap((match) => wrong(passage, match, failed)),
    ...judgedAfter(passage),
  ]);
}

/** 连续两个季度 holds this one too. */
function isOfOtherTime(words: string): boolean {
  return OTHER_TIME.test(
    words.replace(/连续[两二三四五六\d]个?季度|本季度|整改通知|(?:限期|责令)整改/gu, ''),
  );
}

function wrong(
  passage: PlacedText,
  match: RegExpExecArray,
  failed: readonly Failed[],
): Contradiction[] {
  const { row = '', kind = '' } = match.groups ?? {};
  const lead = /[^。；]*$/u.exec(passage.read.slice(0, match.index))?.[0] ?? '';
  const behind = /^[^。；]*/u.exec(passage.read.slice(match.index + match[0].length))?.[0] ?? '';
  if (isOfOtherTime(lead + match[0] + behind)) return [];
  const places = row
    .split(/[、和及]/u)
    .flatMap((item) => PLACE.exec(item.trim())?.groups?.['name'] ?? [])
    .filter((name) => name.length >= 3);
  return places.flatMap((place) => {
    const one = failed.find(({ text }) => text.startsWith(place) && isOfKind(text, kind));
    if (one === undefined) return [];
    return [
      {
        rule: allpassRule.id,
        place: one.passage.place,
        quote: quoteAround(one.passage.text, one.at, one.at + one.text.length),
        against: {
          place: passage.place,
          quote: quoteAround(passage.text, match.index, match.index + match[0].length),
        },
        message: `前面写“${place}”全部合格，不合格的名单里又有“${one.text.slice(0, 24)}”`,
        expected: '全部合格的地方不在不合格的名单里',
      },
    ];
  });
}

const ALL_OF =
  /(?<=^|[，。；：]|本(?:季度|月|次检查|期))(?<where>全[市县区州省]|我[市县区州])(?:在运行|正常运行)?的?(?<kind>政府网站|网站|政务新媒体)(?:账号)?(?:[均都][^。；“”]{2,50}，)?(?:全部|均|都)(?:为)?合格/gu;
/** 未发现不合格的政务新媒体 */
const NONE_FAILED =
  /(?:未发现|没有发现|无)不合格的?(?<kind>政府网站|网站|政务新媒体)(?=[，。；])/gu;
const JUDGED =
  /(?:“(?<name>[^“”]{2,30})”|(?<count>\d+|[一二两三四五六七八九])个)(?<thing>政府网站|网站|网|(?:政务)?微信公众号|公众号|(?:政务|新浪)?微博|抖音号|政务新媒体|账号)[^。；]{0,40}(?:判定|评定|认定|评)为不合格/gu;

/** 全市网站全部合格。其中，“甲局”网站被判定为不合格; 未发现不合格的政务新媒体。上述检查中，1个微博被判定为不合格. */
function judgedAfter(passage: PlacedText): Contradiction[] {
  const all = [ALL_OF, NONE_FAILED].flatMap((shape) => [...passage.read.matchAll(shape)]);
  return all.flatMap((match) => {
    const end = match.index + match[0].length;
    const isOfAll = match.groups?.['where'] !== undefined;
    // What was found in a quarter was found in it, as long as no other time is told behind it.
    const lead = isOfAll ? (/[^。]*$/u.exec(passage.read.slice(0, match.index))?.[0] ?? '') : '';
    const isOfSites = /网站/u.test(match.groups?.['kind'] ?? '');
    const judged = [...passage.read.slice(end).matchAll(JUDGED)].find(
      ({ groups }) => /网/u.test(groups?.['thing'] ?? '') === isOfSites,
    );
    if (judged === undefined) return [];
    const between = passage.read.slice(end, end + judged.index + judged[0].length);
    if (isOfOtherTime(lead + between)) return [];
    return [
      {
        rule: allpassRule.id,
        place: passage.place,
        quote: quoteAround(passage.text, end + judged.index, end + judged.index + judged[0].length),
        against: { place: passage.place, quote: quoteAround(passage.text, match.index, end) },
        message: `前面写“${match[0]}”，后面“${judged[0].slice(0, 24)}”被判定为不合格`,
        expected: '前后两处说法一致',
      },
    ];
  });
}

/** Accounts that pass say nothing of websites, nor the other way round. */
function isOfKind(text: string, kind: string): boolean {
  const isAccount = /公众号|微博|抖音|头条|视频号|快手|微信|小程序|客户端/u.test(text);
  const isSite = !isAccount && /网站|门户|政府网/u.test(text);
  if (/网站/u.test(kind)) return isSite;
  return kind === '' ? isAccount || isSite : isAccount;
}

/** The numbered lines under a heading that says they failed. */
function listed(paragraphs: readonly PlacedText[]): Failed[] {
  return paragraphs.flatMap((heading, index): Failed[] => {
    if (heading.read.length > 40 || !LIST.test(heading.read) || isOfOtherTime(heading.read))
      return [];
    const lines: Failed[] = [];
    for (const passage of paragraphs.slice(index + 1)) {
      const marker = markerOf(passage.read);
      if (marker?.value !== lines.length + 1) break;
      const text = passage.read.slice(marker.length).trim();
      lines.push({ passage, text, at: passage.read.indexOf(text) });
    }
    return lines;
  });
}

/** 不合格账号：甲区“甲水利”微信公众号、乙区“乙住建”微信公众号。 */
function inline(passage: PlacedText): Failed[] {
  return [...passage.read.matchAll(INLINE)].flatMap((match) => {
    const lead = /[^。；]*$/u.exec(passage.read.slice(0, match.index))?.[0] ?? '';
    if (OTHER_TIME.test(lead)) return [];
    const row = match.groups?.['row'] ?? '';
    const start = match.index + match[0].length - row.length;
    return [...row.matchAll(/[^、，]+/gu)].map((item) => ({
      passage,
      text: item[0],
      at: start + item.index,
    }));
  });
}

export const allpassRule: ProofRule = { id: 'allpass', name: '全部合格的地方与不合格名单', check };
