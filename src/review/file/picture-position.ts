/**
 * 照片位置: whether a picture says where it was taken. Cameras write it into EXIF (JPEG APP1, PNG eXIf, WebP EXIF) or
 * XMP; only the presence is looked for, and what cannot be read is not taken for a position.
 */

/** EXIF's pointer to the directory of GPS values. */
const GPS = 0x8825;
const XMP_GPS = /exif:GPS(?:Latitude|Longitude)/u;

/** True when the bytes of a PNG, JPEG or WebP hold a position. */
export function hasPosition(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const { name, data } of blocksOf(buffer)) {
    if (name === 'exif' && hasGpsDirectory(data)) return true;
    if (name === 'text' && XMP_GPS.test(data.toString('latin1'))) return true;
  }
  return false;
}

interface Block {
  name: 'exif' | 'text';
  data: Buffer;
}

function blocksOf(buffer: Buffer): Block[] {
  if (buffer[0] === 0xff) return jpegBlocks(buffer);
  if (buffer[0] === 0x89) return pngBlocks(buffer);
  return buffer.toString('latin1', 0, 4) === 'RIFF' ? webpBlocks(buffer) : [];
}

/** Marker, length (itself included), data, until the picture begins. */
function jpegBlocks(buffer: Buffer): Block[] {
  const blocks: Block[] = [];
  for (let at = 2; at + 4 <= buffer.length && buffer[at] === 0xff;) {
    const marker = buffer[at + 1];
    if (marker === 0xda || marker === 0xd9) break;
    const length = buffer.readUInt16BE(at + 2);
    const data = buffer.subarray(at + 4, at + 2 + length);
    if (marker === 0xe1) {
      blocks.push(
        data.toString('latin1', 0, 6) === 'Exif\0\0'
          ? { name: 'exif', data: data.subarray(6) }
          : { name: 'text', data },
      );
    }
    at += 2 + length;
  }
  return blocks;
}

/** Length, name, data, checksum. */
function pngBlocks(buffer: Buffer): Block[] {
  const blocks: Block[] = [];
  for (let at = 8; at + 8 <= buffer.length;) {
    const length = buffer.readUInt32BE(at);
    const name = buffer.toString('latin1', at + 4, at + 8);
    const data = buffer.subarray(at + 8, at + 8 + length);
    if (name === 'eXIf') blocks.push({ name: 'exif', data });
    if (name === 'iTXt' || name === 'tEXt') blocks.push({ name: 'text', data });
    at += 12 + length;
  }
  return blocks;
}

/** Name, length, data, padded to an even number of bytes. */
function webpBlocks(buffer: Buffer): Block[] {
  const blocks: Block[] = [];
  for (let at = 12; at + 8 <= buffer.length;) {
    const name = buffer.toString('latin1', at, at + 4);
    const length = buffer.readUInt32LE(at + 4);
    const data = buffer.subarray(at + 8, at + 8 + length);
    if (name === 'EXIF') {
      const head = data.toString('latin1', 0, 6) === 'Exif\0\0' ? 6 : 0;
      blocks.push({ name: 'exif', data: data.subarray(head) });
    }
    if (name === 'XMP ') blocks.push({ name: 'text', data });
    at += 8 + length + (length % 2);
  }
  return blocks;
}

/** TIFF: byte order, 42, offset of the first directory; a directory is a count and entries of twelve bytes. */
function hasGpsDirectory(tiff: Buffer): boolean {
  if (tiff.length < 8) return false;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return false;
  const count = short(first);
  for (let index = 0; index < count; index += 1) {
    const at = first + 2 + index * 12;
    if (at + 12 > tiff.length) return false;
    if (short(at) === GPS) return true;
  }
  return false;
}
