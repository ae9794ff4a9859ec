/**
 * 压缩容器: docx and xlsx are zip files. What they would unpack to is known from the central directory before anything
 * is unpacked, and each entry is then unpacked once under its own limit, so that a lying directory is found out too.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import type { Refusal } from './sheet.ts';

/** What a file may unpack to, in bytes: hundreds of times the largest honest list. */
export const MAX_UNPACKED = 200 * 1024 * 1024;
const MAX_ENTRIES = 5000;
/** More than this many times smaller packed, and large, is made on purpose. */
const MAX_RATIO = 200;
const LARGE = 20 * 1024 * 1024;

const BROKEN: Refusal = {
  problem: '文件不完整，打不开',
  remedy: '用 WPS 或 Office 打开后另存一份，或请对方重发',
};
const BOMB: Refusal = {
  problem: '文件解压后过大，可能是压缩炸弹',
  remedy: '不要打开；请对方另存一份正常的文件重发',
};

interface Entry {
  name: string;
  method: number;
  /** Checksum of what it unpacks to. */
  sum: number;
  packed: number;
  size: number;
  offset: number;
  encrypted: boolean;
}

/** The names in a zip that is safe to unpack, or why it is not. */
export function openArchive(bytes: Uint8Array): { names: string[] } | { refusal: Refusal } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(buffer);
  if (entries === undefined) return { refusal: BROKEN };
  if (entries.some(({ encrypted }) => encrypted))
    return {
      refusal: { problem: '压缩包加了密码', remedy: '解除密码后另存，再导入' },
    };
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (entries.length > MAX_ENTRIES || total > MAX_UNPACKED) return { refusal: BOMB };
  for (const entry of entries) {
    if (entry.size > LARGE && entry.size > entry.packed * MAX_RATIO) return { refusal: BOMB };
    const outcome = unpack(buffer, entry);
    if (outcome !== 'sound') return { refusal: outcome === 'larger' ? BOMB : BROKEN };
  }
  return { names: entries.map(({ name }) => name) };
}

/** Whether an entry unpacks to what the directory says, in length and checksum: a damaged file must not give a wrong list. */
function unpack(buffer: Buffer, entry: Entry): 'sound' | 'larger' | 'broken' {
  if (entry.offset + 30 > buffer.length) return 'broken';
  const from =
    entry.offset +
    30 +
    buffer.readUInt16LE(entry.offset + 26) +
    buffer.readUInt16LE(entry.offset + 28);
  const packed = buffer.subarray(from, from + entry.packed);
  if (packed.length < entry.packed) return 'broken';
  if (entry.method === 0) {
    if (entry.packed !== entry.size) return 'larger';
    return crc32(packed) === entry.sum ? 'sound' : 'broken';
  }
  if (entry.method !== 8) return 'broken';
  try {
    const whole = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
    return whole.length === entry.size && crc32(whole) === entry.sum ? 'sound' : 'broken';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'larger' : 'broken';
  }
}

/** The central directory, or undefined where it cannot be read to its end. */
function entriesOf(buffer: Buffer): Entry[] | undefined {
  const end = buffer.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || end + 22 > buffer.length) return undefined;
  const count = buffer.readUInt16LE(end + 10);
  let at = buffer.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameLength = buffer.readUInt16LE(at + 28);
    entries.push({
      name: buffer.toString('utf8', at + 46, at + 46 + nameLength),
      encrypted: (buffer.readUInt16LE(at + 8) & 1) === 1,
      method: buffer.readUInt16LE(at + 10),
      sum: buffer.readUInt32LE(at + 16),
      packed: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      offset: buffer.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return entries;
}
