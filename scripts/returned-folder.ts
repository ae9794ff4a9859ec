/** A folder of returned files, and what is wrong with a file as evidence. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { baseName, type ReceivedFile } from '../src/intake/attachment.ts';
import type { ReceiveSettings } from '../src/intake/new-update.ts';
import { LARGEST_FILE } from '../src/review/evidence-file.ts';
import { readFileType } from '../src/review/file-type.ts';

/** Left behind by Office, WPS and systems. */
const NOISE = /^(?:\.|~\$|~)|^(?:Thumbs\.db|desktop\.ini)$/u;

/** All files below a folder, names in NFC. */
export function filesIn(dir: string): ReceivedFile[] {
  const files: ReceivedFile[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (NOISE.test(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile())
        files.push({
          name: relative(dir, path).split(sep).join('/').normalize('NFC'),
          bytes: readFileSync(path),
        });
    }
  };
  walk(dir);
  return files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
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
