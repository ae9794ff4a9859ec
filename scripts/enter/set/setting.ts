/** 设置: a field of a record by its Chinese name, and a value as a person types it. */
import * as z from 'zod';
import { didYouMean } from '../../../src/ledger/message.ts';
import { fieldAt, type FieldInfo, fieldsOf, itemsOf, objectFor } from '../../../src/schema/walk.ts';
import { own } from '../../../src/text/own.ts';
import { WrongUse } from '../../command.ts';

/** A field that one value, or a list of words, can be typed for. */
export interface Setting extends FieldInfo {
  /** Its own name, or with those above it where that alone says little: 审签.起用日. */
  readonly name: string;
  /** All names down to it. */
  readonly whole: string;
  /** Takes whole entries of a list, one at a time: 审核员. */
  readonly isList: boolean;
}

/** A name of fewer characters (止, 起用日) is shown with the names above it. */
const TELLING = 4;

/** What can be set in a record of `schema`, in the order of its fields. */
export function settingsOf(schema: z.ZodType): Setting[] {
  const fields = fieldsOf(schema);
  const titles = new Map(fields.map(({ path, meta }) => [path.join('.'), meta.title]));
  const found = fields
    .filter(({ path }) => !path.includes('[]'))
    .flatMap((info) => {
      const item = itemsOf(info.schema);
      const isList = item !== undefined && fieldsOf(item).length > 0;
      const isGroup = !isList && item === undefined && fieldsOf(info.schema).length > 0;
      // The version of the format is raised by `migrate` alone.
      if (isGroup || info.schema instanceof z.ZodLiteral) return [];
      const names = info.path.map(
        (_, at) => titles.get(info.path.slice(0, at + 1).join('.')) ?? '',
      );
      return [{ info, isList, names }];
    });
  return found.map(({ info, isList, names }) => {
    const last = names.at(-1) ?? '';
    const isAlone = found.filter((other) => other.names.at(-1) === last).length === 1;
    const whole = names.join('.');
    return { ...info, isList, whole, name: isAlone && last.length >= TELLING ? last : whole };
  });
}

/** The setting that a person names: by its name, by all names down to it, or by its keys. Throws WrongUse. */
export function settingNamed(settings: readonly Setting[], name: string): Setting {
  const found = settings.find((one) => one.whole === name || one.path.join('.') === name);
  if (found !== undefined) return found;
  const same = settings.filter(({ meta }) => meta.title === name);
  if (same.length > 1)
    throw new WrongUse(
      `叫“${name}”的不止一栏`,
      `写明是哪一栏：${same.map((one) => one.name).join('、')}`,
    );
  const [only] = same;
  if (only !== undefined) return only;
  const names = settings.map((one) => one.name);
  throw new WrongUse(
    `没有“${name}”这一栏`,
    didYouMean(name, names) || `可以写：${names.join('、')}`,
  );
}

/** What was typed, as the field holds it; `idOf` finds what a person calls by name. What is not right is left for the check to say. */
export function valueTyped(
  field: Pick<FieldInfo, 'schema' | 'meta'>,
  typed: string,
  idOf: (title: string, word: string) => string,
): unknown {
  const item = itemsOf(field.schema);
  if (item !== undefined)
    return typed
      .split(/[、，,]/u)
      .map((word) => word.trim())
      .filter((word) => word !== '')
      .map((word) => valueTyped({ schema: item, meta: field.meta }, word, idOf));
  const { choices = {} } = field.meta;
  const chosen = Object.entries(choices).find(([key, name]) => key === typed || name === typed);
  if (chosen !== undefined) return chosen[0];
  if (field.schema instanceof z.ZodBoolean) return own(yesOrNo, typed) ?? typed;
  if (field.schema instanceof z.ZodNumber) return /^\d+$/u.test(typed) ? Number(typed) : typed;
  return idOf(field.meta.title, typed);
}

const yesOrNo: Readonly<Record<string, boolean>> = {
  是: true,
  否: false,
  true: true,
  false: false,
};

/** An entry of a list as it is typed: 职务:分管副主任，平台账户:leader-1. Throws WrongUse. */
export function entryTyped(
  setting: Setting,
  typed: string,
  idOf: (title: string, word: string) => string,
): Record<string, unknown> {
  const item = itemsOf(setting.schema);
  if (item === undefined) throw new RangeError(`${setting.name} is no list`);
  const parts = settingsOf(item);
  let entry: Record<string, unknown> = {};
  for (const piece of typed.split(/[，,；;]/u)) {
    const [, name = '', value = ''] =
      /^\s*(?<name>[^:：=]+?)\s*[:：=]\s*(?<value>.*?)\s*$/u.exec(piece) ?? [];
    if (value === '')
      throw new WrongUse(
        `“${piece}”读不出是哪一栏`,
        `写成 栏:值，用逗号隔开，栏可以是 ${parts.map((one) => one.name).join('、')}`,
      );
    const part = settingNamed(parts, name);
    entry = withValue(entry, part.path, valueTyped(part, value, idOf), item) as Record<
      string,
      unknown
    >;
  }
  return entry;
}

/**
 * A record of `schema` with `value` at `path`; what lies between is made where it is not there. Where a thing is written
 * one way or another, what belongs to the other way alone is gone.
 */
export function withValue(
  record: unknown,
  path: readonly string[],
  value: unknown,
  schema: z.ZodType,
): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  const held = (record ?? {}) as Record<string, unknown>;
  const below = fieldAt(schema, [head]) ?? schema;
  const made = { ...held, [head]: withValue(own(held, head), rest, value, below) };
  const isOf = (shape: object) => (key: string) => Object.hasOwn(shape, key);
  const shape = objectFor(schema, made)?.shape;
  if (shape === undefined || Object.keys(made).every(isOf(shape))) return made;
  const one = isOf(objectFor(schema, { [head]: own(made, head) })?.shape ?? shape);
  return Object.fromEntries(Object.entries(made).filter(([key]) => one(key)));
}

/** The value at `path`; undefined where nothing is written. */
export function valueAt(record: unknown, path: readonly string[]): unknown {
  let at = record;
  for (const key of path)
    at =
      typeof at === 'object' && at !== null ? own(at as Record<string, unknown>, key) : undefined;
  return at;
}

/** A value as a person reads it. */
export function settingInWords({ meta }: Pick<FieldInfo, 'meta'>, value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return '（没有写）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map((one) => entryInWords(one, meta.choices)).join('；');
  return entryInWords(value, meta.choices);
}

function entryInWords(value: unknown, choices: Readonly<Record<string, string>> = {}): string {
  if (typeof value === 'object' && value !== null)
    return Object.values(value)
      .map((one) => entryInWords(one))
      .join(' ');
  return own(choices, String(value)) ?? String(value);
}
