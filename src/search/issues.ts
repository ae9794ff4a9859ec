/** The issues that a part of a question is about, as Pagefind finds them: by exact phrases and by facets. */
import { isMeant } from './days.ts';
import { lexiconOf, type NamedEntry, type Part } from './parts.ts';
import { askedPhrases, shownTokens } from './tokens.ts';
import type { SearchWords } from './words.ts';

/** What Pagefind answers, as far as it is used here. */
export interface PagefindResult<Data> {
  id: string;
  data: () => Promise<Data>;
}
export type SearchCall<Data> = (
  query: string | null,
  options: { sort: { order: 'asc' }; filters?: Record<string, string> },
) => Promise<{ results: readonly PagefindResult<Data>[] }>;

export interface Reader<Data> {
  ask: SearchCall<Data>;
  words: () => Promise<SearchWords>;
  /** The sounds of characters; asked for only when nothing is written like this. */
  sounds: () => Promise<(character: string) => string | undefined>;
}

/** By Pagefind's number of them. `points`: how the question fits; equals stay in the order of the list. */
export type Issues<Data> = Map<
  string,
  { result: PagefindResult<Data>; points: number; order: number }
>;

export const none = <Data>(): Issues<Data> => new Map();

/** The issues that a part of the question is about; undefined where it is about none. */
export async function issuesOf<Data>(
  part: Part,
  reader: Reader<Data>,
): Promise<Issues<Data> | undefined> {
  switch (part.kind) {
    case 'text':
      return textHits(part.text, reader);
    case 'row':
      return hitsOf(`"row${String(part.row)}"`, {}, 20, reader);
    case 'day': {
      const { entries } = lexiconOf(await reader.words());
      const days = entries.filter(({ of }) => of?.[0] === '截止日' && isMeant(part.asked, of[1]));
      return issuesOfEntries(days, reader);
    }
    case 'entries':
      return part.entries.some(({ of }) => of !== undefined)
        ? merged(await textHits(part.text, reader), await issuesOfEntries(part.entries, reader))
        : undefined;
    case 'asking':
      return undefined;
    default:
      return part satisfies never;
  }
}

export async function issuesOfEntries<Data>(
  entries: readonly NamedEntry[],
  reader: Reader<Data>,
): Promise<Issues<Data>> {
  let all: Issues<Data> = new Map();
  for (const { of } of entries) {
    if (of === undefined) continue;
    all = merged(all, await hitsOf(null, { [of[0]]: of[1] }, 5, reader));
  }
  return all;
}

/** The words as they stand, and the id of an issue. */
export async function textHits<Data>(
  text: string,
  reader: Reader<Data>,
  points = 10,
): Promise<Issues<Data>> {
  const phrases = askedPhrases(text);
  const [first] = phrases;
  if (first === undefined) return new Map();
  // Punctuation inside a word: its passages need not stand side by side.
  const query =
    phrases.length > 1
      ? phrases.flatMap(({ tokens }) => tokens).join(' ')
      : first.prefix
        ? first.tokens.join(' ')
        : `"${first.tokens.join(' ')}"`;
  const inside = await hitsOf(query, {}, points, reader);
  const own = await hitsOf(shownTokens(query), {}, points, reader);
  const written = merged(own, inside);
  return /^[\da-z-]+$/u.test(text)
    ? merged(await hitsOf(`"id${text.replaceAll('-', 'x')}"`, {}, 200, reader), written)
    : written;
}

async function hitsOf<Data>(
  query: string | null,
  filters: Record<string, string>,
  points: number,
  { ask }: Reader<Data>,
): Promise<Issues<Data>> {
  const { results } = await ask(query, { sort: { order: 'asc' }, filters });
  return new Map(results.map((result, order) => [result.id, { result, points, order }]));
}

/** What either has. */
export function merged<Data>(a: Issues<Data>, b: Issues<Data>): Issues<Data> {
  const all: Issues<Data> = new Map(a);
  for (const [id, hit] of b) {
    const known = all.get(id);
    all.set(id, known === undefined ? hit : { ...known, points: known.points + hit.points });
  }
  return all;
}

/** What both have. */
export function both<Data>(a: Issues<Data>, b: Issues<Data>): Issues<Data> {
  return new Map(
    [...a].flatMap(([id, hit]) => {
      const other = b.get(id);
      return other === undefined ? [] : [[id, { ...hit, points: hit.points + other.points }]];
    }),
  );
}
