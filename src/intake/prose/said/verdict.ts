/** 判断: what a sentence says of one list of accounts — a problem, or that all is well, or something a person has to settle. */
import type { Known } from '../../record/known.ts';
import { ownWords } from './clauses.ts';
import { distributed, turnsOf } from './distributed.ts';
import {
  comesToOther,
  isAgainWrong,
  isAnswer,
  isByTurns,
  isDealtWith,
  isInCase,
  isIntended,
  isLikewise,
  isNotThrough,
  isOfEarlier,
  isPenalty,
  isScore,
  isStillWrong,
  isUnsettled,
  isWarning,
  ONLY_PART,
  OPENED,
  saysNotWhat,
} from './doubt.ts';
import { isBare, type TextStretch, trimmedStretch } from './edges.ts';
import { COMPARED, findingsIn, isFragment } from './finding.ts';
import { leftIn } from './left.ts';
import { isAsideAlone } from './measure.ts';
import { faultsQuoted } from './quoted.ts';
import { statementIn } from './statement.ts';
import {
  comesToName,
  mendedTogether,
  isMixedIn,
  isOfMore,
  isOfOneNamed,
  isRenamed,
  someOf,
} from './whose.ts';
import type { Group } from '../mention/group.ts';
import type { WhyNot } from '../mention/named.ts';
import { OFFICE_WORD } from '../mention/office/offices.ts';
import { isMeans } from '../mention/subject.ts';
import { type Passage, plainOf } from '../passage.ts';
import type { PlatformWords } from '../mention/platform-words.ts';
import { isGeneral, toneOf } from '../tone.ts';
import { namesOther } from '../unread.ts';

export interface ListVerdict {
  /** For all names of the list, or, with `isEach`, one for each. */
  findings: string[];
  isEach?: boolean;
  /** What stands behind the list says it, not what leads up to it. */
  isBehind?: boolean;
  /** Of the names on several platforms only those on this one. */
  onPlatform?: string;
  /** Why there is no finding. */
  why?: WhyNot;
  /** What it might be, where it is unclear or mended. */
  guesses: string[];
  /** What is said, where it was understood neither as wrong nor as well. */
  left?: string;
}

const nothing: ListVerdict = { findings: [], why: 'nothing', guesses: [] };
const unclear: ListVerdict = { findings: [], why: 'unclear', guesses: [] };

/**
 * The verdict on a list of a sentence. `to`: where the words about it end; `governing`: the problem that stands above the
 * sentence, if the list is all that the sentence says.
 */
export function verdictOn(
  passage: Passage,
  group: Group,
  to: number,
  governing: (isAlone: boolean) => string | undefined,
  known: Known,
  words: PlatformWords,
): ListVerdict {
  const { plain } = passage;
  const say = ({ from, to: end }: TextStretch): string => plain.slice(from, end);
  const cut = ({ from, to: end }: TextStretch): string => passage.text.slice(from, end).trim();
  const whole = { from: group.to, to };
  // What goes on to speak of others leaves the list bare.
  const { to: end } = ownWords(plain, whole);
  const predicate = isBare(plain, { from: group.to, to: end })
    ? { from: group.to, to: end }
    : whole;
  const intro = say(group.lead);
  if (/(?:未|没有)(?:发现|出现|见)[^，；]{0,6}$|不存在$/u.test(intro)) return nothing;
  if (/^(?:各|请|望)[^，；]*?(?<!需)(?:要(?!求)|应(?!急)|以)[^，；]*$/u.test(intro)) return nothing;
  // 各单位要以“甲农业”公众号被通报为戒: asked of everybody.
  if (isWarning(intro, say(ownWords(plain, whole))) || isInCase(intro, say(whole))) return nothing;
  if (isOfEarlier(intro, say(whole))) return { ...nothing, why: 'mended' };
  const close = plain.slice(Math.max(0, group.lead.to - 12), group.lead.to);
  if (isAnswer(close) || isNotThrough(intro) || isPenalty(intro, say(whole))) return unclear;
  // 存在的突出问题是“首页长时间未更新”: what the quotes hold is what is wrong.
  const quoted = faultsQuoted(plain, whole, known);
  if (quoted !== undefined) {
    const said = quoted.stretches.map(cut);
    return quoted.isAll
      ? { findings: said, guesses: [] }
      : { findings: [], why: 'unclear', guesses: said };
  }
  const opened = OPENED.exec(plain.slice(Math.max(0, group.lead.to - 60), group.lead.to))?.[0];
  const bare = isBare(plain, predicate);
  if (opened !== undefined) {
    const more = bare ? [] : findingsIn(plain, predicate, known).map(cut);
    const others = more.filter((one) => !OPENED.test(one));
    return { findings: [opened, ...others], guesses: [] };
  }
  // 对通报的“甲环保”微信公众号更新不及时问题，县环保局已整改到位
  if (
    /^(?:对|针对|就)[^，；]*$/u.test(intro) &&
    toneOf(/^[^。！？]*/u.exec(plain.slice(group.to))?.[0] ?? '', known) === 'mended'
  )
    return { ...nothing, why: 'mended' };
  if (isDealtWith(intro, say(whole)))
    return { ...unclear, guesses: findingsIn(plain, predicate, known).map(cut) };
  // “甲司法”微信公众号（更新不及时）、…
  const inner =
    /^（(?<said>[^（）]+)）(?:[、，；。]|和|以及)?$/u.exec(say(whole))?.groups?.['said'] ?? '';
  const isOwn =
    known.phrases.read(inner).problems.length > 0 ||
    (toneOf(inner, known) === 'problem' && !/\d/u.test(inner));
  const stated = statementIn(plain, group.lead, known);
  if (isOwn && (stated === undefined || isGeneral(say(stated))))
    return { findings: [inner], guesses: [] };
  // 除甲县、乙区网站外，其余都已发布: what they have not done stands behind what others have.
  const isLeftOut =
    /除$/u.test(intro) && /^外，?(?:其余|其他|其它|都|均)[^。]*。?$/u.test(say(whole));
  if (isLeftOut && toneOf(say(whole).replace(/^外，?/u, ''), known) !== 'problem')
    return { ...unclear, guesses: [cut(whole)] };
  const tone = bare ? 'none' : toneOf(say(ownWords(plain, predicate)), known);
  if (tone === 'praise') return nothing;
  // “甲税务”微信公众号（已20天未更新）和“乙”…: what the brackets say, without them.
  const isInner = inner !== '' && toneOf(inner, known) === 'problem';
  const found = (isInner ? [inner] : findingsIn(plain, predicate, known).map(cut)).filter(
    (one) => !isOfMore(plainOf(one), group.mentions.length),
  );
  if (tone === 'mended') {
    // 原有问题已整改，但又出现2处错别字: what comes after the mending is not mended.
    const isAgain = isAgainWrong(say(predicate));
    if (isAgain && found.length > 0 && isStillWrong(say(predicate)))
      return { findings: found, isBehind: true, guesses: [] };
    return {
      findings: [],
      why: isAgain && found.length > 0 ? 'unclear' : 'mended',
      guesses: found,
    };
  }
  const became = mendedTogether(plain.slice(group.to), known);
  if (became !== undefined) return { findings: [], why: became, guesses: found };
  if (isLikewise(say(predicate))) return unclear;
  // 县人社局未经申请，自行开通|“甲就业”视频号: said of the account that it comes to.
  const isOffice = group.mentions.every(({ platform }) => platform === OFFICE_WORD);
  if (isOffice && plain[to] === '“' && OPENED.test(say({ from: group.to, to }))) return nothing;
  if (tone === 'problem' && found.length > 0) {
    // “甲发布”、某某等账号未更新: where the list goes on nobody knows whose the rest is.
    // 私自开通“乙”视频号: what is said comes to another name before it ends.
    const isCut =
      to < plain.length &&
      !/[，。；：、！？）]/u.test(plain.charAt(to - 1)) &&
      OPENED.test(say(predicate));
    const isOpen = isCut || (/^[、和与及]/u.test(say(predicate)) && !COMPARED.test(say(predicate)));
    const own = say(ownWords(plain, predicate));
    const turns = turnsOf(own, group.mentions.length);
    if (turns !== undefined) return { findings: turns, isEach: true, guesses: [] };
    if (
      isOpen ||
      isByTurns(own, group.mentions.length) ||
      isUnsettled(intro, own) ||
      isRenamed(intro, own) ||
      isOfOneNamed(own, group) ||
      (group.mentions.some(({ isLast }) => isLast === true) && comesToName(own)) ||
      isMixedIn(own, known) ||
      found.some((one) => isScore(plainOf(one)) || /^(?:以下|下列|如下)/u.test(one)) ||
      isMeans(say(group.lead)) ||
      found.some(
        (one) =>
          isFragment(plainOf(one)) || comesToOther(plainOf(one)) || namesOther(plainOf(one), words),
      )
    )
      return { findings: [], why: 'unclear', guesses: found };
    const each = distributed(say(predicate), group.mentions.length);
    if (each === undefined)
      return { findings: found, isBehind: true, guesses: [], ...someOf(group, own, words) };
    return each.length === group.mentions.length
      ? { findings: each, isEach: true, guesses: [] }
      : { findings: [], why: 'unclear', guesses: each };
  }
  const introTone = toneOf(intro, known);
  if (introTone === 'praise') return nothing;
  if (introTone === 'mended') return { findings: [], why: 'mended', guesses: [] };
  const before = introTone === 'problem' ? statementIn(plain, group.lead, known) : undefined;
  if (before !== undefined) {
    // 域名不规范，如甲网的域名以.com为后缀: an example says itself what is wrong.
    // 一季度被通报的: that it was, not what for.
    if (/^[^，；]{0,10}被[^，；]{0,6}(?:通报|点名|约谈)(?:批评)?$/u.test(say(before)))
      return { ...unclear, guesses: [cut(before)] };
    // 未及时处置|“甲水利”公众号|留言: the name stands within what is said.
    if (!bare && before.to >= group.lead.to) return { ...unclear, guesses: [cut(before)] };
    // 对长期不更新的“甲粮食”，由县粮食局关停; 针对“僵尸账号”问题，“甲发布”刊发评论: the names come to something else.
    const isApart = /[，；]$/u.test(intro) || isIntended(intro);
    if (!bare && (isApart || isAsideAlone(say(trimmedStretch(plain, predicate)))))
      return { ...unclear, guesses: [cut(before)] };
    if (!bare && (/^[、和与及]/u.test(say(predicate)) || namesOther(say(predicate), words)))
      return { ...unclear, guesses: [cut(before)] };
    const isExample = !bare && /(?:如|例如|比如)$/u.test(intro) && !ONLY_PART.test(say(predicate));
    const own = trimmedStretch(plain, ownWords(plain, predicate));
    // 整改不到位的：|“甲”补发了3篇，但均为旧闻: what is said of it goes on from what is said of all.
    const more = bare || ONLY_PART.test(say(predicate)) ? undefined : leftIn(plain, own);
    const isMore = more !== undefined && /：$/u.test(intro) && !isExample;
    return {
      findings: [isExample ? cut(own) : isMore ? `${cut(before)}，${cut(more)}` : cut(before)],
      guesses: [],
    };
  }
  const above = governing(bare);
  const stretch = tone === 'none' && !bare ? leftIn(plain, ownWords(plain, predicate)) : undefined;
  const left = stretch === undefined ? {} : { left: cut(stretch) };
  if (above === undefined) {
    // 甲网“信箱”、乙网“投诉”栏目: whether the rest is said of both, a person has to see.
    if (/^“[^”]*”(?:栏目)?[、和与及]$/u.test(say(predicate))) return unclear;
    return { ...nothing, ...left };
  }
  const isNamed = known.phrases.read(above).problems.length > 0 || !saysNotWhat(plainOf(above));
  return bare && isNamed && !isGeneral(above.replace(/不合格|不达标/u, '不符'))
    ? { findings: [above], guesses: [] }
    : { ...unclear, guesses: [above], ...left };
}
