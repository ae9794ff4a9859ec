/** 压缩: beside each text of a site the same, compressed, for servers that send it as it lies (gzip_static of nginx). */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TEXTS = new Set(['.html', '.css', '.js', '.svg', '.json', '.xml', '.txt', '.ics', '.csv']);
/** What fits into one packet is not sent faster. */
const SMALLEST = 1024;

/** Writes `FILE.gz` beside every text below `folder` that is worth it; the same bytes for the same text. */
export function compressTexts(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !TEXTS.has(extname(entry.name))) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    if (bytes.length >= SMALLEST) writeFileSync(`${file}.gz`, gzipSync(bytes));
  }
}
