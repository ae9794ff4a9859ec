/** 交回的文件: whether a file is a sheet of ours, whatever its name; the stamp is read from its hidden page. */
import { readPaper } from './paper.ts';
import { type Returned, returnedIn } from './returned.ts';
import type { ReceivedFile } from './attachment.ts';
import { STAMP_SHEET, type Stamp, stampIn } from './stamp.ts';
import { openWorkbook, rowsOf } from './workbook.ts';

export type FileReading =
  | { kind: 'sheet'; returned: Returned }
  | { kind: 'unreadable'; problem: string; remedy: string }
  | { kind: 'other' };

const OFFICE = /\.(?:xlsx?|xlsm|et|csv|docx?|wps|ods|odt)$/iu;

/** Never throws on bad data. */
export async function readReturned(file: ReceivedFile): Promise<FileReading> {
  if (!OFFICE.test(file.name)) return { kind: 'other' };
  const reading = await readPaper(file.name, file.bytes, () => false);
  if ('refusal' in reading) return { kind: 'unreadable', ...reading.refusal };
  const returned = returnedIn(reading.paper, stampOf(file));
  return returned ? { kind: 'sheet', returned } : { kind: 'other' };
}

function stampOf({ name, bytes }: ReceivedFile): Stamp | undefined {
  if (/\.(?:docx?|wps|odt|csv)$/iu.test(name)) return undefined;
  const book = openWorkbook(bytes);
  if (!book.SheetNames.includes(STAMP_SHEET)) return undefined;
  const rows = rowsOf({ file: name, sheet: STAMP_SHEET, book }, []);
  return stampIn(rows.map((row) => row.map(({ text }) => text)));
}
