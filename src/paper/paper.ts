/** 来件: bytes of a file that somebody sent → lines and grids, or a sentence that says why not. Judged by content, not by name. */
import { readCsv } from './csv.ts';
import { decodeText } from './decode.ts';
import { readHtml } from './html.ts';
import { keepTo, limits, Refused } from './limits.ts';
import { type Magic, magicOf } from './magic.ts';
import { convertedFile } from './office.ts';
import { withoutHidden } from './seen.ts';
import type { Paper, PaperReading, Refusal } from './sheet.ts';
import type { IsColumn } from './stack.ts';
import { readText } from './text.ts';
import { readDocx } from './word/docx.ts';
import { readFods, readOds } from './workbook/ods.ts';
import { readByLibrary, readXls } from './workbook/old.ts';
import { readXlsx } from './workbook/xlsx.ts';
import { type Archive, soundArchive } from './zip/archive.ts';
import { Container } from './zip/container.ts';

const refuse = (problem: string, remedy: string): { refusal: Refusal } => ({
  refusal: { problem, remedy },
});
const MACRO = refuse('文件带有宏', '另存为不带宏的 docx 或 xlsx，再导入');
const PASSWORD = refuse('文件加了密码', '打开后取消密码，另存一份再导入');
const BROKEN = refuse('文件已损坏，打不开', '用 WPS 或 Office 打开后另存一份，或请对方重发');
const TO_DOCX = '在 WPS 或 Word 里另存为 docx，再导入';

/** Reads a file. Never throws on bad data. */
export function readPaper(
  file: string,
  bytes: Uint8Array,
  isColumn: IsColumn,
): Promise<PaperReading> {
  try {
    const reading = open(file, bytes, isColumn);
    return Promise.resolve('paper' in reading ? { paper: withoutHidden(reading.paper) } : reading);
  } catch (error) {
    if (error instanceof Refused) return Promise.resolve({ refusal: error.refusal });
    // Libraries throw on broken files, and say so when there is a password.
    return Promise.resolve(/password|encrypt/iu.test(String(error)) ? PASSWORD : BROKEN);
  }
}

function open(file: string, bytes: Uint8Array, isColumn: IsColumn): PaperReading {
  if (bytes.length === 0) return refuse('文件是空的', '请对方重发');
  if (bytes.length > limits.file.most)
    return refuse(
      `文件有 ${Math.ceil(bytes.length / 1024 / 1024)} MB，${limits.file.problem}`,
      limits.file.remedy,
    );
  const magic = magicOf(bytes);
  if (magic === 'zip') return openZip(file, bytes);
  if (magic === 'ole') return openOle(file, bytes);
  if (magic === 'rtf') return fromOffice(file, bytes, 'rtf', 'RTF 文档');
  if (magic !== undefined)
    return refuse(
      `文件是${strangers[magic]}，读不出表格`,
      '把表格复制到文本文件里，或转成 docx、xlsx',
    );
  return openPlain(file, bytes, isColumn);
}

const strangers: Record<Exclude<Magic, 'zip' | 'ole' | 'rtf'>, string> = {
  pdf: 'PDF',
  png: '图片',
  jpeg: '图片',
  gif: '图片',
  bmp: '图片',
  webp: '图片',
  tiff: '图片',
  emf: '图片',
  wmf: '图片',
  rar: '压缩包',
  '7z': '压缩包',
  gzip: '压缩包',
  program: '程序',
  film: '视频或 HEIC 照片',
};

function openZip(file: string, bytes: Uint8Array): PaperReading {
  const reading = soundArchive(bytes);
  if ('refusal' in reading) return reading;
  const { archive } = reading;
  const { names } = archive;
  if (names.some((name) => /(?:^|\/)vbaProject\.bin$/iu.test(name))) return MACRO;
  if (archive.find('word/document.xml')) return { paper: readDocx(file, archive) };
  if (archive.find('xl/workbook.xml')) return { paper: readXlsx(file, archive) };
  if (archive.find('xl/workbook.bin')) return { paper: fromBinary(file, bytes, archive) };
  if (archive.find('content.xml')) {
    const kind = archive.unpack('mimetype', 200)?.toString() ?? '';
    if (kind.includes('opendocument.text')) return fromOffice(file, bytes, 'odt', 'ODT 文档');
    return { paper: readOds(file, archive) };
  }
  return refuse('文件是压缩包', '解压后把里面的文件放进文件夹，再导入这个文件夹');
}

/** .xlsb, which hardly anybody sends: what it unpacks to must be small, since nobody looks it through. */
function fromBinary(file: string, bytes: Uint8Array, archive: Archive): Paper {
  const size = archive.names.reduce(
    (sum, name) => sum + (name.endsWith('.bin') ? (archive.part(name)?.length ?? 0) : 0),
    0,
  );
  keepTo('unseen', size);
  const paper = readByLibrary(file, bytes);
  if (archive.names.some((name) => /^xl\/(?:media|drawings)\//iu.test(name)))
    (paper.unread ??= []).push({
      place: { file, sheet: '', row: 0, cell: '' },
      what: '图片和图形（xlsb 格式里的读不出，请另存为 xlsx）',
    });
  return paper;
}

/** Old Office and WPS files, and new ones under a password. */
function openOle(file: string, bytes: Uint8Array): PaperReading {
  const container = new Container(bytes);
  const names = new Set(container.names);
  const has = (name: string): boolean => names.has(name);
  if (has('EncryptedPackage')) return PASSWORD;
  if (has('_VBA_PROJECT_CUR') || has('Macros') || has('VBA')) return MACRO;
  if (has('WordDocument')) return fromOffice(file, bytes, 'doc', '旧格式的 Word 或 WPS 文档');
  const book = container.stream('Workbook') ?? container.stream('Book');
  if (book === undefined)
    return refuse('文件是旧格式，认不出内容', '在 WPS 里另存为 docx 或 xlsx，再导入');
  const { paper, facts } = readXls(file, book);
  if (!facts.hasDrawing && !facts.hasStruck) return { paper };
  // Pictures and strike-through of old workbooks are seen by way of LibreOffice.
  const xlsx = convertedFile(bytes, 'xls', 'xlsx');
  const reading = xlsx && openZip(file, xlsx);
  if (reading && 'paper' in reading) {
    reading.paper.notes.push('旧格式的工作簿，由 LibreOffice 转换后读取');
    return reading;
  }
  const what = [facts.hasDrawing ? '图片或图形' : [], facts.hasStruck ? '删除线' : []].flat();
  (paper.unread ??= []).push({
    place: { file, sheet: '', row: 0, cell: '' },
    what: `${what.join('、')}（旧格式里的读不出，请另存为 xlsx）`,
  });
  return { paper };
}

function fromOffice(file: string, bytes: Uint8Array, ending: string, what: string): PaperReading {
  const docx = convertedFile(bytes, ending, 'docx');
  if (docx === undefined) return refuse(`文件是${what}，本机没有能转换它的 LibreOffice`, TO_DOCX);
  const reading = openZip(file, docx);
  if ('paper' in reading) reading.paper.notes.push(`${what}，由 LibreOffice 转换后读取`);
  return reading;
}

function openPlain(file: string, bytes: Uint8Array, isColumn: IsColumn): PaperReading {
  let text: string;
  try {
    ({ text } = decodeText(bytes));
  } catch {
    return refuse('认不出文件的格式或编码', '另存为 docx、xlsx 或 UTF-8 文本，再导入');
  }
  if (text.includes('\u0000')) return refuse('文件不是文本', '另存为 docx 或 xlsx，再导入');
  const head = text.slice(0, 4096).trimStart();
  if (/^MIME-Version:/iu.test(head))
    return refuse('文件是网页存档', '用 WPS 或 Office 打开后另存为 docx 或 xlsx，再导入');
  if (/^<\?xml/iu.test(head) && /<office:document[\s>]/u.test(head))
    // The kind stands in the first element, behind any number of name spaces.
    return /office:mimetype="[^"]*opendocument\.text/u.test(text.slice(0, 20_000))
      ? fromOffice(file, bytes, 'fodt', 'FODT 文档')
      : { paper: readFods(file, bytes) };
  keepTo('text', bytes.length);
  if (/^<\?xml/iu.test(head) && /<(?:\w+:)?Workbook[\s>]/u.test(head)) {
    keepTo('unseen', bytes.length);
    return { paper: readByLibrary(file, new TextEncoder().encode(text)) };
  }
  if (/^(?:<!--|<!doctype html|<html|<table|<head|<meta|<body|<div|<\?xml)/iu.test(head))
    return { paper: readHtml(file, text) };
  if (/\.(?:docx|docm|xlsx|xlsm|wps|et|doc)$/iu.test(file)) return BROKEN;
  if (/\.csv$/iu.test(file)) return { paper: { file, blocks: [readCsv(file, text)], notes: [] } };
  return { paper: readText(file, text, isColumn) };
}
