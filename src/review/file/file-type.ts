/**
 * 文件类型: what an evidence file is by its first bytes, whatever its name says. What is not on the list is refused:
 * pages, drawings and programs can act on whoever opens them.
 */
import { readOffice } from './office-file.ts';
import { readPdf } from './pdf-file.ts';
import { readPicture } from './picture-file.ts';
import { allowedEndings, AS_PICTURE, SAVE_AGAIN, type TypeReading } from './reading.ts';

/** Reads the type of a whole file. */
export function readFileType(bytes: Uint8Array): TypeReading {
  if (bytes.length === 0) return { message: '文件是空的', remedy: '重新选择文件' };
  if (latin(bytes, 0, 5) === '%PDF-') return readPdf(bytes);
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return readOffice(bytes);
  return (
    readPicture(bytes) ?? {
      message: `文件是${strangerName(bytes)}，不能作佐证`,
      remedy: strangerRemedy(bytes),
    }
  );
}

function strangerName(bytes: Uint8Array): string {
  const head = new TextDecoder().decode(bytes.subarray(0, 1024)).trimStart().toLowerCase();
  if (/<svg[\s>]/u.test(head)) return ' SVG 图形';
  if (/^(?:<!doctype html|<html|<head|<script|<body|<!--)/u.test(head)) return '网页';
  if (head.startsWith('<')) return '网页或 XML';
  if (begins(bytes, [0x4d, 0x5a]) || begins(bytes, [0x7f, 0x45, 0x4c, 0x46])) return '程序';
  if (head.startsWith('#!')) return '脚本';
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return '旧格式的 Office 文件（doc、xls、wps、et）';
  if (begins(bytes, [0x52, 0x61, 0x72, 0x21]) || begins(bytes, [0x37, 0x7a, 0xbc, 0xaf]))
    return '压缩包';
  if (latin(bytes, 4, 8) === 'ftyp') return '视频或 HEIC 照片';
  if (latin(bytes, 0, 3) === 'GIF') return ' GIF 动图';
  return '不认识的格式';
}

function strangerRemedy(bytes: Uint8Array): string {
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return SAVE_AGAIN;
  return `${AS_PICTURE}；可用的格式：${allowedEndings.join('、')}`;
}

function begins(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to);
}
