/** 词: a sentence cut into what its grammar is about — quoted strings, platforms, websites, brackets, marks — and words between. */
import { isOrganisation } from '../words/unit-names.ts';
import { bracketEndAt } from './passage.ts';
import type { PlatformWords } from './mention/platform-words.ts';

export interface ProseToken {
  kind:
    | 'quote'
    | 'platform'
    | 'site'
    | 'generic'
    /** （微信公众号）, （均为微博） */
    | 'tag'
    /** Any other bracket, and a title in 《》. */
    | 'aside'
    | 'mark'
    | 'and'
    | 'words';
  /** Plain form; for quotes and brackets what stands inside. */
  text: string;
  at: number;
  end: number;
  /** Of a tag, and of a quote with a bracket in it: its platforms. */
  platforms?: string[];
  /** Of a tag: that it speaks of all names before it. */
  isForAll?: boolean;
  /** Of a tag: who runs the account. */
  unit?: string;
  /** Of a tag: what it says is wrong. */
  said?: string;
}

const MARKS = '、，；：（）/。！？';
/** 官方微博@甲县发布 */
const AT =
  /[@＠][\p{Script=Han}A-Za-z0-9_·-]{2,20}?(?=[、，。；：（“”/ ]|$|[未不无和与等近]|自(?!然)|\d{1,2}月|\d{4}年|[一两二三四五六七八九十\d]+个?(?:多月|余月|[月天周次条季年])|存在|更新|互动|长期|连续|超过|出现|发布[了的内]|已|账号|运[行维营]|较|头像|简介|首页|内容|名称|认证|留言|私信|评论|粉丝|链接|转[发载]|均|都|因|被|仍|多次|多条|错|微博|微信|抖音|快手|视频号|公众号)/uy;
const ADDRESS = /(?:https?:\/\/)?(?:[a-z0-9-]+\.)+gov\.cn(?:\/[\w./-]*)?/iuy;

/** The tokens of a sentence in plain form. */
export function proseTokens(plain: string, words: PlatformWords): ProseToken[] {
  const tokens: ProseToken[] = [];
  let from = 0;
  const flush = (to: number): void => {
    if (to > from) pushWords(tokens, plain, from, to);
  };
  for (let at = 0; at < plain.length;) {
    const token = tokenAt(plain, at, words);
    if (token === undefined) {
      at += 1;
      continue;
    }
    flush(at);
    tokens.push(token);
    at = token.end;
    from = at;
  }
  flush(plain.length);
  return tokens;
}

function tokenAt(plain: string, at: number, words: PlatformWords): ProseToken | undefined {
  const char = plain[at] ?? '';
  const close = bracketEndAt(plain, at);
  if (close !== undefined) {
    const text = plain.slice(at + 1, close);
    const end = close + 1;
    if (char === '“') return quotedToken(text, { at, end }, words);
    if (char !== '（') return { kind: 'aside', text, at, end };
    const called = calledIn(plain, at, text, words);
    if (called !== undefined) return { ...called, at, end };
    const tag = tagIn(text, words);
    if (tag !== undefined) return { kind: 'tag', text, at, end, ...tag };
    // A bracket with names in it is read on; its marks stay.
    const isList =
      /“[^”]+”/u.test(text) &&
      !/^(?:以下)?简称/u.test(text) &&
      (ONLY_NAMES.test(text) || hasPlatform(text, words));
    const isNamed =
      (/^[^，；、“”]{4,24}$/u.test(text) && endsInPlatform(text, words)) ||
      // 不合格1家（市畜牧站网站，首页未更新）
      (/\d[个家]$/u.test(plain.slice(0, at)) && SITE_AND_SAID.test(text));
    return isList || isNamed
      ? { kind: 'mark', text: char, at, end: at + 1 }
      : { kind: 'aside', text, at, end };
  }
  if (MARKS.includes(char)) return { kind: 'mark', text: char, at, end: at + 1 };
  const found = (kind: ProseToken['kind'], text: string | undefined): ProseToken | undefined =>
    text === undefined ? undefined : { kind, text, at, end: at + text.length };
  ADDRESS.lastIndex = at;
  AT.lastIndex = at;
  const called = AT.exec(plain)?.[0];
  if (called !== undefined)
    return { kind: 'quote', text: called.slice(1), at, end: at + called.length };
  return (
    found('platform', words.platformAt(plain, at)) ??
    found('site', words.siteAt(plain, at)) ??
    found('generic', words.genericAt(plain, at)) ??
    found('platform', words.strangeAt(plain, at)) ??
    (/[a-z0-9.-]/iu.test(plain[at - 1] ?? '')
      ? undefined
      : found('quote', ADDRESS.exec(plain)?.[0]))
  );
}

const isUnit = (name: string): boolean =>
  isOrganisation(name) || /(?:[妇残侨文科]联|科协|工会|团委)$/u.test(name);

/** 甲局（甲发布；微信公众号）: behind an office its account and platform; behind an account who runs it is left out. */
function calledIn(
  plain: string,
  at: number,
  text: string,
  words: PlatformWords,
): Pick<ProseToken, 'kind' | 'text' | 'platforms' | 'isForAll' | 'unit'> | undefined {
  const { name = '', platform = '' } =
    /^“?(?<name>[^，；：、“”（）]{2,24})”?[；，、：/](?<platform>[^，；：、“”（）]{2,12})$/u.exec(
      text,
    )?.groups ?? {};
  if (name === '' || !words.isPlatform(platform) || words.isPlatform(name)) return undefined;
  const said = { platforms: [platform], isForAll: false };
  const isOfOffice = /[\p{Script=Han}]$/u.test(plain.slice(0, at)) && !isOrganisation(name);
  if (isOfOffice) return { kind: 'quote', text: name, ...said };
  const unit = isUnit(name) ? { unit: name } : {};
  return plain[at - 1] === '”' ? { kind: 'tag', text, ...said, ...unit } : undefined;
}

/** “甲县发布”, “微信公众号”, “甲县发布（微信）”. */
function quotedToken(
  text: string,
  stretch: Pick<ProseToken, 'at' | 'end'>,
  words: PlatformWords,
): ProseToken {
  const [, name = '', bracket = ''] = /^([^（）]+)（([^（）]+)）$/u.exec(text) ?? [];
  const tag = name === '' ? undefined : tagIn(bracket, words);
  if (tag !== undefined) return { kind: 'quote', text: name, ...stretch, ...tag };
  return { kind: words.isPlatform(text) ? 'platform' : 'quote', text, ...stretch };
}

/** Brackets that say what is wrong. */
export const FAULT =
  /^(?!累计|超过)(?:[^“”《》：]|“[^“”]{0,16}”){0,16}(?:[未不无缺错慢差断停]|关闭|泄露|违规|擅自|雷同|重复|较少|[内数]容少|原创少|互动少|空白|[死暗]链|超[期时过\d]|更新时间|更新[0-3]次|零更新|最[后近新]更新|过期|失效|逾期)(?:[^“”《》：]|“[^“”]{0,16}”)*$/u;

/** 市畜牧站网站，首页未更新 */
const SITE_AND_SAID = /^\p{Script=Han}{2,18}(?:网站|公众号|微博|抖音号)，[^“”]{4,}/u;

const ONLY_NAMES = /^(?:分别[为是]|包括|即|如|名称[为：])?(?:“[^”]+”[、，和]?)+等?$/u;

function hasPlatform(text: string, words: PlatformWords): boolean {
  return [...text].some((_, at) => words.platformAt(text, at) !== undefined);
}

/** （甲县发布微信公众号） */
function endsInPlatform(text: string, words: PlatformWords): boolean {
  return [...text].some(
    (_, at) => at >= 2 && words.platformAt(text, at)?.length === text.length - at,
  );
}

/** （微信）, （微信公众号、微博）, （均为微信公众号）, （平台：微信公众号；主办单位：甲局）. */
function tagIn(
  text: string,
  words: PlatformWords,
): { platforms: string[]; isForAll: boolean; unit?: string; said?: string } | undefined {
  const all =
    /^(?:以上)?(?:均|都|皆)(?:为|是|系|属)?|^以上(?:账号)?(?:为|是|系)/u.exec(text)?.[0] ?? '';
  // （微信公众号（订阅号，原名“甲农经”））: what the inner brackets add says no other platform.
  const [first = '', ...others] = text
    .slice(all.length)
    .replace(/（[^（）]*）$/u, '')
    .split(/[，；]/u)
    .filter((piece) => !/^(?:原|曾用|更名)[^，；]*$/u.test(piece));
  const isKind = (one: string): boolean =>
    words.isPlatform(one) || /^(?:政府|门户)*网站$/u.test(one);
  const kindsOf = (piece: string): string[] =>
    piece.replace(/^(?:账号)?(?:平台|类型)(?:类型)?[：为]/u, '').split(/[、和及/]/u);
  const unitOf = (piece: string): string | undefined => {
    const key = /^(?:主办|主管|责任|运营|运维|开办|管理)(?:单位|部门|主体)?[：为]/u.exec(
      piece,
    )?.[0];
    const host = piece.slice(key?.length ?? 0).replace(/主办$/u, '');
    return key !== undefined || isUnit(host) ? host : undefined;
  };
  const [at, rest] =
    others.length > 0 && unitOf(first) !== undefined ? [others[0] ?? '', [first]] : [first, others];
  // （微信公众号，120条）: what follows the platform is said of something else.
  const isAdded = (piece: string): boolean =>
    unitOf(piece) !== undefined ||
    kindsOf(piece).every(isKind) ||
    /^[^“”]{1,12}$/u.test(piece) ||
    FAULT.test(piece);
  const isTag = kindsOf(at).every(isKind) && [...rest, ...others.slice(1)].every(isAdded);
  if (!isTag) return undefined;
  const unit = [first, ...others].map(unitOf).find((one) => one !== undefined);
  const more = others.filter((piece) => piece !== at && kindsOf(piece).every(isKind));
  // （微信公众号，超过两周未更新）
  const said = others.filter((piece) => piece !== at && FAULT.test(piece)).join('，');
  return {
    platforms: [at, ...more].flatMap(kindsOf),
    isForAll: all !== '',
    ...(unit !== undefined && { unit }),
    ...(said !== '' && { said }),
  };
}

/** 和, 与, 及 between two names are a token of their own. */
function pushWords(tokens: ProseToken[], plain: string, from: number, to: number): void {
  const text = plain.slice(from, to);
  const isBehindName = ['quote', 'platform', 'site', 'tag', 'generic'].includes(
    tokens.at(-1)?.kind ?? '',
  );
  const and = isBehindName ? /^(?:以及|和|与|及|并)(?![其时])/u.exec(text)?.[0] : undefined;
  if (and !== undefined) {
    tokens.push({ kind: 'and', text: and, at: from, end: from + and.length });
    from += and.length;
  }
  if (to > from) tokens.push({ kind: 'words', text: plain.slice(from, to), at: from, end: to });
}
