/** PNG (W3C, third edition): chunks with their checksums, and the pixels unpacked to their count. */
import { crc32, inflateSync } from 'node:zlib';
import type { ImagePart, ImagePartRole, Walk } from './part.ts';
import { HALF, HUGE, MOVING, strangePart } from './trouble.ts';

/** Pixels unpacked. Bytes; a screenshot of a long page takes a hundred million. */
const MOST_PIXELS = 256 * 1024 * 1024;
/** What a note unpacks to. Bytes. */
const MOST_TEXT = 4 * 1024 * 1024;

const roles = new Map<string, ImagePartRole>([
  ...'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT sTER'
    .split(' ')
    .map((name) => [name, 'picture'] as const),
  ['eXIf', 'exif'],
  ['tEXt', 'text'],
  ['zTXt', 'text'],
  ['iTXt', 'text'],
  ['tIME', 'other'],
  // Apple's and ImageMagick's own, and what says who made or changed a picture (C2PA).
  ['iDOT', 'other'],
  ['vpAg', 'other'],
  ['caNv', 'other'],
  ['caBX', 'other'],
]);

/** Channels by colour type. */
const channels = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);

/** Interlacing: where the seven passes begin and how far their pixels lie apart. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

export function pngParts(buffer: Buffer): Walk {
  const parts: ImagePart[] = [{ role: 'picture', bytes: buffer.subarray(0, 8), data: EMPTY }];
  const pixels: Buffer[] = [];
  let header: Buffer | undefined;
  let before = '';
  for (let at = 8; before !== 'IEND';) {
    if (at + 12 > buffer.length) return HALF;
    const length = buffer.readUInt32BE(at);
    const end = at + 12 + length;
    const name = buffer.toString('latin1', at + 4, at + 8);
    if (end > buffer.length || (header === undefined && name !== 'IHDR')) return HALF;
    if (crc32(buffer.subarray(at + 4, end - 4)) !== buffer.readUInt32BE(end - 4)) return HALF;
    const data = buffer.subarray(at + 8, end - 4);
    if (name === 'acTL' || name === 'fcTL' || name === 'fdAT') return MOVING;
    const role = roles.get(name);
    if (role === undefined || (name === 'IHDR' && header !== undefined)) return strangePart(name);
    if (name === 'IHDR') header = data;
    if (name === 'IDAT') {
      if (pixels.length > 0 && before !== 'IDAT') return strangePart(name);
      pixels.push(data);
    }
    parts.push({ role, bytes: buffer.subarray(at, end), data: unpacked(name, data) });
    before = name;
    at = end;
  }
  const expected = sizeOf(header);
  if (expected === undefined || pixels.length === 0) return HALF;
  if (expected > MOST_PIXELS) return HUGE;
  const length = parts.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return (
    isWhole(Buffer.concat(pixels), expected) ?? {
      parts,
      behind: buffer.length - length,
      unfolded: expected,
    }
  );
}

const EMPTY = Buffer.alloc(0);

/** Bytes of the pixels with the filter byte of every row; undefined for a header that no PNG has. */
function sizeOf(header: Buffer | undefined): number | undefined {
  if (header?.length !== 13) return undefined;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const bits = (header[8] ?? 0) * (channels.get(header[9] ?? 255) ?? 0);
  const isInterlaced = header[12];
  if (width === 0 || height === 0 || bits === 0 || bits > 64) return undefined;
  const plane = (columns: number, rows: number) =>
    columns > 0 && rows > 0 ? rows * (1 + Math.ceil((columns * bits) / 8)) : 0;
  if (isInterlaced === 0) return plane(width, height);
  return passes.reduce(
    (sum, [left, top, right, down]) =>
      sum + plane(Math.ceil((width - left) / right), Math.ceil((height - top) / down)),
    0,
  );
}

/** Why the packed pixels are not exactly the picture. */
function isWhole(packed: Buffer, expected: number) {
  try {
    // `info` tells how much of the packed bytes was used; the types of Node do not know of it.
    const { buffer, engine } = inflateSync(packed, {
      maxOutputLength: expected + 1,
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    if (buffer.length < expected) return HALF;
    if (buffer.length > expected) return strangePart('像素数据之外');
    return engine.bytesWritten === packed.length ? undefined : strangePart('像素数据之后');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? strangePart('像素数据之外')
      : HALF;
  }
}

/** The text of a packed note: a keyword, for iTXt flags and two more words, then the packed text. */
function unpacked(name: string, data: Buffer): Buffer {
  let from = -1;
  if (name === 'zTXt') from = data.indexOf(0) + 2;
  if (name === 'iTXt' && data[data.indexOf(0) + 1] === 1)
    from = data.indexOf(0, data.indexOf(0, data.indexOf(0) + 3) + 1) + 1;
  if (from < 0) return data;
  try {
    const text = inflateSync(data.subarray(from), { maxOutputLength: MOST_TEXT });
    return Buffer.concat([data.subarray(0, from), text]);
  } catch {
    return data;
  }
}
