/** 压缩: beside each text of a site the same, compressed, for servers that send it as it lies (gzip_static of nginx). */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { giveSecondName } from './second-name.ts';

const TEXTS = new Set(['.html', '.css', '.js', '.svg', '.json', '.xml', '.txt', '.ics', '.csv']);
/** What fits into one packet is not sent faster. */
const SMALLEST = 1024;

/**
 * Writes `FILE.gz` beside every text below `folder` that is worth it; the same bytes for the same text. A text that is a
 * file of the `last` site has the compressed one of that, where it holds the same; compressing takes ten times as long as
 * looking.
 */
export function compressTexts(folder: string, last?: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !TEXTS.has(extname(entry.name))) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    if (bytes.length < SMALLEST) continue;
    const before = last === undefined ? undefined : join(last, relative(folder, file));
    const isKept =
      before !== undefined &&
      isSame(file, before) &&
      giveSecondName(`${before}.gz`, `${file}.gz`, (there) => holds(there, bytes));
    if (!isKept) writeFileSync(`${file}.gz`, gzipSync(bytes));
  }
}

/** Two names of one file. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((file) => statSync(file, { throwIfNoEntry: false }));
  return a !== undefined && a.dev === b?.dev && a.ino === b.ino;
}

function holds(compressed: Buffer, bytes: Uint8Array): boolean {
  try {
    return gunzipSync(compressed, { maxOutputLength: bytes.length }).equals(bytes);
  } catch {
    return false;
  }
}
