/**
 * PDF's objects: all that lie in a file, in every version that it keeps, packed ones too. A reader finds them by the
 * index (cross-reference); where the index points to anything else than what lies there one after the other, every
 * place that looks like an object is taken for one.
 */
import { Unpacker, Unreadable } from './unpack.ts';
import { nameIn, numberIn, type PdfDict, type PdfValue, TooMuch, ValueReader } from './value.ts';

export interface PdfObject {
  readonly number: number;
  readonly value: PdfValue;
  /** Packed bytes of a stream. */
  readonly stream?: Buffer;
}

export interface PdfObjects {
  readonly objects: readonly PdfObject[];
  /** What the index says of the file: root, information, encryption. */
  readonly trailers: readonly PdfDict[];
  readonly unfolded: number;
}

const SPACE = '(?:[\\s\\0]|%[^\\r\\n]*[\\r\\n])';
const OBJECT = new RegExp(`(?<![\\d.])(\\d{1,10})${SPACE}+\\d{1,5}${SPACE}+obj(?![a-z])`, 'gu');

/** All objects. Throws Unreadable. */
export function objectsOf(buffer: Buffer): PdfObjects {
  try {
    return read(buffer);
  } catch (error) {
    if (error instanceof TooMuch) throw new Unreadable();
    throw error;
  }
}

function read(buffer: Buffer): PdfObjects {
  const text = buffer.toString('latin1');
  const budget = { left: buffer.length * 4 + 2 ** 20 };
  const trailers = [...text.matchAll(/(?<![a-z])trailer(?![a-z])/gu)].flatMap(({ index }) => {
    const reader = new ValueReader(buffer, budget);
    reader.at = index + 'trailer'.length;
    const value = reader.value();
    return value?.kind === 'dict' ? [value] : [];
  });
  const row = inOrder(buffer, text, budget);
  const unpack = new Unpacker();
  const index = indexOf(text, [...row.values()], unpack);
  const places = new Set(row.keys());
  const isTrue = index.offsets.every((offset) => places.has(pastSpace(buffer, offset)));
  const found = isTrue ? row : everywhere(buffer, text, budget);
  const objects = [...found.values()];
  const packed = objects.flatMap((object) =>
    isPacked(object) || index.packedIn.has(object.number) ? packedObjects(object, unpack) : [],
  );
  for (const { value, stream } of objects)
    if (stream && value.kind === 'dict' && nameIn(value.entries.get('Type')) === 'XRef')
      trailers.push(value);
  return { objects: [...objects, ...packed], trailers, unfolded: unpack.unfolded };
}

/** A number that counts something; what is no whole number from 0 on is not to be read on from. Throws Unreadable. */
function countIn(value: PdfValue | undefined): number | undefined {
  const number = numberIn(value);
  if (number !== undefined && (!Number.isSafeInteger(number) || number < 0)) throw new Unreadable();
  return number;
}

/** Objects one after the other, streams passed over, by their place. */
function inOrder(buffer: Buffer, text: string, budget: { left: number }) {
  const found = new Map<number, PdfObject>();
  const pattern = new RegExp(OBJECT);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { object, end } = objectAt(buffer, text, match, budget);
    found.set(match.index, object);
    pattern.lastIndex = end;
  }
  return found;
}

function everywhere(buffer: Buffer, text: string, budget: { left: number }) {
  const found = new Map<number, PdfObject>();
  for (const match of text.matchAll(OBJECT))
    found.set(match.index, objectAt(buffer, text, match, budget).object);
  return found;
}

function objectAt(
  buffer: Buffer,
  text: string,
  match: RegExpExecArray,
  budget: { left: number },
): { object: PdfObject; end: number } {
  const reader = new ValueReader(buffer, budget);
  reader.at = match.index + match[0].length;
  const number = Number(match[1]);
  const value = reader.value() ?? { kind: 'word', text: '' };
  reader.skip();
  const line = /^stream(?:\r\n|\n|\r)?/u.exec(text.slice(reader.at, reader.at + 8));
  if (value.kind !== 'dict' || !line) return { object: { number, value }, end: reader.at };
  const from = reader.at + line[0].length;
  const end = endOfStream(text, from, countIn(value.entries.get('Length')));
  return { object: { number, value, stream: buffer.subarray(from, end) }, end };
}

/** Where the length says, if the word stands there, else at the next such word. */
function endOfStream(text: string, from: number, length: number | undefined): number {
  if (length !== undefined && /^\s*endstream/u.test(text.slice(from + length, from + length + 14)))
    return from + length;
  const end = text.indexOf('endstream', from);
  return end < 0 ? text.length : end;
}

function pastSpace(buffer: Buffer, offset: number): number {
  let at = offset;
  while ([0, 9, 10, 12, 13, 32].includes(buffer[at] ?? 1)) at += 1;
  return at;
}

/** Where the index says that objects are, in every version of it. */
function indexOf(text: string, objects: readonly PdfObject[], unpack: Unpacker) {
  const offsets: number[] = [];
  const packedIn = new Set<number>();
  for (const table of text.matchAll(/(?<!t)xref[\s\0]+(?=\d+[ \t]+\d+)/gu)) {
    const end = text.indexOf('trailer', table.index);
    const lines = text.slice(table.index, end < 0 ? undefined : end);
    for (const [, offset] of lines.matchAll(/(\d{10}) \d{5} n/gu))
      if (Number(offset) > 0) offsets.push(Number(offset));
  }
  for (const { value, stream } of objects) {
    if (value.kind !== 'dict' || !stream || nameIn(value.entries.get('Type')) !== 'XRef') continue;
    const widths = value.entries.get('W');
    const [kind = 0, first = 0, second = 0] =
      widths?.kind === 'array' ? widths.items.map((one) => countIn(one) ?? 0) : [];
    const width = kind + first + second;
    if (width < 1 || Math.max(kind, first, second) > 6) throw new Unreadable();
    const rows = unpack.stream(value, stream);
    for (let at = 0; at + width <= rows.length; at += width) {
      const type = kind === 0 ? 1 : rows.readUIntBE(at, kind);
      const place = first === 0 ? 0 : rows.readUIntBE(at + kind, first);
      if (type === 1 && place > 0) offsets.push(place);
      if (type === 2) packedIn.add(place);
    }
  }
  return { offsets, packedIn };
}

function isPacked({ value, stream }: PdfObject): boolean {
  if (value.kind !== 'dict' || stream === undefined) return false;
  const { entries } = value;
  return nameIn(entries.get('Type')) === 'ObjStm' || (entries.has('N') && entries.has('First'));
}

/** The objects in a stream of objects: numbers and places first, then one value after the other. */
function packedObjects({ value, stream }: PdfObject, unpack: Unpacker): PdfObject[] {
  if (value.kind !== 'dict' || stream === undefined) return [];
  const bytes = unpack.stream(value, stream);
  const budget = { left: bytes.length * 8 + 1000 };
  const head = new ValueReader(bytes, budget);
  const first = countIn(value.entries.get('First'));
  const count = countIn(value.entries.get('N'));
  if (first === undefined || count === undefined) throw new Unreadable();
  const found: PdfObject[] = [];
  for (let index = 0; index < count; index += 1) {
    const number = countIn(head.value());
    const place = countIn(head.value());
    if (number === undefined || place === undefined) break;
    const reader = new ValueReader(bytes, budget);
    reader.at = first + place;
    const held = reader.value();
    if (held) found.push({ number, value: held });
  }
  return found;
}
