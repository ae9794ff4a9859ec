/**
 * 点名: the accounts that a sentence names, each with its platform. The grammar of a list:
 *
 *     list  = [platform ：] item (separator item)*
 *     item  = [unit] [platform] “name、name” [（host）] [（platform）] [等N个] [platform]
 *           | name [（platform）] [等N个] [platform or website]
 *
 * A platform behind an item counts for the items before it that have none, one in front for those after it.
 */
import { hostIn, isName, isWhose, namesOf, unitIn, withoutLead } from './names.ts';
import type { Token } from './tokens.ts';

export interface Mention {
  at: number;
  end: number;
  name: string;
  /** As written; WEBSITE for a website, empty where nothing says it. */
  platform: string;
  unit?: string | undefined;
  /** Only where it stands suggests that it is an account. */
  isUnsure: boolean;
}

export const WEBSITE = '网站';

interface Item {
  at: number;
  end: number;
  next: number;
  names: string[];
  isQuoted: boolean;
  unit?: string | undefined;
  lead: string;
  prefix?: string | undefined;
  suffix?: string | undefined;
  /** The words for a website behind it. */
  site?: string | undefined;
  tag?: Token | undefined;
  /** What is said of the list begins in the same words. */
  isLast?: boolean;
}

/** Names a platform where the list itself does not: by the words before it. Undefined where it is no list of accounts. */
export type Context = (list: {
  at: number;
  end: number;
  name: string;
  isQuoted: boolean;
}) => { platform: string; isUnsure?: boolean } | undefined;

/** Leads up to a list. */
const LEADS =
  /(?:发现|显示|如|例如|比如|诸如|包括|涉及|[是为有系]|即|其中|的|对|除|因|由于|及|和|与|以及|同时|[省市县区州旗镇乡道])$/u;
/** Between a name and its platform: 等3个, 这两个. */
const COUNT =
  /^(?:等(?:多)?|等?(?:这|共)?(?:\d+|[两二三四五六七八九十几]+)[个家]|的)?(?:单位|部门|县区|地方)?的?$/u;
/** What begins to say something of a name. */
const SAYS =
  /(?=存在|出现|更新|未|均|都|仍|超过?[\d一二两三四五六七八九十]|连续|长期|长时间|无法|多次|不|因|被|已|本月|近|\d{1,2}月)/u;
const COUNTED = /等(?:多|\d+|[两二三四五六七八九十几]+)?个?(?:单位|部门)?的?$/u;
const COUNTED_LAST =
  /(?:等(?:多|\d+|[两二三四五六七八九十几]+)?个?(?:单位|部门)?|(?:\d+|[两三四五六七八九十])[个家])的?$/u;
/** What a quoted string with such words behind it is not: an account. */
const NOT_ACCOUNT =
  /^(?:等)?(?:[两二三四五六七八九十几\d]+个)?(?:的)?(?:栏目?|专栏|板块|模块|频道|专题|系统|平台|制度|机制|工作|行动|活动|现象|问题|情况|字样|错误|错别字|表述|写成|写为|误写|误为|表述为|错写|改为|要求|原则|办法|规定|通知|清理|整治|精神|理念|短语|词语|等词|等字|等错|改成|应为|一词|二字|两字|一文|功能|按钮|菜单|链接|服务事项|信息|稿件|文章|图片|留言)/u;

/** The accounts in the tokens of a sentence. */
export function mentionsIn(tokens: readonly Token[], plain: string, context: Context): Mention[] {
  const found: Mention[] = [];
  for (let at = 0; at < tokens.length;) {
    const list = listAt(tokens, at);
    found.push(...resolved(list.items, list.label, plain, context));
    at = Math.max(at + 1, list.next);
  }
  return found;
}

function listAt(
  tokens: readonly Token[],
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
      (isInside ? undefined : (unquotedAt(tokens, at, items) ?? lastAt(tokens, at, label)));
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
    // Quotes right behind a website without them name its columns.
    const isNext = item.isQuoted && token?.kind === 'quote';
    if (isOver || (!isSeparator && !isNext)) break;
    at = isSeparator ? next + 1 : next;
  }
  return { items, label, next: items.length === 0 ? from : next };
}

/** 微信公众号2个（甲发布、乙发布）, 甲县2个（甲县发布、甲县文旅） */
function bracketAt(tokens: readonly Token[], from: number): Item | undefined {
  const platform = tokens[from];
  const isPlace = platform?.kind === 'words' && /^[^\d]{2,12}\d+[个家]$/u.test(platform.text);
  if (platform?.kind !== 'platform' && !isPlace) return undefined;
  const count = tokens[from + 1];
  const isCounted = isPlace || (count?.kind === 'words' && /^\d+[个家]$/u.test(count.text));
  const at = isCounted && !isPlace ? from + 2 : from + 1;
  const aside = tokens[at];
  if (aside?.kind !== 'aside') return undefined;
  const names = aside.text.split(/[、，和]/u);
  if (!names.every((name) => isName(name)) || (!isCounted && names.length < 2)) return undefined;
  const prefix = isPlace ? undefined : platform.text;
  const { end } = aside;
  return { at: platform.at, end, next: at + 1, names, isQuoted: false, lead: '', prefix };
}

const isOpenUnquoted = ({ isQuoted, suffix, tag, prefix }: Item): boolean =>
  !isQuoted && suffix === undefined && tag === undefined && prefix === undefined;

function isMark(token: Token | undefined, ...marks: string[]): boolean {
  return token?.kind === 'mark' && marks.includes(token.text);
}

/** True where the quotes that begin at a token name a column, a word, a slogan. */
function isOther(tokens: readonly Token[], from: number): boolean {
  let at = from;
  while (tokens[at]?.kind === 'quote' || tokens[at]?.kind === 'and' || isMark(tokens[at], '、'))
    at += 1;
  const behind = tokens[at];
  return behind?.kind === 'words' && NOT_ACCOUNT.test(behind.text);
}

function startsClause(tokens: readonly Token[], at: number): boolean {
  return at === 0 || isMark(tokens[at - 1], '，', '；', '：', '（');
}

/** An item with its name in quotation marks. */
function quotedAt(tokens: readonly Token[], from: number, isFirst: boolean): Item | undefined {
  let at = from;
  const words = tokens[at]?.kind === 'words' ? tokens[at] : undefined;
  if (words !== undefined) {
    if (!isFirst && !isWhose(words.text)) return undefined;
    at += 1;
  }
  let prefix: string | undefined;
  // 县妇联（微信公众号“…”）
  let opened = words !== undefined && isMark(tokens[at], '（');
  if (opened) at += 1;
  const before = tokens[at];
  if (before?.kind === 'platform' || before?.kind === 'site' || before?.kind === 'generic') {
    prefix =
      before.kind === 'platform' ? before.text : before.kind === 'site' ? WEBSITE : undefined;
    at += 1;
    const opens = isMark(tokens[at], '（');
    opened ||= opens;
    if (opens || isMark(tokens[at], '：')) at += 1;
  }
  const quote = tokens[at];
  if (quote?.kind !== 'quote') return undefined;
  // 县人民政府网“政策解读”栏目: the quotes name a part of what stands before them.
  if (prefix !== undefined && isOther(tokens, at)) return undefined;
  const { lead } = withoutLead(words?.text ?? '');
  if (words !== undefined && prefix === WEBSITE && isName(`${words.text}网站`)) return undefined;
  const item: Item = {
    at: words === undefined ? (before ?? quote).at : words.at + lead.length,
    end: quote.end,
    next: at + 1,
    names: quote.text
      .split('、')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    isQuoted: true,
    unit: words && unitIn(words.text),
    lead,
    prefix,
  };
  if (words !== undefined && item.unit === undefined && !isWhose(words.text.slice(lead.length))) {
    item.at = (before ?? quote).at;
    item.lead = words.text;
  }
  takeClosing(item, tokens, opened);
  takeBehind(item, tokens);
  takeClosing(item, tokens, opened);
  return item;
}

function takeClosing(item: Item, tokens: readonly Token[], opened: boolean): void {
  const token = tokens[item.next];
  if (!opened || token === undefined || !isMark(token, '）')) return;
  item.end = token.end;
  item.next += 1;
}

/** An item without quotation marks: words that can be a name. */
function unquotedAt(
  tokens: readonly Token[],
  from: number,
  before: readonly Item[],
): Item | undefined {
  const words = tokens[from];
  if (words?.kind !== 'words') return undefined;
  const isFirst = before.length === 0;
  const { lead, name: rest } = isFirst ? withoutLead(words.text) : { lead: '', name: words.text };
  const counted = (isFirst ? COUNTED : COUNTED_LAST).exec(rest)?.[0] ?? '';
  const name = rest.slice(0, rest.length - counted.length);
  const names = namesOf(name);
  // 县政府网站: a website's name goes on in its last word.
  const least = tokens[from + 1]?.kind === 'site' ? 1 : 2;
  if (!names.every((one) => isName(one, least))) return undefined;
  const item: Item = {
    at: words.at + lead.length,
    end: words.end,
    next: from + 1,
    names,
    isQuoted: false,
    lead,
  };
  takeAside(item, tokens);
  const own = tokens[item.next];
  // 岑巩县政务微博（政务微博）: the platform is part of the name.
  if ((own?.kind === 'platform' || own?.kind === 'site') && tokens[item.next + 1]?.kind === 'tag') {
    item.names = [...item.names.slice(0, -1), `${item.names.at(-1) ?? ''}${own.text}`];
    item.next += 1;
  }
  takeBehind(item, tokens);
  const next = tokens[item.next];
  const isClosed =
    next === undefined || next.kind === 'and' || (next.kind === 'mark' && next.text !== '（');
  return !isOpenUnquoted(item) || isClosed ? item : undefined;
}

/** 甲县公安局（平安甲县）, 平安甲县（甲县公安局）, 高新区（商丹园区）网站. */
function takeAside(item: Item, tokens: readonly Token[]): void {
  const aside = tokens[item.next];
  const [name = '', ...others] = item.names;
  if (aside?.kind !== 'aside' || others.length > 0) return;
  const behind = tokens[item.next + 1];
  const isClosed = behind === undefined || isMark(behind, '、') || behind.kind === 'platform';
  const host = hostIn(aside.text);
  if (behind?.kind === 'site' || behind?.kind === 'tag') item.names = [`${name}（${aside.text}）`];
  else if (isClosed && isWhose(name) && isName(aside.text)) {
    item.names = [aside.text];
    item.unit = unitIn(name);
  } else if (isClosed && host !== undefined) item.unit = host;
  else return;
  item.end = aside.end;
  item.next += 1;
}

/** 微博方面：甲发布、乙发布|更新不及时: the last name of a list, with what is said in the same words. */
function lastAt(
  tokens: readonly Token[],
  from: number,
  label: string | undefined,
): Item | undefined {
  const words = tokens[from];
  if (words?.kind !== 'words' || label === undefined) return undefined;
  const name = words.text.split(SAYS)[0] ?? '';
  if (name.length === words.text.length || !isName(name)) return undefined;
  const end = words.at + name.length;
  return {
    at: words.at,
    end,
    next: from + 1,
    names: [name],
    isQuoted: false,
    lead: '',
    isLast: true,
  };
}

/** What stands behind a name: its host, its platform in brackets, a count, its platform. */
function takeBehind(item: Item, tokens: readonly Token[]): void {
  for (let token = tokens[item.next]; token !== undefined; token = tokens[item.next]) {
    if (token.kind === 'tag' && item.tag === undefined) item.tag = token;
    else if (token.kind === 'aside' && item.isQuoted && tokens[item.next + 1]?.kind !== 'quote')
      item.unit ??= hostIn(token.text);
    else break;
    item.end = token.end;
    item.next += 1;
  }
  if (item.tag !== undefined) return;
  const count = tokens[item.next];
  const at = count?.kind === 'words' && COUNT.test(count.text) ? item.next + 1 : item.next;
  const token = tokens[at];
  const isName = item.prefix !== undefined && tokens[at + 1]?.kind === 'quote';
  if (token === undefined || isName) return;
  if (token.kind === 'platform') item.suffix = token.text;
  else if (token.kind === 'site') {
    item.suffix = WEBSITE;
    item.site = token.text;
  } else if (token.kind === 'generic' && item.isQuoted && item.prefix === undefined)
    item.suffix = '';
  else return;
  item.end = token.end;
  item.next = at + 1;
}

/** Gives every item its platform; what gets none is no account. */
function resolved(
  items: readonly Item[],
  label: string | undefined,
  plain: string,
  context: Context,
): Mention[] {
  const platforms = new Map<Item, string[]>();
  const unsure = new Set<Item>();
  let scope = label;
  let open: Item[] = [];
  for (const item of items) {
    scope = item.prefix ?? scope;
    const own = item.tag?.platforms ?? (item.suffix === undefined ? undefined : [item.suffix]);
    if (own !== undefined) {
      platforms.set(item, own);
      if (item.tag !== undefined && !item.tag.isForAll) continue;
      for (const one of open.filter((other) => !isSpoken(other))) {
        platforms.set(one, own);
        one.site = item.site;
      }
      open = [];
    } else if (scope !== undefined) platforms.set(item, [scope]);
    else open.push(item);
  }
  const [first] = open;
  const last = open.at(-1);
  if (first !== undefined && last !== undefined) {
    const isQuoted = open.every((item) => item.isQuoted);
    const isOther = NOT_ACCOUNT.test(plain.slice(last.end));
    const given = isOther
      ? undefined
      : context({ at: first.at, end: last.end, name: first.names[0] ?? '', isQuoted });
    for (const item of open) {
      if (!isOther && item.isQuoted && item.names.every(isSite)) platforms.set(item, [WEBSITE]);
      else if (given !== undefined) platforms.set(item, [given.platform]);
      if (given?.isUnsure === true) unsure.add(item);
    }
  }
  return items.flatMap((item) =>
    (platforms.get(item) ?? []).flatMap((platform) =>
      item.names.map((name): Mention => ({
        at: item.at,
        end: item.end,
        name: item.isQuoted || platform !== WEBSITE ? name : `${name}${item.site ?? ''}`,
        platform,
        unit: item.unit,
        isUnsure: unsure.has(item),
      })),
    ),
  );
}

/** “升级改版中” behind 页面提示: words that somebody said, not the beginning of a list. */
function isSpoken({ isQuoted, unit, lead }: Item): boolean {
  return isQuoted && unit === undefined && lead !== '' && !LEADS.test(lead);
}

/** “陕西政务服务网（城固）”, www.example.gov.cn: a website by its name. */
function isSite(name: string): boolean {
  return /(?:网|网站|\.gov\.cn)(?:（[^（）]*）)?$/u.test(name);
}
