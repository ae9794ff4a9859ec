/** Which entries a text may name, and how surely. */
import { LEAST, matchName, type Score, WEAK } from '../match.ts';
import type { Lexicon, NamedEntry, QuestionPart } from './parts.ts';
import { normalize } from '../tokens.ts';

export interface Scored {
  entry: NamedEntry;
  score: Score;
}

/** The entries that a text may name, best first. */
export function scoredEntries(
  text: string,
  { entries, lead }: Lexicon,
  sounds?: (character: string) => string | undefined,
): Scored[] {
  return entries
    .map((entry, order) => {
      const best = Math.max(0, ...entry.names.map((name) => matchName(text, name, lead, sounds)));
      // What only explains or counts is not meant by a piece of its name as surely as what bears it, and never by a slip.
      // 检查 is a piece of too many origins to mean one.
      if (entry.kind === 'origin' && best < 98) return { entry, score: 0, order };
      const bears = ['unit', 'account', 'campaign'].includes(entry.kind);
      const score = bears || best >= 98 ? best : best < WEAK - 8 ? 0 : best * 0.78;
      return { entry, score, order };
    })
    .filter(({ score }) => score >= LEAST)
    .toSorted((a, b) => b.score - a.score || a.order - b.order);
}

/** Numbers, telephones, addresses: any piece of them that is long enough to be one. */
export function byCode(asked: string, { entries }: Lexicon): NamedEntry[] {
  const code = codeOf(asked);
  if (code.length < 4 || !/\d{3}|[a-z]\.[a-z]|\/|〔/u.test(asked)) return [];
  return entries.filter(({ codes }) => codes.some((one) => codeOf(one).includes(code)));
}

function codeOf(text: string): string {
  return normalize(text).replaceAll(/[^\p{Script=Han}a-z0-9]|(?<=\d)年(?=第?\d)|第(?=\d)/gu, '');
}

/**
 * 丁街道 链接: beside the name of a unit or an account a word that the names of kinds of problem have means those kinds too.
 */
export function withKinds(
  parts: readonly QuestionPart[],
  { entries }: Lexicon,
): readonly QuestionPart[] {
  const isNamed = parts.some(
    (part) => part.kind === 'entries' && part.entries.some(({ kind }) => OWNERS.includes(kind)),
  );
  if (!isNamed) return parts;
  return parts.map((part) => {
    if (part.kind !== 'text' || part.text.length < 2) return part;
    const kinds = entries.filter(
      ({ kind, of }) => kind === 'problem' && of?.[1].includes(part.text) === true,
    );
    return kinds.length === 0 ? part : { kind: 'entries', text: part.text, entries: kinds };
  });
}

const OWNERS: readonly string[] = ['unit', 'account'];
