/** 名单: the names of a sentence, those together that the same words are about, with what stands before and behind them. */
import type { TextStretch } from '../said/edges.ts';
import { cutAt } from '../passage.ts';
import { proseTokens } from '../tokens.ts';
import { type Above, CONNECTOR, platformsIn, topicOf } from './context.ts';
import { WEBSITE_WORD } from './item.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import { OFFICE_WORD, type OfficeList, officesIn } from './office/offices.ts';
import { takeLastPart, takePart } from './part.ts';
import type { PlatformWords } from './platform-words.ts';
import { isSubject } from './subject.ts';

export type { Above } from './context.ts';

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
/** 的单位：4月，甲局、乙局；5月，丙局: what leads up to the list leads up to that of every month. */
const MONTH = String.raw`(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?[，：]$`;
const OF_MONTH = new RegExp(`[：为有]${MONTH}`, 'u');
const NEXT_MONTH = new RegExp(`^[，；]${MONTH}`, 'u');
/** The lists of a sentence. */
export function groupsIn(
  plain: string,
  { from, to }: TextStretch,
  above: Above,
  words: PlatformWords,
): Group[] {
  const sentence = plain.slice(from, to);
  const tokens = proseTokens(sentence, words);
  const found = mentionsIn(tokens, sentence, platformsIn(sentence, above, words, tokens));
  const mentions = found
    .map((mention) => ({
      ...mention,
      platform: mention.platform === '' ? (topicOf(above.topics, words) ?? '') : mention.platform,
    }))
    .filter((mention) => isSubject(mention, sentence));
  const offices = officesIn(sentence, mentions).map((list) => ownSite(list, sentence, words));
  const clauses = new Map(
    offices.flatMap(({ mentions: own, clause }) => own.map((one) => [one, clause] as const)),
  );
  const all = [...mentions, ...clauses.keys()]
    // 县政府网站住建局专栏: what the part of an office is a part of.
    .filter(({ end }) => !offices.some(({ mentions: [own] }) => own?.at === end))
    .toSorted((a, b) => a.at - b.at);
  return grouped(all, sentence, from, clauses);
}

/** 市中医院：官方微信公众号|挂号入口失效: what is said of an office's own account, which has no other name. */
function ownAccount(office: Mention, sentence: string, words: PlatformWords): Mention | undefined {
  const lead = /^：?官方/u.exec(sentence.slice(office.end))?.[0] ?? '';
  const from = office.end + lead.length;
  const platform = words.platformAt(sentence, from - 2);
  if (lead === '' || platform === undefined || sentence[from - 2 + platform.length] === '“')
    return undefined;
  return { ...office, platform: platform.replace(/^官方/u, ''), end: from - 2 + platform.length };
}

/** 县文旅局|在其政府网站|首页…: what is said of an office is said of its website. */
function ownSite(list: OfficeList, sentence: string, words: PlatformWords): OfficeList {
  const [office, ...others] = list.mentions;
  if (office === undefined || others.length > 0) return list;
  const account = ownAccount(office, sentence, words);
  if (account !== undefined) return { ...list, mentions: [account] };
  const from = office.end + (/^在?其/u.exec(sentence.slice(office.end))?.[0].length ?? 0);
  if (from === office.end) return list;
  const site = words.siteAt(sentence, from);
  if (site === undefined) return list;
  const own = { name: `${office.name}网站`, platform: WEBSITE_WORD, end: from + site.length };
  return { ...list, mentions: [{ ...office, ...own }] };
}

/** Between names of one list; an office goes on from an account without a comma. */
function jointOf({ mentions }: Group, mention: Mention): RegExp {
  const isOffice = mention.platform === OFFICE_WORD;
  const isSame = mentions.every(({ platform }) => (platform === OFFICE_WORD) === isOffice);
  return isSame ? JOINT : /^(?:、|以及|[和与及])$/u;
}

/** 问题依然存在，如甲局、乙局；|丙局发布的信息出现…: behind a semicolon one of whom something else is said. */
function isNewExample({ lead, to }: Group, { at, end }: Mention, sentence: string): boolean {
  if (!sentence.slice(to, at).startsWith('；')) return false;
  if (!/(?:如|例如|比如)，?$/u.test(sentence.slice(lead.from, lead.to))) return false;
  const behind = /^[^；。]*/u.exec(sentence.slice(end))?.[0] ?? '';
  return /[未不无没错缺超]|存在|出现|泄露|导致|空白/u.test(behind.replace(/“[^“”]*”/gu, ''));
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
    } else if (
      last !== undefined &&
      (mention.at < to ||
        (jointOf(last, mention).test(between) && !isNewExample(last, mention, sentence)) ||
        (NEXT_MONTH.test(between) && OF_MONTH.test(sentence.slice(last.lead.from, last.lead.to))))
    ) {
      keepFigure(last, between);
      last.mentions.push(mention);
      last.to = Math.max(to, mention.end);
    } else
      groups.push({
        mentions: [mention],
        lead: {
          from: Math.max(
            // 错别字32处，其中甲局8处: what was said of all before is said of each.
            last === undefined ? 0 : to + (isOfAll(mention, between) ? 0 : leadStart(between)),
            clauses.get(mention) ?? 0,
          ),
          to: mention.at,
        },
        to: mention.end,
      });
  }
  for (const group of groups) {
    takeLastPart(group, sentence.slice(group.to));
    takeLastFigure(group, sentence.slice(group.to));
  }
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

/** 错别字32处，其中甲局8处: whether what was said of all before is said of each. */
function isOfAll({ figure, platform }: Mention, between: string): boolean {
  return figure !== undefined && (platform === OFFICE_WORD || between.includes('其中'));
}

/** 甲公众号3处、: how often, of the account before it alone. */
function keepFigure({ mentions }: Group, between: string): void {
  const last = mentions.at(-1);
  const figure = /^(?:也?有|为)?(?<figure>\d+[次条处篇件个])[、，]/u.exec(between)?.groups?.[
    'figure'
  ];
  if (last === undefined || figure === undefined || last.platform === OFFICE_WORD) return;
  mentions.splice(-1, 1, { ...last, figure });
}

/** 甲网站8处、乙网站4处。: the last as well, where nothing else is said. */
function takeLastFigure(group: Group, behind: string): void {
  const { mentions } = group;
  const last = mentions.at(-1);
  const figure = /^(?<figure>\d+[次条处篇件个])[，；。]?$/u.exec(behind)?.groups?.['figure'];
  const isRow = mentions.slice(0, -1).some((one) => one.figure !== undefined);
  if (last === undefined || figure === undefined || !isRow || last.platform === OFFICE_WORD) return;
  mentions.splice(-1, 1, { ...last, figure });
  group.to += figure.length;
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
    /^(?:(?![^，；]*(?:存在|出现|错|[死断暗]链|失效))[^，；]{0,12}(?:\d+|[一二两三四五六七八九十]+)[个家]，?|其中|如|例如|比如|有|为|是|包括|分别[是为])?[，：]?$/u;
  const last = clauses.findLastIndex(([a, b]) => !isWord.test(between.slice(a, b)));
  const [start = 0, end = 0] = clauses[last] ?? [];
  const isStatement = CONNECTOR.test(between.slice(start, end)) && clauses.length > 1;
  return isStatement ? start : end;
}
