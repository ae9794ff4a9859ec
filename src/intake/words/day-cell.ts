/** 日期格: the day of a cell that can hold nothing but a day, whichever way a unit or a program has written it. */
import { addDays, dayOf } from '../../day/calendar.ts';
import type { Cell } from '../../paper/sheet.ts';
import { numeralValue, numeralYear } from '../../text/numeral.ts';
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

const ARABIC = /(?<y>\d{4})\s*[年./-]\s*(?<m>\d{1,2})\s*[月./-]\s*(?<d>\d{1,2})/u;
const CHINESE =
  /(?<y>[〇○零一二三四五六七八九]{4})年(?<m>[一二三四五六七八九十]{1,3})月(?<d>[一二三四五六七八九十]{1,3})日/u;

/** The first whole date in a text, in Arabic or Chinese figures, full or half width; undefined without one. */
export function dayIn(text: string): string | undefined {
  const plain = text.normalize('NFKC');
  const arabic = ARABIC.exec(plain)?.groups;
  if (arabic) return dayOf(Number(arabic['y']), Number(arabic['m']), Number(arabic['d']));
  const { y = '', m = '', d = '' } = CHINESE.exec(plain)?.groups ?? {};
  return dayOf(numeralYear(y) ?? 0, numeralValue(m) ?? 0, numeralValue(d) ?? 0);
}
