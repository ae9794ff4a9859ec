/**
 * 规范写法: the one way in which this program writes a record as YAML, so that two writers of the same record write
 * the same bytes. Keys in the order of the schema, none that the schema fills in by itself; what fits in 100 columns
 * stands on one line; no anchors.
 */
import * as z from 'zod';
import { layout, type LayoutKind } from '../../schema/layout.ts';
import { itemsOf, objectFor } from '../../schema/walk.ts';
import { blockLines, scalarText } from './scalar.ts';
import { own } from '../../text/own.ts';

/** Columns (characters) up to which a list or map stands on one line. */
const WIDTH = 100;

/** The YAML text of a record. Throws RangeError where it has a key that its schema does not know. */
export function canonical(kind: LayoutKind, record: object): string {
  return `${mapLines(layout[kind].schema, record, 0).join('\n')}\n`;
}

/** The entries of an object that are written, in the order of its schema: nothing undefined or filled in anyway. */
function entriesOf(
  schema: z.ZodType | undefined,
  value: object,
): [key: string, value: unknown, schema: z.ZodType | undefined][] {
  const shape = schema && (objectFor(schema, value)?.shape as Record<string, z.ZodType>);
  const known = shape ? Object.keys(shape) : Object.keys(value);
  const strange = Object.keys(value).filter((key) => !known.includes(key));
  if (strange.length > 0) throw new RangeError(`keys without a schema: ${strange.join(', ')}`);
  return known
    .map((key): [string, unknown, z.ZodType | undefined] => [
      key,
      own(value as Record<string, unknown>, key),
      own(shape, key),
    ])
    .filter(([key, held]) => held !== undefined && !isDefault(own(shape, key), held));
}

/** True where leaving the value out reads back as the same, because the schema fills it in. */
function isDefault(schema: z.ZodType | undefined, value: unknown): boolean {
  if (!(schema instanceof z.ZodDefault)) return false;
  const filledIn: unknown = schema.parse(undefined);
  if (Array.isArray(value) || typeof value !== 'object')
    return isEmpty(filledIn) ? isEmpty(value) : value === filledIn;
  const inner = schema.unwrap() as z.ZodType;
  return isSame(plain(inner, value), plain(inner, filledIn));
}

/** True for plain data with the same keys and values, in whatever order of keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every(
      (key) =>
        Object.hasOwn(b, key) &&
        isSame(own(a as Record<string, unknown>, key), own(b as Record<string, unknown>, key)),
    )
  );
}

/** A value with what its schema fills in, and without keys that are undefined. */
function plain(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  return JSON.parse(JSON.stringify(parsed.success ? parsed.data : value));
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function mapLines(schema: z.ZodType | undefined, value: object, indent: number): string[] {
  return entriesOf(schema, value).flatMap(([key, held, child]) =>
    valueLines(`${scalarText(key)}:`, child, held, indent),
  );
}

/** A value behind `head` (a key with its colon, or the hyphen of a list), on one line or several. */
export function valueLines(
  head: string,
  schema: z.ZodType | undefined,
  value: unknown,
  indent: number,
): string[] {
  const margin = ' '.repeat(indent);
  if (typeof value === 'string' && head !== '-') {
    const lines = blockLines(value);
    if (lines)
      return [
        `${margin}${head} |-`,
        ...lines.map((line) => (line === '' ? '' : `${margin}  ${line}`)),
      ];
  }
  const flow = flowText(schema, value);
  const line = `${margin}${head} ${flow}`;
  const nested = typeof value === 'object' && value !== null && !isEmpty(value);
  if (!nested || [...line].length <= WIDTH) return [line];
  if (Array.isArray(value)) {
    const item = schema && itemsOf(schema);
    // A list inside a list would need its own hyphen on the line: it stays on one line.
    if (head === '-') return [line];
    return [
      `${margin}${head}`,
      ...value.flatMap((held: unknown) => valueLines('-', item, held, indent + 2)),
    ];
  }
  const lines = mapLines(schema, value, indent + 2);
  return head === '-'
    ? [`${margin}- ${lines[0]?.trimStart() ?? ''}`, ...lines.slice(1)]
    : [`${margin}${head}`, ...lines];
}

/** A value on one line: `[a, b]`, `{ key: value }` or a scalar. */
export function flowText(schema: z.ZodType | undefined, value: unknown): string {
  if (Array.isArray(value)) {
    const item = schema && itemsOf(schema);
    return `[${value.map((held: unknown) => flowText(item, held)).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const inside = entriesOf(schema, value)
      .map(([key, held, child]) => `${scalarText(key)}: ${flowText(child, held)}`)
      .join(', ');
    return inside === '' ? '{}' : `{ ${inside} }`;
  }
  if (typeof value === 'string' || typeof value === 'boolean' || value === null)
    return scalarText(value);
  if (typeof value === 'number' && Number.isFinite(value)) return scalarText(value);
  throw new RangeError(`no value of a record: ${typeof value}`);
}
