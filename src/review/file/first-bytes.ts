/** 文件开头: what a file is by its first bytes, without reading on; what is no evidence by them is told why. */
import { allowedEndings, AS_PICTURE, type FileRefusal, SAVE_AGAIN } from './reading.ts';

export type FirstBytes = 'empty' | 'pdf' | 'archive' | 'other';

/** `archive`: docx, xlsx and OFD begin alike. */
export function kindByFirstBytes(bytes: Uint8Array): FirstBytes {
  if (bytes.length === 0) return 'empty';
  if (latin(bytes, 0, 5) === '%PDF-') return 'pdf';
  return begins(bytes, [0x50, 0x4b, 0x03, 0x04]) ? 'archive' : 'other';
}

/** Why a file that is neither a PDF, an archive nor a picture is not taken. */
export function strangerRefusal(bytes: Uint8Array): FileRefusal {
  if (bytes.length === 0) return { message: '文件是空的', remedy: '重新选择文件' };
  return { message: `文件是${strangerName(bytes)}，不能作佐证`, remedy: strangerRemedy(bytes) };
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
  return String.fromCharCode(...bytes.subarray(from, to));
}
