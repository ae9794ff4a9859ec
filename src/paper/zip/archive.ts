/**
 * 压缩容器: docx, xlsx, ods and OFD are zip files. The only reader of zip directories: names and sizes are known before
 * anything is unpacked, an entry is unpacked under a limit of its own, and what the directory says is not believed.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { beyondLimit, keepTo, limits, Refused } from '../limits.ts';
import type { Refusal } from '../sheet.ts';

/** More than this many times smaller packed, and large, is made on purpose. */
const MAX_RATIO = 200;
const LARGE = 20 * 1024 * 1024;
const WIDE = 0xffffffff;

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

export const brokenArchive = (): Refused =>
  new Refused('文件不完整，打不开', '用 WPS 或 Office 打开后另存一份，或请对方重发');

/** Entries of a zip by their names. */
export class Archive {
  readonly #buffer: Buffer;
  readonly #entries = new Map<string, Entry>();
  /** Names of parts do not tell capital from small letters apart. */
  readonly #folded = new Map<string, string>();

  constructor(buffer: Buffer, entries: readonly Entry[]) {
    this.#buffer = buffer;
    for (const entry of entries) {
      this.#entries.set(entry.name, entry);
      this.#folded.set(entry.name.toLowerCase(), entry.name);
    }
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /** The name as the archive has it, or undefined where there is none. */
  find(name: string): string | undefined {
    return this.#folded.get(name.toLowerCase());
  }

  /** What all entries unpack to, by the directory. Bytes. */
  get unpackedSize(): number {
    return [...this.#entries.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /**
   * True when entries, one behind the other from the first byte, and the directory fill the file: nothing lies between
   * or behind them. No two names differ in capital and small letters alone.
   */
  get isTight(): boolean {
    const buffer = this.#buffer;
    if (this.#folded.size !== this.#entries.size) return false;
    const end = buffer.lastIndexOf(END);
    if (end + 22 + buffer.readUInt16LE(end + 20) !== buffer.length) return false;
    if (buffer.readUInt16LE(end + 20) > 0) return false;
    const row = [...this.#entries.values()].sort((a, b) => a.offset - b.offset);
    let at = 0;
    for (const { offset, packed } of row) {
      if (offset !== at || offset + 30 > buffer.length) return false;
      at = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28);
      at += packed;
      // Where sizes were not known beforehand they stand behind the data, with or without a mark, short or long.
      if ((buffer.readUInt16LE(offset + 6) & 8) !== 0)
        at += [16, 24, 12, 20].find((length) => isPartBegin(buffer, at + length)) ?? 0;
    }
    return isPartBegin(buffer, at);
  }

  /** What an entry unpacks to; undefined where it is missing, damaged or larger than `most` bytes. */
  unpack(name: string, most: number): Buffer | undefined {
    const entry = this.#entries.get(this.find(name) ?? '');
    const outcome = entry && unpacked(this.#buffer, entry, most);
    return typeof outcome === 'string' ? undefined : outcome;
  }

  /** A part that holds text; undefined where there is none. Throws Refused on a damaged or too large one. */
  part(name: string): Buffer | undefined {
    const entry = this.#entries.get(this.find(name) ?? '');
    if (entry === undefined) return undefined;
    const outcome = unpacked(this.#buffer, entry, limits.part.most);
    if (outcome === 'larger') throw beyondLimit('part');
    if (outcome === 'broken' || !isWhole(entry, outcome)) throw brokenArchive();
    return outcome;
  }

  /** Throws Refused unless every entry unpacks to what the directory says: damaged files must not give wrong lists. */
  verify(): void {
    const entries = [...this.#entries.values()];
    if (entries.some(({ encrypted }) => encrypted))
      throw new Refused('压缩包加了密码', '解除密码后另存，再导入');
    keepTo('entries', entries.length);
    keepTo(
      'unpacked',
      entries.reduce((sum, { size }) => sum + size, 0),
    );
    for (const entry of entries) {
      if (entry.size > LARGE && entry.size > entry.packed * MAX_RATIO)
        throw beyondLimit('unpacked');
      const outcome = unpacked(this.#buffer, entry, entry.size);
      if (outcome === 'larger') throw beyondLimit('unpacked');
      if (outcome === 'broken' || !isWhole(entry, outcome)) throw brokenArchive();
    }
  }
}

/** The archive in bytes with its directory read to the end and nothing unpacked, or undefined where it is none. */
export function openArchive(bytes: Uint8Array, mostEntries: number): Archive | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(buffer, mostEntries);
  return entries === undefined ? undefined : new Archive(buffer, entries);
}

/** An archive that is whole and safe to unpack, or why it is not. */
export function soundArchive(bytes: Uint8Array): { archive: Archive } | { refusal: Refusal } {
  try {
    const archive = openArchive(bytes, Number.MAX_SAFE_INTEGER);
    if (archive === undefined) throw brokenArchive();
    archive.verify();
    return { archive };
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal };
    throw error;
  }
}

const END = Buffer.from('PK\u0005\u0006', 'latin1');

/** Where an entry or the directory begins. */
function isPartBegin(buffer: Buffer, at: number): boolean {
  const mark = at + 4 <= buffer.length ? buffer.readUInt32LE(at) : 0;
  return mark === 0x04034b50 || mark === 0x02014b50;
}

function isWhole(entry: Entry, whole: Buffer): boolean {
  return whole.length === entry.size && crc32(whole) === entry.sum;
}

function unpacked(buffer: Buffer, entry: Entry, most: number): Buffer | 'larger' | 'broken' {
  const { offset, packed: length } = entry;
  if (offset + 30 > buffer.length || buffer.readUInt32LE(offset) !== 0x04034b50) return 'broken';
  const from = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28);
  const packed = buffer.subarray(from, from + length);
  if (packed.length < length) return 'broken';
  if (entry.method === 0) return packed.length > most ? 'larger' : packed;
  if (entry.method !== 8) return 'broken';
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'larger' : 'broken';
  }
}

/** The central directory, or undefined where it cannot be read to its end, names one file twice or lets files overlap. */
function entriesOf(buffer: Buffer, most: number): Entry[] | undefined {
  const end = buffer.lastIndexOf(END);
  if (end < 0 || end + 22 > buffer.length) return undefined;
  let count = buffer.readUInt16LE(end + 10);
  let at = buffer.readUInt32LE(end + 16);
  if (count === 0xffff || at === WIDE) {
    const wide = wideEnd(buffer, end);
    if (wide === undefined) return undefined;
    [count, at] = wide;
  }
  if (count > most) return undefined;
  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameLength = buffer.readUInt16LE(at + 28);
    const extraLength = buffer.readUInt16LE(at + 30);
    const entry: Entry = {
      name: buffer.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      encrypted: (buffer.readUInt16LE(at + 8) & 1) === 1,
      method: buffer.readUInt16LE(at + 10),
      sum: buffer.readUInt32LE(at + 16),
      packed: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      offset: buffer.readUInt32LE(at + 42),
    };
    const extra = buffer.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    if (entries.has(entry.name) || !widened(entry, extra)) return undefined;
    entries.set(entry.name, entry);
    at += 46 + nameLength + extraLength + buffer.readUInt16LE(at + 32);
  }
  let reached = 0;
  for (const { offset, packed } of [...entries.values()].sort((a, b) => a.offset - b.offset)) {
    if (offset < reached) return undefined;
    reached = offset + 30 + packed;
  }
  return [...entries.values()];
}

/** Count and offset of a directory by the longer end record of zip64. */
function wideEnd(buffer: Buffer, end: number): [number, number] | undefined {
  if (end < 20 || buffer.readUInt32LE(end - 20) !== 0x07064b50) return undefined;
  const record = Number(buffer.readBigUInt64LE(end - 12));
  if (record + 56 > end || buffer.readUInt32LE(record) !== 0x06064b50) return undefined;
  return [Number(buffer.readBigUInt64LE(record + 32)), Number(buffer.readBigUInt64LE(record + 48))];
}

/** Fills in the sizes that zip64 keeps in its extra field; false where they are missing. */
function widened(entry: Entry, extra: Buffer): boolean {
  const fields = (['size', 'packed', 'offset'] as const).filter((key) => entry[key] === WIDE);
  if (fields.length === 0) return true;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const data = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    if (data.length < fields.length * 8) return false;
    for (const [index, key] of fields.entries())
      entry[key] = Number(data.readBigUInt64LE(index * 8));
    return true;
  }
  return false;
}
