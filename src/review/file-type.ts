/**
 * 文件类型: what an evidence file is by its first bytes, whatever its name says. What is not on the list is refused:
 * pages, drawings and programs can act on whoever opens them.
 */
import { zipEntries, zipText } from './zip.ts';

/** The types that may be handed in, with the endings that their names may have. */
export const fileTypes = {
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  webp: ['webp'],
  pdf: ['pdf'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  ofd: ['ofd'],
} as const;
export type FileType = keyof typeof fileTypes;

/** The endings, for messages. */
export const allowedEndings = Object.values(fileTypes).flat();

/** A type, or a Chinese sentence that says what the file is instead and, after an arrow, what to do. */
export type TypeReading =
  { readonly type: FileType } | { readonly message: string; readonly remedy: string };

const AS_PICTURE = '改交截图（png、jpg）或 PDF';
const SAVE_AGAIN = '另存为 docx、xlsx 或 PDF 再提交';

/** Reads the type of a whole file. */
export function readFileType(bytes: Uint8Array): TypeReading {
  if (bytes.length === 0) return { message: '文件是空的', remedy: '重新选择文件' };
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return { type: 'png' };
  if (begins(bytes, [0xff, 0xd8, 0xff])) return { type: 'jpeg' };
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return { type: 'webp' };
  if (latin(bytes, 0, 5) === '%PDF-') return readPdf(bytes);
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return readZip(bytes);
  return { message: `文件是${strangerName(bytes)}，不能作佐证`, remedy: strangerRemedy(bytes) };
}

/** A PDF, unless it can run something or carries other files. */
function readPdf(bytes: Uint8Array): TypeReading {
  const text = latin(bytes, 0, bytes.length);
  // Names may be written with #xx for any letter.
  const names = text.replace(/#([0-9a-fA-F]{2})/gu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  if (/\/(?:JavaScript|Launch|EmbeddedFile|RichMedia|XFA)\b|\/JS\s*(?:[(<]|\d+ \d+ R)/u.test(names))
    return { message: 'PDF 里带有脚本、附件或表单程序', remedy: '用“打印为 PDF”重新生成一份' };
  return { type: 'pdf' };
}

function readZip(bytes: Uint8Array): TypeReading {
  const names = zipEntries(bytes);
  if (names === undefined) return { message: '压缩格式的文件不完整或不合规范', remedy: SAVE_AGAIN };
  if (names.some((name) => /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml|activeX\/)/iu.test(name)))
    return { message: '文件带有宏', remedy: SAVE_AGAIN };
  if (names.some((name) => /\/embeddings\/[^/]*\.bin$/iu.test(name)))
    return { message: '文件里嵌有其他程序的对象', remedy: AS_PICTURE };
  const type = names.includes('word/document.xml')
    ? 'docx'
    : names.includes('xl/workbook.xml')
      ? 'xlsx'
      : names.includes('OFD.xml')
        ? 'ofd'
        : undefined;
  if (type === undefined)
    return { message: '文件是压缩包，不能作佐证', remedy: '解压后把要用的文件逐个提交' };
  const template = names
    .filter((name) => name.endsWith('.rels'))
    .some((name) => /attachedTemplate"[^>]*TargetMode="External"/u.test(zipText(bytes, name)));
  return template ? { message: '文件打开时会到网上取模板', remedy: AS_PICTURE } : { type };
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
