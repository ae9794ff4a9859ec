/** EXIF: the directories of a TIFF block, each read once. */

/** One entry of a directory. */
export interface ExifEntry {
  readonly tag: number;
  /** Text of an ASCII, byte or undefined value; empty for numbers. */
  readonly text: string;
  /** The first number of a short or long value. */
  readonly value: number;
}

/** Tags whose value is where another directory lies: Exif, GPS, interoperability, further pictures. */
const POINTERS = new Set([0x8769, 0x8825, 0xa005, 0x014a]);
/** Together; cameras write some hundred. */
const MOST_ENTRIES = 2000;

/** All entries of all directories; what cannot be read is left out. */
export function exifEntries(block: Buffer): ExifEntry[] {
  const order = block.toString('latin1', 0, 2);
  if (block.length < 8 || (order !== 'II' && order !== 'MM')) return [];
  const little = order === 'II';
  const short = (at: number) =>
    at + 2 > block.length ? 0 : little ? block.readUInt16LE(at) : block.readUInt16BE(at);
  const long = (at: number) =>
    at + 4 > block.length ? 0 : little ? block.readUInt32LE(at) : block.readUInt32BE(at);
  const entries: ExifEntry[] = [];
  const waiting = [long(4)];
  const seen = new Set<number>();
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    if (from === 0 || from + 2 > block.length || seen.has(from)) continue;
    seen.add(from);
    const count = short(from);
    for (let index = 0; index < count && entries.length < MOST_ENTRIES; index += 1) {
      const at = from + 2 + index * 12;
      if (at + 12 > block.length) break;
      const [tag, type, length] = [short(at), short(at + 2), long(at + 4)];
      const value = type === 3 ? short(at + 8) : long(at + 8);
      const isText = type === 1 || type === 2 || type === 7;
      const start = length > 4 ? long(at + 8) : at + 8;
      entries.push({
        tag,
        value,
        text: isText ? textOf(tag, block.subarray(start, start + Math.min(length, 65_536))) : '',
      });
      if (POINTERS.has(tag)) waiting.push(value);
    }
    waiting.push(long(from + 2 + count * 12));
  }
  return entries;
}

/** Windows' own tags (XPTitle … XPSubject) are UTF-16. */
function textOf(tag: number, bytes: Buffer): string {
  const isWide = tag >= 0x9c9b && tag <= 0x9c9f;
  return bytes.toString(isWide ? 'utf16le' : 'utf8').replaceAll('\0', '');
}
