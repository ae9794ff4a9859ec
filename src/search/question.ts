/**
 * A question → results. Names of pages are matched here (`matchName`); the words of issues are asked of Pagefind as
 * exact phrases. Runs in the browser and in tests; the caller hands in Pagefind's search and the words that were written
 * beside the index.
 */
import { isMeant, withDigits } from './days.ts';
import { COUNTS } from './everyday.ts';
import { LEAST, matchName, type Score, unitsOf, WEAK } from './match.ts';
import { lexiconOf, type Lexicon, type NamedEntry, type Part, partsOf } from './parts.ts';
import { askedPhrases, normalize, shownTokens } from './tokens.ts';
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

/** A page by its name, or an issue. */
export type Hit<Data> = PageHit | { kind: 'issue'; id: string; data: () => Promise<Data> };
interface PageHit {
  kind: 'page';
  entry: NamedEntry;
}

export interface Reader<Data> {
  ask: SearchCall<Data>;
  words: () => Promise<SearchWords>;
  /** The sounds of characters; asked for only when nothing is written like this. */
  sounds: () => Promise<(character: string) => string | undefined>;
}

/** At most this many pages are offered by their names. */
const MOST_PAGES = 12;
/** The page of a kind of problem stands first where its issues are more than are seen at a glance. */
const AT_A_GLANCE = 5;

/** The order of pages that count. */
const CARDS: readonly string[] = ['figure', 'problem', 'day', 'campaign', 'platform'];

type Issues<Data> = Map<string, { result: PagefindResult<Data>; points: number; order: number }>;
const none = <Data>(): Issues<Data> => new Map();

/** Results in order, best first. Nothing when any part of the question is found nowhere. */
export async function answer<Data>(question: string, reader: Reader<Data>): Promise<Hit<Data>[]> {
  const words = await reader.words();
  const lexicon = lexiconOf(words);
  const asked = lexicon.simplify(withDigits(normalize(question))).trim();
  const given = asked
    .split(/[\s，。、；：,;:？?！!“”"]+/u)
    .filter((term) => unitsOf(term).length > 0);
  // niu jia liang is one name.
  const terms = given.every((term) => /^[a-zü']+$/u.test(term)) ? [given.join('')] : given;
  if (given.length === 0) return [];

  const coded = byCode(asked, lexicon);
  if (coded.length > 0) return withIssues(coded, await issuesOfEntries(coded, reader));

  let sounds: ((character: string) => string | undefined) | undefined;
  const near = async (text: string): Promise<Scored[]> => {
    const found = scored(text, lexicon);
    if (found.length > 0 || !/\p{Script=Han}{2}/u.test(text)) return found;
    sounds ??= await reader.sounds();
    return scored(text, lexicon, sounds);
  };

  const parts: Part[] = [];
  for (const term of terms) parts.push(...(await settled(term, lexicon, near, reader)));
  const said = parts.filter(({ kind }) => kind !== 'asking');
  const [only] = said;
  if (only === undefined) {
    const page = lexicon.entries.find(({ names }) => names.some(({ name }) => name === asked));
    return page === undefined ? [] : [{ kind: 'page', entry: page }];
  }
  if (said.length === 1) return single(only, asked, lexicon, near, reader);

  let issues: Issues<Data> | undefined;
  for (const part of said) {
    const found = await issuesOf(part, reader);
    if (found === undefined) continue;
    issues = issues === undefined ? found : both(issues, found);
  }
  const accounts = lexicon.entries.filter(
    (entry) => entry.kind === 'account' && said.every((part) => isOf(entry, part, lexicon)),
  );
  const meant = said.flatMap((part) => (part.kind === 'entries' ? part.entries : []));
  const owners = meant.filter(({ kind }) => ['unit', 'account'].includes(kind));
  const cards = meant
    .filter(({ kind }) => !['unit', 'account', 'page'].includes(kind))
    .toSorted(
      (a, b) =>
        Number(a.count === 0) - Number(b.count === 0) ||
        CARDS.indexOf(a.kind) - CARDS.indexOf(b.kind),
    );
  const texts = said.filter(({ kind }) => kind === 'text');
  for (const { text } of texts)
    if (accounts.length === 0 && (await textHits(text, reader)).size === 0) return [];
  let found = issues ?? none<Data>();
  // 内容更新不及时: the words side by side, as they were typed, before the same words apart.
  if (terms.length === 1) found = merged(await textHits(asked, reader, 50), found);
  return COUNTS.test(question)
    ? [...pages([...owners, ...accounts, ...cards]), ...issueHits(found)]
    : [...pages(accounts), ...issueHits(found), ...pages([...owners, ...cards])].filter(isFirst);
}

/** A page that was named twice stands where it was named first. */
function isFirst<Data>(hit: Hit<Data>, at: number, all: readonly Hit<Data>[]): boolean {
  if (hit.kind === 'issue') return true;
  return all.findIndex((one) => one.kind === 'page' && one.entry === hit.entry) === at;
}

/** 财政局 视频号, 微信 双拥: whether an account fits what a part of the question says. */
function isOf(account: NamedEntry, part: Part, { lead }: Lexicon): boolean {
  switch (part.kind) {
    case 'entries':
      return part.entries.some(
        (one) => one === account || (one.of !== undefined && account.within.includes(one.of[1])),
      );
    case 'text':
      return account.names.some((name) => matchName(part.text, name, lead) >= WEAK);
    case 'row':
    case 'day':
      return false;
    case 'asking':
      return true;
    default:
      return part satisfies never;
  }
}

interface Scored {
  entry: NamedEntry;
  score: Score;
}

/** The entries that a text may name, best first. */
function scored(
  text: string,
  { entries, lead }: Lexicon,
  sounds?: (character: string) => string | undefined,
): Scored[] {
  return entries
    .map((entry, order) => {
      const best = Math.max(0, ...entry.names.map((name) => matchName(text, name, lead, sounds)));
      // What only explains or counts is not meant by a piece of its name as surely as what bears it, and never by a slip.
      const bears = ['unit', 'account', 'campaign'].includes(entry.kind);
      const score = bears || best >= 98 ? best : best < WEAK - 8 ? 0 : best * 0.78;
      return { entry, score, order };
    })
    .filter(({ score }) => score >= LEAST)
    .toSorted((a, b) => b.score - a.score || a.order - b.order);
}

/** Numbers, telephones, addresses: any piece of them that is long enough to be one. */
function byCode(asked: string, { entries }: Lexicon): NamedEntry[] {
  const code = codeOf(asked);
  if (code.length < 4 || !/\d{3}|[a-z]\.[a-z]|\/|〔/u.test(asked)) return [];
  return entries.filter(({ codes }) => codes.some((one) => codeOf(one).includes(code)));
}

function codeOf(text: string): string {
  return normalize(text).replaceAll(/[^\p{Script=Han}a-z0-9]/gu, '');
}

/** The parts of one term; a piece that nothing is called is tried as a name before it stays text. */
async function settled<Data>(
  term: string,
  lexicon: Lexicon,
  near: (text: string) => Promise<Scored[]>,
  reader: Reader<Data>,
): Promise<Part[]> {
  const parts = partsOf(term, lexicon);
  const texts = parts.filter(({ kind }) => kind === 'text');
  if (texts.length === 0) return parts;
  if (parts.length > 1) {
    // 民zheng局, 榆阳qx: the whole may be one name although pieces of it are words.
    const [best] = await near(term);
    if (best !== undefined && best.score >= LEAST && !COUNTS.test(term))
      return [{ kind: 'text', text: term }];
  }
  const settledParts: Part[] = [];
  for (const part of parts) {
    if (part.kind !== 'text' || parts.length === 1) {
      settledParts.push(part);
      continue;
    }
    const written = await textHits(part.text, reader);
    if (written.size > 0) {
      settledParts.push(part);
      continue;
    }
    const [best] = await near(part.text);
    if (best !== undefined && best.score >= WEAK - 14)
      settledParts.push({ kind: 'entries', text: part.text, entries: [best.entry] });
    // 教育局到底改好了没: what a question has besides; else it is a word that nothing has.
    else settledParts.push({ kind: COUNTS.test(term) ? 'asking' : 'text', text: part.text });
  }
  return settledParts.every(({ kind }) => kind === 'asking')
    ? [{ kind: 'text', text: term }]
    : settledParts;
}

/** One thing is asked for: pages of that name, then its issues. */
async function single<Data>(
  part: Part,
  asked: string,
  lexicon: Lexicon,
  near: (text: string) => Promise<Scored[]>,
  reader: Reader<Data>,
): Promise<Hit<Data>[]> {
  if (part.kind === 'row' || part.kind === 'day') {
    const issues = (await issuesOf(part, reader)) ?? none<Data>();
    const days =
      part.kind === 'day'
        ? lexicon.entries.filter(
            ({ kind, of }) => kind === 'day' && of !== undefined && isMeant(part.asked, of[1]),
          )
        : [];
    const written =
      part.kind === 'day'
        ? await textHits(part.text.replace(/(?:之前|以前|前|到期|截止)$/u, ''), reader)
        : undefined;
    const all = written === undefined ? issues : merged(written, issues);
    const text = issueHits(all);
    const cards = pages(days.toSorted((a, b) => distanceOf(a, lexicon) - distanceOf(b, lexicon)));
    if (text.length + cards.length > 0)
      return written && written.size > 0 ? [...text, ...cards] : [...cards, ...text];
    return part.kind === 'day'
      ? pages(lexicon.entries.filter(({ address }) => address === 'deadlines.html'))
      : [];
  }
  if (part.kind === 'entries') {
    const [first] = part.entries;
    const issues = merged(
      await textHits(part.text, reader),
      await issuesOfEntries(part.entries, reader),
    );
    const few =
      first !== undefined &&
      (first.kind === 'problem' || isEmpty(first)) &&
      first.count <= AT_A_GLANCE &&
      !COUNTS.test(asked);
    const others = scored(part.text, lexicon)
      .filter(({ entry, score }) => !part.entries.includes(entry) && score >= WEAK)
      .map(({ entry }) => entry);
    // 专项整治: what is called so comes before the page that lists all of its kind.
    const ordered =
      first?.kind === 'page' ? [...others, ...part.entries] : [...part.entries, ...others];
    const named = ordered.slice(0, MOST_PAGES);
    return few ? [...issueHits(issues), ...pages(named)] : [...pages(named), ...issueHits(issues)];
  }
  const [written, named] = [await textHits(part.text, reader), await near(part.text)];
  const strong = named.filter(({ score }) => score >= WEAK + 4).map(({ entry }) => entry);
  const weak = named
    .filter(({ score }) => score < WEAK + 4)
    .map(({ entry }) => entry)
    .toSorted((a, b) => Number(isEmpty(a)) - Number(isEmpty(b)));
  // A guess at the name: its issues are answers as well.
  const guessed =
    strong.length === 0 && written.size === 0 && weak.length > 0
      ? await issuesOfEntries(weak.slice(0, 1), reader)
      : undefined;
  const own = strong.length > 0 ? await issuesOfEntries(strong.slice(0, 3), reader) : undefined;
  const issues = own === undefined ? written : merged(written, own);
  const guesses = pages(weak.slice(0, Math.max(0, MOST_PAGES - strong.length)));
  const [best] = weak;
  const behind = issueHits(guessed ?? none<Data>());
  return [
    ...pages(strong.slice(0, MOST_PAGES)),
    ...issueHits(issues),
    ...(best?.kind === 'problem' && best.count <= AT_A_GLANCE
      ? [...behind, ...guesses]
      : [...guesses, ...behind]),
  ];
}

/** A figure or kind of problem that has nothing today. */
function isEmpty({ kind, count }: NamedEntry): boolean {
  return count === 0 && (kind === 'figure' || kind === 'problem');
}

/** Whole days between a day of the ledger and today, for the nearest first. */
function distanceOf({ of }: NamedEntry, { today }: Lexicon): number {
  return Math.abs(Date.parse(of?.[1] ?? today) - Date.parse(today));
}

function pages(entries: readonly NamedEntry[]): PageHit[] {
  return [...new Set(entries)].map((entry) => ({ kind: 'page', entry }));
}

function issueHits<Data>(issues: Issues<Data>): Hit<Data>[] {
  return [...issues.values()]
    .toSorted((a, b) => b.points - a.points || a.order - b.order)
    .map(({ result }) => ({ kind: 'issue', id: result.id, data: result.data }));
}

function withIssues<Data>(entries: readonly NamedEntry[], issues: Issues<Data>): Hit<Data>[] {
  return [...pages(entries), ...issueHits(issues)];
}

/** The issues that a part of the question is about; undefined where it is about none. */
async function issuesOf<Data>(part: Part, reader: Reader<Data>): Promise<Issues<Data> | undefined> {
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

async function issuesOfEntries<Data>(
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
async function textHits<Data>(
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
function merged<Data>(a: Issues<Data>, b: Issues<Data>): Issues<Data> {
  const all: Issues<Data> = new Map(a);
  for (const [id, hit] of b) {
    const known = all.get(id);
    all.set(id, known === undefined ? hit : { ...known, points: known.points + hit.points });
  }
  return all;
}

/** What both have. */
function both<Data>(a: Issues<Data>, b: Issues<Data>): Issues<Data> {
  return new Map(
    [...a].flatMap(([id, hit]) => {
      const other = b.get(id);
      return other === undefined ? [] : [[id, { ...hit, points: hit.points + other.points }]];
    }),
  );
}
