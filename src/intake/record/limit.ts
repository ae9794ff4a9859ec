/** 整改时限: the phrase of the list as a deadline. Two readings are a question; nothing before the list's own day is believed. */
import { dayOfSerial } from '../words/day-cell.ts';
import { dayIn } from '../list/head.ts';
import { inWords } from '../../day/calendar.ts';
import { dueOn, readDeadline, type ReadingContext } from '../../domain/issue/deadline.ts';
import type { Deadline } from '../../schema/deadline.ts';
import type { Reading } from './known.ts';
import type { Candidate, Inquiry } from '../inquiry/question.ts';
import type { Cell } from '../../paper/sheet.ts';

/** Leaves a phrase unread in the ledger. */
const DOUBTFUL = '存疑';
/** Believes a date before the list's day. */
const AS_WRITTEN = '照录';

const STANDING = /坚持|长期|长效|常态|持续/u;

/** The deadline of a row, or undefined while it is asked about. `text` is the cell, mended. */
export function readLimit(
  text: string,
  cell: Pick<Cell, 'place' | 'day'>,
  context: ReadingContext,
  inquiry: Inquiry,
  readings: Reading[],
): Deadline | undefined {
  const reading = text === '' ? undefined : readDeadline(text, context);
  const deadline = reading?.deadline;
  const trouble = troubleWith(deadline, text, cell.day, context);
  if (trouble === undefined) {
    for (const note of reading?.why ?? []) readings.push({ field: 'deadline', note });
    return deadline;
  }
  const candidates: Candidate[] = [...trouble.candidates];
  if (text !== '') candidates.push({ answer: DOUBTFUL, label: '照原文登记，标为待定' });
  const message = `${trouble.why}请写明时限，写成“2020年5月31日前”“长期坚持”“立即整改”这样`;
  return inquiry.ask(
    { ask: 'deadline', text, message, candidates },
    cell.place,
    ([answer = '']) => {
      const note = (words: string): void =>
        void readings.push({ field: 'deadline', note: `经确认，${words}` });
      if (answer === DOUBTFUL && text !== '') {
        note('时限待定');
        return {
          text,
          kind: 'unread' as const,
          candidates: trouble.candidates.map(({ label }) => label),
        };
      }
      if (answer === AS_WRITTEN && deadline !== undefined && deadline.kind !== 'unread')
        return deadline;
      const said = readDeadline(answer, context).deadline;
      if (said.kind === 'unread') return undefined;
      note(`“${text === '' ? '（空）' : text}”读作“${answer}”`);
      return { ...said, text: text === '' ? answer : text };
    },
  );
}

/** Why a reading is not taken as it is, with candidates; undefined where there is nothing to ask. */
function troubleWith(
  deadline: Deadline | undefined,
  text: string,
  day: string | undefined,
  { listedOn }: ReadingContext,
): { why: string; candidates: Candidate[] } | undefined {
  if (deadline === undefined) return { why: '没有写整改时限。', candidates: [] };
  if (deadline.kind === 'unread') {
    const candidates = deadline.candidates.flatMap((label): Candidate[] => {
      const meant = dayIn(label);
      return meant === undefined ? [] : [{ answer: inWords(meant), label }];
    });
    // 44012 is what is left of a date whose format was lost; a list may hold other numbers, so it is asked.
    const serial = dayOfSerial(text);
    if (serial !== undefined)
      candidates.push({ answer: inWords(serial), label: '按 Excel 的日期序号' });
    return { why: `“${text}”读不出唯一的时限。`, candidates };
  }
  // A standing duty that was not recognised hides in the goal: 并长…坚持.
  if (deadline.kind === 'fixed' && STANDING.test(deadline.goal ?? '')) {
    const day = inWords(deadline.dueOn);
    return {
      why: `“${text}”里是不是还要长期坚持，没有读懂。`,
      candidates: [
        { answer: `${day}前，并长期坚持`, label: `${day}到期，之后长期坚持` },
        { answer: day, label: `只到${day}` },
      ],
    };
  }
  const due = dueOn(deadline)?.day;
  if (due === undefined) return undefined;
  if (day !== undefined && day !== due) {
    const both = [due, day].map((one) => ({ answer: inWords(one), label: inWords(one) }));
    return { why: `单元格显示“${text}”，存的却是${inWords(day)}。`, candidates: both };
  }
  if (due >= listedOn) return undefined;
  return {
    why: `“${text}”是${inWords(due)}，早于填表日期${inWords(listedOn)}。`,
    candidates: [{ answer: AS_WRITTEN, label: `就是${inWords(due)}` }],
  };
}
