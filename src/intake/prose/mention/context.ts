/** 没有写明平台的名单: which platform its accounts are of, by what stands before it, above it and earlier. */
import { proseTokens, type ProseToken } from '../tokens.ts';
import { WEBSITE_WORD } from './item.ts';
import { isOfOffice, type PlatformContext } from './mentions.ts';
import type { PlatformWords } from './platform-words.ts';

/** Leads from a statement to names. */
export const CONNECTOR =
  /(?:：|（|如|例如|比如|诸如|譬如|包括|包含|涉及|分别[是为有系]|有|(?<![写误错改作述名更称视列认评容示复])为|是|系|即|其中|发现|显示|分别|(?<!超过|超出|多达|高于|低于|不足|少于)(?<!\d)\d+[个家])[，：]?$/u;
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
}

type List = Parameters<PlatformContext>[0];
type Given = ReturnType<PlatformContext>;

/** The platforms of the lists of a sentence that do not say theirs. */
export function platformsIn(
  sentence: string,
  { topics, platforms, isAmong }: Above,
  words: PlatformWords,
): PlatformContext {
  return (list) => {
    if (PART.test(list.name)) return undefined;
    const known = list.isQuoted ? platforms.get(list.name) : undefined;
    if (known !== undefined) return { platform: known };
    const own = list.earlier.filter(({ name }) => list.isQuoted && name === list.name);
    const isOne = new Set(own.map(({ platform }) => platform)).size === 1;
    if (own.length > 0)
      return isOne ? { platform: own[0]?.platform ?? '' } : { platform: '', isUnsure: true };
    if (isWholeUnder(sentence, list, topics)) return { platform: topicOf(topics, words) ?? '' };
    return placed(sentence.slice(0, list.at), list, topics, isAmong, words);
  };
}

/** 超期的账号： above, and nothing but the names below. */
function isWholeUnder(sentence: string, list: List, topics: readonly string[]): boolean {
  const isWhole = list.at === 0 && /^[。；]?$/u.test(sentence.slice(list.end));
  const isBelow = /(?:名单|：|账号)[。）]?$/u.test(topics[0] ?? '');
  return !list.isQuoted && isWhole && list.name.length >= 4 && isBelow;
}

/** By the words that lead to the list. */
function placed(
  before: string,
  list: List,
  topics: readonly string[],
  isAmong: boolean,
  words: PlatformWords,
): Given {
  const said = proseTokens(before, words);
  const isLed = (list.isQuoted ? CONNECTOR : LEADS_TO_NAMES).test(before);
  const begins = list.isQuoted && /(?:^|[，；])(?:其中)?[，：]?$/u.test(before);
  if (!isLed && !begins) return undefined;
  if (!list.isQuoted && !announces(said)) return undefined;
  if (list.isQuoted && isOfOffice(list.name) && isOfSites([before, ...topics], words))
    return { platform: WEBSITE_WORD };
  // 未更新的微信公众号：甲；未更新的微博：|乙: the clause that leads to the list says it first.
  const platform = platformOf(lastClause(said)) ?? platformOf(said) ?? topicOf(topics, words);
  if (platform !== undefined) return { platform, isUnsure: !isLed && before !== '' };
  const has = (tokens: readonly ProseToken[], ...kinds: ProseToken['kind'][]): boolean =>
    tokens.some(({ kind }) => kinds.includes(kind));
  if (isLed && has(said, 'generic', 'platform')) return { platform: '' };
  const isBelow = [before, ...topics].some((one) =>
    has(proseTokens(one, words), 'generic', 'platform', 'site'),
  );
  const isAccount = list.isQuoted && (isBelow || (isAmong && list.isOwned));
  return isAccount ? { platform: '', isUnsure: true } : undefined;
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
  const [only] = platforms;
  return platforms.size === 1 ? only : undefined;
}

/** Whether the nearest words that speak of any kind of account speak of websites alone. */
function isOfSites(topics: readonly string[], words: PlatformWords): boolean {
  for (const topic of topics) {
    const kinds = new Set(proseTokens(topic, words).map(({ kind }) => kind));
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
