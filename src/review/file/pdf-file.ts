/** PDF: whether it can run something or carries other files, also where its objects are packed into streams. */
import { inflateSync } from 'node:zlib';
import type { TypeReading } from './reading.ts';

/** All packed objects of a file together; real ones take some megabytes. Bytes. */
const MOST_OBJECTS = 64 * 1024 * 1024;

const PRINT_AGAIN = '用“打印为 PDF”重新生成一份';
const ACTS =
  /\/(?:JavaScript|Launch|EmbeddedFile|RichMedia|XFA)\b|\/JS\s*(?:[(<]|\d{1,10} \d{1,5} R)/u;

/** Reads a file that begins as a PDF does. */
export function readPdf(bytes: Uint8Array): TypeReading {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('latin1');
  if (!text.includes('%%EOF')) return { message: 'PDF 不完整，可能没有传完', remedy: '重新上传' };
  const packed = packedObjects(buffer, text);
  if (packed === undefined)
    return { message: 'PDF 加了密或有读不出来的部分，无法检查', remedy: PRINT_AGAIN };
  if ([text, ...packed].some((part) => ACTS.test(plainNames(part))))
    return { message: 'PDF 里带有脚本、附件或表单程序', remedy: PRINT_AGAIN };
  return { type: 'pdf' };
}

/**
 * The text of the object streams (PDF 1.5 and later), where a search of the file sees nothing; undefined if one is
 * unreadable. Every word that may begin a stream is looked at, whatever it seems to lie in: a comment or a string must
 * not hide the real one.
 */
function packedObjects(buffer: Buffer, text: string): string[] | undefined {
  const found: string[] = [];
  let left = MOST_OBJECTS;
  let before = 0;
  for (const { index, 0: word } of text.matchAll(/\bstream\r?\n/gu)) {
    const head = plainNames(text.slice(before, index));
    before = index;
    if (!/\/ObjStm\b/u.test(head) || !/\/Filter\b/u.test(head)) continue;
    const from = index + word.length;
    const end = text.indexOf('endstream', from);
    try {
      const objects = inflateSync(buffer.subarray(from, end < 0 ? undefined : end), {
        maxOutputLength: Math.max(left, 1),
      });
      left -= objects.length;
      found.push(objects.toString('latin1'));
    } catch {
      return undefined;
    }
  }
  return found;
}

/** Names may be written with #xx for any letter. */
function plainNames(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/gu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
