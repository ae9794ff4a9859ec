/** 有日期的时限: a deadline out of one date, or of two where the second is the day of the report. */
import { type Day, inWords } from '../../../day/calendar.ts';
import type { DateFound } from './date.ts';
import { gapAfter, type GapPhrase, REPORTING } from '../gap.ts';
import { goalBetween } from '../goal.ts';
import { type DeadlineReading, unreadDeadline } from '../reading.ts';
import { noDueDay, readingsOf } from '../readings-left.ts';
import type { TimeToken } from '../tokens.ts';

export type PlacedDate = DateFound & { start: number };

/** One date: fixed, or fixed and then ongoing where 长期坚持 follows it. */
export function fixedReading(
  phrase: GapPhrase,
  date: PlacedDate,
  report?: PlacedDate,
): DeadlineReading {
  const { text, tokens, listedOn } = phrase;
  const start = tokens.find((token) => token.kind === 'start');
  if (start && start.day > date.day) {
    return unreadDeadline(text, '原文的开始时间晚于截止日。', readingsOf(tokens));
  }
  const ongoing = tokens.find((token) => token.kind === 'ongoing');
  const due = inWords(date.day);
  if (ongoing && (ongoing.start < date.start || report)) {
    return unreadDeadline(text, '原文既写了日期又写了长期坚持，先后没有写明。', [
      `截止日为${due}`,
      `截止日为${due}，此后长期坚持`,
    ]);
  }
  if (ongoing && isReport(gapAfter(phrase, date))) {
    return unreadDeadline(text, '原文要求长期坚持，日期是报送的日期。', [
      noDueDay,
      `截止日为${due}，此后长期坚持`,
    ]);
  }
  if (!report && tokens.some(isImmediate) && REPORTING.test(gapAfter(phrase, date))) {
    return unreadDeadline(text, '原文要求立即整改，日期是报送的日期。', readingsOf(tokens));
  }
  if (!ongoing && /长期坚持|常抓不懈/u.test(phrase.read)) {
    return unreadDeadline(text, '“长期坚持”与日期的关系没有读懂。', readingsOf(tokens));
  }
  const goal = goalOf(phrase, date);
  const range = tokens.some((token) => 'opensRange' in token && token.opensRange);
  const why = [
    ...(range ? ['原文写了起止时间，取末日。'] : []),
    ...(start?.why ?? []),
    ...date.why,
  ];
  if (ongoing) {
    const then = `达到后转为长期坚持，按复查间隔复查${date.time === undefined ? '' : '；时刻只留在原文'}。`;
    return {
      deadline: { text, kind: 'fixed-then-ongoing', dueOn: date.day, ...goal },
      why: [...why, then],
      ...asksIfPast(date, listedOn),
    };
  }
  return {
    deadline: {
      text,
      kind: 'fixed',
      dueOn: date.day,
      ...(date.time !== undefined && { time: date.time }),
      ...(report && { reportOn: report.day }),
      ...goal,
    },
    why: report
      ? [...why, ...report.why, `${inWords(report.day)}是报送日，与整改的截止日分开记。`]
      : why,
    ...asksIfPast(date, listedOn),
  };
}

/** Several dates: the same day again, a date and the day of its report, or stages, which are asked about. */
export function severalDates(
  phrase: GapPhrase,
  first: PlacedDate,
  second: PlacedDate,
  more: readonly PlacedDate[],
): DeadlineReading {
  const last = more.at(-1) ?? second;
  if ([second, ...more].every(({ day }) => day === first.day)) {
    return fixedReading(phrase, { ...last, why: first.why });
  }
  const isReported =
    more.length === 0 &&
    first.day <= second.day &&
    !REPORTING.test(gapAfter(phrase, first)) &&
    REPORTING.test(gapAfter(phrase, second));
  if (isReported) return fixedReading(phrase, first, second);
  const why = '原文写了不止一个日期，一项时限只能记一个截止日。';
  return unreadDeadline(phrase.text, why, readingsOf(phrase.tokens));
}

/** True where the words after a date ask for a report before anything that is to be done. */
function isReport(gap: string): boolean {
  const at = gap.search(REPORTING);
  return at >= 0 && !/完成|落实|到位|达标/u.test(gap.slice(0, at));
}

function isImmediate(token: TimeToken): boolean {
  return token.kind === 'immediate' || token.kind === 'now';
}

function goalOf(phrase: GapPhrase, date: PlacedDate): { goal?: string } {
  const gap = gapAfter(phrase, date);
  const goal = /^[,;]?\(/u.test(gap)
    ? undefined
    : goalBetween(phrase.writing, date.end, date.end + gap.length);
  return goal === undefined ? {} : { goal };
}

/** A year in figures is taken at its word, but a date before the list's own is worth a look. */
function asksIfPast(date: PlacedDate, listedOn: Day): { asks?: string } {
  return date.day < listedOn ? { asks: '截止日早于列入日期，请核对年份。' } : {};
}
