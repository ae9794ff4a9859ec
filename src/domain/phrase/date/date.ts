/**
 * 日期: which day the words of a date mean: the last day of a stretch (底, 末, 内), the day itself (前 counts the day
 * it names), or one of several, and then it is a doubt and never a day.
 */
import { addDays, addMonths, type Day, daysBetween, inWords } from '../../../day/calendar.ts';
import { type DateWords, dateWordsAt } from './date-words.ts';
import { clockWhy, doubtAt, doubtfulClock, noLastDay, wrongWeekday } from './date-doubts.ts';
import type { Doubt } from '../doubt.ts';
import type { Ground, Option, DayStretch, Tie } from './scope.ts';

/** A day that the words mean, and how that was found. */
export interface DateFound {
  kind: 'date';
  end: number;
  day: Day;
  time?: string | undefined;
  tie: Tie;
  why: string[];
}

/** The beginning of a range, or the day from which something counts. */
export interface StartFound {
  kind: 'start';
  end: number;
  day: Day;
  why: string[];
  /** True when the words after it name the other end of a range. */
  opensRange: boolean;
  tie: Tie;
  /** True when only a stretch such as a month was named, so that the range's other end may be one too. */
  coarse: boolean;
}

type Outcome = { day: Day; why: string[] } | { why: string; options: Option[] };
/** Takes a day out of a stretch, and says so. */
interface Pick {
  note: string;
  day: (stretch: DayStretch) => Day;
}

/** A year that the calendar does not have. */
const NOWHERE = { why: '日历上没有这一段日子。', options: [] };

/** The date whose words begin at `at`: a day, the start of something, or a doubt; undefined when there is none. */
export function dateAt(
  read: string,
  at: number,
  ground: Ground,
): DateFound | StartFound | Doubt | undefined {
  const words = dateWordsAt(read, at, ground);
  if (!words) return undefined;
  const { scope, end, begins } = words;
  const stretch = scope.at(0);
  if (scope.doubt || !stretch) return doubtAt(end, scope.doubt ?? NOWHERE);
  if (words.after !== undefined) return noLastDay(words, words.after, stretch);
  if (begins) {
    const coarse = !scope.single && words.edge === undefined;
    const day = coarse ? stretch.first : stretch.last;
    const opensRange = begins.range;
    return {
      kind: 'start',
      end: begins.end,
      day,
      why: scope.why,
      opensRange,
      coarse,
      tie: scope.tie,
    };
  }
  const outcome = settle(words, stretch, ground);
  if ('options' in outcome) return doubtAt(end, outcome);
  return (
    wrongWeekday(words, outcome.day) ??
    doubtfulClock(words, outcome.day) ?? {
      kind: 'date',
      end,
      day: outcome.day,
      time: words.clock?.time,
      tie: scope.tie,
      why: [...scope.why, ...outcome.why, ...clockWhy(words)],
    }
  );
}

/** The one day that the words mean, or the days that they may mean. */
function settle(words: DateWords, stretch: DayStretch, ground: Ground): Outcome {
  const { picks, why } = picksOf(words, stretch, ground);
  const [only, ...others] = picks;
  if (only === undefined || others.length > 0) {
    const options = picks.flatMap((pick) => optionOf(words, pick, ground));
    // A reading that was over before the list was made is offered only where there is no other.
    const ahead = options.filter(({ day }) => day >= ground.listedOn);
    return { why, options: ahead.length > 0 ? ahead : options };
  }
  return settleOne(words, stretch, only, ground);
}

/** What the words leave to choose: one pick when they say where the stretch ends. */
function picksOf(
  words: DateWords,
  stretch: DayStretch,
  ground: Ground,
): { picks: Pick[]; why: string } {
  const { scope, edge, before, counted } = words;
  const isBefore = before !== undefined && !/内|止/u.test(before);
  const last: Pick = { note: '取最后一天', day: (stretch) => stretch.last };
  const eve: Pick = { note: '取前一天', day: (stretch) => addDays(stretch.first, -1) };
  const name = `“${words.words}”`;
  if (scope.single) return { picks: [counted === false ? eve : last], why: '' };
  if (edge === '初' || edge === '中') {
    return { picks: roughPicks(edge, stretch), why: `${name}没有写是哪一天。` };
  }
  if (edge !== undefined) {
    if (counted === false) return { picks: [last, eve], why: `${name}不含哪一天，原文没有写明。` };
    return { picks: [last], why: '' };
  }
  if (isBefore && counted === undefined) {
    const picks = [
      { ...eve, note: '不含这一时段' },
      { ...last, note: '含这一时段' },
    ];
    return { picks, why: `${name}含不含所写的时段，原文没有写明。` };
  }
  if (isBefore) return { picks: [counted === true ? last : eve], why: '' };
  const months = monthsOf(words);
  if (months !== undefined) {
    const span = {
      note: `自列入日期起${months}个月`,
      day: () => addMonths(ground.listedOn, months),
    };
    const picks = [{ ...last, note: '在这个月之内' }, span];
    return { picks, why: `${name}可以指月份，也可以指几个月的期限。` };
  }
  if (before !== undefined || words.completed || ground.range === 'stretches')
    return { picks: [last], why: '' };
  const picks = [
    { ...last, note: '在这一时段内完成' },
    { ...eve, note: '在这一时段之前完成' },
  ];
  return { picks, why: `${name}只写了一段时间，没有写“底”或“内”。` };
}

/** 3月内 is March or three months; a year or 份 settles it. */
function monthsOf({ scope, words, before }: DateWords): number | undefined {
  const isInside = scope.tie === 'missing' && before !== undefined;
  const months = isInside ? /^(\d{1,2})月[内以之]/u.exec(words)?.[1] : undefined;
  return months === undefined ? undefined : Number(months);
}

/** 月初 and 月中: the tenth, the fifteenth, the twentieth; for other stretches nobody can say. */
function roughPicks(edge: string, stretch: DayStretch): Pick[] {
  const days = daysBetween(stretch.first, stretch.last);
  if (days < 27 || days > 30) return [];
  const dates = edge === '初' ? [5, 10] : [15, 20];
  return dates.map((date) => ({
    note: `指${date}日`,
    day: ({ first }) => addDays(first, date - 1),
  }));
}

/** One way of reading as an option: in the stretch that is not over yet, where the words name no year. */
function optionOf({ scope }: DateWords, pick: Pick, ground: Ground): Option[] {
  const floor = ground.after ?? ground.listedOn;
  const isFree = scope.tie === 'missing' || scope.tie === 'nearest';
  return [0, 1]
    .flatMap((turn) => scope.at(turn) ?? [])
    .filter(({ last }) => !isFree || last >= floor)
    .slice(0, 1)
    .map((stretch) => pick.day(stretch))
    .filter((day) => !isFree || day >= floor)
    .map((day) => ({ note: pick.note, day }));
}

function settleOne(words: DateWords, stretch: DayStretch, pick: Pick, ground: Ground): Outcome {
  const { scope } = words;
  const { listedOn, after = listedOn } = ground;
  const day = pick.day(stretch);
  const next = scope.at(1);
  const options = [
    { note: '按原文取这一天', day },
    ...(next ? [{ note: '指下一个', day: pick.day(next) }] : []),
  ];
  const name = `“${words.words}”`;
  const past = `${name}是${inWords(day)}，早于列入日期${inWords(listedOn)}`;
  const why = [pickWhy(words, pick, day)];
  if (scope.tie === 'figures') {
    return { day, why: day < listedOn ? [...why, `${past}，请核对。`] : why };
  }
  if (scope.tie === 'nearest' && day <= listedOn) {
    const left = options.filter((option) => option.day >= listedOn);
    return { why: `${name}可以指列入日期当天或之前，也可以指下一个。`, options: left };
  }
  if (day < listedOn) return { why: `${past}。`, options };
  if (day < after) return { why: `${name}早于前面写的日期${inWords(after)}。`, options };
  return { day, why };
}

function pickWhy({ scope, words, before, counted }: DateWords, pick: Pick, day: Day): string {
  if (counted === false) return `“${words}”写明不含，${pick.note}${inWords(day)}。`;
  if (!scope.single) return `“${words}”${pick.note}，即${inWords(day)}。`;
  return `“${words}”即${inWords(day)}${before === undefined ? '' : '，含当天'}。`;
}
