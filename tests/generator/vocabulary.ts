/** The vocabulary of the fictional ledger: the one the program ships, its texts as they are. */
import { readFileSync } from 'node:fs';
import { readRecord } from '../../src/ledger/record.ts';
import type { LayoutKind } from '../../src/schema/layout.ts';
import type { Indicators, Platform, Problem } from '../../src/schema/vocabulary.ts';

export interface Words {
  /** Path below content/ → text. */
  files: Map<string, string>;
  platforms: Platform[];
  problems: Problem[];
  indicators: Indicators;
}

const shipped = new URL('../../content/vocabulary/', import.meta.url);

/** Reads content/vocabulary. Throws when it is not sound. */
export function shippedWords(): Words {
  const files = new Map<string, string>();
  const read = (kind: LayoutKind): unknown => {
    const path = `vocabulary/${kind}.yaml`;
    const bytes = readFileSync(new URL(`${kind}.yaml`, shipped));
    files.set(path, bytes.toString('utf8'));
    const reading = readRecord(path, kind, bytes);
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    return reading.value;
  };
  const { platforms } = read('platforms') as { platforms: Platform[] };
  const { problems } = read('problems') as { problems: Problem[] };
  const indicators = read('indicators') as Indicators;
  read('timing');
  read('columns');
  return { files, platforms, problems, indicators };
}
