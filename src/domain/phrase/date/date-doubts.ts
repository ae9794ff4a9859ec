/** 日期疑问: what stands beside a date and speaks against it: 后, 左右, a weekday or a time that does not fit. */
import { addDays, type Day, inWords, weekdayOf } from '../../../day/calendar.ts';
import type { DateWords } from './date-words.ts';
import { asCandidate, type Doubt } from '../doubt.ts';
import type { Option, DayStretch } from './scope.ts';

const WEEKDAYS = '一二三四五六日';

/** 5月31日后, 5月20日左右: no last day. */
export function noLastDay({ words, end }: DateWords, after: string, stretch: DayStretch): Doubt {
  const isRough = !after.endsWith('后') || after === '前后';
  return isRough
    ? doubtAt(end + after.length, {
        why: `“${words}${after}”只是大约的时间。`,
        options: [{ note: '就按这个时间', day: stretch.last }],
      })
    : doubtAt(end + after.length, {
        why: `“${words}${after}”是开始的时间，不是截止日。`,
        options: [],
      });
}

/** The weekday that stands beside a date must be the date's own. */
export function wrongWeekday({ weekday, words, end }: DateWords, day: Day): Doubt | undefined {
  if (weekday === undefined) return undefined;
  const written = WEEKDAYS.indexOf(weekday.replace('天', '日')) + 1;
  const off = ((written - weekdayOf(day) + 10) % 7) - 3;
  if (off === 0) return undefined;
  const why = `${inWords(day)}是星期${WEEKDAYS.charAt(weekdayOf(day) - 1)}，与“${words}”所写的星期不符。`;
  const options = [
    { note: '以日期为准', day },
    { note: '以星期为准', day: addDays(day, off) },
  ];
  return doubtAt(end, { why, options });
}

/** A time of day that may be morning or evening. */
export function doubtfulClock({ clock, end }: DateWords, day: Day): Doubt | undefined {
  if (clock?.doubt === undefined) return undefined;
  const candidates = clock.doubt.times.map((time) => `${inWords(day)}${time}截止`);
  return {
    kind: 'doubt',
    end,
    why: clock.doubt.why,
    candidates: candidates.length > 0 ? candidates : [`${inWords(day)}截止，不另定时刻`],
  };
}

/** How the time of day was read, where that needs saying. */
export function clockWhy({ clock }: DateWords): string[] {
  if (clock?.time === undefined || clock.words === clock.time) return [];
  return clock.words.includes('下班')
    ? [`“${clock.words}”按下班时刻${clock.time}计（系统设定）。`]
    : [`“${clock.words}”即${clock.time}。`];
}

/** A doubt with its options as sentences. */
export function doubtAt(end: number, { why, options }: { why: string; options: Option[] }): Doubt {
  return { kind: 'doubt', end, why, candidates: options.map(asCandidate) };
}
