/** A word of a question → what its parts are: names that the ledger knows, a day, a row, what only asks, other text. */
import { type AskedDay, readDay } from './days.ts';
import { ASKING } from './asking.ts';
import { lettersOf } from '../match.ts';
import { normalize } from '../tokens.ts';
import type { SearchWords } from '../words.ts';

export type NamedEntry = SearchWords['entries'][number];

export type QuestionPart =
  | { kind: 'entries'; text: string; entries: readonly NamedEntry[] }
  | { kind: 'day'; text: string; asked: AskedDay }
  | { kind: 'row'; text: string; row: number }
  | { kind: 'asking' | 'text'; text: string };

export interface Lexicon {
  readonly entries: readonly NamedEntry[];
  readonly lead: string;
  readonly today: string;
  /** Every name, with and without what most names begin with → what is called so. */
  readonly words: ReadonlyMap<string, readonly NamedEntry[]>;
  /** Length of the longest of them. */
  readonly longest: number;
  /** Words of Latin letters that stand in issues. */
  readonly letters: ReadonlySet<string>;
  readonly simplify: (text: string) => string;
}

const made = new WeakMap<SearchWords, Lexicon>();

export function lexiconOf(given: SearchWords): Lexicon {
  const known = made.get(given);
  if (known !== undefined) return known;
  const { entries, today } = given;
  const lead = normalize(given.lead);
  const words = new Map<string, NamedEntry[]>();
  const add = (word: string, entry: NamedEntry): void => {
    if (word.length < 2) return;
    const same = words.get(word);
    if (same === undefined) words.set(word, [entry]);
    else if (!same.includes(entry)) same.push(entry);
  };
  for (const entry of entries) {
    for (const { name } of entry.names) {
      const word = lettersOf(name).join('');
      add(word, entry);
      if (lead !== '' && word.startsWith(lead)) add(word.slice(lead.length), entry);
    }
  }
  const pairs = [...given.simplified];
  const simple = new Map(
    pairs.flatMap((character, at) => (at % 2 === 0 ? [[character, pairs[at + 1] ?? '']] : [])),
  );
  const lexicon = {
    entries,
    lead,
    today,
    words,
    longest: Math.max(0, ...[...words.keys()].map(({ length }) => length)),
    letters: new Set(given.letters),
    simplify: (text: string) => [...text].map((one) => simple.get(one) ?? one).join(''),
  };
  made.set(given, lexicon);
  return lexicon;
}

/** 第4行、4号、序号4 mean a row of the list; a number alone may. */
const ROW =
  /^(?:第|序号)?0*(\d{1,4})(?:行|条|号|项|个问题)?$|^(?:第|序号)0*(\d{1,4})(?:行|条|号|项|个)?/u;
/** 没备案, 还没有备案, 尚未备案 → 未备案. */
const NOT_YET = /^(?:还|尚)?(?:没有|没|未)(?=\p{Script=Han})/u;

export function partsOf(term: string, lexicon: Lexicon): QuestionPart[] {
  const whole = lettersOf(term).join('');
  const named = lexicon.words.get(whole);
  if (named !== undefined) return [{ kind: 'entries', text: whole, entries: named }];
  const parts: QuestionPart[] = [];
  let text = '';
  const push = (part: QuestionPart): void => {
    if (text !== '') parts.push({ kind: 'text', text });
    text = '';
    parts.push(part);
  };
  let rest = term;
  while (rest !== '') {
    const row = text === '' ? ROW.exec(rest) : null;
    const day = readDay(rest);
    const known = longestAt(rest, lexicon);
    const asking = ASKING.exec(rest);
    if (row !== null) {
      push({ kind: 'row', text: row[0], row: Number(row[1] ?? row[2]) });
      rest = rest.slice(row[0].length);
    } else if (day !== undefined) {
      push({ kind: 'day', text: rest.slice(0, day.length), asked: day });
      rest = rest.slice(day.length);
    } else if (known !== undefined) {
      push({ kind: 'entries', text: known.word, entries: known.entries });
      rest = rest.slice(known.length);
    } else if (asking !== null) {
      push({ kind: 'asking', text: asking[0] });
      rest = rest.slice(asking[0].length);
    } else {
      const [first = ''] = rest;
      text += first;
      rest = rest.slice(first.length);
    }
  }
  if (text !== '') parts.push({ kind: 'text', text });
  return withoutPages(parts);
}

/** A page that explains is not meant beside a name. */
function withoutPages(parts: readonly QuestionPart[]): QuestionPart[] {
  const isPage = (part: QuestionPart): boolean =>
    part.kind === 'entries' && part.entries.every(({ kind }) => kind === 'page');
  const others = parts.some(
    (part) => !isPage(part) && part.kind !== 'asking' && part.kind !== 'text',
  );
  return parts.map((part) => (others && isPage(part) ? { kind: 'asking', text: part.text } : part));
}

interface Known {
  word: string;
  /** How much of the text it took. */
  length: number;
  entries: readonly NamedEntry[];
}

function longestAt(rest: string, lexicon: Lexicon): Known | undefined {
  const not = NOT_YET.exec(rest);
  const tried = not === null ? [] : [`未${rest.slice(not[0].length)}`];
  for (const [turn, text] of [rest, ...tried].entries()) {
    for (let size = Math.min(lexicon.longest, text.length); size >= 2; size -= 1) {
      const word = text.slice(0, size);
      const entries = lexicon.words.get(word);
      if (entries === undefined) continue;
      const length = turn === 0 ? size : size - 1 + (not?.[0].length ?? 1);
      return { word, length, entries };
    }
  }
  return undefined;
}
