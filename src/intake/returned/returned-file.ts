/** 交回的文件: whether a file is a sheet of ours, whatever its name; the stamp is read from its hidden page. */
import { magicOf } from '../../paper/magic.ts';
import { readPaper } from '../../paper/paper.ts';
import type { Paper } from '../../paper/sheet.ts';
import { type Returned, returnedIn } from './returned.ts';
import type { ReceivedFile } from './attachment.ts';
import { STAMP_SHEET, type Stamp, stampIn } from './stamp.ts';

export type FileReading =
  | { kind: 'sheet'; returned: Returned }
  | { kind: 'unreadable'; problem: string; remedy: string }
  | { kind: 'other' };

const OFFICE = /\.(?:xlsx?|xlsm|et|csv|docx?|wps|ods|odt)$/iu;
/** Names of files that only look like sheets inside: compressed folders, documents for reading. */
const NEVER = /\.(?:zip|rar|7z|ofd|pdf|png|jpe?g|webp|gif|bmp|heic|mp4)$/iu;

/** Never throws on bad data. */
export async function readReturned(file: ReceivedFile): Promise<FileReading> {
  const isNamedSo = OFFICE.test(file.name);
  if (!isNamedSo && (NEVER.test(file.name) || !isContainer(file.bytes))) return { kind: 'other' };
  const reading = await readPaper(file.name, file.bytes, () => false);
  if ('refusal' in reading)
    return isNamedSo ? { kind: 'unreadable', ...reading.refusal } : { kind: 'other' };
  const returned = returnedIn(reading.paper, stampOf(reading.paper));
  return returned ? { kind: 'sheet', returned } : { kind: 'other' };
}

/** True for a new or an old Office file by its first bytes: a unit may have lost the ending of the name. */
function isContainer(bytes: Uint8Array): boolean {
  const magic = magicOf(bytes);
  return magic === 'zip' || magic === 'ole';
}

/** The stamp of a sheet, on a page that nobody sees. */
function stampOf({ blocks, hidden = [] }: Paper): Stamp | undefined {
  const page = [...hidden, ...blocks].find(
    (block) => block.kind === 'grid' && block.sheet === STAMP_SHEET,
  );
  if (page?.kind !== 'grid') return undefined;
  return stampIn(page.rows.map((row) => row.map(({ text }) => text)));
}
