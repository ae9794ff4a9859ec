/** 整改时限: the phrase of the list as a deadline. Two readings are a question; nothing before the list's own day is believed. */
import { dayIn, dayOfSerial } from '../../words/day-cell.ts';
import { type Day, inWords } from '../../../day/calendar.ts';
import { dueOn } from '../../../domain/issue/deadline/deadline.ts';
import { dueOfCandidate } from '../../../domain/phrase/doubt.ts';
import { readDeadline, type ReadingContext } from '../../../domain/phrase/read.ts';
import type { Deadline } from '../../../schema/deadline.ts';
import type { NotedReading } from '../known.ts';
import {
  type AskedQuestion,
  type Candidate,
  type Inquiry,
  valuesInWords,
} from '../../inquiry/question.ts';
import type { Cell, PaperPlace } from '../../../paper/sheet.ts';

/** Leaves a phrase unread in the ledger. */
const DOUBTFUL = '存疑';
/** Believes a date before the list's day. */
const AS_WRITTEN = '照录';

const STANDING = /坚持|长期|长效|常态|持续/u;
/** The day from which something counts, as an answer. */
const START =
  /^(?:自|从|收到日|起算日)?[：:]?(?<day>.+?日)(?:起|之日起|起算|收到)$|^(?:收到日|起算日)[：:]?(?<named>.+)$/u;

/** Any day: what is not read on it is read on none. */
const ANY_DAY = '2020-01-02';

/**
 * Asks about a deadline that no day of the list would make one of, 12月 or 国庆节前, while that day is itself asked for:
 * both are answered in one round.
 */
export function askUndated(text: string, { place }: Pick<Cell, 'place'>, inquiry: Inquiry): void {
  if (text === '') return;
  const { deadline } = readDeadline(text, { listedOn: ANY_DAY, closeOfBusiness: '18:00' });
  if (deadline.kind !== 'unread') return;
  const ways = startsAtEvent(deadline) ? FROM_START : PLAIN;
  const candidates = [{ answer: DOUBTFUL, label: '照原文登记，标为待定' }];
  inquiry.ask(
    asked(text, `“${text}”读不出唯一的时限。${ways}`, candidates, place),
    place,
    () => undefined,
  );
}

const FROM_START = '写截止日，或写起算的日子，如“自2020年5月13日起”';
const PLAIN = '请写明时限，写成“2020年5月31日前”“长期坚持”“立即整改”这样';

/** The question about a deadline; many of one file are put as one. */
function asked(
  text: string,
  message: string,
  candidates: Candidate[],
  { file }: PaperPlace,
): AskedQuestion {
  return {
    ask: 'deadline',
    text,
    message,
    candidates,
    bulk: {
      text: file,
      above: 3,
      message: (values) => `有 ${values.length} 种时限读不出唯一的日子：${valuesInWords(values)}`,
      candidates: [{ answer: DOUBTFUL, label: '都照原文登记，标为待定，以后再定' }],
    },
  };
}

/** The deadline of a row, or undefined while it is asked about. `text` is the cell, mended. */
export function readLimit(
  text: string,
  cell: Pick<Cell, 'place' | 'day'>,
  context: ReadingContext,
  inquiry: Inquiry,
  readings: NotedReading[],
): Deadline | undefined {
  const reading = text === '' ? undefined : readDeadline(text, context);
  const deadline = reading?.deadline;
  const trouble = troubleWith(deadline, text, cell.day, context);
  if (trouble === undefined) {
    for (const note of reading?.why ?? []) readings.push({ field: 'deadline', note });
    return deadline;
  }
  const candidates: Candidate[] = [...trouble.candidates];
  const doubtful = { answer: DOUBTFUL, label: '照原文登记，标为待定' };
  if (text !== '') candidates.push(doubtful);
  const event = startsAtEvent(deadline);
  const message = `${trouble.why}${event ? FROM_START : PLAIN}`;
  return inquiry.ask(asked(text, message, candidates, cell.place), cell.place, ([answer = '']) => {
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
    const meant = event ? dueByStart(text, answer, context) : { answer };
    if (meant === undefined) return undefined;
    const said = readDeadline(meant.answer, context).deadline;
    if (said.kind === 'unread') return undefined;
    note(`“${text === '' ? '（空）' : text}”读作“${meant.answer}”${meant.from ?? ''}`);
    return { ...said, text: text === '' ? answer : text };
  });
}

/** True where the phrase counts from an event that is not dated: 收到通报后10个工作日内. */
function startsAtEvent(deadline: Deadline | undefined): boolean {
  return deadline?.kind === 'unread' && deadline.candidates.some((one) => one.includes('为起算日'));
}

/**
 * The due day out of an answer to a span without a start. A day on which the span cannot be over is no due day: on or
 * before the list's own it is the start; between the two nobody can say, and it is asked again.
 */
function dueByStart(
  text: string,
  answer: string,
  context: ReadingContext,
): { answer: string; from?: string } | undefined {
  const { day, named } = START.exec(answer)?.groups ?? {};
  const start = dayIn(day ?? named ?? '');
  const plain = dayIn(answer);
  const earliest = spanFrom(text, context.listedOn, context);
  if (start === undefined && (plain === undefined || earliest === undefined || plain >= earliest))
    return { answer };
  if (start === undefined && plain !== undefined && plain > context.listedOn) return undefined;
  const from = start ?? plain ?? context.listedOn;
  const due = spanFrom(text, from, context);
  return due === undefined
    ? undefined
    : { answer: `${inWords(due)}前`, from: `（自${inWords(from)}起算）` };
}

/** The last day of the phrase's span, counted from a day. */
function spanFrom(text: string, listedOn: Day, context: ReadingContext): Day | undefined {
  const { deadline } = readDeadline(text, { ...context, listedOn });
  return deadline.kind === 'unread'
    ? deadline.candidates.map(dueOfCandidate).find(Boolean)
    : undefined;
}

/** Why a reading is not taken as it is, with candidates; undefined where there is nothing to ask. */
function troubleWith(
  deadline: Deadline | undefined,
  text: string,
  day: Day | undefined,
  { listedOn }: ReadingContext,
): { why: string; candidates: Candidate[] } | undefined {
  if (deadline === undefined) return { why: '没有写整改时限。', candidates: [] };
  if (deadline.kind === 'unread') {
    const candidates = deadline.candidates.flatMap(offered);
    // 44012 is what is left of a date whose format was lost; a list may hold other numbers, so it is asked.
    const serial = dayOfSerial(text);
    if (serial !== undefined)
      candidates.push({ answer: inWords(serial), label: '按 Excel 的日期序号' });
    return { why: `“${text}”读不出唯一的时限。`, candidates };
  }
  // A standing duty that was not recognised hides in the goal: 并长…坚持.
  if (deadline.kind === 'fixed' && STANDING.test(deadline.goal ?? '')) {
    const due = inWords(deadline.dueOn);
    return {
      why: `“${text}”里是不是还要长期坚持，没有读懂。`,
      candidates: [
        { answer: `${due}前，并长期坚持`, label: `${due}到期，之后长期坚持` },
        { answer: due, label: `只到${due}` },
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

/** A reading as an answer that gives its due day; one that has none of its own is not offered. */
function offered(label: string): Candidate[] {
  if (label.startsWith('长期坚持')) return [{ answer: '长期坚持', label }];
  if (label.startsWith('立即整改')) return [{ answer: '立即整改', label }];
  const due = dueOfCandidate(label);
  if (due === undefined) return [];
  const time = /(\d{2}:\d{2})截止$/u.exec(label)?.[1] ?? '';
  const then = label.includes('此后长期坚持') ? '前，并长期坚持' : '';
  return [{ answer: `${inWords(due)}${time}${then}`, label }];
}
