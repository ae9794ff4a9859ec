/** 来件夹: the papers of a file or of a folder, in the order of their names; what cannot be read is said. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readPaper, MAX_FILE_BYTES } from './paper.ts';
import type { Paper, Refusal } from './sheet.ts';
import type { IsColumn } from './stack.ts';

/** A file that was not read, and why. */
export interface UnreadFile {
  file: string;
  refusal: Refusal;
}

/** Left behind by Office, WPS and systems. */
const NOISE = /^(?:\.|~\$|~)|(?:^|\/)(?:Thumbs\.db|desktop\.ini)$/u;

/** The files of a folder (not below its folders), or the file itself: names in Unicode NFC, sorted by code unit. */
export function filesAt(path: string): { name: string; path: string }[] {
  if (!statSync(path).isDirectory()) return [{ name: basename(path).normalize('NFC'), path }];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !NOISE.test(entry.name))
    .map(({ name }) => ({ name: name.normalize('NFC'), path: join(path, name) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** What was read, and what was not. */
export interface PapersRead {
  papers: Paper[];
  unread: UnreadFile[];
}

/** Reads every file. Throws what the file system throws. */
export function readPapers(path: string, isColumn: IsColumn): Promise<PapersRead> {
  return papersOf(
    filesAt(path).map((file) => ({
      name: file.name,
      bytes: () =>
        // A file that is too large is not even loaded.
        statSync(file.path).size > MAX_FILE_BYTES
          ? new Uint8Array(MAX_FILE_BYTES + 1)
          : readFileSync(file.path),
    })),
    isColumn,
  );
}

/** Reads files that are at hand, one after the other. Rejects with what `bytes` throws. */
export async function papersOf(
  files: readonly { name: string; bytes: () => Uint8Array }[],
  isColumn: IsColumn,
): Promise<PapersRead> {
  const papers: Paper[] = [];
  const unread: UnreadFile[] = [];
  for (const { name, bytes } of files) {
    const reading = await readPaper(name, bytes(), isColumn);
    if ('paper' in reading) papers.push(reading.paper);
    else unread.push({ file: name, refusal: reading.refusal });
  }
  return { papers, unread };
}
