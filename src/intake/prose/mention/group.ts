/** 名单: the names of a sentence, those together that the same words are about, with what stands before and behind them. */
import type { TextStretch } from '../finding.ts';
import { WEBSITE_WORD } from './item.ts';
import { isOfOffice, type Mention, mentionsIn } from './mentions.ts';
import { cutAt } from '../passage.ts';
import { OFFICE_WORD, officesIn } from './offices.ts';
import { takeLastPart, takePart } from './part.ts';
import type { PlatformWords } from './platform-words.ts';
import { type ProseToken, proseTokens } from '../tokens.ts';

export interface Group {
  mentions: Mention[];
  /** What leads up to the names, from the end of what is said of the names before. */
  lead: TextStretch;
  /** Where the names end, and what is said of them begins. */
  to: number;
}

/** Between the names of one list. */
const JOINT =
  /^(?:[、，；（）]|（\d+[次条处篇天个项]）|）、[^，；。“”（）]{2,20}（|以及|[和与及]|等(?:\d+[个家])?(?:账号|政务新媒体|单位)?|各?\d+[次条处篇天](?=[、，和及])|(?<=[、，])\p{Script=Han}{0,8}(?:单位|部门|机关|企业|学校|医院|园区|县区|乡镇)(?:的)?|(?<=[，；])\p{Script=Han}{1,6}(?:中|方面|内)[，：])*$/u;
/** Leads from a statement to names. */
const CONNECTOR =
  /(?:：|（|如|例如|比如|诸如|譬如|包括|包含|涉及|分别[是为有系]|有|(?<![写误错改作述名更称视列认评容示复])为|是|系|即|其中|发现|显示|分别|(?<!超过|超出|多达|高于|低于|不足|少于)(?<!\d)\d+[个家])[，：]?$/u;
/** The same where no quotation marks say that names follow: 有力推送 does not lead to any. */
const LEADS_TO_NAMES =
  /(?:：|（|例如|比如|诸如|譬如|如|包括|涉及|分别[是为有系]|(?:的|[个家]|账号|新媒体|网站|号|微博|名单)，?(?:有|是|为)|\d+[个家])$/u;
/** A name behind these is not what the sentence is about. */
const OBJECT =
  /(?:转载|转发|关注|链接到?|参照|参考|学习|借鉴|来源于|引用|推送至|同步至?|对比|(?:未|没有)(?:及时|按[^，；]{1,8})?(?:开设|设置|设立|建立))(?:了)?$/u;
/** By means of, in: no subject where no quotation marks stand. */
const ADVERB = /(?:^|[^自现正])(?:在|对|由|将|把|于|向|到|从|以|按|用|与)$/u;
const MEANS = /(?:通过|利用|依托|借助|使用)(?:了)?$/u;

/** What a sentence is read against: what governs it, the nearest first, plain; and the platforms of what was named. */
export interface Above {
  topics: readonly string[];
  platforms: ReadonlyMap<string, string>;
  /** Accounts were named before. */
  isAmong: boolean;
}

/** The lists of a sentence. */
export function groupsIn(
  plain: string,
  { from, to }: TextStretch,
  { topics, platforms, isAmong }: Above,
  words: PlatformWords,
): Group[] {
  const sentence = plain.slice(from, to);
  const tokens = proseTokens(sentence, words);
  const found = mentionsIn(tokens, sentence, (list) => {
    if (PART.test(list.name)) return undefined;
    const known = list.isQuoted ? platforms.get(list.name) : undefined;
    if (known !== undefined) return { platform: known };
    const own = list.earlier.filter(({ name }) => list.isQuoted && name === list.name);
    const isOne = new Set(own.map(({ platform }) => platform)).size === 1;
    if (own.length > 0)
      return isOne ? { platform: own[0]?.platform ?? '' } : { platform: '', isUnsure: true };
    const before = sentence.slice(0, list.at);
    const isWhole = before === '' && /^[。；]?$/u.test(sentence.slice(list.end));
    if (
      !list.isQuoted &&
      isWhole &&
      list.name.length >= 4 &&
      /(?:名单|：|账号)[。）]?$/u.test(topics[0] ?? '')
    )
      return { platform: topicOf(topics, words) ?? '' };
    const said = proseTokens(before, words);
    const isLed = (list.isQuoted ? CONNECTOR : LEADS_TO_NAMES).test(before);
    const begins = list.isQuoted && /(?:^|[，；])(?:其中)?[，：]?$/u.test(before);
    if (!isLed && !begins) return undefined;
    if (!list.isQuoted && !announces(said)) return undefined;
    if (list.isQuoted && isOfOffice(list.name) && isOfSites([before, ...topics], words))
      return { platform: WEBSITE_WORD };
    const platform = platformOf(said) ?? topicOf(topics, words);
    if (platform !== undefined) return { platform, isUnsure: !isLed && before !== '' };
    const has = (tokens: readonly ProseToken[], ...kinds: ProseToken['kind'][]): boolean =>
      tokens.some(({ kind }) => kinds.includes(kind));
    if (isLed && has(said, 'generic', 'platform')) return { platform: '' };
    const isBelow =
      [before, ...topics].some((one) =>
        has(proseTokens(one, words), 'generic', 'platform', 'site'),
      ) ||
      (isAmong && list.isOwned);
    return list.isQuoted && isBelow ? { platform: '', isUnsure: true } : undefined;
  });
  const mentions = found
    .map((mention) => ({
      ...mention,
      platform: mention.platform === '' ? (topicOf(topics, words) ?? '') : mention.platform,
    }))
    .filter((mention) => isSubject(mention, sentence));
  const offices = officesIn(sentence, mentions);
  const clauses = new Map(
    offices.flatMap(({ mentions: own, clause }) => own.map((one) => [one, clause] as const)),
  );
  const all = [...mentions, ...clauses.keys()]
    // 县政府网站住建局专栏: what the part of an office is a part of.
    .filter(({ end }) => !offices.some(({ mentions: [own] }) => own?.at === end))
    .toSorted((a, b) => a.at - b.at);
  return grouped(all, sentence, from, clauses);
}

/** Whether words announce accounts by their kind, and name none themselves: 未更新的微信公众号有, 以下账号…：. */
function announces(tokens: readonly ProseToken[]): boolean {
  const start = tokens.findLastIndex(({ kind, text }) => kind === 'mark' && '，；'.includes(text));
  const clause = tokens.slice(start + 1);
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
function topicOf(topics: readonly string[], words: PlatformWords): string | undefined {
  for (const topic of topics) {
    const tokens = proseTokens(topic, words);
    if (tokens.some(({ kind }) => kind === 'platform' || kind === 'tag')) return platformOf(tokens);
  }
  return undefined;
}

/** Whether the sentence is about what is named, and does not only come to it. */
function isSubject(mention: Mention, sentence: string): boolean {
  const before = sentence.slice(0, mention.at);
  const behind = sentence.slice(mention.end);
  if (OBJECT.test(before) || before.endsWith('被')) return false;
  if (/[与和同]$/u.test(before) && /^(?:等)?相比/u.test(behind)) return false;
  const isLoose = mention.platform === WEBSITE_WORD && sentence[mention.end - 1] !== '”';
  if (isLoose && (ADVERB.test(before) || MEANS.test(before))) return false;
  // 县政府网站方面，…: what it is about, whoever answers for it.
  if (isLoose && TOPIC.test(behind)) return false;
  // 政府网站28家: a count of them.
  return !(isLoose && /^(?:共计?|共有)?\d+[个家](?!栏目|页面|链接|频道)/u.test(behind));
}

/** Behind a website: it says what is spoken of, not who. */
const TOPIC =
  /^(?:(?:运行|检查|抽查|监测|普查|建设|管理|运维|内容|存在|的|主要|问题|和|与)*(?:方面|情况)|类)(?=[。：，；]|$)/u;
/** What is named so is a part of a website, a system or a rule. */
const PART = /(?:栏目?|专题|频道|系统|制度|信箱)$/u;

/** By means of the account something was said: who reads it has to see what is wrong with what. */
export function isMeans(plain: string, { lead }: Group): boolean {
  return MEANS.test(plain.slice(lead.from, lead.to));
}

/** Between names of one list; an office goes on from an account without a comma. */
function jointOf({ mentions }: Group, mention: Mention): RegExp {
  const isOffice = mention.platform === OFFICE_WORD;
  const isSame = mentions.every(({ platform }) => (platform === OFFICE_WORD) === isOffice);
  return isSame ? JOINT : /^(?:、|以及|[和与及])$/u;
}

/** `clauses`: where what leads up to an office begins at the earliest. */
function grouped(
  mentions: readonly Mention[],
  sentence: string,
  from: number,
  clauses: ReadonlyMap<Mention, number>,
): Group[] {
  const groups: Group[] = [];
  for (const mention of mentions) {
    const last = groups.at(-1);
    const to = last?.to ?? 0;
    const between = sentence.slice(to, mention.at);
    if (last !== undefined && takePart(last, between, sentence.slice(mention.end))) {
      last.mentions.push(mention);
      last.to = mention.end;
    } else if (last !== undefined && (mention.at < to || jointOf(last, mention).test(between))) {
      last.mentions.push(mention);
      last.to = Math.max(to, mention.end);
    } else
      groups.push({
        mentions: [mention],
        lead: {
          from: Math.max(
            // 错别字32处，其中甲局8处: what was said of all before is said of each.
            last === undefined ? 0 : to + (mention.figure === undefined ? leadStart(between) : 0),
            clauses.get(mention) ?? 0,
          ),
          to: mention.at,
        },
        to: mention.end,
      });
  }
  for (const group of groups) takeLastPart(group, sentence.slice(group.to));
  return groups.map(({ mentions: own, lead, to }) => ({
    mentions: own.map((mention) => ({
      ...mention,
      at: mention.at + from,
      end: mention.end + from,
    })),
    lead: { from: lead.from + from, to: lead.to + from },
    to: to + from,
  }));
}

/** Where, between two lists, the words that lead up to the second begin: 更新不及时，|未备案的有. */
function leadStart(between: string): number {
  if (!CONNECTOR.test(between)) {
    // A comma or semicolon alone leads up to nothing.
    const [from = 0] = cutAt(between, (char) => '，；'.includes(char)).at(-1) ?? [];
    const tail = between.slice(from);
    return /^(?:其中|另外|此外|同时|还有|以及)*$/u.test(tail) ? from : between.length;
  }
  // …；未备案，如乙: what stands behind a semicolon leads up to the second alone.
  const parts = cutAt(between, (char) => char === '；');
  if (parts.length > 1) return parts.at(-1)?.[0] ?? 0;
  const clauses = cutAt(between, (char) => '，；'.includes(char));
  const isWord =
    /^(?:[^，；]{0,12}(?:\d+|[一二两三四五六七八九十]+)[个家]，?|其中|如|例如|比如|有|为|是|包括|分别[是为])?[，：]?$/u;
  const last = clauses.findLastIndex(([a, b]) => !isWord.test(between.slice(a, b)));
  const [start = 0, end = 0] = clauses[last] ?? [];
  const isStatement = CONNECTOR.test(between.slice(start, end)) && clauses.length > 1;
  return isStatement ? start : end;
}
