/**
 * A question → results, by asking Pagefind for exact phrases. Runs in the browser and in tests; the caller hands in
 * Pagefind's search function and the words that were written beside the index.
 */
import type { SearchWords } from './index-files.ts';
import { spellingRank } from './syllables.ts';
import { NAME_END, NAME_START, askedPhrases, indexTokens, normalize } from './tokens.ts';

/** What Pagefind answers, as far as it is used here. */
export interface PagefindResult<Data> {
  id: string;
  data: () => Promise<Data>;
}
export type SearchCall<Data> = (
  query: string | null,
  options: { sort: { order: 'asc' }; filters?: Record<string, string> },
) => Promise<{ results: readonly PagefindResult<Data>[] }>;

/** Points of a result: how the question fits it. Equals stay in the order of kinds and rows. */
const POINTS = {
  row: 200,
  wholeName: 100,
  nameStart: 40,
  inName: 20,
  inText: 10,
  spelled: 5,
} as const;

type Hits<Data> = Map<string, { result: PagefindResult<Data>; points: number }>;

/** Results in order, best first. Nothing when any part of the question is found nowhere. */
export async function answer<Data>(
  question: string,
  ask: SearchCall<Data>,
  words: () => Promise<SearchWords>,
): Promise<PagefindResult<Data>[]> {
  const terms = normalize(question)
    .split(/\s+/u)
    .filter((term) => askedPhrases(term).length > 0);
  if (terms.length === 0) return [];
  let hits: Hits<Data> | undefined;
  for (const term of terms) {
    let found = await hitsOf(term, ask, words);
    if (found.size === 0) found = await hitsOfParts(term, ask, words);
    hits = hits ? both(hits, found) : found;
    if (hits.size === 0) return [];
  }
  return [...(hits ?? new Map<string, never>()).values()]
    .map((hit, index) => ({ ...hit, index }))
    .toSorted((a, b) => b.points - a.points || a.index - b.index)
    .map(({ result }) => result);
}

/** 第4行、4号、序号4 mean a row of the list; a number alone may. */
function rowIn(term: string): string | undefined {
  return /^(?:第|序号)?0*(\d{1,6})(?:行|条|号)?$/u.exec(term)?.[1];
}

async function hitsOf<Data>(
  term: string,
  ask: SearchCall<Data>,
  words: () => Promise<SearchWords>,
): Promise<Hits<Data>> {
  const hits: Hits<Data> = new Map();
  const add = async (query: string, points: number): Promise<void> => {
    for (const result of (await ask(query, { sort: { order: 'asc' } })).results) {
      const known = hits.get(result.id);
      if (known) known.points += points;
      else hits.set(result.id, { result, points });
    }
  };
  const row = rowIn(term);
  if (row !== undefined) await add(`"row${row}"`, POINTS.row);
  await add(`"id${term.replaceAll('-', 'x')}"`, POINTS.row);
  await addText(term, add, 1);
  if (/^[a-zü'’]+$/u.test(term)) {
    const letters = term.replaceAll(/['’]/gu, '').replaceAll('ü', 'v');
    const { names } = await words();
    // A record may be spelled by several names; only the best of them counts.
    const spelled: Hits<Data> = new Map();
    const best = async (query: string, points: number): Promise<void> => {
      for (const result of (await ask(query, { sort: { order: 'asc' } })).results) {
        if (points > (spelled.get(result.id)?.points ?? 0))
          spelled.set(result.id, { result, points });
      }
    };
    for (const { name, syllables } of names) {
      const rank = spellingRank(letters, syllables);
      if (rank === 0) continue;
      await best(nameQuery(name, true, true), POINTS.spelled * rank);
      for (const { tokens, prefix } of askedPhrases(name))
        if (!prefix) await best(`"${tokens.join(' ')}"`, 1);
    }
    for (const [id, hit] of spelled) {
      const known = hits.get(id);
      if (known) known.points += hit.points;
      else hits.set(id, hit);
    }
  }
  return hits;
}

async function addText(
  term: string,
  add: (query: string, points: number) => Promise<void>,
  weight: number,
): Promise<void> {
  const phrases = askedPhrases(term);
  const [first] = phrases;
  if (!first) return;
  if (phrases.length > 1) {
    // Punctuation inside a word: its passages need not stand side by side.
    await add(phrases.flatMap(({ tokens }) => tokens).join(' '), POINTS.inText * weight);
    return;
  }
  await add(
    first.prefix ? first.tokens.join(' ') : `"${first.tokens.join(' ')}"`,
    POINTS.inText * weight,
  );
  if (first.prefix) return;
  await add(nameQuery(term, false, false), POINTS.inName * weight);
  await add(nameQuery(term, true, false), POINTS.nameStart * weight);
  await add(nameQuery(term, true, true), POINTS.wholeName * weight);
}

function nameQuery(name: string, fromStart: boolean, toEnd: boolean): string {
  return `"${[...(fromStart ? [NAME_START] : []), ...indexTokens(name, 'name'), ...(toEnd ? [NAME_END] : [])].join(' ')}"`;
}

/** A question without spaces that is found nowhere as it stands: split by known words, all of which must be found. */
async function hitsOfParts<Data>(
  term: string,
  ask: SearchCall<Data>,
  words: () => Promise<SearchWords>,
): Promise<Hits<Data>> {
  const parts = splitByWords(term, (await words()).words);
  if (parts.length < 2) return new Map();
  let hits: Hits<Data> | undefined;
  for (const part of parts) {
    const found = await hitsOf(part, ask, words);
    hits = hits ? both(hits, found) : found;
    if (hits.size === 0) return hits;
  }
  return hits ?? new Map();
}

/** Longest known words first, from the left; what lies between them stays as parts of its own. */
export function splitByWords(term: string, words: readonly string[]): string[] {
  const known = new Set(words.map(normalize));
  const longest = Math.max(0, ...[...known].map((word) => [...word].length));
  const characters = [...term];
  const parts: string[] = [];
  let rest = '';
  let at = 0;
  while (at < characters.length) {
    let length = Math.min(longest, characters.length - at);
    while (length > 1 && !known.has(characters.slice(at, at + length).join(''))) length -= 1;
    if (length > 1) {
      if (rest !== '') parts.push(rest);
      rest = '';
      parts.push(characters.slice(at, at + length).join(''));
    } else rest += characters[at] ?? '';
    at += Math.max(1, length);
  }
  if (rest !== '') parts.push(rest);
  return parts;
}

function both<Data>(a: Hits<Data>, b: Hits<Data>): Hits<Data> {
  return new Map(
    [...a].flatMap(([id, hit]) => {
      const other = b.get(id);
      return other
        ? [[id, { result: hit.result, points: hit.points + other.points }] as const]
        : [];
    }),
  );
}
