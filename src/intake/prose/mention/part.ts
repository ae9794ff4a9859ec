/** 各自的栏目: 甲网站“信箱”、乙网站“投诉”栏目超期: names of a list that have parts of their own, of which the same is said. */
import type { Mention } from './mentions.ts';
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
