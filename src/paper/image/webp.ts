/** WebP (RFC 9649): chunks that fill the file, one picture among them. */
import type { ImagePart, ImagePartRole, Walk } from './part.ts';
import { HALF, MOVING, strangePart } from './trouble.ts';

const roles = new Map<string, ImagePartRole>([
  ['VP8X', 'picture'],
  ['VP8 ', 'picture'],
  ['VP8L', 'picture'],
  ['ALPH', 'picture'],
  ['ICCP', 'picture'],
  ['EXIF', 'exif'],
  ['XMP ', 'xmp'],
]);

export function webpParts(buffer: Buffer): Walk {
  const whole = buffer.readUInt32LE(4) + 8;
  if (whole > buffer.length) return HALF;
  const parts: ImagePart[] = [
    { role: 'picture', bytes: buffer.subarray(0, 12), data: buffer.subarray(12, 12) },
  ];
  let pictures = 0;
  for (let at = 12; at < whole;) {
    if (at + 8 > whole) return HALF;
    const name = buffer.toString('latin1', at, at + 4);
    const length = buffer.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    if (end > whole) return HALF;
    if (name === 'ANIM' || name === 'ANMF') return MOVING;
    const role = roles.get(name);
    if (role === undefined) return strangePart(name.replaceAll(/[^\w ]/gu, '?'));
    const data = buffer.subarray(at + 8, at + 8 + length);
    if (name === 'VP8 ' || name === 'VP8L') {
      if (!isPicture(name, data)) return HALF;
      pictures += 1;
    }
    parts.push({ role, bytes: buffer.subarray(at, end), data });
    at = end;
  }
  if (pictures > 1) return strangePart('第二张图');
  return pictures === 1 ? { parts, behind: buffer.length - whole, unfolded: 0 } : HALF;
}

/** A key frame whose first partition lies within it; or the mark of a lossless picture. */
function isPicture(name: string, data: Buffer): boolean {
  if (name === 'VP8L') return data.length > 5 && data[0] === 0x2f;
  if (data.length < 11 || data.toString('hex', 3, 6) !== '9d012a') return false;
  const tag = data.readUIntLE(0, 3);
  return (tag & 1) === 0 && 10 + (tag >> 5) <= data.length;
}
