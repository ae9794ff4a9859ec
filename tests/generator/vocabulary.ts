/** The vocabulary of the fictional ledger: the one the program ships, its texts as they are. */
import { readFileSync, readdirSync } from 'node:fs';
import { readRecord } from '../../src/ledger/record.ts';
import { kindOfPath } from '../../src/schema/layout.ts';
import type { Platform, Problem } from '../../src/schema/vocabulary.ts';
import type { Indicators } from '../../src/schema/indicators.ts';

export interface Words {
  /** Path below content/ → text. */
  files: Map<string, string>;
  platforms: Platform[];
  problems: Problem[];
  indicators: Indicators;
}

/**
 * The kinds of problems and the platforms that the fictional ledger shows: those that the source document and its time
 * knew. What the vocabulary learns later is in its files, and changes no fictional issue.
 */
const SHOWN = { problems: 8, platforms: 12 } as const;

const shipped = new URL('../../content/vocabulary/', import.meta.url);

/** Reads content/vocabulary. Throws when it is not sound. */
export function shippedWords(): Words {
  const files = new Map<string, string>();
  const values = new Map<string, unknown>();
  for (const name of readdirSync(shipped).toSorted()) {
    const path = `vocabulary/${name}`;
    const kind = kindOfPath(path)?.kind;
    if (!kind) continue;
    const bytes = readFileSync(new URL(name, shipped));
    files.set(path, bytes.toString('utf8'));
    const reading = readRecord(path, kind, bytes);
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    values.set(kind, reading.value);
  }
  const { platforms } = values.get('platforms') as { platforms: Platform[] };
  const { problems } = values.get('problems') as { problems: Problem[] };
  const indicators = values.get('indicators') as Indicators;
  return {
    files,
    platforms: platforms.slice(0, SHOWN.platforms),
    problems: problems.slice(0, SHOWN.problems),
    indicators,
  };
}
