/** What the browser needs beside Pagefind's index to understand a question. */
import type { SearchEntry } from './record.ts';
import type { SpelledName } from './match.ts';

/** words.json */
export interface SearchWords {
  /** The day from which the site counts, YYYY-MM-DD. */
  today: string;
  /** What most names of units begin with; empty where they have nothing in common. */
  lead: string;
  /** Traditional characters, each before its simplified one, as far as these occur in the ledger. */
  simplified: string;
  /** The words of Latin letters that stand in issues. */
  letters: readonly string[];
  /** Changes whenever what the search has of the issues does. */
  version: string;
  entries: readonly (Omit<SearchEntry, 'names'> & { names: readonly SpelledName[] })[];
}

/** sounds.json: a syllable, then all common characters that sound so. Fetched only when nothing is written as asked. */
export type SoundTable = Readonly<Record<string, string>>;

/** The sound of a character by the table. */
export function soundsOf(table: SoundTable): (character: string) => string | undefined {
  const sounds = new Map(
    Object.entries(table).flatMap(([syllable, characters]) =>
      [...characters].map((character) => [character, syllable] as const),
    ),
  );
  return (character) => sounds.get(character);
}
