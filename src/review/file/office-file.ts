/** 办公文件: whether a zip is a document, a sheet or an OFD, and whether it would act on whoever opens it. */
import type { TypeReading } from './reading.ts';
import { type Archive, openArchive } from '../../paper/zip/archive.ts';

/** Entries of a document; real ones have some hundred. */
const MOST_ENTRIES = 20_000;
/** All relationships of a document together, packed and unpacked; real ones take some kilobytes. Bytes. */
const MOST_RELATIONSHIPS = 4_000_000;

export const AS_PICTURE = '改交截图（png、jpg）或 PDF';
export const SAVE_AGAIN = '另存为 docx、xlsx 或 PDF 再提交';

/** Reads the type of a file that begins as a zip does. */
export function readOffice(bytes: Uint8Array): TypeReading {
  const archive = openArchive(bytes, MOST_ENTRIES);
  if (archive === undefined) return BROKEN;
  const { names } = archive;
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
  return relationships(archive) ?? { type };
}

const BROKEN = { message: '压缩格式的文件不完整或不合规范', remedy: SAVE_AGAIN };

/** Why the relationships are refused: they fetch something when the file is opened, or cannot be looked at. */
function relationships(archive: Archive): { message: string; remedy: string } | undefined {
  let left = MOST_RELATIONSHIPS;
  for (const name of archive.names) {
    if (!/\.rels$/iu.test(name)) continue;
    const text = archive.unpack(name, left)?.toString('utf8');
    if (text === undefined) return BROKEN;
    if (fetches(text)) return { message: '文件打开时会到网上取模板', remedy: AS_PICTURE };
    // A stream may be long and hold nothing: what is read counts like what comes out.
    left -= archive.packedSize(name) + text.length;
    if (left < 0) return BROKEN;
  }
  return undefined;
}

/**
 * True when a relationship loads from elsewhere without a click. Attributes come in any order and in either quotes,
 * letters may be numbered, and UTF-16 has a zero beside every letter.
 */
function fetches(xml: string): boolean {
  const text = xml
    .replaceAll('\0', '')
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/giu, (_, hex?: string, decimal?: string) =>
      letter(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    );
  return text
    .split('<')
    .some(
      (tag) =>
        /^(?:[\w.-]+:)?Relationship\s/u.test(tag) &&
        /\sTargetMode\s*=\s*["']External["']/iu.test(tag) &&
        /\sType\s*=\s*["'][^"']*\/(?:attachedTemplate|oleObject|frame|subDocument)["']/iu.test(tag),
    );
}

function letter(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
