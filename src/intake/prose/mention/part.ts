/** 各自的栏目: 甲网站“信箱”、乙网站“投诉”栏目超期: names of a list that have parts of their own, of which the same is said. */
import type { Mention } from './mentions.ts';
import type { NamedMention } from './named.ts';
import { OFFICE_WORD } from './offices.ts';

/** The names of a list, and where they end. */
interface Group {
  mentions: Mention[];
  to: number;
}

/** 存在多个空白栏目 says what is wrong; it is the name of no column. */
const SAID = String.raw`(?!(?:(?!栏目|专栏|频道|板块)\p{Script=Han}){0,9}(?:存在|出现|有|未|没|无|空白|多个|大量|部分|个别|应更|超|仍|长期))`;
const PART_WORDS = String.raw`(?:的)?(?:网页|首页)?(?:(?:“[^“”]+”、?)+(?:等)?(?:\d+个|[两二三四五]个)?(?:栏目|专栏|频道|板块|专题)?|${SAID}\p{Script=Han}{2,10}(?:栏目|专栏|频道|板块))`;
/** Between two names: a part of the first. */
const PARTED = new RegExp(`^(?<part>${PART_WORDS})(?:、|，|和|与|及|以及)$`, 'u');
const OWN_PART = new RegExp(`^${PART_WORDS}`, 'u');
const withPart = ({ mentions }: Group): number =>
  mentions.filter(({ part, platform }) => part !== undefined && platform !== OFFICE_WORD).length;

/** 甲网站“信箱”栏目、乙网站“投诉”栏目: gives the last name its part, where the next one has its own. */
export function takePart(group: Group, between: string, behind: string): boolean {
  const own = group.mentions.at(-1);
  const part = PARTED.exec(between)?.groups?.['part'];
  const isEach = group.mentions.length === withPart(group) + 1;
  if (own === undefined || part === undefined || !isEach || !OWN_PART.test(behind)) return false;
  group.mentions.splice(-1, 1, { ...own, part });
  return true;
}

/** What is said of all that have parts begins behind the part of the last. */
export function takeLastPart(group: Group, behind: string): void {
  const own = group.mentions.at(-1);
  const part = OWN_PART.exec(behind)?.[0];
  if (own === undefined || part === undefined || withPart(group) === 0) return;
  if (own.platform === OFFICE_WORD) return;
  group.mentions.splice(-1, 1, { ...own, part });
  group.to += part.length;
}

/** 县政府网站, of which there is one; 全市政府网站 are many. */
const SITE =
  /(?<![全各])(?:\p{Script=Han}{2,3}(?=[县区旗](?:人民)?政府)(?<=^\p{Script=Han}{2,3}))?[省市县区州旗](?:人民)?政府(?:门户)?网站?(?!群)/u;
/** Between a website and the office that has a column of it. */
const NEXT_TO = new RegExp(
  `(?<site>${SITE.source})(?:方面|上|中|的|“[^“”]*”|等|栏目|专栏)*[：，]?$`,
  'u',
);
/** What a sentence is about, said at its head. */
const TOPIC = new RegExp(`^(?<site>${SITE.source})(?:方面|类)?(?:中|上)?：`, 'u');
const OF_COLUMN = /栏目|专栏|频道|板块|子网?站|网页/u;
/** 一、网站栏目: above it nobody says whose website it is, but the title may. */
const OF_SITES = /网站/u;

/** What stands above a sentence, the nearest first, and the title of the paper. */
export interface SiteContext {
  /** The words of the sentence before the office. */
  before: string;
  headings: readonly string[];
  title: string;
}

/** 县政府网站方面：县民政局“社会救助”栏目…: the website whose column an office answers for, where it is named. */
export function siteOfColumn(
  { mention, findings }: NamedMention,
  { before, headings, title }: SiteContext,
): string | undefined {
  const near = NEXT_TO.exec(before) ?? TOPIC.exec(before);
  const said = [near?.[0] ?? '', mention.part ?? '', ...findings];
  const isColumn = said.some((words) => OF_COLUMN.test(words));
  if (mention.platform !== OFFICE_WORD || !isColumn) return undefined;
  if (near !== null) return near.groups?.['site'];
  const above = headings.find((one) => OF_SITES.test(one));
  if (above === undefined) return undefined;
  return (SITE.exec(above) ?? SITE.exec(title))?.[0];
}
