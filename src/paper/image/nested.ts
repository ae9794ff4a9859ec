/**
 * 套着的话: what lies within another part of a picture — EXIF and XMP among Photoshop's resources (JPEG, APP13), and the
 * profiles that ImageMagick writes as figures into the notes of a PNG.
 */
import type { ImagePart, ImagePartRole } from './part.ts';

/** Photoshop's resources by number; IPTC (1028) is read with the part that holds them. */
const resources = new Map<number, ImagePartRole>([
  [1058, 'exif'],
  [1059, 'exif'],
  [1060, 'xmp'],
]);
const MARK = Buffer.from('8BIM', 'latin1');

/** ImageMagick: the kind of profile and its length; its bytes stand behind as hexadecimal figures. */
const PROFILE =
  /^Raw profile type (?<kind>\w{1,9})\0{1,2}[\0-\x20]{0,4}\w{0,9}\s{1,20}\d{1,10}\s{1,20}/iu;
const profiles = new Map<string, ImagePartRole>([
  ['exif', 'exif'],
  ['app1', 'exif'],
  ['iptc', 'iptc'],
  ['8bim', 'iptc'],
  ['xmp', 'xmp'],
]);

/** The parts within a part. */
export function nestedIn({ role: outer, data }: ImagePart): ImagePart[] {
  if (outer === 'iptc') return resourcesIn(data);
  if (outer !== 'text') return [];
  const head = PROFILE.exec(data.toString('latin1', 0, 100));
  const role = profiles.get((head?.groups?.['kind'] ?? '').toLowerCase());
  if (head === null || role === undefined) return [];
  const figures = data.toString('latin1', head[0].length).replaceAll(/\s/gu, '');
  const bytes = Buffer.from(figures, 'hex');
  const isXmp = bytes.toString('latin1', 0, 5) === 'http:';
  const found = part(isXmp ? 'xmp' : role, bytes);
  return [found, ...(found.role === 'iptc' ? resourcesIn(bytes) : [])];
}

/**
 * 8BIM, number, name padded to an even length, length, bytes. A length is believed where the next mark or the end stands
 * behind it; else the bytes end before the next mark, so that no two parts hold the same bytes.
 */
function resourcesIn(data: Buffer): ImagePart[] {
  const found: ImagePart[] = [];
  let at = data.indexOf(MARK);
  while (at >= 0) {
    const name = 1 + (data[at + 6] ?? 0);
    const head = at + 6 + name + (name % 2);
    if (head + 4 > data.length) break;
    const role = resources.get(data.readUInt16BE(at + 4));
    const next = data.indexOf(MARK, at + MARK.length);
    const from = head + 4;
    const length = data.readUInt32BE(head);
    // Padded to an even length.
    const said = from + length + (length % 2);
    const isSaid = said === data.length || data.subarray(said, said + MARK.length).equals(MARK);
    const end = isSaid ? from + length : next < 0 ? data.length : next;
    if (role !== undefined && end > from) found.push(part(role, data.subarray(from, end)));
    at = isSaid && role !== undefined ? data.indexOf(MARK, said) : next;
  }
  return found;
}

function part(role: ImagePartRole, bytes: Buffer): ImagePart {
  return { role, bytes, data: bytes };
}
