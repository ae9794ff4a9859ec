/**
 * 图片的构造: PNG, JPEG and WebP walked part by part from the first byte to the last. What is not on the list of a
 * format is not taken: data that no viewer shows is data that nobody looked at.
 */
import { jpegParts } from './jpeg.ts';
import type { Walk } from './part.ts';
import { pngParts } from './png.ts';
import { webpParts } from './webp.ts';

export type ImageType = 'png' | 'jpeg' | 'webp';

export type ImageReading = { readonly type: ImageType; readonly walk: Walk };

/** Reads a picture of the three types; undefined for other bytes. */
export function readImage(bytes: Uint8Array): ImageReading | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, 8).equals(PNG)) return { type: 'png', walk: pngParts(buffer) };
  if (buffer.subarray(0, 3).equals(JPEG)) return { type: 'jpeg', walk: jpegParts(buffer) };
  if (buffer.toString('latin1', 0, 4) === 'RIFF' && buffer.toString('latin1', 8, 12) === 'WEBP')
    return { type: 'webp', walk: webpParts(buffer) };
  return undefined;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
