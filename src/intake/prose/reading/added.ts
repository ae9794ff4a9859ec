/** 接着说的话: what a sentence without names adds to what is said of those before it or above it, or takes back. */
import type { Known } from '../../record/known.ts';
import { BACK, type Governing, type GoverningStatement, subjectsAbove } from '../governing.ts';
import type { NamedMention } from '../mention/named.ts';
import { edged } from '../said/edges.ts';
import { findingWords } from '../said/finding.ts';
import { isGeneral, toneOf } from '../tone.ts';

/** …长期未更新。（已于4月2日更正）: what a bracket behind the sentence takes back. */
export function markMended(named: readonly NamedMention[], sentence: string, known: Known): void {
  if (!/^（[^（）]*）[。；]?$/u.test(sentence) || toneOf(sentence, known) !== 'mended') return;
  for (const one of named) {
    one.guesses = one.findings;
    one.findings = [];
    one.why = 'mended';
  }
}

/** What a sentence says of those above it comes to what is said of them already. */
export function addFindings(
  subjects: readonly NamedMention[],
  found: readonly string[],
  sentence: string,
): void {
  for (const one of subjects) {
    const more = found.filter((finding) => one.findings.length === 0 || !isGeneral(finding));
    if (more.length === 0 || one.why === 'mended') continue;
    const isSaid = more.some((finding) => !isGeneral(finding));
    const own = isSaid ? one.findings.filter((finding) => !isGeneral(finding)) : one.findings;
    one.findings = [...own, ...more];
    one.sentence = `${one.sentence}${sentence}`;
    one.why = undefined;
  }
}

/** A point below an account says what is wrong with it, whatever words it uses. */
export function addPoint(
  subjects: readonly NamedMention[],
  { passage, stretch }: GoverningStatement,
): void {
  const { from, to } = edged(passage.plain, stretch);
  addFindings(subjects, [passage.text.slice(from, to)], passage.text.slice(from, to));
}

/** 经核实，该账号为服务号，不作为问题: that what was said before is none. */
const CANCELLED =
  /不(?:作为|列为|计入|认定为|属于)[^，；。]{0,6}问题|经(?:核[实查]|查|复核)[^。]{0,40}(?:不属实|误报|误判|符合(?:要求|规定))/u;

/** Takes back what was said of those before where a sentence says that it is no problem. */
export function markCancelled(named: readonly NamedMention[], sentence: string): void {
  if (!CANCELLED.test(sentence) || /[但却仍]/u.test(sentence)) return;
  for (const one of named) {
    one.findings = [];
    one.why = 'nothing';
  }
}

/** 主要问题：, behind lists of several lines. */
const KEYED_ALL =
  /^(?:以上账号|上述账号)?(?:的|存在的?)?(?:主要|共同|共性|具体)问题(?:均为|为|是)?：(?=[^：]{4,}$)/u;

/** 主要问题：超过14天未更新。: said of all of the part of whom nothing is said yet; false where there are none. */
export function addForAll(
  named: readonly NamedMention[],
  { passage, stretch }: GoverningStatement,
  known: Known,
): boolean {
  const plain = passage.plain.slice(stretch.from, stretch.to).replace(/[。；]$/u, '');
  const key = KEYED_ALL.exec(plain)?.[0];
  const open = named.filter(
    ({ findings, why, guesses }) =>
      (findings.length === 0 && (why === 'nothing' || guesses.every((one) => isGeneral(one)))) ||
      (findings.length > 0 && findings.every((one) => isGeneral(one))),
  );
  if (key === undefined || open.length < 2) return false;
  const own = { from: stretch.from + key.length, to: stretch.to };
  addFindings(open, findingWords(passage, own, known), plain);
  return true;
}

/** 问题：, before words of any kind. */
const KEYED = /^(?:存在的?)?(?:主要|突出|具体)?问题(?:描述|表现)?：(?=[^：]{4,}$)/u;

/** What stands behind 问题： is what is wrong with the account before it, whatever words it uses; false where it is not so. */
export function addKeyed(
  last: readonly NamedMention[],
  { passage, stretch }: GoverningStatement,
): boolean {
  const key = KEYED.exec(
    passage.plain.slice(stretch.from, stretch.to).replace(/[。；]$/u, ''),
  )?.[0];
  if (key === undefined || last.length === 0) return false;
  addPoint(last, { passage, stretch: { from: stretch.from + key.length, to: stretch.to } });
  for (const one of last) one.isKeyed = true;
  return true;
}

/** What a sentence without names says comes to the account before it (该账号…) or above it; false where there is none. */
export function addSaid(
  last: readonly NamedMention[],
  headings: readonly Governing[],
  { passage, stretch }: GoverningStatement,
  known: Known,
): boolean {
  const back = BACK.exec(passage.plain.slice(stretch.from, stretch.to))?.[0];
  const isBack = back !== undefined && last.length > 0;
  const subjects = isBack ? last : subjectsAbove(headings);
  if (subjects === undefined) return false;
  const own = { from: stretch.from + (back?.length ?? 0), to: stretch.to };
  const sentence = passage.text.slice(stretch.from, stretch.to).trim();
  addFindings(subjects, findingWords(passage, own, known), sentence);
  return true;
}

/** Takes back what was said of those before, where a sentence says that it is mended, or no problem. */
export function retract(named: readonly NamedMention[], sentence: string, known: Known): void {
  markMended(named, sentence, known);
  markCancelled(named, sentence);
}
