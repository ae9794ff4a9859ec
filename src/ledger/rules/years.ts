import { inWords } from '../../day/calendar.ts';
import { recordsOf, textsOf } from '../records.ts';
import type { Rule } from '../rule.ts';

/** A ledger lives some years: what lies further from its middle is a slip of the pen (2826, 2056, 0206). */
const YEARS = 20;

/** Days that may lie far back, as an account's opening does, or far ahead, as the end of a certificate does. */
const FAR_BACK: ReadonlySet<string> = new Set(['openedOn']);
const FAR_AHEAD: ReadonlySet<string> = new Set(['filedUntil', 'certifiedUntil', 'until']);

/** Years that no day of this ledger can have. The middle day of all its records is the measure: the check knows no clock. */
export const yearsRule: Rule = {
  id: 'years',
  title: `日期的年份与台账相符，与中间的日子相差不到 ${String(YEARS)} 年`,
  *check({ ledger }) {
    const days = [...recordsOf(ledger)].flatMap(({ kind, path: file, record }) =>
      SETTINGS.has(kind)
        ? []
        : textsOf(record, isDay).map(({ path: at, text }) => ({ file, at, text })),
    );
    const sorted = days.map(({ text }) => text).toSorted();
    const middle = sorted[Math.floor((sorted.length - 1) / 2)];
    if (middle === undefined) return;
    const year = Number(middle.slice(0, 4));
    for (const { file, at, text } of days) {
      const apart = Number(text.slice(0, 4)) - year;
      const key = String(at.findLast((part) => typeof part === 'string'));
      const isFree = apart < 0 ? FAR_BACK.has(key) : FAR_AHEAD.has(key);
      if (Math.abs(apart) < YEARS || isFree) continue;
      yield {
        file,
        at,
        message: `${inWords(text)}的年份不对：与台账其他日期相差 ${String(Math.abs(apart))} 年`,
        remedy: '核对年份',
      };
    }
  },
};

/** Settings say from when they hold, and begin long before a ledger does. */
const SETTINGS: ReadonlySet<string> = new Set([
  'site',
  'platforms',
  'problems',
  'timing',
  'indicators',
  'unit',
]);

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text);
}
