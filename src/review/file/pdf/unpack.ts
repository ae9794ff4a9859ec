/** PDF's packed streams, those that hold parts of the file's own build. */
import { inflateSync } from 'node:zlib';
import { nameIn, numberIn, type PdfDict, type PdfValue } from './value.ts';

/** All that a file unpacks to here. Bytes. */
const MOST_UNPACKED = 64 * 1024 * 1024;

/** Thrown where a part of a file cannot be looked at. */
export class Unreadable extends Error {}

/** Unpacks streams that hold parts of the file's own build, under one limit. */
export class Unpacker {
  unfolded = 0;

  /** Nothing but deflate is written for such streams; all else is refused. Throws Unreadable. */
  stream({ entries }: PdfDict, packed: Buffer): Buffer {
    const filters = entries.get('Filter');
    const names = filters?.kind === 'array' ? filters.items.map(nameIn) : [nameIn(filters)];
    if (filters === undefined || (filters.kind === 'array' && filters.items.length === 0))
      return packed;
    if (names.length !== 1 || !['FlateDecode', 'Fl'].includes(names[0] ?? ''))
      throw new Unreadable();
    try {
      const whole = inflateSync(packed, {
        maxOutputLength: Math.max(1, MOST_UNPACKED - this.unfolded),
      });
      this.unfolded += whole.length;
      return unpredicted(whole, entries.get('DecodeParms') ?? entries.get('DP'));
    } catch {
      throw new Unreadable();
    }
  }
}

/** Undoes PNG's row filters. Throws Unreadable for any other prediction. */
function unpredicted(whole: Buffer, parameters: PdfValue | undefined): Buffer {
  const held = parameters?.kind === 'array' ? parameters.items[0] : parameters;
  if (held === undefined || (held.kind === 'word' && held.text === 'null')) return whole;
  if (held.kind !== 'dict') throw new Unreadable();
  const number = (key: string, usual: number) =>
    held.entries.has(key) ? (numberIn(held.entries.get(key)) ?? Number.NaN) : usual;
  const predictor = number('Predictor', 1);
  if (predictor === 1) return whole;
  const pixel = (number('Colors', 1) * number('BitsPerComponent', 8)) / 8;
  const width = number('Columns', 1) * pixel;
  const isWhole = [predictor, pixel, width].every((one) => Number.isSafeInteger(one) && one > 0);
  // A row longer than all there is would only take memory.
  if (!isWhole || predictor < 10 || predictor > 15 || width > whole.length) throw new Unreadable();
  const rows = Math.ceil(whole.length / (width + 1));
  const out = Buffer.alloc(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const filter = whole[row * (width + 1)] ?? 0;
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      const left = column >= pixel ? (out[at - pixel] ?? 0) : 0;
      const up = row > 0 ? (out[at - width] ?? 0) : 0;
      const corner = row > 0 && column >= pixel ? (out[at - width - pixel] ?? 0) : 0;
      out[at] =
        ((whole[row * (width + 1) + 1 + column] ?? 0) + guess(filter, left, up, corner)) & 255;
    }
  }
  return out;
}

function guess(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const sum = left + up - corner;
      const [a, b, c] = [Math.abs(sum - left), Math.abs(sum - up), Math.abs(sum - corner)];
      return a <= b && a <= c ? left : b <= c ? up : corner;
    }
    default:
      return 0;
  }
}
