/** 没有读懂: sentences that say that something is wrong with one account, and in which none was recognised. */
import type { Known } from '../record/known.ts';
import { ownWords } from './said/clauses.ts';
import type { TextStretch } from './said/edges.ts';
import type { Group } from './mention/group.ts';
import { cutAt } from './passage.ts';
import { COLUMN, NOT_ACCOUNT, WEBSITE_WORD } from './mention/item.ts';
import { isName, isSome, withoutLead } from './mention/names.ts';
import { isFault } from './mention/subject.ts';
import type { PlatformWords } from './mention/platform-words.ts';
import { type ProseToken, proseTokens } from './tokens.ts';
import { toneOf } from './tone.ts';

/** What goes on behind a platform without naming anything. */
const GOES_ON =
  /^(?:方面|类|存在|出现|更新|未|不|无|数|总|等|发布|[和及与或、]|的|内容|信息|账号|上|中|里|运|管|长期|均|也|都|要|应|已|与|仍|在|有|因|为|是|进行|平台|名称|建设|开设|转|推|留言|互动|栏目|菜单|链接|首页)/u;

/** An office stands among the words. */
const OFFICE =
  /^\p{Script=Han}{1,}(?:局|委|办|镇|乡|街道|县|区|中心|政府|院|所|队|会)\p{Script=Han}*$/u;

/** 县教育局、石桥镇未更新: an office of which something is said. */
const OF_OFFICE =
  /(?:^|[、，；：（]|如|为|有|对|的|由|独|仅|除)(?<office>\p{Script=Han}{1,14}?(?:局|委(?![员托派])|委员会|办(?![理事法公结好案])|镇|乡(?!村)|街道|苏木|管委会|支队|大队|[妇残]联))(?=[、等\d]|予以|被|“[^“”]{1,20}”(?:错|误|写成|应)|公开|（|首次|再次|[）。]|$|\p{Script=Han}{0,12}(?:栏目|专栏|信息)|[^，；。]{0,12}[-—]|政务新媒体|新媒体|存在|未|不|无|仍|更新|出现|长期|超过|连续|多次)/gu;

/** 首页…, “领导信箱”栏目…, 栏目下，“甲”“乙”等子栏目…: what is wrong with a part of a website, whichever it is. */
const OF_PART =
  /(?:^|：|[下中]，)(?:网站)?(?:首页|(?:“[^“”]+”[、和]?)+(?:等)?(?:\d+个|[两二三]个)?子?(?:栏目|专栏|板块|菜单|功能|链接|页面|一栏))/u;

/** 东塘司法、北湖教育超过两周未更新: a list of words of which something is said. */
const OF_LIST =
  /(?:^|[，；：])(?<list>\p{Script=Han}{2,12}(?:、\p{Script=Han}{2,12}?)+)(?=等|超过|未|长期|连续|均|存在|更新|无|不)/gu;
/** 晋中一网站, 某县公众号, 武汉市少数栏目: one of which everything is said but its name. */
const UNNAMED =
  /(?:\p{Script=Han}{2}(?<![统同唯第之])(?:一|某(?!些))[家个]?|某(?![些个种])\p{Script=Han}{1,6})(?:政府|政务|门户)*(?:网站|公众号|账号|新媒体|微博|抖音号|视频号|小程序)|[县市区旗州](?:个别|部分|少数|有的|一些|多个)(?:县区|县市|区县|乡镇|单位|部门)?(?:政府|政务|门户)*(?:栏目|专栏|页面|链接|网站|账号|公众号)/u;

/** Whether a sentence begins with a part of a website that it does not name. */
function isOfPart(plain: string): boolean {
  return OF_PART.test(plain);
}

/** Whether a heading says that something is wrong with one that is not recognised in it. */
export function isHeadingLost(text: string, known: Known, words: PlatformWords): boolean {
  const isLost = isOfPart(text) || (text.length > 12 && mayName(text, words));
  return isLost && toneOf(text, known) === 'problem';
}

/** What was read in a sentence. */
interface Read {
  groups: readonly Group[];
  named: readonly { mention: Group['mentions'][number] }[];
}

/** Whether a sentence seems to name one account or website, in a way that the grammar of names does not know. */
export function mayName(plain: string, words: PlatformWords): boolean {
  const tokens = proseTokens(plain, words);
  const isNamed = tokens.some((token, at) => {
    if (token.kind !== 'platform' && token.kind !== 'site') return false;
    const before = tokens[at - 1];
    const name = before?.kind === 'words' ? nameIn(before.text) : '';
    if (OFFICE.test(name) && !isSome(name)) return true;
    const starts = before === undefined || before.kind === 'mark' || name === '';
    return token.kind === 'platform' && starts && goesOn(tokens[at + 1]);
  });
  return (
    isNamed ||
    UNNAMED.test(plain) ||
    isOfPart(plain) ||
    hasOffice(plain) ||
    quotesIn(plain, tokens).length > 0
  );
}

/** 绍兴市和舟山市…, 大河县、小溪县…: places of which something is said. */
const OF_PLACE =
  /(?:^|[，；：])(?<place>(?!各|全|本|我|该|有|个别|部分)\p{Script=Han}{2,6}(?:市|县|区|旗))(?:[、和与]\p{Script=Han}{2,6}(?:市|县|区|旗))*(?=[^，；。、]{0,20}(?:未|不|没|缺|错|差|低|逾期|滞后|缓慢|空白|问题))/gu;

/** 县保健院开设的 → 县保健院. */
function nameIn(words: string): string {
  const whose = /^(?<whose>.+?)(?:开设|开办|主办|运营|管理)了?的$/u.exec(words)?.groups?.['whose'];
  return whose ?? withoutLead(words).name;
}

function hasOffice(plain: string): boolean {
  const places = [...plain.matchAll(OF_PLACE)].map(({ groups }) => groups?.['place'] ?? '');
  if (places.some((place) => isName(place))) return true;
  const lists = [...plain.matchAll(OF_LIST)].map(({ groups }) => groups?.['list'] ?? '');
  if (lists.some((list) => list.split('、').every((name) => isName(name)))) return true;
  return [...plain.matchAll(OF_OFFICE)].some(({ groups }) => isName(groups?.['office'] ?? ''));
}

/** Where quotes that may be names stand in a sentence. */
function quotesIn(plain: string, tokens: readonly ProseToken[]): number[] {
  return tokens.flatMap((token, index) =>
    token.kind === 'quote' &&
    isNameLike(token.text) &&
    !isFault(plain.slice(Math.max(0, token.at - 200), token.at), token.text) &&
    isHead(tokens, index) &&
    !isColumn(tokens, index)
      ? [token.at]
      : [],
  );
}

function isNameLike(text: string): boolean {
  return !COLUMN.test(text) && !/[，。！？；：]/u.test(text);
}

/** Whether a quote begins a clause or a list, or stands behind who runs it. */
function isHead(tokens: readonly ProseToken[], index: number): boolean {
  const before = tokens[index - 1];
  if (before === undefined) return true;
  if (before.kind === 'quote') return isHead(tokens, index - 1);
  if (before.kind === 'mark' && before.text === '、' && tokens[index - 2]?.kind === 'quote')
    return isHead(tokens, index - 2);
  if (before.kind === 'mark') return '，；：、'.includes(before.text);
  return (
    before.kind === 'words' &&
    /(?:如|其中|发现|但|有|是|的|[局委办镇乡县区市部]|街道|中心)$/u.test(before.text)
  );
}

/** “政策解读”栏目 */
function isColumn(tokens: readonly ProseToken[], index: number): boolean {
  const behind = tokens
    .slice(index + 1)
    .find(({ kind, text }) => kind !== 'quote' && text !== '、');
  return behind === undefined || NOT_ACCOUNT.test(behind.text) || /^[的地]/u.test(behind.text);
}

/** Whether words name an office with a website or platform of its own. */
export function namesOther(plain: string, words: PlatformWords): boolean {
  const tokens = proseTokens(plain, words);
  return tokens.some((token, at) => {
    // …甲教育（微信公众号）：…: another entry of a list.
    if (token.kind === 'tag' && at > 0) return true;
    if (token.kind !== 'platform' && token.kind !== 'site') return false;
    const before = tokens[at - 1];
    const name = before?.kind === 'words' ? withoutLead(before.text).name : '';
    return before?.kind === 'quote' || (OFFICE.test(name) && !isSome(name));
  });
}

/** 微信账号甲河长…: words right behind a platform that do not go on with a sentence. */
function goesOn(next: ProseToken | undefined): boolean {
  return next?.kind === 'words' && next.text.length >= 4 && !GOES_ON.test(next.text);
}

/** Whether a sentence says that something is wrong with others as well than the names that were read in it. */
export function isMoreSaid(
  plain: string,
  { from, to }: TextStretch,
  groups: readonly Group[],
  known: Known,
  words: PlatformWords,
): boolean {
  const isWrong = (text: string): boolean => toneOf(text, known) === 'problem';
  const isRead = (at: number): boolean =>
    groups.some(
      ({ mentions, to: end }) =>
        mentions.some((one) => one.at <= at && at < one.end) ||
        // 县政府网站：|“领导之窗”…: a part of it.
        (mentions.some((one) => one.platform === WEBSITE_WORD) && plain.slice(end, at) === '：'),
    );
  const sentence = plain.slice(from, to);
  const isLost = quotesIn(sentence, proseTokens(sentence, words)).some((at) => !isRead(at + from));
  const [first] = groups;
  const before = first === undefined ? '' : plain.slice(first.lead.from, first.lead.to);
  // 县水利局：网站首页未更新；“甲水利”…: what is said before the first name ends before it.
  const isBefore = /[；。]/u.test(before) && isWrong(before) && mayName(before, words);
  return (
    (isLost && isWrong(plain.slice(from, to))) ||
    isBefore ||
    groups.some((group, at) => {
      const end = groups[at + 1]?.lead.from ?? to;
      const rest = plain.slice(ownWords(plain, { from: group.to, to: end }).to, end);
      return isWrong(rest) && mayName(rest, words);
    })
  );
}

/** 存在错别字1处、“乙发布”未更新: whether what is said of a name ends before another that nobody is known by. */
export function isNextLeft(plain: string, said: TextStretch, known: Known): boolean {
  const rest = plain.slice(ownWords(plain, said).to, said.to);
  return rest.startsWith('、“') && toneOf(rest, known) === 'problem';
}

/** 县民政局“社会救助”栏目，县人社局“就业”栏目空白: whether an office has a column of which nobody knows what is said, or another is named behind it. */
export function isOfficeLeft(
  plain: string,
  sentence: TextStretch,
  { groups, named }: Read,
  known: Known,
  words: PlatformWords,
): boolean {
  const { to } = sentence;
  const isLost = groups.some((group, at) => {
    const said = plain.slice(group.to, groups[at + 1]?.lead.from ?? to);
    const isNamed = named.some(({ mention }) => group.mentions.includes(mention));
    const isLeft = !isNamed && said.includes('栏目') && toneOf(said, known) === 'none';
    return isLeft || isNextLeft(plain, { from: group.to, to: group.to + said.length }, known);
  });
  return isLost || isClauseLeft(plain, sentence, named, known, words);
}

/** 县民政局3处错别字，县水利局5处；“甲水利”未更新: whether beside the offices that were read clauses speak of others. */
function isClauseLeft(
  plain: string,
  { from, to }: TextStretch,
  named: Read['named'],
  known: Known,
  words: PlatformWords,
): boolean {
  const clauses = cutAt(plain.slice(from, to), (char) => '，；'.includes(char)).map(
    ([a, b]): TextStretch => ({ from: from + a, to: from + b }),
  );
  return clauses.some((clause) => {
    const said = plain.slice(clause.from, clause.to);
    const isRead = named.some(({ mention: { at, end } }) => at < clause.to && clause.from < end);
    if (isRead) return false;
    const isBare = /\d+[处条个篇次份项件][，；。]?$/u.test(said);
    const tone = toneOf(said, known);
    const isOne = hasOffice(said) || quotesIn(said, proseTokens(said, words)).length > 0;
    return isOne && (tone === 'problem' || (isBare && tone === 'none'));
  });
}

/** “甲”已整改，“乙”仍未改: whether a sentence of what is mended leaves something that is not. */
export function isHalfMended(plain: string, known: Known, words: PlatformWords): boolean {
  const clauses = plain.split(/[，；]/u);
  return mayName(plain, words) && clauses.some((clause) => toneOf(clause, known) === 'problem');
}
