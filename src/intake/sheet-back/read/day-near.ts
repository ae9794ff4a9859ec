/** 填写的日期: the day that a cell of a sheet means; a year that is not written is that of the sheet. */
import { dayOf, type Day, daysBetween, yearOf } from '../../../day/calendar.ts';
import { numeralValue } from '../../../text/numeral.ts';
import type { Cell } from '../../../paper/sheet.ts';
import { dayOfCell } from '../../words/day-cell.ts';
import { tidy } from '../../words/wording.ts';
import { isLoose } from './filled-cell.ts';

const N = '[0-9一二三四五六七八九十廿]{1,3}';
const SHORT = new RegExp(
  `^(?<year>今年|本年|去年|上年)?(?<month>${N})[月./-](?<day>${N})日?$`,
  'u',
);
/** Said beside a day without changing it. */
const BESIDE =
  /[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$|[（(]?(?:星期|周)[一二三四五六日天][）)]?$|(?<=[日])[上下]午$/u;

export type DayReading = { day: Day } | { ask: string };

/**
 * The day of a cell. `near`: the day that the sheet was filled in; of the years that a day without one may belong to,
 * the one that puts it nearest to that day.
 */
export function dayNear(cell: Cell, near: Day): DayReading | undefined {
  const text = plain(cell.text);
  const short = SHORT.exec(text)?.groups;
  // Excel adds the year of typing to 12月28日, which nobody wrote.
  if (cell.day !== undefined && short === undefined) return { day: cell.day };
  if (short) {
    const other = twin(cell, text);
    if (other !== undefined) return { ask: other };
    return within(short, near);
  }
  const whole = dayOfCell({ ...(cell.raw && { raw: cell.raw }), text });
  // A day that only stands somewhere among other words is not what this cell says.
  return whole === undefined || !/^[\d年月日./-]+$|^[〇○零一二三四五六七八九十年月日]+$/u.test(text)
    ? undefined
    : { day: whole };
}

function plain(text: string): string {
  return tidy(text)
    .normalize('NFKC')
    .replaceAll('号', '日')
    .replace(/(?<=[年月./-]) +| +(?=[年月日./-])/gu, '')
    .replace(BESIDE, '')
    .replace(BESIDE, '')
    .trim();
}

function within(groups: Record<string, string | undefined>, near: Day): DayReading | undefined {
  const [month, day] = [valueOf(groups['month']), valueOf(groups['day'])];
  const year = yearOf(near);
  const said = groups['year'];
  const years =
    said === undefined ? [year, year - 1, year + 1] : [/[今本]/u.test(said) ? year : year - 1];
  const days = years.flatMap((one) => dayOf(one, month, day) ?? []);
  const [nearest] = days.toSorted(
    (a, b) => Math.abs(daysBetween(a, near)) - Math.abs(daysBetween(b, near)),
  );
  return nearest === undefined ? undefined : { day: nearest };
}

function valueOf(text = ''): number {
  return /^\d+$/u.test(text) ? Number(text) : (numeralValue(text) ?? 0);
}

/** A number loses its last zero: 6.1 may be the first or the tenth of June. */
function twin({ raw, place }: Cell, text: string): string | undefined {
  const [month, day] = text.split('.').map(Number);
  if (month === undefined || day === undefined || day > 3 || !/^\d{1,2}\.\d$/u.test(text))
    return undefined;
  if (typeof raw?.value !== 'number' && !isLoose({ raw, place })) return undefined;
  if (dayOf(2024, month, day * 10) === undefined) return undefined;
  return `“${text}”分不清是${month}月${day}日还是${month}月${day * 10}日`;
}
