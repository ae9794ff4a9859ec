/** 日期格: the day of a cell that can hold nothing but a day, whichever way a unit or a program has written it. */
import { addDays, dayOf } from '../../day/calendar.ts';
import { dayIn } from '../list/head.ts';
import type { Cell } from '../../paper/sheet.ts';
import { tidy } from './wording.ts';

/** 2015-01-01 to 2049-12-31 as Excel counts: a number outside is no day that a ledger has. */
const SERIAL = { least: 42_005, most: 54_788 } as const;

/** The day of a cell: a date, a whole date in words, 20200520, or the number that Excel leaves of a date whose format was lost. */
export function dayOfCell(cell: Pick<Cell, 'text' | 'day' | 'raw'>): string | undefined {
  if (cell.day !== undefined) return cell.day;
  const text = tidy(cell.text).normalize('NFKC');
  const compact = /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  if (compact) return dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  return dayIn(text) ?? dayOfSerial(text, cell.raw?.from1904);
}

/**
 * The day that Excel's serial number means, counted from 1899-12-30, in files that say so from 1904-01-01; undefined for
 * any other text.
 */
export function dayOfSerial(text: string, from1904 = false): string | undefined {
  const number = /^\d{5}(?:\.0+)?$/u.test(text) ? Number(text) : 0;
  const serial = number > 0 && from1904 ? number + 1462 : number;
  if (serial < SERIAL.least || serial > SERIAL.most) return undefined;
  return addDays('1899-12-30', serial);
}
