/**
 * 点名: the accounts that a sentence names, each with its platform. The grammar of a list:
 *
 *     list  = [platform ：] item (separator item)*
 *     item  = [unit] [platform] “name、name” [（host）] [（platform）] [等N个] [platform]
 *           | name [（platform）] [等N个] [platform or website]
 *
 * A platform behind an item counts for the items before it that have none, one in front for those after it.
 */
import {
  isMark,
  isOpenUnquoted,
  type Item,
  NOT_ACCOUNT,
  OF_SAME_NAME,
  WEBSITE_WORD,
} from './item.ts';
import { isOther, quotedAt } from './quoted.ts';
import { isOrganisation } from '../../words/unit-names.ts';
import type { ProseToken } from '../tokens.ts';
import { bracketAt, lastAt, unquotedAt } from './unquoted.ts';

export interface Mention {
  at: number;
  end: number;
  name: string;
  /** As written; WEBSITE for a website, empty where nothing says it. */
  platform: string;
  unit?: string | undefined;
  /** Only where it stands suggests that it is an account. */
  isUnsure: boolean;
  /** What is spoken of is a part of it: “通知公告”栏目. */
  part?: string | undefined;
  /** Its name and what is said of it stand in the same words. */
  isLast?: boolean;
  /** How often, where a list says it for each: 3处. */
  figure?: string | undefined;
  /** What brackets behind it say is wrong: （11天未更新）. */
  said?: string | undefined;
}

/** Names a platform where the list itself does not: by the words before it. Undefined where it is no list of accounts. */
export type PlatformContext = (list: {
  at: number;
  end: number;
  name: string;
  isQuoted: boolean;
  /** What follows says it of a column or a word, unless the name is known already. */
  isOther: boolean;
  /** A unit or a place stands in front of the name. */
  isOwned: boolean;
  /** What the sentence has named before it. */
  earlier: readonly Mention[];
}) => { platform: string; isUnsure?: boolean } | undefined;

/** Leads up to a list. */
const LEADS =
  /(?:重复(?:开设|开通|注册|开办|建立)了?|(?:同时|分别)?(?:运营|开设|开办|主办|管理|维护|运维|拥有)(?:着|了|有)?|发现|显示|如|例如|比如|诸如|包括|涉及|[是有系]|(?<![写误错改作述名更称视列认评容示复应])为|即|其中|的|对|除|因|由于|及|和|与|以及|同时|[省市县区州旗镇乡道])$/u;
/** The accounts in the tokens of a sentence. */
export function mentionsIn(
  tokens: readonly ProseToken[],
  plain: string,
  context: PlatformContext,
): Mention[] {
  const found: Mention[] = [];
  for (let at = 0; at < tokens.length;) {
    const list = listAt(tokens, at);
    found.push(
      ...resolved(list.items, list.label, plain, (one) => context({ ...one, earlier: found })),
    );
    const twin = list.items.length === 0 ? sameNamedAt(tokens, at, found.at(-1)) : undefined;
    if (twin !== undefined) found.push(twin);
    at = Math.max(at + (twin === undefined ? 1 : 2), list.next);
    // “甲公积金”服务号|“在线客服”点击无反应: quotes right behind a platform name a part of the account.
    const own = list.items.at(-1);
    const isPlaced = own?.isQuoted === true && (own.tag ?? own.suffix ?? own.prefix) !== undefined;
    if (isPlaced && isOwnPartAt(tokens, at)) at += 1;
  }
  return found;
}

/** Whether a quote right behind an account has no platform of its own, and no mark parts them. */
function isOwnPartAt(tokens: readonly ProseToken[], at: number): boolean {
  const [before, quote, behind] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const isNear = quote?.kind === 'quote' && before?.end === quote.at && before.kind !== 'quote';
  return isNear && quote.platforms === undefined && behind?.kind === 'words';
}

/** …；同名|新浪微博11月零更新: the account that was named before, on another platform. */
function sameNamedAt(
  tokens: readonly ProseToken[],
  from: number,
  before: Mention | undefined,
): Mention | undefined {
  const [words, platform] = [tokens[from], tokens[from + 1]];
  if (before === undefined || words?.kind !== 'words' || platform?.kind !== 'platform')
    return undefined;
  const { name, unit } = before;
  return OF_SAME_NAME.test(words.text)
    ? { at: words.at, end: platform.end, name, platform: platform.text, unit, isUnsure: false }
    : undefined;
}

function listAt(
  tokens: readonly ProseToken[],
  from: number,
): { items: Item[]; label: string | undefined; next: number } {
  let at = from;
  let label: string | undefined;
  const first = tokens[at];
  const inside = bracketAt(tokens, at);
  if (inside !== undefined) return { items: [inside], label, next: inside.next };
  const colon = tokens[at + 1]?.text === '方面' ? at + 2 : at + 1;
  if (first?.kind === 'platform' && isMark(tokens[colon], '：') && startsClause(tokens, at)) {
    label = first.text;
    at = colon + 1;
  }
  const items: Item[] = [];
  let next = from;
  for (;;) {
    const isInside = items.length === 0 && isMark(tokens[at - 1], '、');
    const item =
      quotedAt(tokens, at, items.length === 0) ??
      // The rest of a list whose beginning is no name is none either.
      (isInside
        ? goingOn(tokens, at)
        : (unquotedAt(tokens, at, items) ?? lastAt(tokens, at, label)));
    if (item === undefined) {
      // A list that breaks off in the middle was none.
      if (isMark(tokens[at - 1], '、'))
        return { items: items.filter((one) => !isOpenUnquoted(one)), label, next };
      break;
    }
    items.push(item);
    next = item.next;
    if (item.isLast === true) break;
    const token = tokens[next];
    const isSeparator = token?.kind === 'and' || isMark(token, '、', '，');
    const isOver = isMark(token, '，') && items.some(isOpenUnquoted);
    // Quotes right behind a website name its columns: “甲网”“信箱”栏目.
    const isOwnPart = item.names.some(isSite) && !isSite(token?.text ?? '');
    // “甲市监”（微信公众号）“联系我们”菜单: so do quotes behind a platform.
    const isPlaced = item.tag !== undefined || item.suffix !== undefined;
    const isPart = isOwnPart || (isPlaced && (isOther(tokens, next) || isOwnPartAt(tokens, next)));
    const isNext = item.isQuoted && token?.kind === 'quote' && !isPart;
    if (isOver || (!isSeparator && !isNext)) break;
    at = isSeparator ? next + 1 : next;
  }
  next = takeOfAll(items, tokens, next);
  return { items, label, next: items.length === 0 ? from : next };
}

/** “甲”“乙”、“丙”，|均为微信公众号: the platform of all, behind a comma; where the list then ends. */
function takeOfAll(items: readonly Item[], tokens: readonly ProseToken[], at: number): number {
  const [comma, words, platform, behind] = tokens.slice(at, at + 4);
  const isOpen = items.length > 0 && items.every((one) => one.tag === undefined && one.suffix === undefined && one.prefix === undefined);
  const isSaid = words?.kind === 'words' && /^(?:均|都|皆|全)(?:为|是|系|属)$/u.test(words.text);
  const isClosed = behind === undefined || behind.kind === 'mark';
  if (!isOpen || !isMark(comma, '，') || !isSaid || platform?.kind !== 'platform' || !isClosed)
    return at;
  for (const one of items)
    one.tag = { ...platform, kind: 'tag', platforms: [platform.text], isForAll: true };
  const last = items.at(-1);
  if (last !== undefined) last.end = platform.end;
  return at + 3;
}

/** 甲网站存在死链、|乙网站首页未更新: what is said of one ends at 、, and the next begins with its own platform. */
function goingOn(tokens: readonly ProseToken[], at: number): Item | undefined {
  const before = tokens[at - 2];
  const said = before?.kind === 'words' || before?.kind === 'aside' ? before.text : '';
  if (!/存在|出现|未|超|错|空白|[死断暗]链|\d+[处条个次]|(?:栏目|专栏|频道|板块)$/u.test(said))
    return undefined;
  const item = unquotedAt(tokens, at, []);
  return item?.suffix !== undefined && item.names.every(isOfOffice) ? item : undefined;
}

export const isOfOffice = (name: string): boolean =>
  (isOrganisation(name) && !name.endsWith('平台')) || /(?:县|市|区|旗|州)$/u.test(name);

function startsClause(tokens: readonly ProseToken[], at: number): boolean {
  return at === 0 || isMark(tokens[at - 1], '，', '；', '：', '（');
}

/** Gives every item its platform; what gets none is no account. */
function resolved(
  items: readonly Item[],
  label: string | undefined,
  plain: string,
  context: (list: Omit<Parameters<PlatformContext>[0], 'earlier'>) => ReturnType<PlatformContext>,
): Mention[] {
  const platforms = new Map<Item, string[]>();
  const unsure = new Set<Item>();
  let scope = label;
  let open: Item[] = [];
  for (const [index, item] of items.entries()) {
    scope = item.prefix ?? scope;
    const own = item.tag?.platforms ?? (item.suffix === undefined ? undefined : [item.suffix]);
    // 未更新的微博：甲（最后更新1月2日）等政务新媒体: the general word takes nothing from the platform above.
    if (item.suffix === '' && item.said !== undefined && item.tag === undefined) {
      open.push(item);
      continue;
    }
    if (own !== undefined) {
      platforms.set(item, own);
      const isOwn = item.tag !== undefined && !item.tag.isForAll;
      // “甲”“乙”（微信公众号）: what no mark parts has the same platform.
      const near = isOwn ? openBefore(items, index) : open;
      for (const one of near.filter(
        (other) => !isSpoken(other) && other.isQuoted === item.isQuoted,
      )) {
        platforms.set(one, own);
        // “甲”“乙”微信公众号（均未更新）
        if (item.said !== undefined) one.said ??= item.said;
        // 某县、甲交易网: only a general word is every name's.
        if (/网站$/u.test(item.site ?? '')) one.site = item.site;
      }
      open = open.filter((one) => !near.includes(one));
    } else if (scope !== undefined) platforms.set(item, [scope]);
    else open.push(item);
  }
  const [first] = open;
  const last = open.at(-1);
  if (first !== undefined && last !== undefined) {
    const isQuoted = open.every((item) => item.isQuoted);
    const isOther = NOT_ACCOUNT.test(plain.slice(last.end));
    // “甲”、“乙”（微信公众号）: of the first nobody says where it is.
    const isAmong = isQuoted && platforms.size > 0;
    const announced: ReturnType<PlatformContext> =
      first.isAccount === true || last.suffix === ''
        ? { platform: '' }
        : isAmong
          ? { platform: '', isUnsure: true }
          : undefined;
    const given =
      context({
        at: first.at,
        end: last.end,
        name: first.names[0] ?? '',
        isQuoted,
        isOther,
        isOwned: plain[first.at] !== '“',
      }) ?? (isOther ? undefined : announced);
    for (const item of open) {
      if (!isOther && item.isQuoted && item.names.every(isSite))
        platforms.set(item, [WEBSITE_WORD]);
      else if (given !== undefined) {
        platforms.set(item, [given.platform]);
        // 县市场监管局 under 政务新媒体: an office, of which nobody says which account.
        const isOffice = given.platform === '' && !item.isQuoted && item.names.some(isOrganisation);
        if (given.isUnsure === true || isOffice) unsure.add(item);
      }
    }
  }
  return items.flatMap((item) =>
    (platforms.get(item) ?? []).flatMap((platform) =>
      item.names.map((name): Mention => ({
        at: item.at,
        end: item.end,
        name: item.isQuoted || platform !== WEBSITE_WORD ? name : siteName(name, item.site ?? ''),
        platform,
        unit: item.unit,
        isUnsure: unsure.has(item),
        ...(item.said !== undefined && { said: item.said }),
        ...(item.figure !== undefined && { figure: item.figure }),
        ...(item.isLast === true && { isLast: true }),
      })),
    ),
  );
}

/** The names right before one, with no mark between. */
function openBefore(items: readonly Item[], index: number): Item[] {
  const before: Item[] = [];
  for (let at = index; at > 0; at -= 1) {
    const [one, next] = [items[at - 1], items[at]];
    const isNear = one?.end === next?.at && one?.suffix === undefined && one?.tag === undefined;
    if (one === undefined || !isNear || !one.isQuoted) break;
    before.push(one);
  }
  return before;
}

/** 县人民政府 and 政府网站 → 县人民政府网站. */
function siteName(name: string, site: string): string {
  const isDouble = name.endsWith('政府') && site.startsWith('政府');
  return `${name}${isDouble ? site.slice(2) : site}`;
}

/** “升级改版中” behind 页面提示: words that somebody said, not the beginning of a list. */
function isSpoken({ isQuoted, unit, lead, isAnnounced }: Item): boolean {
  if (isAnnounced === true) return false;
  return isQuoted && unit === undefined && lead !== '' && !LEADS.test(lead);
}

/** “陕西政务服务网（城固）”, www.example.gov.cn: a website by its name. */
function isSite(name: string): boolean {
  return /(?:网|网站|\.gov\.cn)(?:（[^（）]*）)?$/u.test(name);
}
