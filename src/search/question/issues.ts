/** The issues that a part of a question is about: by exact phrases, as Pagefind finds them, and by facets. */
import { isMeant } from './days.ts';
import { lexiconOf, type NamedEntry, type QuestionPart } from './parts.ts';
import type { FacetName } from '../record.ts';
import { askedPhrases, type QueryPhrase, shownTokens } from '../tokens.ts';
import type { SearchWords } from '../words.ts';

/** What a question is answered from; issues are known by their places in the list. */
export interface IssueReader {
  /** The issues that Pagefind finds. */
  ask: (query: string) => Promise<readonly number[]>;
  /** The issues that have the value of a facet. */
  having: (facet: FacetName, value: string) => Promise<readonly number[]>;
  words: () => Promise<SearchWords>;
  /** The sounds of characters; asked for only when nothing is written like this. */
  sounds: () => Promise<(character: string) => string | undefined>;
}

/** By their places; how well the question fits them, in points. */
export type Issues = ReadonlyMap<number, number>;

export const noIssues: Issues = new Map();

const FACET = 5;
const WRITTEN = 10;
const ROW = 20;
const ID = 200;

/** The issues that a part of the question is about; undefined where it is about none. */
export async function issuesFound(
  part: QuestionPart,
  reader: IssueReader,
): Promise<Issues | undefined> {
  switch (part.kind) {
    case 'text':
      return textHits(part.text, reader);
    case 'row':
      return each(await reader.ask(`"row${String(part.row)}"`), ROW);
    case 'day': {
      const { entries } = lexiconOf(await reader.words());
      const days = entries.filter(({ of }) => of?.[0] === '截止日' && isMeant(part.asked, of[1]));
      return issuesOfEntries(days, reader);
    }
    case 'entries':
      return part.entries.some(({ of }) => of !== undefined)
        ? issuesMerged(
            await textHits(part.text, reader),
            await issuesOfEntries(part.entries, reader),
          )
        : undefined;
    case 'asking':
      return undefined;
    default:
      return part satisfies never;
  }
}

export async function issuesOfEntries(
  entries: readonly NamedEntry[],
  reader: IssueReader,
): Promise<Issues> {
  const all = await Promise.all(
    entries.map(async ({ of }) =>
      of === undefined ? noIssues : each(await reader.having(of[0], of[1]), FACET),
    ),
  );
  return all.reduce(issuesMerged, noIssues);
}

/** The words as they stand, and the id of an issue. What its result shows counts twice. */
export async function textHits(
  text: string,
  reader: IssueReader,
  points = WRITTEN,
): Promise<Issues> {
  const { letters } = lexiconOf(await reader.words());
  const phrases = askedPhrases(text);
  // Pinyin and the like stand in no issue, so that nothing need be asked.
  const isAnywhere = (text.match(/[a-z]+/gu) ?? []).every((word) => letters.has(word));
  // Punctuation inside a word: its passages need not stand side by side.
  const found = isAnywhere
    ? await Promise.all(phrases.map((phrase) => phraseHits(phrase, reader, points)))
    : [];
  const [first = noIssues, ...more] = found;
  const written = more.reduce(least, first);
  return /^(?=.*\d)[\da-z-]+$/u.test(text)
    ? issuesMerged(each(await reader.ask(`"id${text.replaceAll('-', 'x')}"`), ID), written)
    : written;
}

async function phraseHits(
  { tokens, prefix }: QueryPhrase,
  { ask }: IssueReader,
  points: number,
): Promise<Issues> {
  // The beginning of a token does not say how it ends.
  if (prefix) return each(await ask(tokens.join(' ')), points);
  const query = `"${tokens.join(' ')}"`;
  const [further, shown] = await Promise.all([ask(query), ask(shownTokens(query))]);
  return new Map([...each(further, points), ...each(shown, 2 * points)]);
}

function each(places: readonly number[], points: number): Issues {
  return new Map(places.map((place) => [place, points]));
}

/** What either has. */
export function issuesMerged(a: Issues, b: Issues): Issues {
  const all = new Map(a);
  for (const [place, points] of b) all.set(place, (all.get(place) ?? 0) + points);
  return all;
}

/** What both have. */
export function issuesInBoth(a: Issues, b: Issues): Issues {
  return common(a, b, (one, other) => one + other);
}

/** What both have, as far as the one that fits less does. */
function least(a: Issues, b: Issues): Issues {
  return common(a, b, Math.min);
}

function common(a: Issues, b: Issues, points: (one: number, other: number) => number): Issues {
  return new Map(
    [...a].flatMap(([place, own]) => {
      const other = b.get(place);
      return other === undefined ? [] : [[place, points(own, other)]];
    }),
  );
}
