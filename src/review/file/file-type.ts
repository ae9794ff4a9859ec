/**
 * 文件类型: what an evidence file is by its first bytes, whatever its name says. What is not on the list is refused:
 * pages, drawings and programs can act on whoever opens them.
 */
import { AS_PICTURE, readOffice, SAVE_AGAIN } from './office-file.ts';
import { readPdf } from './pdf-file.ts';
import { allowedEndings, type TypeReading } from './reading.ts';

/** Reads the type of a whole file. */
export function readFileType(bytes: Uint8Array): TypeReading {
  if (bytes.length === 0) return { message: '文件是空的', remedy: '重新选择文件' };
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return readPng(bytes);
  if (begins(bytes, [0xff, 0xd8, 0xff]))
    return asBuffer(bytes).includes(END_OF_JPEG) ? { type: 'jpeg' } : HALF;
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP')
    return asBuffer(bytes).readUInt32LE(4) + 8 <= bytes.length ? { type: 'webp' } : HALF;
  if (latin(bytes, 0, 5) === '%PDF-') return readPdf(bytes);
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return readOffice(bytes);
  return { message: `文件是${strangerName(bytes)}，不能作佐证`, remedy: strangerRemedy(bytes) };
}

/** A picture whose parts are walked to its end: half of one proves nothing, and what hangs behind it is not seen by anybody. */
function readPng(bytes: Uint8Array): TypeReading {
  const buffer = asBuffer(bytes);
  let name = '';
  let at = 8;
  while (name !== 'IEND' && at + 12 <= buffer.length) {
    name = buffer.toString('latin1', at + 4, at + 8);
    if (at === 8 && name !== 'IHDR') return HALF;
    at += 12 + buffer.readUInt32BE(at);
  }
  if (name !== 'IEND' || at > buffer.length) return HALF;
  return at === buffer.length
    ? { type: 'png' }
    : {
        message: `图片后面夹带着 ${String(buffer.length - at)} 字节别的内容，可能是裁剪前的原图`,
        remedy: '重新截图，或用画图软件打开后另存一份',
      };
}

const END_OF_JPEG = Buffer.from([0xff, 0xd9]);
const HALF = { message: '图片不完整，可能没有传完', remedy: '重新截图或重新上传' };

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
  return asBuffer(bytes).toString('latin1', from, to);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
