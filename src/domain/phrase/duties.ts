/** 读频次义务: the frequencies that 整改措施 promise, each with the words that say what is promised. */
import type { Duty } from '../../schema/deadline.ts';
import { frequenciesIn, type Frequency, type FrequencyPiece } from './frequency/frequency.ts';
import { asWritten, uniformWriting, type Writing } from './writing.ts';

const IDLE_START = /^(?:[,;:、]|确保|保证|做到|坚持|实现|要求|严格|按照|各|并且|并|且|以及|和)+/u;
const IDLE_END = /(?:[,;:、]|并且|并|且|以及|和|的)+$/u;

/**
 * Reads the frequencies out of 整改措施: 确保一周两次信息发布 → { what: 信息发布, times: 2, per: week }. `what` are the
 * words of the same clause without those that say how often, as they stand. Frequencies that can be read in two ways
 * are left out; readDeadline says why.
 */
export function readDuties(measures: string): Duty[] {
  const writing = uniformWriting(measures);
  const frequencies = frequenciesIn(writing.read);
  return frequencies.flatMap((frequency, index) => {
    const floor = frequencies[index - 1]?.end ?? 0;
    if (!('every' in frequency)) return [];
    const { every } = frequency;
    const often =
      'everyDays' in every
        ? { everyDays: every.everyDays }
        : { times: every.times, per: every.per };
    return [{ what: whatOf(writing, frequency, floor), ...often }];
  });
}

function whatOf(writing: Writing, frequency: Frequency, floor: number): string {
  const before = lastClause(writing.read.slice(floor, frequency.start));
  const start = frequency.start - before.length;
  const what = wordsLeft(writing, { start, end: frequency.end }, frequency.pieces);
  if (what !== '') return what;
  // 及时更新栏目，一周两次: the clause before says what.
  const previous = lastClause(writing.read.slice(floor, start).replace(/[,;()]+$/u, ''));
  const end = writing.read.slice(0, start).replace(/[,;()]+$/u, '').length;
  const said = wordsLeft(writing, { start: end - previous.length, end }, []);
  return said === '' ? asWritten(writing, frequency.start, frequency.end) : said;
}

function lastClause(text: string): string {
  return text.replace(/^.*[,;()]/su, '');
}

/** The words of a stretch without its pieces, as the source has them. */
function wordsLeft(
  writing: Writing,
  stretch: FrequencyPiece,
  pieces: readonly FrequencyPiece[],
): string {
  const cuts = [...pieces].sort((a, b) => a.start - b.start);
  const kept: FrequencyPiece[] = [];
  let at = stretch.start;
  for (const cut of [...cuts, { start: stretch.end, end: stretch.end }]) {
    if (cut.start > at) kept.push({ start: at, end: cut.start });
    at = cut.end;
  }
  const places = kept.flatMap(({ start, end }) =>
    Array.from({ length: end - start }, (_, index) => start + index),
  );
  const read = places.map((place) => writing.read.charAt(place)).join('');
  const begun = read.replace(IDLE_START, '');
  const from = read.length - begun.length;
  return places
    .slice(from, from + begun.replace(IDLE_END, '').length)
    .map((place) => asWritten(writing, place, place + 1))
    .join('');
}
