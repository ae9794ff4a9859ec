/** 问题: what words say is wrong, without what leads up to it and without what is said of others. */
import type { Known } from '../../record/known.ts';
import type { Passage } from '../passage.ts';
import { toneOf } from '../tone.ts';
import { ownClauses } from './clauses.ts';
import { edged, type TextStretch } from './edges.ts';

/** 二、出现扣分情形的政务新媒体名单: where a line end was lost, a heading stands behind a list; it says of nobody what is wrong. */
const HEADING = /^（?[一二三四五六七八九十]+[、）][^，；]*(?:名单|清单|情况|一览表)$/u;

/** The findings that a predicate states, in its order; empty where it states none. */
export function findingsIn(plain: string, stretch: TextStretch, known: Known): TextStretch[] {
  const kept = ownClauses(plain, stretch);
  const findings: Stated[] = [];
  let begun: TextStretch | undefined;
  for (const clause of kept) {
    const words = plain.slice(clause.from, clause.to);
    const tone = toneOf(words, known);
    if (tone === 'problem' && (CAUSE.test(words) || YIELDING.test(words)) && clause !== kept.at(-1))
      begun ??= { ...clause };
    else if (tone === 'problem') {
      const last = findings.at(-1);
      const isNew = begun !== undefined && !GOES_ON.test(plain.slice(begun.from, begun.to));
      if (!isNew && last !== undefined && !isOwn(words, last, known)) {
        last.kinds.push(...kindsIn(plain, { from: last.to, to: clause.to }, known));
        last.to = clause.to;
      } else {
        const stated = { from: (begun ?? clause).from, to: clause.to };
        findings.push({ ...stated, kinds: kindsIn(plain, stated, known) });
      }
      begun = undefined;
    } else if (tone === 'none') begun ??= { ...clause };
    else begun = undefined;
  }
  const named = findings.length === 0 ? becameAtEnd(plain, kept, known) : undefined;
  if (named !== undefined) findings.push({ ...named, kinds: [] });
  return findings
    .map(({ from, to }) => edged(plain, { from, to }))
    .filter((one) => one.to > one.from && !HEADING.test(plain.slice(one.from, one.to)));
}

/** The same, as they are written. */
export function findingWords(passage: Passage, stretch: TextStretch, known: Known): string[] {
  return findingsIn(passage.plain, stretch, known).map(({ from, to }) =>
    passage.text.slice(from, to).trim(),
  );
}

/** 因密码遗失长期无人管理，|成为“僵尸账号”: what is wrong, and then only what it is called. */
function becameAtEnd(
  plain: string,
  clauses: readonly TextStretch[],
  known: Known,
): TextStretch | undefined {
  const [cause, became, ...more] = clauses.slice(-2);
  if (cause === undefined || became === undefined || more.length > 0) return undefined;
  const isCalled = /^(?:已|逐渐|实际)*(?:[成沦变]为|变成)“[^“”]+”/u.test(
    plain.slice(became.from, became.to),
  );
  const isWrong = toneOf(plain.slice(cause.from, cause.to), known) === 'problem';
  return isCalled && isWrong ? { from: cause.from, to: became.to } : undefined;
}

/** 因无专人负责，: why, before what is wrong. */
const CAUSE = /^(?:均|都)?(?:因(?!此)|由于|鉴于|受)[^，；]*，$/u;

/** 名义上已停更，: what is only so in name, before what is so. */
const YIELDING = /^(?:名义上|表面上|看似)[^，；]*，$/u;

/** 经多次催办，仍未整改; 县政府办两次督促后仍未改正: goes on with the same problem. */
const GOES_ON =
  /^(?:导致|致使|造成|使得|引发|经[^，；]*(?:催|督|提醒|通知|通报)|仍|至今|\p{Script=Han}{2,16}?(?:[多数两二三四五\d]+次|再次|反复|一再)(?:提醒|催|督|通知|约谈)|[^，；]{2,16}?(?:提醒|催办|督办|通知|约谈|通报|交办|反馈)后，?仍)/u;

/** What goes on with these: 栏目最后更新时间为3月，超过半年未更新. */
const SAME_STALE = ['homepage-stale', 'columns-stale'];

/** A finding with the kinds of problem that its clauses name: a long one is not read anew for every clause. */
interface Stated extends TextStretch {
  kinds: string[];
}

function kindsIn(plain: string, { from, to }: TextStretch, known: Known): string[] {
  return [...known.phrases.read(plain.slice(from, to)).problems];
}

/** Whether the words of a clause state another problem than what was said before, and do not go on with the same one. */
function isOwn(words: string, { kinds: one }: Stated, known: Known): boolean {
  if (GOES_ON.test(words)) return false;
  const other = known.phrases.read(words).problems;
  const isSame = (id: string): boolean =>
    one.includes(id) || (id === 'content-stale' && SAME_STALE.some((wide) => one.includes(wide)));
  if (one.length > 0 && other.length > 0) return !other.every(isSame);
  return /^(?:(?:并|同时|还|且|另|并且|而且|也|又)+(?:存在|出现|有|未|无)|\d+[个处条])/u.test(
    words,
  );
}

/** 与主账号功能重复, 与“乙”公众号内容相同: what it is held against, and no list that goes on. */
export const COMPARED =
  /^[与和同](?!“[^“”]*”(?:、|均|都|等|[^，；。]{0,6}(?:均|都|未|超)))[^，；。、]{1,24}?(?:重复|雷同|重叠|不一致|不符|不同步|不匹配|相同|一样|混淆|冲突|矛盾|脱节|无关)/u;

/** Words that began before where they were cut, or were not closed: 月内无原创, “三审. */
export function isFragment(words: string): boolean {
  const count = (char: string): number => words.split(char).length;
  return (
    (/^[与和]/u.test(words) && !COMPARED.test(words)) ||
    /^(?:个?月[内前里]|个(?!别|人)|[天周次条]|处(?!于|理|置|在)|的|了|等|及|之|相比|[前后](?:[一二两三四五六七八九十\d]+[个家]|者))/u.test(
      words,
    ) ||
    /(?:问题|情况)?(?:主要)?(?:是|(?<!行)为|有|包括|如下)：?$/u.test(words) ||
    count('（') !== count('）')
  );
}
