/** The day or month that a question names: 6月30日, 2026-06-18, 七月底, 2020年5月. */
import { NUMERALS, numeralValue } from '../../text/numeral.ts';

export interface AskedDay {
  /** Undefined where none was typed. */
  year: number | undefined;
  month: number;
  /** Undefined for a whole month. */
  day: number | undefined;
  /** How much of the text it took, from its beginning. */
  length: number;
}

const WRITTEN = new RegExp(`[${NUMERALS}]+(?=[年月日号行条项个])`, 'gu');

/** 七月十二日, 第十二号 → 7月12日, 第12号. What is no number stays. */
export function withDigits(text: string): string {
  return text.replaceAll(WRITTEN, (written) => String(numeralValue(written) ?? written));
}

const DAY =
  /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]?(?:之前|以前|前|到期|截止)?|^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/u;
const MONTH =
  /^(?:(\d{4})年)?(\d{1,2})月(?:份|底|末|初|上旬|中旬|下旬)?(?:之前|以前|前)?|^(\d{4})-(\d{2})(?!\d)/u;

/** The day at the beginning of the text (in digits). */
export function readDay(text: string): AskedDay | undefined {
  const day = DAY.exec(text);
  const found = day ?? MONTH.exec(text);
  if (found === null) return undefined;
  const numbers = found.slice(1).map((part: string | undefined) => part && Number(part));
  const [year, month, date] = numbers.length === 6 ? pick(numbers, 3) : pick(numbers, 2);
  if (typeof month !== 'number' || month < 1 || month > 12) return undefined;
  return {
    year: typeof year === 'number' ? year : undefined,
    month,
    day: typeof date === 'number' ? date : undefined,
    length: found[0].length,
  };
}

/** The group of numbers that was found, of groups of `size`. */
function pick<T>(numbers: readonly T[], size: number): T[] {
  const second = numbers.slice(size);
  return second.some((one) => one !== undefined) ? second : numbers.slice(0, size);
}

/** Whether a day or month of the ledger (YYYY-MM-DD or YYYY-MM) is meant. */
export function isMeant({ year, month, day }: AskedDay, known: string): boolean {
  const [y, m, d] = known.split('-').map(Number);
  return (year === undefined || y === year) && m === month && d === day;
}
