/** JPEG (T.81): segments, scans with what lies between them, one picture, and nothing behind its end. */
import type { ImagePart, ImagePartRole, Walk } from './part.ts';
import { HALF, strangePart } from './trouble.ts';

const SCAN = 0xda;
const END = 0xd9;

export function jpegParts(buffer: Buffer): Walk {
  const parts: ImagePart[] = [part('picture', buffer.subarray(0, 2), 2)];
  let [frames, scanned, at] = [0, 0, 2];
  for (;;) {
    const from = at;
    if (at + 2 > buffer.length) return HALF;
    if (buffer[at] !== 0xff) return strangePart('段与段之间');
    while (buffer[at + 1] === 0xff) at += 1;
    const marker = buffer[at + 1] ?? 0;
    if (marker === END) {
      parts.push(part('picture', buffer.subarray(at, at + 2), 2));
      if (frames !== 1 || scanned === 0) return HALF;
      const behind = buffer.subarray(at + 2);
      // Cameras fill their last block; zeros say nothing.
      const isFilled = behind.every((byte) => byte === 0);
      return { parts, behind: isFilled ? 0 : behind.length, unfolded: 0 };
    }
    if (at + 4 > buffer.length) return HALF;
    const end = at + 2 + buffer.readUInt16BE(at + 2);
    if (end > buffer.length || end < at + 4) return HALF;
    const data = buffer.subarray(at + 4, end);
    const role = roleOf(marker, data);
    if (role === undefined) return strangePart(`标记 ${marker.toString(16)}`);
    if (isFrame(marker)) frames += 1;
    if (frames > 1) return strangePart('第二张图');
    at = end;
    if (marker === SCAN) {
      if (frames === 0) return HALF;
      while (!isMarker(buffer, at)) {
        at += 1;
        if (at + 2 > buffer.length) return HALF;
      }
      scanned += at - end;
    }
    parts.push({ role, bytes: buffer.subarray(from, at), data });
  }
}

function part(role: ImagePartRole, bytes: Buffer, head: number): ImagePart {
  return { role, bytes, data: bytes.subarray(head) };
}

/** A marker within a scan: restarts and escaped bytes are none. */
function isMarker(buffer: Buffer, at: number): boolean {
  const next = buffer[at + 1] ?? 0;
  return buffer[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7);
}

/** A frame header; the four others between C0 and CF are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function roleOf(marker: number, data: Buffer): ImagePartRole | undefined {
  const starts = (name: string) => data.toString('latin1', 0, name.length) === name;
  if (isFrame(marker) || [0xc4, 0xcc, SCAN, 0xdb, 0xdc, 0xdd].includes(marker)) return 'picture';
  if (marker === 0xfe) return 'text';
  if (marker < 0xe0 || marker > 0xef) return undefined;
  if (marker === 0xe0 && starts('JFIF\0')) return 'picture';
  if (marker === 0xe1) return starts('Exif\0') ? 'exif' : 'xmp';
  if (marker === 0xe2 && starts('ICC_PROFILE\0')) return 'picture';
  if (marker === 0xed) return 'iptc';
  return marker === 0xee && starts('Adobe') ? 'picture' : 'other';
}
