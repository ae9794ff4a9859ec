/** 时期: a unit's page of its periods, and of checks, circulars and campaigns of a quarter or half-year the latest first. */
import { scoredEntries } from './named.ts';
import { type Lexicon, type NamedEntry, partsOf } from './parts.ts';
import { WEAK } from '../match.ts';

/** How many units' pages are offered where none is named. */
const MOST_UNITS = 11;

/**
 * 水务局各时期情况: the page of each unit that is named; where none is, where they are found and the first of them.
 * Undefined where nothing of the kind is asked for, the site has no such pages, or something else is named.
 */
export function periodPages(asked: string, lexicon: Lexicon): NamedEntry[] | undefined {
  const card = lexicon.entries.find(({ answers }) => answers?.kind === 'periods');
  if (card?.answers?.kind !== 'periods') return undefined;
  const text = asked.replaceAll(/\s+/gu, '');
  const word = card.answers.words.find((one) => text.includes(one));
  if (word === undefined) return undefined;
  const rest = text.replace(word, '').replace(/^各单位的?|的$/u, '');
  const units = rest === '' ? unitsIn(lexicon) : unitsNamed(rest, lexicon);
  if (units.length === 0) return undefined;
  const pages = units.map((unit) => pageOf(unit, card));
  return rest === '' ? [card, ...pages.slice(0, MOST_UNITS)] : pages;
}

/** Those that have issues, and so such a page. */
function unitsIn({ entries }: Lexicon): NamedEntry[] {
  return entries.filter(({ kind, count }) => kind === 'unit' && count > 0);
}

function unitsNamed(text: string, lexicon: Lexicon): NamedEntry[] {
  const named = partsOf(text, lexicon).flatMap((part) =>
    part.kind === 'entries' ? part.entries : [],
  );
  const found =
    named.length > 0
      ? named
      : scoredEntries(text, lexicon).flatMap(({ entry, score }) => (score >= WEAK ? [entry] : []));
  const own = unitsIn(lexicon);
  return own.filter((unit) => found.includes(unit));
}

function pageOf(unit: NamedEntry, card: NamedEntry): NamedEntry {
  return {
    ...card,
    address: unit.address.replace(/\.html$/u, '/periods.html'),
    title: `${unit.title}各时期情况`,
  };
}

const PERIOD = /[一二三四1-4]季度|[上下]半年/u;
const NUMERALS = '一二三四';

/**
 * 第二季度: of the pages that are named after that quarter of some year the latest year first; none where a year is
 * said, or no quarter.
 */
export function latestOfPeriod(asked: string, entries: readonly NamedEntry[]): NamedEntry[] {
  const said = PERIOD.exec(asked)?.[0].replace(
    /^\d/u,
    (digit) => NUMERALS[Number(digit) - 1] ?? '',
  );
  if (said === undefined || /\d{4}年?/u.test(asked)) return [];
  return entries
    .flatMap((entry) => {
      const year = /(\d{4})年/u.exec(entry.title)?.[1];
      return year === undefined || !entry.title.includes(said) ? [] : [{ entry, year }];
    })
    .toSorted((a, b) => (a.year === b.year ? 0 : a.year < b.year ? 1 : -1))
    .map(({ entry }) => entry);
}
