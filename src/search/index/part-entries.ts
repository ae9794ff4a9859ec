/**
 * Entries that are no record: days on which something falls due, years of listing, the parts of the site,
 * checks and circulars.
 */
import { type Day, daysBetween, inWords, yearOf } from '../../day/calendar.ts';
import { own } from '../../text/own.ts';
import { trendAddress } from '../../views/address.ts';
import { dueMonths } from '../../views/due/due-view.ts';
import type { Face } from '../../views/face.ts';
import type { MenuEntry, PaperPage } from '../../views/menu-view.ts';
import { siteView } from '../../views/site-view.ts';
import { coursePoints } from '../../views/trend/course-points.ts';
import { listedYears } from '../../views/trend/trend-years.ts';
import { pageEntry, relativeAddress } from './entry-parts.ts';
import { everydayPages, everydayParts, everydayVoice } from './everyday.ts';
import type { SearchEntry } from '../record.ts';

/** The days on which something falls due, and their months. */
export function dayEntries(face: Face): SearchEntry[] {
  return dueMonths(face).flatMap(({ month, name, href, total, days }) => [
    ...days.map(({ day, href: address, part }) => ({
      ...dayEntry(day.iso, inWords(day.iso), address, part.total),
      names: nearNames(day.iso, face.today),
    })),
    dayEntry(month, name, href, total),
  ]);
}

/** What the days at hand are called on the day of the site. */
function nearNames(day: Day, today: Day): string[] {
  const words = [['今天', '今日'], ['明天', '明日'], ['后天']][daysBetween(today, day)] ?? [];
  return words.flatMap((word) => [word, `${word}到期`]);
}

function dayEntry(value: string, words: string, href: string, count: number): SearchEntry {
  return {
    kind: 'day',
    address: relativeAddress(href),
    title: `${words}到期`,
    summary: count === 0 ? '' : `问题${String(count)}个`,
    names: [],
    known: [],
    codes: [],
    within: [],
    of: ['截止日', value],
    count,
  };
}

/** The parts of the site. What is said of whom to turn to is found only where this ledger names somebody. */
export function pageEntries(face: Face, menu: readonly MenuEntry[]): SearchEntry[] {
  const { corrections, phone } = siteView(face);
  const parts = menu.map(({ name, href }) => ({
    href,
    names: [
      name,
      ...(own(everydayParts, name) ?? []),
      ...(name === '说明' && phone !== undefined ? everydayVoice.phone : []),
    ],
  }));
  const others = Object.entries(everydayPages).map(([href, names]) => ({ href, names }));
  const pages = [...parts, ...others]
    .filter(({ href }) => href !== '/index.html')
    .map(({ href, names }) => namedEntry(href, names));
  return corrections === undefined
    ? pages
    : [namedEntry(corrections, everydayVoice.corrections), ...pages];
}

/** By the first of its names; some of the others say what it is of. */
const namedEntry = (address: string, names: readonly string[]): SearchEntry =>
  pageEntry(address, names[0] ?? '', names.slice(1, 7).join('、'), names);

/** Its 文号 and its days stand in the first sentence before its tables; those of other checks in the next. */
export function paperEntry({ href, title, intro }: PaperPage): SearchEntry {
  return {
    kind: 'page',
    address: relativeAddress(href),
    title,
    summary: intro[0] ?? '',
    names: [title],
    known: [],
    codes: intro.slice(0, 1).map((sentence) => sentence.split('。', 1)[0] ?? ''),
    within: [],
    of: undefined,
    count: 0,
  };
}

/** What is asked of a year. */
const LISTED = [
  '销号率',
  ...['列入', '新列'].flatMap((what) =>
    ['', '的', '的问题', '销号', '的销号', '销号率', '的销号率'].map((more) => `${what}${more}`),
  ),
];
/** By how many years ago. */
const YEAR_NAMES: readonly (readonly string[])[] = [
  ['今年', '本年', '本年度'],
  ['去年', '上年'],
];

/** 今年列入多少: what a year listed and how it stands, at its place among the trends; found by its names. */
export function yearEntries(face: Face): SearchEntry[] {
  if (coursePoints(face).length < 2) return [];
  const year = yearOf(face.today);
  return listedYears(face).map((one) =>
    pageEntry(
      `${trendAddress('course')}#years`,
      `${one.name}列入${String(one.counts.total)}个，销号率${one.rate}`,
      one.words,
      [one.name, ...(YEAR_NAMES[year - Number(one.year)] ?? [])].flatMap((when) =>
        LISTED.map((what) => `${when}${what}`),
      ),
    ),
  );
}
