/** 各在哪个平台: gives the names of a list their platforms — their own, that of a name behind them, of all, or by what stands before them. */
import { isOrganisation } from '../../words/unit-names.ts';
import { type Item, NOT_ACCOUNT, WEBSITE_WORD } from './item.ts';
import type { Mention, PlatformContext } from './mention.ts';

/** Leads up to a list. */
const LEADS =
  /(?:重复(?:开设|开通|注册|开办|建立)了?|(?:同时|分别)?(?:运营|开设|开办|主办|管理|维护|运维|拥有)(?:着|了|有)?|发现|显示|如|例如|比如|诸如|包括|涉及|[是有系]|(?<![写误错改作述名更称视列认评容示复应])为|即|其中|的|对|除|因|由于|及|和|与|以及|同时|[省市县区州旗镇乡道])$/u;
/** Gives every item its platform; what gets none is no account. */
export function resolved(
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
    const behind = plain.slice(last.end);
    // “招生政策”页面, but “甲农机网”页面
    const isPage = /^(?:页面|网页|专页)/u.test(behind) && !last.names.every(isSite);
    const isOther = isPage || NOT_ACCOUNT.test(behind);
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
export function isSite(name: string): boolean {
  return /(?:网|网站|\.gov\.cn)(?:（[^（）]*）)?$/u.test(name);
}
