/**
 * 一面的来处: the face of the ledger that the environment and the clock name, and how what is made of it is kept and
 * heard.
 */
import { resolve } from 'node:path';
import { heard } from './asked.ts';
import { dayInChina } from './day/china.ts';
import { recordHistory } from './history/records.ts';
import { evidenceHashes } from './ledger/checksum/evidence-hashes.ts';
import { openLedger } from './ledger/open.ts';
import { type Face, faceOf } from './views/face.ts';

export const folder = resolve(process.env['LEDGER_CONTENT'] ?? 'content');

function openEdition(): Face {
  const { env } = process;
  const ledger = openLedger(folder);
  const today = env['LEDGER_AS_OF'] ?? ledger.site.asOf ?? dayInChina(new Date());
  const audience = env['LEDGER_AUDIENCE'] === 'internal' ? 'internal' : 'public';
  const records =
    audience === 'internal'
      ? recordHistory(folder, ledger.site.forge?.branch, env['LEDGER_HISTORY'])
      : undefined;
  return faceOf(ledger, today, audience, records, evidenceHashes(folder));
}

export const face = openEdition();

/** Made when first asked for, and kept. */
export function madeOnce<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The same for each id: for what many pages ask of few records. */
export function keptEach<T>(make: (id: string) => T): (id: string) => T {
  const made = new Map<string, T>();
  return (id) => {
    const known = made.get(id);
    if (known !== undefined) return known;
    const value = make(id);
    made.set(id, value);
    return value;
  };
}

/** Made once, and heard by its name. */
export function heardOnce<T>(name: string, make: () => T): () => T {
  return heard(name, madeOnce(make));
}
