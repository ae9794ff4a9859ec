/** 名单的每一项: what a verdict on a list says of each of its names. */
import type { Known } from '../../record/known.ts';
import type { TextStretch } from './edges.ts';
import type { Group } from '../mention/group.ts';
import type { Mention } from '../mention/mentions.ts';
import type { NamedMention } from '../mention/named.ts';
import { OFFICE_WORD } from '../mention/office/offices.ts';
import type { Passage } from '../passage.ts';
import { isGeneral, toneOf } from '../tone.ts';
import type { ListVerdict } from './verdict.ts';

/** 县教育局——甲教育, 甲网站域名: words that are more than a name; a person has to see. */
const isOdd = (name: string): boolean => /[—–：；，。]|域名$|^(?:基层|部分|个别|各)/u.test(name);

const RATE = /^[^，；。]{0,12}率[^，；。\d]{0,8}\d+(?:\.\d+)?%$/u;

const OF_SOME =
  /^(?:存在|有|的)?(?:个别|部分|少数|有的|有些|一些|某些?|[一两几多][个家])(?:县区|县市|区县|乡镇|单位|部门)?(?:栏目|专栏|页面|链接|(?:政府|政务|门户)*(?:网站|新媒体|公众号|账号))/u;

export function namedFrom(
  {
    passage,
    sentence,
    group,
    verdict,
  }: { passage: Passage; sentence: TextStretch; group: Group; verdict: ListVerdict },
  known: Known,
): NamedMention[] {
  const { findings, isEach = false, isBehind = false, why, guesses, onPlatform, left } = verdict;
  const isOn = ({ platform }: Mention): boolean =>
    platform.includes(onPlatform ?? '') || (onPlatform ?? platform).includes(platform);
  const isKnown = onPlatform === undefined || group.mentions.some(isOn);
  const count = /等(?<count>\d+)[个家]/u.exec(passage.plain.slice(group.lead.to, group.to + 8));
  const isShort =
    count?.groups !== undefined && Number(count.groups['count']) < group.mentions.length;
  const told = count?.groups && {
    count: Number(count.groups['count']),
    names: group.mentions.length,
  };
  // “甲”公众号（71天未更新）、“乙”微博|（评论区有涉黄链接）: each has brackets of its own.
  const isInRow = passage.plain[group.to] === '（';
  return group.mentions.flatMap((mention, at): NamedMention[] => {
    const own =
      !isOn(mention) && isKnown
        ? []
        : isEach
          ? [findings[at] ?? '']
          : (inBrackets(mention, isInRow ? [] : findings, known) ??
            findings.map((one) => ofMention(one, mention, isBehind)));
    // What may be a slogan is no account unless something is said to be wrong with it.
    if (mention.isUnsure && own.length + guesses.length === 0) return [];
    // 错误5处、错别字23处，其中甲局3处: of which of them nobody says.
    const isOfMany =
      mention.figure !== undefined &&
      !isBehind &&
      findings.some((one) => (one.match(/\d+[处条个篇次份项件]/gu) ?? []).length > 1);
    // 虞城县合格率低于70%: a figure of all its accounts, no problem of its own.
    const isRate = own.length > 0 && own.every((one) => RATE.test(one));
    if (mention.platform === OFFICE_WORD && isRate) return [];
    // 问题较多的单位是：甲区（9个）: how many, and not what.
    const isMany =
      own.length > 0 && own.every((one) => /^问题(?:数量?)?(?:较|比较|最)?[多集突]/u.test(one));
    if (mention.platform === OFFICE_WORD && isMany) return [];
    // 武汉市个别栏目5年未更新: a place, and nobody says whose column.
    const isNobodys =
      mention.platform === OFFICE_WORD &&
      /(?:市|县|区|旗|州)$/u.test(mention.name) &&
      own.some((one) => OF_SOME.test(one));
    return [
      {
        mention,
        place: passage.placeAt(mention.at),
        sentence: passage.text.slice(sentence.from, sentence.to).trim(),
        told,
        ...(left !== undefined && { left }),
        ...(mention.isUnsure || isShort || isNobodys || !isKnown || isOfMany || isOdd(mention.name)
          ? { findings: [], why: 'unclear', guesses: [...own, ...guesses] }
          : { findings: own, why: own.length > 0 ? undefined : (why ?? 'nothing'), guesses }),
      },
    ];
  });
}

/** What brackets behind a name say of it, where nothing else says more. */
function inBrackets(
  { said }: Mention,
  findings: readonly string[],
  known: Known,
): string[] | undefined {
  if (said === undefined || toneOf(said, known) !== 'problem') return undefined;
  return findings.every((one) => isGeneral(one)) ? [said.replace(/^(?:均|都)/u, '')] : undefined;
}

/** What is said of a whole list, in the words that hold for one of it: its column, its count. */
function ofMention(finding: string, mention: Mention, isBehind: boolean): string {
  const { part, figure, platform } = mention;
  // 甲公众号3处、乙公众号5处错别字未改正
  if (isBehind && figure !== undefined && platform !== OFFICE_WORD)
    return finding.replace(/^\d+[次条处篇件个](?!月|季)/u, figure);
  if (isBehind) return `${(part ?? figure ?? '').replace(/^的/u, '')}${finding}`;
  if (figure === undefined) return finding;
  return finding.replace(/^共/u, '').replace(/(?:共计?)?\d+[处条个篇次份分项]/u, figure);
}
