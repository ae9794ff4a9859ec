/** 没有读懂: sentences that say that something is wrong with one account, and in which none was recognised. */
import type { Known } from '../record/known.ts';
import { ownWords, type TextStretch } from './finding.ts';
import type { Group } from './mention/group.ts';
import { NOT_ACCOUNT } from './mention/item.ts';
import { isName, isSome, withoutLead } from './mention/names.ts';
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
  /(?:^|[、，；：]|如|为|有)(?<office>\p{Script=Han}{1,14}?(?:局|委|办|镇|乡|街道|管委会|支队|大队))(?=[、等\d]|政务新媒体|新媒体|存在|未|不|无|仍|更新|出现|长期|超过|连续)/gu;

/** 首页…, “领导信箱”栏目…: what is wrong with a part of a website, whichever it is. */
const OF_PART =
  /^(?:网站)?(?:首页|“[^“”]+”(?:等)?(?:\d+个|[两二三]个)?(?:栏目|专栏|板块|菜单|功能|链接|页面|一栏))/u;

/** Whether a sentence begins with a part of a website that it does not name. */
export function isOfPart(plain: string): boolean {
  return OF_PART.test(plain);
}

/** Whether a sentence seems to name one account or website, in a way that the grammar of names does not know. */
export function mayName(plain: string, words: PlatformWords): boolean {
  const tokens = proseTokens(plain, words);
  const isNamed = tokens.some((token, at) => {
    if (token.kind !== 'platform' && token.kind !== 'site') return false;
    const before = tokens[at - 1];
    const name = before?.kind === 'words' ? withoutLead(before.text).name : '';
    if (OFFICE.test(name) && !isSome(name)) return true;
    const starts = before === undefined || before.kind === 'mark' || name === '';
    return token.kind === 'platform' && starts && goesOn(tokens[at + 1]);
  });
  return (
    isNamed ||
    isOfPart(plain) ||
    hasOffice(plain) ||
    quotesIn(tokens).some(({ says }) => says !== '')
  );
}

function hasOffice(plain: string): boolean {
  return [...plain.matchAll(OF_OFFICE)].some(({ groups }) => isName(groups?.['office'] ?? ''));
}

/** Quotes at the head of a clause that may be names, each with the words behind them. */
function quotesIn(tokens: readonly ProseToken[]): { at: number; says: string }[] {
  return tokens.flatMap((token, index) => {
    if (token.kind !== 'quote') return [];
    const before = tokens[index - 1];
    const isHead =
      before === undefined ||
      (before.kind === 'mark' && '，；：、'.includes(before.text)) ||
      (before.kind === 'words' && /(?:如|例如|比如|其中|发现|但)$/u.test(before.text));
    const behind = tokens.slice(index).find(({ kind }) => kind === 'words');
    const isOther =
      behind === undefined || NOT_ACCOUNT.test(behind.text) || /^[的地]/u.test(behind.text);
    return isHead && !isOther ? [{ at: token.at, says: behind.text }] : [];
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
    groups.some(({ mentions }) => mentions.some((one) => one.at <= at && at < one.end));
  const isLost = quotesIn(proseTokens(plain.slice(from, to), words)).some(
    ({ at, says }) => !isRead(at + from) && isWrong(says),
  );
  return (
    isLost ||
    groups.some((group, at) => {
      const end = groups[at + 1]?.lead.from ?? to;
      const rest = plain.slice(ownWords(plain, { from: group.to, to: end }).to, end);
      return isWrong(rest) && mayName(rest, words);
    })
  );
}
