/** 记忆: what is kept beside the cache of a site that was rendered, for the next time (kept-pages.ts). */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { shortHash, type PageQuestion } from '../../../src/asked.ts';
import { cacheFolder } from '../../program.ts';

/**
 * A file of the last site: what its route told it, its hash, the places of what it asked for in the memory's list, and how
 * often the sentence of the day stands on it.
 */
export type KeptFile = readonly [
  given: string,
  bytes: string,
  asked: readonly number[],
  sentences: number,
];

export interface SiteMemory {
  readonly program: string;
  /** What is on every page. */
  readonly frame: string;
  /** 截至… as it stands on the pages. */
  readonly asOf: string;
  readonly questions: readonly PageQuestion[];
  readonly answers: readonly string[];
  readonly files: Readonly<Record<string, KeptFile>>;
  readonly parts: Readonly<Record<string, KeptPart>>;
}

/** Files that are made together from `key`. */
export interface KeptPart {
  readonly key: string;
  readonly files: readonly (readonly [path: string, bytes: string])[];
}

export const NO_MEMORY: SiteMemory = {
  program: '',
  frame: '',
  asOf: '',
  questions: [],
  answers: [],
  files: {},
  parts: {},
};
function memoryFile(out: string): string | undefined {
  const cache = cacheFolder();
  return cache === undefined ? undefined : join(cache, 'drawn', `${shortHash(out)}.json`);
}

/** What is remembered of the site in a folder; nothing where that is missing or broken. */
export function memoryOf(out: string): SiteMemory {
  try {
    const memory = JSON.parse(readFileSync(memoryFile(out) ?? '', 'utf8')) as Partial<SiteMemory>;
    return { ...NO_MEMORY, ...memory };
  } catch {
    return NO_MEMORY;
  }
}

/** Keeps the memory of the site in a folder. One that cannot be written is none. */
export function writeMemory(out: string, memory: SiteMemory): void {
  const place = memoryFile(out);
  if (place === undefined) return;
  try {
    mkdirSync(dirname(place), { recursive: true });
    const part = `${place}.${String(process.pid)}`;
    // Internal names are in it.
    writeFileSync(part, JSON.stringify(memory), { mode: 0o600 });
    renameSync(part, place);
  } catch {
    // The next build renders everything.
  }
}
