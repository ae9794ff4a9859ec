/** 来件: bytes of a file that somebody sent → lines and grids, or a sentence that says why not. Judged by content, not by name. */
import { CFB } from '@e965/xlsx';
import { openArchive } from './archive.ts';
import { decodeText, readCsv } from './csv.ts';
import { readDocx } from './docx.ts';
import { converted } from './office.ts';
import { seen } from './seen.ts';
import type { Paper, PaperReading, Refusal } from './sheet.ts';
import type { IsColumn } from './stack.ts';
import { readText } from './text.ts';
import { openWorkbook, readWorkbook } from './workbook.ts';

/** Larger files are not opened: a list is some hundred kilobytes. Bytes. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** The part of SheetJS's untyped reader of old container files that is used here. */
const containers = CFB as {
  read: (bytes: Uint8Array, options: { type: 'array' }) => { FullPaths: string[] };
};

const refuse = (problem: string, remedy: string): { refusal: Refusal } => ({
  refusal: { problem, remedy },
});
const MACRO = refuse('文件带有宏', '另存为不带宏的 docx 或 xlsx，再导入');
const PASSWORD = refuse('文件加了密码', '打开后取消密码，另存一份再导入');
const BROKEN = refuse('文件已损坏，打不开', '用 WPS 或 Office 打开后另存一份，或请对方重发');
const TO_DOCX = '在 WPS 或 Word 里另存为 docx，再导入';

/** Reads a file. Never throws on bad data. */
export async function readPaper(
  file: string,
  bytes: Uint8Array,
  isColumn: IsColumn,
): Promise<PaperReading> {
  return seen(await readAny(file, bytes, isColumn));
}

async function readAny(file: string, bytes: Uint8Array, isColumn: IsColumn): Promise<PaperReading> {
  if (bytes.length === 0) return refuse('文件是空的', '请对方重发');
  if (bytes.length > MAX_FILE_BYTES)
    return refuse(
      `文件有 ${Math.ceil(bytes.length / 1024 / 1024)} MB，超过 ${MAX_FILE_BYTES / 1024 / 1024} MB 的上限`,
      '去掉图片后另存，或只留清单所在的部分',
    );
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return readZip(file, bytes);
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return readOle(file, bytes);
  const stranger = strangerName(bytes);
  if (stranger !== undefined)
    return refuse(`文件是${stranger}，读不出表格`, '把表格复制到文本文件里，或转成 docx、xlsx');
  if (begins(bytes, latin('{\\rtf'))) return fromOffice(file, bytes, 'rtf', 'RTF 文档');
  return readPlain(file, bytes, isColumn);
}

async function readZip(file: string, bytes: Uint8Array): Promise<PaperReading> {
  const archive = openArchive(bytes);
  if ('refusal' in archive) return archive;
  const { names } = archive;
  if (names.some((name) => /(?:^|\/)vbaProject\.bin$/iu.test(name))) return MACRO;
  if (names.includes('word/document.xml')) return guarded(() => readDocx(file, bytes));
  if (names.includes('xl/workbook.xml') || names.includes('xl/workbook.bin'))
    return guarded(() => readWorkbook(file, openWorkbook(bytes)));
  if (names.includes('content.xml')) {
    const { text } = decodeText(bytes.subarray(30, 200));
    return text.includes('opendocument.text')
      ? fromOffice(file, bytes, 'odt', 'ODT 文档')
      : guarded(() => readWorkbook(file, openWorkbook(bytes)));
  }
  return refuse('文件是压缩包', '解压后把里面的文件放进文件夹，再导入这个文件夹');
}

/** Old Office and WPS files, and new ones under a password. */
async function readOle(file: string, bytes: Uint8Array): Promise<PaperReading> {
  let streams: string[];
  try {
    streams = containers
      .read(bytes, { type: 'array' })
      .FullPaths.map((path) => path.replace(/\/$/u, ''));
  } catch {
    return BROKEN;
  }
  const has = (name: string): boolean => streams.some((path) => path.endsWith(`/${name}`));
  if (has('EncryptedPackage')) return PASSWORD;
  if (has('_VBA_PROJECT_CUR') || has('Macros') || has('VBA')) return MACRO;
  if (has('WordDocument')) return fromOffice(file, bytes, 'doc', '旧格式的 Word 或 WPS 文档');
  if (has('Workbook') || has('Book')) return guarded(() => readWorkbook(file, openWorkbook(bytes)));
  return refuse('文件是旧格式，认不出内容', '在 WPS 里另存为 docx 或 xlsx，再导入');
}

async function fromOffice(
  file: string,
  bytes: Uint8Array,
  ending: string,
  what: string,
): Promise<PaperReading> {
  const docx = converted(bytes, ending, 'docx');
  if (docx === undefined) return refuse(`文件是${what}，本机没有能转换它的 LibreOffice`, TO_DOCX);
  const reading = await readZip(file, docx);
  if ('paper' in reading) reading.paper.notes.push(`${what}，由 LibreOffice 转换后读取`);
  return reading;
}

async function readPlain(
  file: string,
  bytes: Uint8Array,
  isColumn: IsColumn,
): Promise<PaperReading> {
  let decoded: { text: string; encoding: string };
  try {
    decoded = decodeText(bytes);
  } catch {
    return refuse('认不出文件的格式或编码', '另存为 docx、xlsx 或 UTF-8 文本，再导入');
  }
  const { text } = decoded;
  if (text.includes('\u0000')) return refuse('文件不是文本', '另存为 docx 或 xlsx，再导入');
  if (/^\s*(?:<!doctype html|<html|<table|<\?xml)/iu.test(text))
    return guarded(() => readWorkbook(file, openWorkbook(new TextEncoder().encode(text))));
  if (/\.(?:docx|docm|xlsx|xlsm|wps|et|doc)$/iu.test(file)) return BROKEN;
  if (/\.csv$/iu.test(file)) return { paper: { file, blocks: [readCsv(file, text)], notes: [] } };
  return { paper: readText(file, text, isColumn) };
}

/** A reader may throw on a broken file, and says so when there is a password. */
async function guarded(readIt: () => Paper | Promise<Paper>): Promise<PaperReading> {
  try {
    return { paper: await readIt() };
  } catch (error) {
    return /password|encrypt/iu.test(String(error)) ? PASSWORD : BROKEN;
  }
}

function strangerName(bytes: Uint8Array): string | undefined {
  if (begins(bytes, latin('%PDF-'))) return 'PDF';
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47]) || begins(bytes, [0xff, 0xd8, 0xff])) return '图片';
  if (begins(bytes, latin('GIF8')) || begins(bytes, latin('BM'))) return '图片';
  if (begins(bytes, latin('Rar!')) || begins(bytes, [0x37, 0x7a, 0xbc, 0xaf])) return '压缩包';
  if (begins(bytes, latin('MZ')) || begins(bytes, [0x7f, 0x45, 0x4c, 0x46])) return '程序';
  return undefined;
}

function begins(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

function latin(text: string): number[] {
  return [...text].map((char) => char.charCodeAt(0));
}
