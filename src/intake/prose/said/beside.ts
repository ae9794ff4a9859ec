/** 旁边的名单: what is said of one list, where the words of the list before it or behind it say the rest. */
import type { Known } from '../../record/known.ts';
import type { Group } from '../mention/group.ts';
import type { NamedMention } from '../mention/named.ts';
import { toneOf } from '../tone.ts';
import { isLikewise } from './doubt.ts';

/** A list of a sentence, with what is said of it, up to the next. */
export interface Told {
  named: NamedMention[];
  /** Plain. */
  behind: string;
}

/** 5处, and nothing else. */
const ONLY_COUNT =
  /^[，：]?(?:也|则|亦)?(?:有|为|存在)?共?(?<figure>\d+[处条个篇次份项件])[，；、。]*$/u;
const COUNTS = /\d+[处条个篇次份项件]/gu;
/** Goes on to the next list: 发布的文章、, 栏目和. */
const OPEN = /(?<said>.*[^、，；。：])(?:、|以及|[和与及])$/u;
/** Holds for what stands before as well. */
const FOR_ALL = /分别|均|都(?!市|匀|江|昌|安|兰)|各(?!类|项)/u;

/** The lists of a sentence that ends at `to`, with what is said of each. */
export function toldIn(
  plain: string,
  to: number,
  groups: readonly Group[],
  known: Known,
  namedOf: (group: Group, next: Group | undefined) => NamedMention[],
): Told[] {
  const told = groups.map((group, at) => ({
    named: namedOf(group, groups[at + 1]),
    behind: plain.slice(group.to, groups[at + 1]?.lead.from ?? to),
  }));
  completed(told, known);
  return told;
}

/** Completes what lists of a sentence say, or leaves it to a person where nobody knows how far it goes. */
function completed(lists: readonly Told[], known: Known): void {
  for (const [at, { named, behind }] of lists.entries()) {
    const before = lists[at - 1];
    const said = [...new Set(before?.named.flatMap(({ findings }) => findings))];
    for (const one of named)
      if (one.why === 'unclear' && one.guesses.length === 0 && isLikewise(behind))
        one.guesses = said;
    if (named.some(({ why }) => why !== 'nothing') || named.length === 0) continue;
    const figure =
      ONLY_COUNT.exec(behind)?.groups?.['figure'] ??
      (/^[，；、。]*$/u.test(behind) ? named.at(-1)?.mention.figure : undefined);
    if (figure !== undefined && before !== undefined) counted(named, figure, before);
    const next = lists[at + 1];
    const open = OPEN.exec(behind)?.groups?.['said'] ?? '';
    // “甲”、松鹤公寓|“乙”公众号夸大功效: the list goes on in words that are no office's.
    const isJoined = /^(?:、|以及|[和与及])\p{Script=Han}{0,12}$/u.test(behind);
    const isOpen = isJoined || (open !== '' && toneOf(open, known) === 'none');
    if (next === undefined || !isOpen) continue;
    hanging(named, next);
  }
}

/** 甲网站存在3处错别字，乙网站5处: the same, as often as it says. */
function counted(named: readonly NamedMention[], figure: string, { named: before }: Told): void {
  const [finding = '', ...others] = new Set(before.flatMap(({ findings }) => findings));
  const figures = finding.match(COUNTS) ?? [];
  const isSame = figures.length === 1 && figures[0].at(-1) === figure.at(-1);
  if (!isSame || others.length > 0) return;
  for (const one of named) {
    one.findings = [finding.replace(COUNTS, one.mention.figure ?? figure)];
    one.why = undefined;
  }
}

/** 甲公众号的文章、乙公众号的文章分别…: what is wrong with the first is said behind the second. */
function hanging(named: readonly NamedMention[], { named: next, behind }: Told): void {
  const guesses = [...new Set(next.flatMap((one) => [...one.findings, ...one.guesses]))];
  if (guesses.length === 0) return;
  for (const one of named) {
    one.why = 'unclear';
    one.guesses = guesses;
  }
  if (!FOR_ALL.test(behind)) return;
  for (const one of next) {
    one.why = 'unclear';
    one.guesses = guesses;
    one.findings = [];
  }
}
