/** 文字编码: the text of bytes in any encoding that Chinese offices save; GBK is read as GB 18030, which contains it. */

/** Throws where the bytes are in none of them. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: string } {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return decodedAs('utf-16le', bytes.subarray(2));
  if (a === 0xfe && b === 0xff) return decodedAs('utf-16be', bytes.subarray(2));
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodedAs('utf-8', bytes.subarray(3));
  try {
    return decodedAs('utf-8', bytes);
  } catch {
    return decodedAs('gb18030', bytes);
  }
}

function decodedAs(encoding: string, bytes: Uint8Array): { text: string; encoding: string } {
  const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  return { text, encoding };
}
