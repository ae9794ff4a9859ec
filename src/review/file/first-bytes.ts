/** 文件开头: what a file is by its first bytes, without reading on; what is no evidence by them is told why. */
import { type Magic, magicOf } from '../../paper/magic.ts';
import { allowedEndings, AS_PICTURE, type FileRefusal, SAVE_AGAIN } from './reading.ts';

export type FirstBytes = 'empty' | 'pdf' | 'archive' | 'other';

/** `archive`: docx, xlsx and OFD begin alike. */
export function kindByFirstBytes(bytes: Uint8Array): FirstBytes {
  if (bytes.length === 0) return 'empty';
  const magic = magicOf(bytes);
  if (magic === 'pdf') return 'pdf';
  return magic === 'zip' ? 'archive' : 'other';
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
  if (head.startsWith('#!')) return '脚本';
  const magic = magicOf(bytes);
  return (magic === undefined ? undefined : strangers[magic]) ?? '不认识的格式';
}

/** Kinds of files that are no evidence, as people call them. */
const strangers: Partial<Record<Magic, string>> = {
  program: '程序',
  ole: '旧格式的 Office 文件（doc、xls、wps、et）',
  rar: '压缩包',
  '7z': '压缩包',
  gzip: '压缩包',
  film: '视频或 HEIC 照片',
  gif: ' GIF 动图',
};

function strangerRemedy(bytes: Uint8Array): string {
  if (magicOf(bytes) === 'ole') return SAVE_AGAIN;
  return `${AS_PICTURE}；可用的格式：${allowedEndings.join('、')}`;
}
