/**
 * 复合文件 (MS-CFB): the container of old Office and WPS files, and of new ones under a password — the names of its
 * streams, and a stream's bytes. Chains of sectors that turn back on themselves end; nothing is copied but what is asked.
 */
import { brokenArchive } from './archive.ts';

/** Sectors from here on have a meaning of their own: end of chain, free. */
const SPECIAL = 0xfffffffa;
const SMALL = 4096;

interface Stream {
  name: string;
  start: number;
  size: number;
  isRoot: boolean;
}

export class Container {
  readonly #buffer: Buffer;
  readonly #sector: number;
  readonly #fat: number[];
  readonly #streams: Stream[];

  /** Throws Refused on what is no container. */
  constructor(bytes: Uint8Array) {
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (this.#buffer.length < 512) throw brokenArchive();
    const shift = this.#buffer.readUInt16LE(30);
    if (shift !== 9 && shift !== 12) throw brokenArchive();
    this.#sector = 2 ** shift;
    this.#fat = this.#readFat();
    this.#streams = this.#readDirectory();
  }

  get names(): string[] {
    return this.#streams.map(({ name }) => name);
  }

  /** The first stream of a name; undefined where there is none. */
  stream(name: string): Buffer | undefined {
    const stream = this.#streams.find((one) => one.name === name && one.size > 0);
    if (stream === undefined) return undefined;
    if (stream.size >= SMALL) return this.#chain(stream.start, stream.size);
    return this.#smallStream(stream);
  }

  #sectorAt(index: number): Buffer {
    const from = (index + 1) * this.#sector;
    return this.#buffer.subarray(from, from + this.#sector);
  }

  /** The sectors of a chain put together, `size` bytes of them. */
  #chain(start: number, size: number, fat = this.#fat): Buffer {
    const parts: Buffer[] = [];
    const most = Math.min(fat.length, Math.ceil(size / this.#sector));
    for (let at = start; at < SPECIAL && parts.length < most; at = fat[at] ?? SPECIAL)
      parts.push(this.#sectorAt(at));
    return Buffer.concat(parts).subarray(0, size);
  }

  #readFat(): number[] {
    const buffer = this.#buffer;
    const table = Array.from({ length: 109 }, (_, index) => buffer.readUInt32LE(76 + index * 4));
    const perSector = this.#sector / 4;
    const most = Math.ceil(buffer.length / this.#sector);
    // Tables of large files go on in sectors of their own.
    let next = buffer.readUInt32LE(68);
    for (let count = 0; next < SPECIAL && count < most; count += 1) {
      const sector = this.#sectorAt(next);
      if (sector.length < this.#sector) break;
      for (let index = 0; index < perSector - 1; index += 1)
        table.push(sector.readUInt32LE(index * 4));
      next = sector.readUInt32LE(this.#sector - 4);
    }
    const fat: number[] = [];
    for (const index of table) {
      if (index >= SPECIAL || fat.length >= most) continue;
      const sector = this.#sectorAt(index);
      for (let at = 0; at + 4 <= sector.length; at += 4) fat.push(sector.readUInt32LE(at));
    }
    return fat;
  }

  #readDirectory(): Stream[] {
    const directory = this.#chain(this.#buffer.readUInt32LE(48), this.#buffer.length);
    const streams: Stream[] = [];
    for (let at = 0; at + 128 <= directory.length; at += 128) {
      const length = Math.min(directory.readUInt16LE(at + 64), 64);
      if (length < 2) continue;
      streams.push({
        name: directory.toString('utf16le', at, at + length - 2),
        isRoot: directory[at + 66] === 5,
        start: directory.readUInt32LE(at + 116),
        size: directory.readUInt32LE(at + 120),
      });
    }
    return streams;
  }

  /** Streams below 4096 bytes share sectors of 64 bytes within the stream of the root. */
  #smallStream({ start, size }: Stream): Buffer {
    const root = this.#streams.find(({ isRoot }) => isRoot);
    if (root === undefined) throw brokenArchive();
    const store = this.#chain(root.start, root.size);
    const table = this.#chain(
      this.#buffer.readUInt32LE(60),
      this.#buffer.readUInt32LE(64) * this.#sector,
    );
    const parts: Buffer[] = [];
    for (
      let at = start;
      at * 4 + 4 <= table.length && parts.length < SMALL / 64;
      at = table.readUInt32LE(at * 4)
    )
      parts.push(store.subarray(at * 64, at * 64 + 64));
    return Buffer.concat(parts).subarray(0, size);
  }
}
