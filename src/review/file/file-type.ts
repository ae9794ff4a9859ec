/**
 * 文件类型: what an evidence file is by its first bytes, whatever its name says. What is not on the list is refused:
 * pages, drawings and programs can act on whoever opens them.
 */
import { kindByFirstBytes, strangerRefusal } from './first-bytes.ts';
import { readOffice } from './office/office-file.ts';
import { readPdf } from './pdf-file.ts';
import { readPicture } from './picture-file.ts';
import type { TypeReading } from './reading.ts';

/** Reads the type of a whole file. */
export function readFileType(bytes: Uint8Array): TypeReading {
  const kind = kindByFirstBytes(bytes);
  if (kind === 'pdf') return readPdf(bytes);
  if (kind === 'archive') return readOffice(bytes);
  return (kind === 'empty' ? undefined : readPicture(bytes)) ?? strangerRefusal(bytes);
}
