/** 图片里的话: what a picture says beside what it shows, and the picture without it. */
import { crc32 } from 'node:zlib';
import { type ImageReading, readImage } from './image.ts';
import { nestedIn } from './nested.ts';
import type { ImagePart } from './part.ts';
import { exifEntries } from './tiff.ts';

/** What files say about people and places where no viewer shows it. */
export interface Said {
  /** Where it was taken. */
  readonly position: boolean;
  /** Who made it. */
  readonly person: boolean;
  /** All words, for those who look for more in them. */
  readonly texts: readonly string[];
}

export const NOTHING_SAID: Said = { position: false, person: false, texts: [] };

const GPS = 0x8825;
const ORIENTATION = 0x0112;
/** Artist, copyright, owner of the camera, the author by Windows. */
const PERSONS = new Set([0x013b, 0x8298, 0xa430, 0x9c9d]);
/** IPTC: city, part of it, province, country, code and name of the place. */
const PLACES = new Set([90, 92, 95, 100, 101, 26, 27]);
/** IPTC: by-line, writer, contact. */
const WRITERS = new Set([80, 122, 118]);
const XMP_PLACE =
  /GPS(?:Latitude|Longitude|Position)|photoshop:(?:City|State|Country)|:Location(?:Created|Shown)?\b/u;
const XMP_PERSON =
  /<(?:dc:creator|photoshop:AuthorsPosition|xmpRights:Owner|aux:OwnerName|pdf:Author)\b|(?:aux:OwnerName|pdf:Author|photoshop:Credit)=/u;

/** What the parts of a picture say. */
export function saidBy(parts: readonly ImagePart[]): Said {
  return saidTogether(parts.flatMap((part) => [part, ...nestedIn(part)]).map(saidByPart));
}

/** What several say. */
export function saidTogether(said: readonly Said[]): Said {
  return {
    position: said.some(({ position }) => position),
    person: said.some(({ person }) => person),
    texts: said.flatMap(({ texts }) => texts),
  };
}

function saidByPart({ role, data }: ImagePart): Said {
  switch (role) {
    case 'exif': {
      const entries = exifEntries(exifBlock(data));
      return {
        position: entries.some(({ tag }) => tag === GPS),
        person: entries.some(({ tag, text }) => PERSONS.has(tag) && text.trim() !== ''),
        texts: entries.map(({ text }) => text).filter(Boolean),
      };
    }
    case 'xmp':
      // Without its zeros UTF-16 is read as well, as far as it is Latin letters and digits.
      return saidByXmp(data.toString('utf8').replaceAll('\0', ''));
    case 'other':
      // C2PA and the makers' own: of bytes that are no text only what they are called tells.
      return { ...saidByXmp(data.toString('latin1').replaceAll('\0', '')), texts: [] };
    case 'text': {
      const text = data.toString('utf8');
      const said = saidByXmp(text);
      return {
        ...said,
        person: said.person || /^(?:Author|Artist|Copyright)\0/u.test(text),
        position: said.position || /^(?:Location|GPS)/iu.test(text),
      };
    }
    case 'iptc':
      return saidByIptc(data);
    default:
      return NOTHING_SAID;
  }
}

/** What a description in XMP says. */
export function saidByXmp(text: string): Said {
  return { position: XMP_PLACE.test(text), person: XMP_PERSON.test(text), texts: [text] };
}

/** Data sets of IPTC: 1C, record, number, length, text. */
function saidByIptc(data: Buffer): Said {
  const found: { number: number; text: string }[] = [];
  for (let at = data.indexOf(0x1c); at >= 0 && at + 5 <= data.length;) {
    const length = data.readUInt16BE(at + 3);
    if (data[at + 1] === 2 && at + 5 + length <= data.length)
      found.push({
        number: data[at + 2] ?? 0,
        text: data.toString('utf8', at + 5, at + 5 + length),
      });
    at = data.indexOf(0x1c, at + 1);
  }
  return {
    position: found.some(({ number, text }) => PLACES.has(number) && text !== ''),
    person: found.some(({ number, text }) => WRITERS.has(number) && text !== ''),
    texts: found.map(({ text }) => text),
  };
}

/** The TIFF block behind the name that JPEG and some WebP put before it. */
function exifBlock(data: Buffer): Buffer {
  return data.toString('latin1', 0, 6) === 'Exif\0\0' ? data.subarray(6) : data;
}

/** Words that tell nothing but which program wrote the file and when. */
const QUIET = /^(?:Software|Creation Time|date:[a-z]+)\0/u;

/** True where a picture says anything of who took it, where or with what. */
export function isTelling(bytes: Uint8Array): boolean {
  const walk = readImage(bytes)?.walk;
  if (walk === undefined || !('parts' in walk)) return false;
  return (
    walk.behind > 0 ||
    walk.parts.some(
      ({ role, data, bytes: part }) =>
        role === 'xmp' ||
        role === 'iptc' ||
        (role === 'text' && !QUIET.test(data.toString('latin1', 0, 40))) ||
        (role === 'other' && part[0] === 0xff) ||
        (role === 'exif' && exifEntries(exifBlock(data)).some(({ tag }) => tag !== ORIENTATION)),
    )
  );
}

/**
 * The picture without all that it says, pixels untouched and the way up kept; undefined where there is nothing to take
 * off. A second picture, and what hangs behind the end, go too.
 */
export function withoutMetadata(bytes: Uint8Array): Uint8Array | undefined {
  const reading = readImage(bytes);
  if (reading === undefined) return undefined;
  const { walk } = reading;
  if (!('parts' in walk)) return undefined;
  const turn = turnOf(walk.parts);
  const isClean = walk.parts.every(
    ({ role, bytes: part }) =>
      role === 'picture' || (role === 'exif' && turn > 1 && part.equals(turned(reading, turn))),
  );
  if (isClean && walk.behind === 0) return undefined;
  const kept = walk.parts.filter(({ role }) => role === 'picture').map((part) => part.bytes);
  return assembled(reading, kept, turn);
}

/** How the picture is to be turned: 1 (not at all) to 8. */
function turnOf(parts: readonly ImagePart[]): number {
  const value = parts
    .filter(({ role }) => role === 'exif')
    .flatMap(({ data }) => exifEntries(exifBlock(data)))
    .find(({ tag }) => tag === ORIENTATION)?.value;
  return value !== undefined && value >= 1 && value <= 8 ? value : 1;
}

/** EXIF with the way up and nothing else, in its frame. */
function turned({ type }: Pick<ImageReading, 'type'>, turn: number): Buffer {
  const block = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  block.writeUInt16BE(turn, 18);
  if (type === 'jpeg')
    return Buffer.concat([
      Buffer.from([0xff, 0xe1, 0, block.length + 8]),
      Buffer.from('Exif\0\0', 'latin1'),
      block,
    ]);
  if (type === 'png') {
    const body = Buffer.concat([Buffer.from('eXIf', 'latin1'), block]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(block.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  }
  const head = Buffer.alloc(8);
  head.write('EXIF', 0, 'latin1');
  head.writeUInt32LE(block.length, 4);
  return Buffer.concat([head, block]);
}

function assembled(reading: ImageReading, kept: readonly Buffer[], turn: number): Uint8Array {
  const note = turn > 1 ? [turned(reading, turn)] : [];
  const [first = Buffer.alloc(0), ...others] = kept;
  // JFIF must come first in JPEG, the header in PNG; in WebP EXIF stands behind the picture.
  if (reading.type === 'jpeg') {
    const isJfif = others[0]?.[1] === 0xe0;
    return Buffer.concat([
      first,
      ...others.slice(0, isJfif ? 1 : 0),
      ...note,
      ...others.slice(isJfif ? 1 : 0),
    ]);
  }
  if (reading.type === 'png')
    return Buffer.concat([first, ...others.slice(0, 1), ...note, ...others.slice(1)]);
  const isExtended = others[0]?.toString('latin1', 0, 4) === 'VP8X';
  const whole = Buffer.concat([first, ...others, ...(isExtended ? note : [])]);
  whole.writeUInt32LE(whole.length - 8, 4);
  // Flags of the extended form: 8 is EXIF, 4 is XMP.
  if (isExtended) whole[20] = ((whole[20] ?? 0) & ~12) | (note.length > 0 ? 8 : 0);
  return whole;
}
