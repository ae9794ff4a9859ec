/** 压缩包: the names in a zip by its central directory, and a small entry's text. Nothing else is unpacked. */
import { inflateRawSync } from 'node:zlib';

/** Relationship files are a few kilobytes; what claims to be larger is not looked into. Bytes. */
const LARGEST_TEXT = 1_000_000;
const MOST_ENTRIES = 20_000;

interface Entry {
  name: string;
  method: number;
  packed: number;
  size: number;
  at: number;
}

/** The names of all entries, or undefined where the archive cannot be read to its end. */
export function zipEntries(bytes: Uint8Array): string[] | undefined {
  return directory(bytes)?.map(({ name }) => name);
}

/** The text of the entry `name`; empty where there is none or it is too large. */
export function zipText(bytes: Uint8Array, name: string): string {
  const buffer = asBuffer(bytes);
  const entry = directory(bytes)?.find((one) => one.name === name);
  if (!entry || entry.size > LARGEST_TEXT || entry.at + 30 > buffer.length) return '';
  const from =
    entry.at + 30 + buffer.readUInt16LE(entry.at + 26) + buffer.readUInt16LE(entry.at + 28);
  const packed = buffer.subarray(from, from + entry.packed);
  if (entry.method === 0) return packed.toString('utf8');
  try {
    return inflateRawSync(packed, { maxOutputLength: LARGEST_TEXT }).toString('utf8');
  } catch {
    return '';
  }
}

function directory(bytes: Uint8Array): Entry[] | undefined {
  const buffer = asBuffer(bytes);
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > buffer.length) return undefined;
  const count = buffer.readUInt16LE(end + 10);
  let at = buffer.readUInt32LE(end + 16);
  if (count > MOST_ENTRIES) return undefined;
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameLength = buffer.readUInt16LE(at + 28);
    entries.push({
      name: buffer.toString('utf8', at + 46, at + 46 + nameLength),
      method: buffer.readUInt16LE(at + 10),
      packed: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      at: buffer.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return entries;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
