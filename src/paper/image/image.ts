/**
 * 图片的构造: PNG, JPEG and WebP walked part by part from the first byte to the last. What is not on the list of a
 * format is not taken: data that no viewer shows is data that nobody looked at.
 */
import { magicOf, type readableImages } from '../magic.ts';
import { jpegParts } from './jpeg.ts';
import type { Walk } from './part.ts';
import { pngParts } from './png.ts';
import { webpParts } from './webp.ts';

export type ImageType = (typeof readableImages)[number];

export type ImageReading = { readonly type: ImageType; readonly walk: Walk };

/** Reads a picture of the three types; undefined for other bytes. */
export function readImage(bytes: Uint8Array): ImageReading | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (magicOf(bytes)) {
    case 'png':
      return { type: 'png', walk: pngParts(buffer) };
    case 'jpeg':
      return { type: 'jpeg', walk: jpegParts(buffer) };
    case 'webp':
      return { type: 'webp', walk: webpParts(buffer) };
    default:
      return undefined;
  }
}
