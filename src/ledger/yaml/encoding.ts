/** 编码: bytes → text, UTF-8 only; what else it is, is said so that somebody can save it again. */

/** The text, or what is wrong with the bytes and what to do, in Chinese sentences. */
export type Decoding = { text: string } | { problem: string; remedy: string };

/** What helps against a wrong encoding and wrong line ends alike. */
export const SAVE_AS_UTF8 = '请用“另存为”，编码选 UTF-8（不带 BOM）、换行选 LF 后重新保存';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Decodes a file. Never throws. */
export function decodeUtf8(bytes: Uint8Array): Decoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { problem: '文件带有 BOM 标记', remedy: SAVE_AS_UTF8 };
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { problem: '文件是 UTF-16 编码（记事本的“Unicode”）', remedy: SAVE_AS_UTF8 };
  if (bytes.includes(0))
    return {
      problem: '文件不是文本，或是没有标记的 UTF-16 编码',
      remedy: `图片等附件放到 evidence/ 下；文本文件${SAVE_AS_UTF8}`,
    };
  try {
    return { text: strict.decode(bytes) };
  } catch {
    return {
      problem: isGbk(bytes) ? '文件是 GBK 编码（记事本的“ANSI”）' : '文件不是 UTF-8 文本',
      remedy: SAVE_AS_UTF8,
    };
  }
}

function isGbk(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
