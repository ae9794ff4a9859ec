/**
 * 显示: what a person sees of a number in a cell, by its format. Dates are shown in Chinese with the parts that the
 * format shows: a format of year and month shows no day, and then there is none.
 */
import { SSF } from '@e965/xlsx';

/** The part of SheetJS's untyped formatter that is used here. */
const formats = SSF as {
  format: (format: string, value: number, options?: { date1904: boolean }) => string;
  is_date: (format: string) => boolean;
  parse_date_code: (serial: number, options: { date1904: boolean }) => { q: number } | null;
};

/** Formats that a file names by number only, as Excel's Chinese edition and WPS show them (ECMA-376, 18.8.30). */
const BUILT_IN: readonly (readonly [number[], string])[] = [
  [[0, 23, 24, 25, 26], 'General'],
  [[1], '0'],
  [[2], '0.00'],
  [[3], '#,##0'],
  [[4], '#,##0.00'],
  [[5, 37, 38, 41, 42, 6], '#,##0'],
  [[7, 8, 39, 40, 43, 44], '#,##0.00'],
  [[9], '0%'],
  [[10], '0.00%'],
  [[11], '0.00E+00'],
  [[12], '# ?/?'],
  [[13], '# ??/??'],
  [[14], 'yyyy/m/d'],
  [[15], 'd-mmm-yy'],
  [[16], 'd-mmm'],
  [[17], 'mmm-yy'],
  [[18], 'h:mm AM/PM'],
  [[19], 'h:mm:ss AM/PM'],
  [[20, 32], 'h:mm'],
  [[21, 33], 'h:mm:ss'],
  [[22], 'yyyy/m/d h:mm'],
  [[27, 36, 50, 52, 57], 'yyyy"年"m"月"'],
  [[28, 29, 51, 53, 54, 58], 'm"月"d"日"'],
  [[30], 'm-d-yy'],
  [[31], 'yyyy"年"m"月"d"日"'],
  [[34, 55], 'h"时"mm"分"'],
  [[35, 56], 'h"时"mm"分"ss"秒"'],
  [[45], 'mm:ss'],
  [[46], '[h]:mm:ss'],
  [[47], 'mm:ss.0'],
  [[48], '##0.0E+0'],
  [[49], '@'],
];
const builtIn = new Map(
  BUILT_IN.flatMap(([ids, format]) => ids.map((id) => [id, format] as const)),
);

/** The format that a number stands for. */
export function builtInFormat(id: number): string {
  return builtIn.get(id) ?? 'General';
}

export interface Shown {
  text: string;
  /** YYYY-MM-DD, where month and day are shown. */
  day?: string;
}

/** What is known of a format, which thousands of cells share. */
interface FormatFacts {
  section: string;
  isDate: boolean;
  isGeneral: boolean;
  isScientific: boolean;
  /** What of a date it shows. */
  year: boolean;
  month: boolean;
  day: boolean;
}

const MOST_KNOWN = 1000;
const known = new Map<string, FormatFacts>();

function factsOf(format: string): FormatFacts {
  const held = known.get(format);
  if (held !== undefined) return held;
  const [section = ''] = format.split(';');
  // Minutes are written with the same letter as months.
  const letters = bare(section).replace(/h+\]?[^a-z]*m+|m+[^a-z]*s+|am\/pm/gu, '');
  const facts = {
    section,
    isDate: isDate(format),
    isGeneral: format === '' || /^(?:General|@|G\/通用格式)$/iu.test(section),
    isScientific: /^[^"]*0E\+/iu.test(section),
    year: /[ye]/u.test(letters),
    month: letters.includes('m'),
    day: letters.includes('d'),
  };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(format, facts);
  return facts;
}

/** What a number shows. Whole numbers of fifteen digits and less are shown whole, whatever the cell's width. */
export function shownNumber(value: number, format: string, date1904: boolean): Shown {
  const facts = factsOf(format);
  if (facts.isDate) return shownDate(value, facts, date1904);
  const isWhole = Number.isInteger(value) && Math.abs(value) < 1e15;
  if (isWhole && (facts.isGeneral || facts.isScientific)) return { text: String(value) };
  return { text: formatted(value, facts.isGeneral ? 'General' : format, date1904) };
}

function isDate(format: string): boolean {
  try {
    return formats.is_date(format) || /a{3,4}/u.test(bare(format));
  } catch {
    return false;
  }
}

function formatted(value: number, format: string, date1904: boolean): string {
  try {
    return formats.format(format.replaceAll('G/通用格式', 'General'), value, { date1904 }).trim();
  } catch {
    return String(value);
  }
}

/** A format without what it writes as it stands and without its brackets. */
function bare(format: string): string {
  return format
    .replace(/"[^"]*"?|\\.|_.|\*./gu, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '')
    .toLowerCase();
}

const WEEK = ['日', '一', '二', '三', '四', '五', '六'];

function shownDate(value: number, facts: FormatFacts, date1904: boolean): Shown {
  const { year, month, day } = facts;
  // Up to 1900-02-28 Excel counts a day that never was.
  const serial = Math.floor(value + 1e-8) + (date1904 ? 1462 : 0);
  if (serial <= 366 || serial > 2_958_465 || (!year && !month)) {
    const week = WEEK[formats.parse_date_code(value, { date1904 })?.q ?? -1] ?? '';
    const named = facts.section
      .replace(/\[\$[^\]]*\]/gu, '')
      .replace(/a{4}/giu, `"星期${week}"`)
      .replace(/aaa/giu, `"${week}"`);
    return { text: formatted(value, named, date1904) };
  }
  const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
  const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const text = `${year ? `${y}年` : ''}${month ? `${m}月` : ''}${month && day ? `${d}日` : ''}`;
  return month && day ? { text, day: date.toISOString().slice(0, 10) } : { text };
}

/** The serial number of a date as ISO writes it; undefined for anything else. */
export function serialOf(iso: string, date1904: boolean): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?Z?$/u.exec(
    iso,
  );
  if (!match) return undefined;
  const [y = 0, m = 1, d = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const days = (Date.UTC(y, m - 1, d, hour, minute, second) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return date1904 ? days - 1462 : days;
}
