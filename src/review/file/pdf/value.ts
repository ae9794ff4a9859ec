/** PDF's values (ISO 32000-1, 7.3), read one after the other; whatever is no value ends the reading. */

export type PdfValue =
  | { readonly kind: 'name' | 'string' | 'word'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'ref'; readonly value: number }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | { readonly kind: 'dict'; readonly entries: ReadonlyMap<string, PdfValue> };
export type PdfDict = Extract<PdfValue, { kind: 'dict' }>;

const DEEPEST = 100;
const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set(Buffer.from('()<>[]{}/%'));

/** Thrown where more is read than the file can honestly hold: objects that lie in one another. */
export class TooMuch extends Error {}

/** Reads values from bytes; `at` is where the next begins. */
export class ValueReader {
  at = 0;
  readonly #bytes: Buffer;
  /** Bytes that may still be read, over and over counted. */
  readonly #budget: { left: number };

  constructor(bytes: Buffer, budget: { left: number }) {
    this.#bytes = bytes;
    this.#budget = budget;
  }

  /** The value at `at`; undefined where none stands there. */
  value(depth = 0): PdfValue | undefined {
    this.skip();
    const from = this.at;
    const found = depth > DEEPEST ? undefined : this.#next(depth);
    this.#budget.left -= this.at - from;
    if (this.#budget.left < 0) throw new TooMuch();
    return found;
  }

  /** Passes over space and comments. */
  skip(): void {
    for (;;) {
      const byte = this.#bytes[this.at];
      if (byte === undefined) return;
      if (byte === 0x25)
        while (this.at < this.#bytes.length && ![10, 13].includes(this.#bytes[this.at] ?? 10))
          this.at += 1;
      else if (SPACE.has(byte)) this.at += 1;
      else return;
    }
  }

  #next(depth: number): PdfValue | undefined {
    const [first, second] = [this.#bytes[this.at], this.#bytes[this.at + 1]];
    if (first === undefined) return undefined;
    if (first === 0x2f) return this.#name();
    if (first === 0x28) return this.#string();
    if (first === 0x5b) return this.#array(depth);
    if (first === 0x3c) return second === 0x3c ? this.#dict(depth) : this.#hex();
    if (DELIMITER.has(first)) return undefined;
    return this.#word();
  }

  #run(): string {
    const from = this.at;
    for (;;) {
      const byte = this.#bytes[this.at];
      if (byte === undefined || SPACE.has(byte) || DELIMITER.has(byte)) break;
      this.at += 1;
    }
    return this.#bytes.toString('latin1', from, this.at);
  }

  /** Any letter of a name may be written as #xx. */
  #name(): PdfValue {
    this.at += 1;
    const text = this.#run().replace(/#([0-9a-fA-F]{2})/gu, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return { kind: 'name', text };
  }

  /** A number, `12 0 R`, or a word as true, null, obj. */
  #word(): PdfValue {
    const text = this.#run();
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/u.test(text)) return { kind: 'word', text };
    if (/^\d+$/u.test(text)) {
      const ref = /^[\s\0]+\d{1,5}[\s\0]+R(?![^\s\0()<>[\]{}/%])/u.exec(
        this.#bytes.toString('latin1', this.at, this.at + 24),
      );
      if (ref) {
        this.at += ref[0].length;
        return { kind: 'ref', value: Number(text) };
      }
    }
    return { kind: 'number', value: Number(text) };
  }

  #string(): PdfValue {
    const letters: number[] = [];
    let open = 0;
    for (; this.at < this.#bytes.length; this.at += 1) {
      let byte = this.#bytes[this.at] ?? 0;
      if (byte === 0x28 && (open += 1) === 1) continue;
      if (byte === 0x29 && (open -= 1) === 0) break;
      if (byte === 0x5c) {
        const octal = /^[0-7]{1,3}/u.exec(
          this.#bytes.toString('latin1', this.at + 1, this.at + 4),
        )?.[0];
        byte = octal === undefined ? (this.#bytes[this.at + 1] ?? 0) : Number.parseInt(octal, 8);
        this.at += octal?.length ?? 1;
        // Behind a backslash a line goes on.
        if (octal === undefined && (byte === 10 || byte === 13)) continue;
      }
      letters.push(byte & 255);
    }
    this.at += 1;
    return { kind: 'string', text: textOf(Buffer.from(letters)) };
  }

  #hex(): PdfValue {
    const end = this.#bytes.indexOf(0x3e, this.at);
    const to = end < 0 ? this.#bytes.length : end;
    const digits = this.#bytes.toString('latin1', this.at + 1, to).replaceAll(/[^0-9a-fA-F]/gu, '');
    this.at = to + 1;
    return { kind: 'string', text: textOf(Buffer.from(digits, 'hex')) };
  }

  #array(depth: number): PdfValue {
    this.at += 1;
    const items: PdfValue[] = [];
    for (;;) {
      this.skip();
      if (this.#bytes[this.at] === 0x5d) break;
      const item = this.value(depth + 1);
      if (item === undefined) return { kind: 'array', items };
      items.push(item);
    }
    this.at += 1;
    return { kind: 'array', items };
  }

  /** A key that comes twice keeps all its values, as an array: readers differ in which counts. */
  #dict(depth: number): PdfValue {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.skip();
      const key = this.#bytes[this.at] === 0x3e ? undefined : this.value(depth + 1);
      if (key?.kind !== 'name') break;
      const value = this.value(depth + 1);
      if (value === undefined) break;
      const before = entries.get(key.text);
      entries.set(key.text, before ? { kind: 'array', items: [before, value] } : value);
    }
    if (this.#bytes.toString('latin1', this.at, this.at + 2) === '>>') this.at += 2;
    return { kind: 'dict', entries };
  }
}

/** UTF-16 or UTF-8 with its mark, else one letter a byte. */
function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0)
    return Buffer.from(bytes).swap16().toString('utf16le').slice(1);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return bytes.subarray(3).toString('utf8');
  return bytes.toString('latin1');
}

/** The text of a name; undefined for all else. */
export function nameIn(value: PdfValue | undefined): string | undefined {
  return value?.kind === 'name' ? value.text : undefined;
}

/** A number, whole or not; undefined for all else. */
export function numberIn(value: PdfValue | undefined): number | undefined {
  return value?.kind === 'number' ? value.value : undefined;
}
