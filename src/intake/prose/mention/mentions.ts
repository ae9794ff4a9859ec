/**
 * 点名: the accounts that a sentence names, each with its platform. The grammar of a list:
 *
 *     list  = [platform ：] item (separator item)*
 *     item  = [unit] [platform] “name、name” [（host）] [（platform）] [等N个] [platform]
 *           | name [（platform）] [等N个] [platform or website]
 *
 * A platform behind an item counts for the items before it that have none, one in front for those after it.
 */
import { isMark, isOpenUnquoted, type Item, OF_SAME_NAME } from './item.ts';
import type { Mention, PlatformContext } from './mention.ts';
import { isOther, quotedAt } from './quoted.ts';
import { isSite, resolved } from './resolve.ts';
import { isOrganisation } from '../../words/unit-names.ts';
import type { ProseToken } from '../tokens.ts';
import { bracketAt, lastAt, unquotedAt } from './unquoted.ts';

export type { Mention, PlatformContext } from './mention.ts';

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
  const isOpen =
    items.length > 0 &&
    items.every(
      (one) => one.tag === undefined && one.suffix === undefined && one.prefix === undefined,
    );
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
