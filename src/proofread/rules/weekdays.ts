/** 两个星期: 11月10日（星期三） and 11月14日（星期五）: without a year no calendar tells which is wrong, but both cannot hold. */
import { daysBetween, weekdayOf } from '../../day/calendar.ts';
import { type Contradiction, disagreement } from '../contradiction.ts';
import { datesIn, type DateWritten, dayWritten, signedOn } from '../date.ts';
import { type PlacedText, placedTexts, type ReadDocument } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';

const WEEKDAYS = '一二三四五六日';
const BEHIND = /^ ?（?(?:星期|周|礼拜)(?<day>[一二三四五六日天])/u;
/** Further apart they may be of two years. */
const NEAR = 60;
/** A year without 29 February; only the distance counts. */
const SOME_YEAR = 2001;

interface Said {
  readonly passage: PlacedText;
  readonly date: DateWritten;
  readonly weekday: number;
  readonly at: number;
  readonly end: number;
}

function check(paper: ReadDocument): Contradiction[] {
  // With a year the calendar knows.
  if (signedOn(paper) !== undefined) return [];
  const all = placedTexts(paper).flatMap(saidIn);
  return all.slice(1).flatMap((one, index) => {
    const before = all[index];
    const [from, to] = [before, one].map((said) =>
      said === undefined ? undefined : dayWritten(said.date, SOME_YEAR),
    );
    if (before === undefined || from === undefined || to === undefined) return [];
    const days = daysBetween(from, to);
    const isLeap =
      [from, to].some((day) => day.slice(5) <= '03-01') && from.slice(5, 7) !== to.slice(5, 7);
    const apart = (weekdayOf(to) - weekdayOf(from) + 7) % 7;
    if (Math.abs(days) > NEAR || isLeap || (one.weekday - before.weekday + 7) % 7 === apart)
      return [];
    const right = WEEKDAYS.charAt((before.weekday - 1 + apart) % 7);
    return [
      disagreement(weekdaysRule.id, [one], before, {
        message: `“${before.date.words}”是星期${WEEKDAYS.charAt(before.weekday - 1)}，“${one.date.words}”就不是星期${WEEKDAYS.charAt(one.weekday - 1)}`,
        expected: `${one.date.words}为星期${right}，或改正另一个`,
      }),
    ];
  });
}

function saidIn(passage: PlacedText): Said[] {
  return datesIn(passage.read).flatMap((date) => {
    const match = BEHIND.exec(passage.read.slice(date.end));
    if (match === null || date.year !== undefined) return [];
    const weekday = WEEKDAYS.indexOf((match.groups?.['day'] ?? '').replace('天', '日')) + 1;
    return [{ passage, date, weekday, at: date.at, end: date.end + match[0].length }];
  });
}

export const weekdaysRule: ProofRule = { id: 'weekdays', name: '两个日期的星期', check };
