/** A folder of returned files, and what is wrong with a file as evidence. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { baseName, type ReceivedFile } from '../../src/intake/returned/attachment.ts';
import type { ReceiveSettings } from '../../src/intake/returned/new-update.ts';
import { LARGEST_FILE } from '../../src/review/file/evidence-file.ts';
import { readFileType } from '../../src/review/file/file-type.ts';

/** Left behind by Office, WPS and systems. */
const NOISE = /^(?:\.|~\$|~)|^(?:Thumbs\.db|desktop\.ini)$/u;

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

/** What is wrong with a file as evidence, in Chinese: too large, of a kind that is not taken, or wrongly named. */
export const troubleWith: ReceiveSettings['troubleWith'] = ({ name, bytes }) => {
  const largest = LARGEST_FILE / 1024 / 1024;
  if (bytes.length > LARGEST_FILE)
    return {
      message: `文件超过 ${String(largest)} MB`,
      remedy: '压缩图片后再交，或另存后写编号',
    };
  const reading = readFileType(bytes);
  if ('message' in reading) return reading;
  const ending = baseName(name).split('.').at(-1)?.toLowerCase() ?? '';
  const isNamed = reading.type === ending || (reading.type === 'jpeg' && ending === 'jpg');
  return isNamed
    ? undefined
    : {
        message: `扩展名与内容不符，内容是 ${reading.type}`,
        remedy: `把扩展名改为 .${reading.type}`,
      };
};
