/** A folder of returned files. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ReceivedFile } from '../../src/intake/sheet-back/report/attachment.ts';

/** Left behind by Office, WPS and systems. */
export const NOISE = /^(?:\.|~\$|~)|^(?:Thumbs\.db|desktop\.ini)$/u;

/** Larger files are not even read. Bytes. */
const LARGEST_READ = 200 * 1024 * 1024;

/** All files below a folder, names in NFC; `tooLarge` were not read. */
export function filesIn(dir: string): { files: ReceivedFile[]; tooLarge: string[] } {
  const files: ReceivedFile[] = [];
  const tooLarge: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (NOISE.test(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) {
        const name = relative(dir, path).split(sep).join('/').normalize('NFC');
        if (statSync(path).size > LARGEST_READ) tooLarge.push(name);
        else files.push({ name, bytes: readFileSync(path) });
      }
    }
  };
  walk(dir);
  return { files: files.toSorted((a, b) => (a.name < b.name ? -1 : 1)), tooLarge };
}
