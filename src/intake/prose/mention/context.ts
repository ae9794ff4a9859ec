/** 没有写明平台的名单: which platform its accounts are of, by what stands before it, above it and earlier. */
import { proseTokens, type ProseToken } from '../tokens.ts';
import { isOrganisation } from '../../words/unit-names.ts';
import { COLUMN, WEBSITE_WORD } from './item.ts';
import { isOfOffice, type PlatformContext } from './mentions.ts';
import type { PlatformWords } from './platform-words.ts';

/** Leads from a statement to names. */
export const CONNECTOR =
  /(?:：|（|如|例如|比如|诸如|譬如|包括|包含|涉及|分别[是为有系]|有|(?<![写误错改作述名更称视列认评容示复应])为|是|系|即|其中|发现|显示|分别|(?<!超过|超出|多达|高于|低于|不足|少于)(?<!\d)\d+[个家])[，：]?$/u;
/** The same where no quotation marks say that names follow: 有力推送 does not lead to any. */
const LEADS_TO_NAMES =
  /(?:：|（|例如|比如|诸如|譬如|如|包括|涉及|分别[是为有系]|(?:的|[个家]|账号|新媒体|网站|号|微博|名单)，?(?:有|是|为)|\d+[个家])$/u;
/** What is named so is a part of a website, a system or a rule. */
const PART = /(?:栏目?|专题|频道|系统|制度|信箱)$/u;

/** What a sentence is read against: what governs it, the nearest first, plain; and the platforms of what was named. */
export interface Above {
  topics: readonly string[];
  platforms: ReadonlyMap<string, string>;
  /** Accounts were named before. */
  isAmong: boolean;
  /** The title says that accounts are what the paper is about. */
  isOfAccounts: boolean;
  /** The title says that websites are, and no accounts. */
  isOfWebsites?: boolean;
  /** The platform that the paper says of all its accounts. */
  ofAll?: string | undefined;
  /** The platform of the account that the point before names, 首先，…；其次，…: maybe that of this one as well. */
  beside?: string | undefined;
}

type List = Parameters<PlatformContext>[0];
type Given = ReturnType<PlatformContext>;

/** The platforms of the lists of a sentence that do not say theirs. `tokens`: those of the sentence. */
export function platformsIn(
  sentence: string,
  above: Above,
  words: PlatformWords,
  tokens: readonly ProseToken[],
): PlatformContext {
  const { topics, platforms } = above;
  return (list) => {
    if (PART.test(list.name)) return undefined;
    const last = list.earlier.at(-1);
    if (last?.platform === WEBSITE_WORD && list.isQuoted && !list.isOwned) {
      // 县政府网站（责任单位：甲局）：“领导之窗”…: a part of it.
      if (/^(?:（[^（）]*）)?：$/u.test(sentence.slice(last.end, list.at))) return undefined;
    }
    const known = list.isQuoted ? platforms.get(list.name) : undefined;
    if (known !== undefined) return { platform: known };
    const own = list.earlier.filter(({ name }) => list.isQuoted && name === list.name);
    const isOne = new Set(own.map(({ platform }) => platform)).size === 1;
    if (own.length > 0)
      return isOne ? { platform: own[0]?.platform ?? '' } : { platform: '', isUnsure: true };
    if (isWholeUnder(sentence, list, topics)) return { platform: topicOf(topics, words) ?? '' };
    if (list.isOther) return undefined;
    if (isKeyUnder(sentence, list, above, words)) return { platform: topicOf(topics, words) ?? '' };
    const given = placed(before(sentence, tokens, list.at), list, above, words);
    // @甲发布 is an account, whatever leads to it.
    return given !== undefined && given.platform !== '' && /[@＠]/u.test(sentence[list.at] ?? '')
      ? { platform: given.platform }
      : given;
  };
}

/** 超期的账号： above, and nothing but the names below. */
function isWholeUnder(sentence: string, list: List, topics: readonly string[]): boolean {
  const isWhole = list.at === 0 && /^[。；]?$/u.test(sentence.slice(list.end));
  const isBelow = /(?:名单|：|账号)[。）]?$/u.test(topics[0] ?? '');
  const isFault = /违规|不当|失实|缺失|滞后|泄露|错误|差错|逾期|超期|失效|问题|[未不]/u.test(
    list.name,
  );
  return !list.isQuoted && isWhole && list.name.length >= 4 && isBelow && !isFault;
}

/** 互动回应：, 内容保障：: what is spoken of, and no name. */
const ASPECT =
  /互动|回应|更新|内容|管理|审核|发布|信息|功能|建设|运维|安全|问题|整改|情况|方面|服务能力|监管|备案|名称|主体|质量|原创|转载|链接|栏目|时效|规范|账号|制度|人员|单位|部门|其他|备注|说明|要求|建议|时间|责任/u;

/** 不合格的微信, 存在问题的公众号（3个）, 更新不及时的微博 */
const KIND_OF =
  /^(?:[^，；]{0,12}(?:不合格|问题|[未不无没][^，；]{1,8}|失效|超期|逾期|断更|停更)的?|[^，；]{2,12}的)(?<kind>[^，；的]{2,8})$/u;

/** 一、微信公众号 above, and 大河残联：2周未更新 below. */
function isKeyUnder(
  sentence: string,
  list: List,
  { topics, ofAll }: Above,
  words: PlatformWords,
): boolean {
  const isKey =
    sentence.slice(0, list.at).trim() === '' && sentence[list.end] === '：' && !list.isQuoted;
  const [first = ''] = topics;
  const topic = first.replace(/（[^（）]*）|方面|类|[：。]/gu, '');
  if (!isKey || words.isPlatform(topic)) return isKey;
  // 存在问题的公众号共8个，现通报如下： above, and 云台财政：… below.
  const isAnnounced =
    /(?:如下|名单|\d+[个家])：$/u.test(first) && topicOf([first], words) !== undefined;
  if (ASPECT.test(list.name)) return false;
  // 二、不合格的微信 above: whatever its name is, it is one of them.
  const kind = KIND_OF.exec(topic)?.groups?.['kind'] ?? '';
  if (words.isPlatform(kind) || ofAll !== undefined) return true;
  return isAnnounced && list.name.length >= 4 && !isOrganisation(list.name);
}

/** What stands before a list: its last words, and all its tokens. */
interface Before {
  end: string;
  said: ProseToken[];
}

/** 应更新未更新的栏目有5个：“财政预决算”（县财政局）…: what follows are columns. */
const OF_COLUMNS =
  /(?:栏目|专栏|板块|频道)(?![^。；“”]*(?:账号|网站|新媒体|公众号|微博))[^。；“”]{0,24}(?:\d+个|有|[是为]|如下|包括|分别[是为]?)：?$/u;
/** What leads up to a list is not longer. */
const NEAR = 100;

/** What stands before an offset, which may lie within words. */
function before(sentence: string, tokens: readonly ProseToken[], at: number): Before {
  const said = tokens.filter((token) => token.at < at);
  const last = said.at(-1);
  if (last !== undefined && last.end > at)
    said.splice(-1, 1, { ...last, text: sentence.slice(last.at, at), end: at });
  return { end: sentence.slice(Math.max(0, at - NEAR), at), said };
}

/** By the words that lead to the list. */
function placed(
  { end, said }: Before,
  list: List,
  { topics, isAmong, isOfAccounts, isOfWebsites, beside, ofAll }: Above,
  words: PlatformWords,
): Given {
  const isLed = (list.isQuoted ? CONNECTOR : LEADS_TO_NAMES).test(end);
  const begins = list.isQuoted && /(?:^(?:（[^（）]{2,10}）)?|[，；])(?:其中)?[，：]?$/u.test(end);
  if (!isLed && !begins) return undefined;
  if (!list.isQuoted && !announces(said)) return undefined;
  if (list.isQuoted && OF_COLUMNS.test(end) && platformOf(lastClause(said)) === undefined)
    return undefined;
  if (list.isQuoted && isOfOffice(list.name) && isOfSites([said, ...tokensOf(topics, words)]))
    return { platform: WEBSITE_WORD };
  // 未更新的微信公众号：甲；未更新的微博：|乙: the clause that leads to the list says it first.
  const platform = platformOf(lastClause(said)) ?? platformOf(said) ?? topicOf(topics, words);
  if (platform !== undefined) {
    // （一）微信公众号方面 above: every name below it.
    const topic = (topics[0] ?? '').replace(/方面|类|[：。]/gu, '');
    const isOfAll = ofAll?.endsWith(platform) === true && !COLUMN.test(list.name);
    const isUnder = isOfAll || (words.isPlatform(topic) && topic === platform);
    const isAnnounced = begins && (isUnder || platform === announcedBy(said));
    return { platform, isUnsure: !isLed && !isAnnounced && end !== '' };
  }
  const has = (one: readonly ProseToken[], ...kinds: ProseToken['kind'][]): boolean =>
    one.some(({ kind }) => kinds.includes(kind));
  if (isLed && has(said, 'generic', 'platform')) return { platform: '' };
  const isBelow = [said, ...tokensOf(topics, words)].some((one) =>
    has(one, 'generic', 'platform', 'site'),
  );
  const isTitled = isOfAccounts && /：$/u.test(end);
  if (list.isQuoted && list.isOwned && isOfWebsites === true) return { platform: WEBSITE_WORD };
  const isAccount = list.isQuoted && (isBelow || isTitled || (isAmong && list.isOwned));
  if (!isAccount && list.isQuoted && beside !== undefined && end === '')
    return { platform: beside, isUnsure: true };
  return isAccount ? { platform: '', isUnsure: true } : undefined;
}

/** 微信公众号存在问题的有3个：甲…，乙…: the platform of a whole sentence, said before its colon and no other behind it. */
function announcedBy(tokens: readonly ProseToken[]): string | undefined {
  const colon = tokens.findIndex(({ kind, text }) => kind === 'mark' && text === '：');
  const [head, rest] = [tokens.slice(0, Math.max(0, colon)), tokens.slice(colon + 1)];
  const isCounted = head.some(({ kind, text }) => kind === 'words' && /\d+[个家]$/u.test(text));
  const isOther = rest.some(({ kind }) => ['platform', 'tag', 'site', 'generic'].includes(kind));
  return isCounted && !isOther ? platformOf(head) : undefined;
}

function lastClause(tokens: readonly ProseToken[]): ProseToken[] {
  const start = tokens.findLastIndex(({ kind, text }) => kind === 'mark' && '，；'.includes(text));
  return tokens.slice(start + 1);
}

/** Whether words announce accounts by their kind, and name none themselves: 未更新的微信公众号有, 以下账号…：. */
function announces(tokens: readonly ProseToken[]): boolean {
  const clause = lastClause(tokens);
  return (
    tokens.some(({ kind }) => kind === 'platform' || kind === 'generic') &&
    clause.every(({ kind }) => kind !== 'quote' && kind !== 'site')
  );
}

/** The platform that words speak of, where it is one. */
function platformOf(tokens: readonly ProseToken[]): string | undefined {
  const platforms = new Set(
    tokens.flatMap(({ kind, text, platforms: own = [] }) =>
      kind === 'platform' ? [text] : kind === 'tag' ? own : [],
    ),
  );
  // 微信公众号 is what 公众号 behind it means.
  const [only, another] = [...platforms].filter(
    (one) => ![...platforms].some((other) => other !== one && other.endsWith(one)),
  );
  return another === undefined ? only : undefined;
}

function tokensOf(topics: readonly string[], words: PlatformWords): ProseToken[][] {
  return topics.map((topic) => proseTokens(topic, words));
}

/** Whether the nearest words that speak of any kind of account speak of websites alone. */
function isOfSites(said: readonly (readonly ProseToken[])[]): boolean {
  for (const tokens of said) {
    const kinds = new Set(tokens.map(({ kind }) => kind));
    if (kinds.has('platform') || kinds.has('generic') || kinds.has('tag')) return false;
    if (kinds.has('site')) return true;
  }
  return false;
}

/** The platform of the nearest heading that speaks of one. */
export function topicOf(topics: readonly string[], words: PlatformWords): string | undefined {
  for (const topic of topics) {
    const tokens = proseTokens(topic, words);
    if (tokens.some(({ kind }) => kind === 'platform' || kind === 'tag')) return platformOf(tokens);
  }
  return undefined;
}
