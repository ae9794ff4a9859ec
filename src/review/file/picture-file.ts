/** Pictures, handed in by themselves or lying in a document. */
import { readImage } from '../../paper/image/image.ts';
import { type Said, saidBy } from '../../paper/image/metadata.ts';
import { trailingBytes } from '../../paper/image/trouble.ts';
import { pictureType } from '../../paper/magic.ts';
import type { Archive } from '../../paper/zip/archive.ts';
import { type FileRefusal, SAVE_AGAIN, type TypeReading } from './reading.ts';

/** A picture walked to its end: half of one proves nothing, and what hangs behind it is not seen by anybody. */
export function readPicture(bytes: Uint8Array): TypeReading | undefined {
  const image = readImage(bytes);
  if (image === undefined) return undefined;
  const { type, walk } = image;
  if (!('parts' in walk)) return walk;
  const { parts, behind, unfolded } = walk;
  return behind > 0 ? trailingBytes(behind) : { type, said: saidBy(parts), unfolded };
}

/** A file that is looked through. */
export interface OfficeFile {
  readonly archive: Archive;
  /** False within another file. */
  readonly mayEmbed: boolean;
  /** Told of what the parts say. */
  readonly hear: (said: Said) => void;
}

/** A picture within a file: whole if it is of a kind that this program can walk. */
export function pictureTrouble(file: OfficeFile, bytes: Uint8Array): FileRefusal | undefined {
  if (bytes.length === 0) return undefined;
  const reading = readPicture(bytes);
  if (reading !== undefined && 'type' in reading) {
    file.hear(reading.said);
    return undefined;
  }
  // Office cuts and keeps pictures as they came: what a viewer shows of them is judged by their first bytes.
  const isPicture = pictureType(bytes) !== undefined || isPhoto(bytes);
  return isPicture ? undefined : { message: '文件里的图片不是图片', remedy: SAVE_AGAIN };
}

/** JPEG XR, as Office keeps pictures with their background taken off. */
function isPhoto(bytes: Uint8Array): boolean {
  return bytes[0] === 0x49 && bytes[1] === 0x49 && bytes[2] === 0xbc;
}
