/** 打开文稿: the bytes of a file as a paper, or the sentence that says why not. */
import { unzipSync, type Unzipped, zipSync } from 'fflate';
import type { Paper } from './paper.ts';
import { plainPaper } from './plain.ts';
import { wordPaper } from './word.ts';

export type Opened =
  | { readonly kind: 'paper'; readonly paper: Paper }
  /** `reason` and `remedy` are Chinese sentences. */
  | { readonly kind: 'refused'; readonly reason: string; readonly remedy: string };

/** No circular unpacks to more: 64 MiB. */
const LARGEST = 64 * 1024 * 1024;

/** Opens a .docx or a text (UTF-8, else GB 18030); `name` is only used for its ending. */
export async function openPaper(name: string, bytes: Uint8Array): Promise<Opened> {
  if (bytes.length === 0) return refused('文件是空的', '换一个文件');
  if (bytes.length > LARGEST) return refused('文件太大', '校对的文稿不应超过 64 MB');
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return refused(
      '这是旧格式（.doc、.wps）或加了密码的文件',
      '在 Word 或 WPS 里另存为不加密的 .docx',
    );
  }
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46])) {
    return refused('这是 PDF 文件', '用 .docx 原稿，或把文字复制到 .txt 文件');
  }
  if (starts(bytes, [0x50, 0x4b])) return openWord(bytes);
  if (/\.docx$/iu.test(name)) return refused('文件损坏，不是完整的 .docx', '重新保存或重新传一次');
  const text = decoded(bytes);
  if (text === undefined || text.includes('\0')) {
    return refused('读不出文字', '用 .docx，或 UTF-8、GBK 编码的 .txt');
  }
  return { kind: 'paper', paper: plainPaper(text) };
}

async function openWord(bytes: Uint8Array): Promise<Opened> {
  try {
    const parts = unpacked(bytes);
    if (parts === undefined) return refused('文件解开后太大', '确认文件来源，删去大图后另存');
    if (!('word/document.xml' in parts)) return refused('不是 Word 文件', '校对需要 .docx 或 .txt');
    const paper = await wordPaper(zipSync(parts, { level: 0 }));
    if (paper.blocks.length === 0) return refused('文稿里没有文字', '图片里的文字校对不了');
    return { kind: 'paper', paper };
  } catch {
    return refused('文件损坏，不是完整的 .docx', '重新保存或重新传一次');
  }
}

/** The parts that hold text, undefined when they are too large. What is longer than it says is cut, never unpacked. */
function unpacked(bytes: Uint8Array): Unzipped | undefined {
  const sizes = new Map<string, number>();
  const isText = (name: string) => /\.(?:xml|rels)$/u.test(name);
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (isText(name)) sizes.set(name, originalSize);
      return false;
    },
  });
  const size = [...sizes.values()].reduce((sum, one) => sum + one, 0);
  return size > LARGEST ? undefined : unzipSync(bytes, { filter: ({ name }) => isText(name) });
}

function decoded(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding: the next one.
    }
  }
  return undefined;
}

function starts(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function refused(reason: string, remedy: string): Opened {
  return { kind: 'refused', reason, remedy };
}
