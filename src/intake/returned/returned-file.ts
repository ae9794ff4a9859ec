/** 交回的文件: whether a file is a sheet of ours, whatever its name; the stamp is read from its hidden page. */
import { magicOf } from '../../paper/magic.ts';
import { readPaper } from '../../paper/paper.ts';
import type { Paper, Refusal } from '../../paper/sheet.ts';
import { type Returned, returnedIn } from './returned.ts';
import type { ReceivedFile } from './attachment.ts';
import { type Stamp, stampIn } from './stamp.ts';

export type FileReading =
  | { kind: 'sheets'; returned: Returned[] }
  | ({ kind: 'unreadable' } & Refusal)
  | { kind: 'other' };

const OFFICE = /\.(?:xlsx?|xlsm|xlsb|et|ett|csv|docx?|docm|wps|wpt|rtf|ods|fods|odt|fodt)$/iu;
/** Names of files that only look like sheets inside: compressed folders, documents for reading. */
const NEVER = /\.(?:zip|rar|7z|ofd|pdf|png|jpe?g|webp|gif|bmp|heic|mp4)$/iu;

/** Never throws on bad data. */
export async function readReturned(file: ReceivedFile): Promise<FileReading> {
  const isNamedSo = OFFICE.test(file.name);
  if (!isNamedSo && (NEVER.test(file.name) || !isContainer(file.bytes))) return { kind: 'other' };
  const reading = await readPaper(file.name, file.bytes, () => false);
  if ('refusal' in reading)
    return isNamedSo ? { kind: 'unreadable', ...reading.refusal } : { kind: 'other' };
  const stamp = stampOf(reading.paper);
  const returned = returnedIn(reading.paper, stamp);
  if (returned.length > 0) return { kind: 'sheets', returned };
  return stamp === undefined
    ? { kind: 'other' }
    : {
        kind: 'unreadable',
        problem: '是发出的报送单，但“问题编号”“本次报送”这一行栏目名称不在了，读不出',
        remedy: '用原来发出的报送单重新填写，不要删去栏目名称',
      };
}

/** True for a new or an old Office file by its first bytes: a unit may have lost the ending of the name. */
function isContainer(bytes: Uint8Array): boolean {
  const magic = magicOf(bytes);
  return magic === 'zip' || magic === 'ole';
}

/** The stamp of a sheet, on a page that nobody sees unless another program showed it. */
function stampOf({ blocks, hidden = [] }: Paper): Stamp | undefined {
  for (const block of [...hidden, ...blocks]) {
    if (block.kind !== 'grid') continue;
    const stamp = stampIn(block.rows.slice(0, 5000).map((row) => row.map(({ text }) => text)));
    if (stamp) return stamp;
  }
  return undefined;
}
