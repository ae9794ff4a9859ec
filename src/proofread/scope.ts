/** 范围: the exact numbers of one scope of a sentence, and which of them are counted as a whole is. */
import { countsOther } from './meaning.ts';
import { isAlike, type SaidNumber, type Statement } from './statement.ts';

/** From here on a clause speaks of something else. */
const ELSEWHERE = /涉及|平均|同时|另外|此外|印发|召开/u;

/** The exact numbers of a sentence that stand in one scope. */
export function inScope({ numbers }: Statement, scope: number): SaidNumber[] {
  return numbers.filter((one) => one.scope === scope && !one.rough);
}

/** The text with what stands in brackets blanked out, so that places stay. */
export function withoutBrackets(text: string): string {
  let last = text;
  for (;;) {
    const next = last.replace(/（[^（）]*）/gu, (inner) => ' '.repeat(inner.length));
    if (next === last) return next;
    last = next;
  }
}

/** Behind a 其中 of its own, up to the next semicolon. */
export function isNested(lead: string): boolean {
  return /其中[^；]*$/u.test(lead);
}

/** The numbers counted as the whole is, until a clause that speaks of something else. */
export function partsFrom(
  statement: Statement,
  whole: SaidNumber,
  after: readonly SaidNumber[],
  start: number,
  until: number,
): { parts: SaidNumber[]; words: string } {
  const text = withoutBrackets(readWords(statement, start, until));
  const clauses = [...text.matchAll(/[^，；]+[，；]?/gu)];
  // 205个；四是…: the next point of another list.
  const listed = /^[^，。；\d]{0,6}[：，]?一是/u.test(text);
  const ends = (clause: string) =>
    ELSEWHERE.test(clause) || (!listed && /^[二三四五六七八九十]+是/u.test(clause));
  const stop = clauses.find(({ 0: clause }) => ends(clause))?.index ?? text.length;
  const parts = after.filter(
    (one, index) =>
      !isInside(after[index - 1], one) &&
      one.at < start + stop &&
      isAlike(one, whole) &&
      !one.compared &&
      (/元$/u.test(one.unit) || !countsOther(whole, one)),
  );
  return { parts, words: text.slice(0, stop) };
}

/** 15个乡镇中13个: the second is some of the first. */
function isInside(before: SaidNumber | undefined, { passage, at }: SaidNumber): boolean {
  return (
    before !== undefined &&
    /^[^，。；：\d]{1,10}中(?:的|有)?$/u.test(passage.read.slice(before.end, at))
  );
}

/** The words of a stretch of its passage. */
export function readWords(statement: Statement, from: number, to: number): string {
  return statement.passage.read.slice(from, to);
}
