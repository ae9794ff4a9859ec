/** Walks a schema: every field with its path and meta. The dictionary, the leak test and the messages use it. */
import * as z from 'zod';
import type { Audience, FieldMeta } from './field.ts';
import { own } from '../text/own.ts';

export interface FieldInfo {
  /** Keys from the record down; `[]` stands for an item of a list. */
  path: readonly string[];
  meta: FieldMeta;
  required: boolean;
  schema: z.ZodType;
  /** Chinese names of the ways to write the object that have this field; empty when all have it. */
  within: readonly string[];
}

/** The meta of a schema, looked for through optional and default wrappers. */
export function metaOf(schema: z.ZodType): FieldMeta | undefined {
  const own = schema.meta();
  if (own && 'audience' in own) return own as unknown as FieldMeta;
  const inner = innerOf(schema);
  return inner ? metaOf(inner) : undefined;
}

function innerOf(schema: z.ZodType): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return schema.unwrap() as z.ZodType;
  return undefined;
}

function unwrap(schema: z.ZodType): z.ZodType {
  const inner = innerOf(schema);
  return inner ? unwrap(inner) : schema;
}

/** The schemas one step below: of each key, of `[]`, or of every branch of a union. */
function childrenOf(schema: z.ZodType): Children {
  const known = children.get(schema) ?? findChildren(schema);
  children.set(schema, known);
  return known;
}

type Children = readonly (readonly [string | undefined, z.ZodType])[];
/** Schemas never change; a ledger with ten thousand faults asks ten thousand times. */
const children = new WeakMap<z.ZodType, Children>();

function findChildren(schema: z.ZodType): Children {
  const bare = unwrap(schema);
  if (bare instanceof z.ZodObject) return Object.entries(bare.shape);
  if (bare instanceof z.ZodArray) return [['[]', bare.element as z.ZodType]];
  if (bare instanceof z.ZodUnion)
    return (bare.options as z.ZodType[]).map((option) => [undefined, option] as const);
  return [];
}

/**
 * The object schema that `value` means: of a union the branch whose literals it has and whose keys fit it best.
 * Undefined when the schema is no object.
 */
export function objectFor(schema: z.ZodType, value: object): z.ZodObject | undefined {
  const bare = unwrap(schema);
  if (bare instanceof z.ZodObject) return bare;
  if (!(bare instanceof z.ZodUnion)) return undefined;
  let best: { object: z.ZodObject; strange: number } | undefined;
  for (const option of bare.options as z.ZodType[]) {
    const object = objectFor(option, value);
    if (!object || !hasLiteralsOf(object, value)) continue;
    const strange = Object.keys(value).filter((key) => !Object.hasOwn(object.shape, key)).length;
    if (!best || strange < best.strange) best = { object, strange };
  }
  return best?.object;
}

function hasLiteralsOf(object: z.ZodObject, value: object): boolean {
  return Object.entries(object.shape).every(
    ([key, child]) =>
      !(child instanceof z.ZodLiteral) ||
      child.value === own(value as Record<string, unknown>, key),
  );
}

/** The schema of the items of a list, or undefined when the schema is no list. */
export function itemsOf(schema: z.ZodType): z.ZodType | undefined {
  const bare = unwrap(schema);
  return bare instanceof z.ZodArray ? (bare.element as z.ZodType) : undefined;
}

/** Every field below `schema`, depth first, each path once. */
export function fieldsOf(schema: z.ZodType): FieldInfo[] {
  const found = new Map<string, Found>();
  const walk = (node: z.ZodType, path: readonly string[], branch: Branch | undefined): void => {
    for (const [key, child] of childrenOf(node)) {
      if (key === undefined) {
        walk(child, path, branchOf(child, childrenOf(node).length));
        continue;
      }
      const here = [...path, key];
      const name = here.join('.');
      const meta = metaOf(child);
      if (meta && !found.has(name)) {
        const required = !(child instanceof z.ZodOptional || child instanceof z.ZodDefault);
        const field = { path: here, meta, required, schema: unwrap(child) };
        found.set(name, { field, within: new Set(), of: branch?.of ?? 0 });
      }
      if (branch) found.get(name)?.within.add(branch.name);
      walk(child, here, undefined);
    }
  };
  walk(schema, [], undefined);
  return [...found.values()].map(({ field, within, of }) => ({
    ...field,
    within: within.size < of ? [...within] : [],
  }));
}

interface Found {
  field: Omit<FieldInfo, 'within'>;
  within: Set<string>;
  /** How many ways there are to write the object that holds it. */
  of: number;
}

/** One of several ways to write an object: the Chinese name of its literal, or its first key's. */
interface Branch {
  name: string;
  /** How many branches there are. */
  of: number;
}

function branchOf(schema: z.ZodType, of: number): Branch {
  for (const [key, child] of childrenOf(schema)) {
    const literal = child instanceof z.ZodLiteral ? String(child.value) : undefined;
    if (literal !== undefined) return { name: own(metaOf(child)?.choices, literal) ?? literal, of };
    if (key !== undefined && !literalIn(schema)) return { name: metaOf(child)?.title ?? key, of };
  }
  return { name: '', of };
}

function literalIn(schema: z.ZodType): boolean {
  return childrenOf(schema).some(([, child]) => child instanceof z.ZodLiteral);
}

/** The field at a path of a record (list indexes allowed), in whichever branch of a union it first appears. */
export function fieldAt(
  schema: z.ZodType,
  path: readonly (string | number)[],
): z.ZodType | undefined {
  const [head, ...rest] = path;
  if (head === undefined) return schema;
  for (const [key, child] of childrenOf(schema)) {
    const found =
      key === undefined
        ? fieldAt(child, path)
        : key === String(head) || (key === '[]' && typeof head === 'number')
          ? fieldAt(child, rest)
          : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The keys that may stand in the object at `path`, over all branches of a union. */
export function keysAt(schema: z.ZodType, path: readonly (string | number)[]): string[] {
  const node = fieldAt(schema, path);
  const collect = (at: z.ZodType): string[] =>
    childrenOf(at).flatMap(([key, child]) => (key === undefined ? collect(child) : [key]));
  return node ? [...new Set(collect(node))] : [];
}

/** Where a field stands in a record, keys and list indexes. */
export type FieldPath = readonly (string | number)[];

/** One step down from `schema` into `value`: the schema of `key`, in the branch of a union that the value means. */
function below(schema: z.ZodType, value: unknown, key: string | number): z.ZodType | undefined {
  if (Array.isArray(value)) return itemsOf(schema);
  if (typeof value !== 'object' || value === null) return undefined;
  return own(objectFor(schema, value)?.shape, String(key)) as z.ZodType | undefined;
}

/** Who may see the value at `path` of a record: internal where the field or anything above it is. */
export function audienceAt(schema: z.ZodType, path: FieldPath, record: unknown): Audience {
  let [at, value]: [z.ZodType | undefined, unknown] = [schema, record];
  for (const key of path) {
    at = at && below(at, value, key);
    value =
      typeof value === 'object' && value !== null
        ? own(value as Record<string, unknown>, String(key))
        : undefined;
    if (at && metaOf(at)?.audience === 'internal') return 'internal';
  }
  return 'public';
}

/** Every internal field of a record that is filled in, the outermost only. */
export function* internalPaths(
  schema: z.ZodType,
  record: unknown,
  path: FieldPath = [],
): Generator<FieldPath> {
  if (typeof record !== 'object' || record === null) return;
  for (const [name, value] of Object.entries(record)) {
    const key = Array.isArray(record) ? Number(name) : name;
    const child = below(schema, record, key);
    if (!child || value === undefined || isEmptyList(value)) continue;
    const here = [...path, key];
    if (metaOf(child)?.audience === 'internal') yield here;
    else yield* internalPaths(child, value, here);
  }
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
