/** 压缩包: the names in a zip by its central directory, and a small entry's text. Nothing else is unpacked. */
import { inflateRawSync } from 'node:zlib';

const MOST_ENTRIES = 20_000;

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  /** Bytes in the archive. */
  readonly packed: number;
  readonly at: number;
}

/** All entries, or undefined where the archive cannot be read to its end. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  const buffer = asBuffer(bytes);
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > buffer.length) return undefined;
  const count = buffer.readUInt16LE(end + 10);
  let at = buffer.readUInt32LE(end + 16);
  if (count > MOST_ENTRIES) return undefined;
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameLength = buffer.readUInt16LE(at + 28);
    entries.push({
      name: buffer.toString('utf8', at + 46, at + 46 + nameLength),
      method: buffer.readUInt16LE(at + 10),
      packed: buffer.readUInt32LE(at + 20),
      at: buffer.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * The text of an entry, or undefined where it cannot be read or holds more than `most` bytes. What the directory says
 * of its size is not believed.
 */
export function zipText(bytes: Uint8Array, entry: ZipEntry, most: number): string | undefined {
  const buffer = asBuffer(bytes);
  if (entry.at + 30 > buffer.length) return undefined;
  const from =
    entry.at + 30 + buffer.readUInt16LE(entry.at + 26) + buffer.readUInt16LE(entry.at + 28);
  const packed = buffer.subarray(from, from + entry.packed);
  if (packed.length > most) return undefined;
  if (entry.method === 0) return packed.toString('utf8');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) }).toString('utf8');
  } catch {
    return undefined;
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
