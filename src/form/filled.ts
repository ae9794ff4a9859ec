/** 填好的记录: what was typed into fields → a record, and the files that carry it. */
import type { FormField } from './field.ts';

/** Text, or several where several may be chosen. */
export type FilledValues = Readonly<Record<string, string | readonly string[]>>;

/** The record: what was left empty is not part of it, and nobody means a space at an end. */
export function recordOf(
  fields: readonly FormField[],
  values: FilledValues,
): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const { path, kind } of fields) {
    const given = Object.hasOwn(values, path) ? values[path] : undefined;
    const value = given === undefined ? undefined : valueOf(kind, given);
    if (value !== undefined) put(record, path.split('.'), value);
  }
  return record;
}

function valueOf(kind: FormField['kind'], given: string | readonly string[]): unknown {
  if (typeof given !== 'string') return given.length === 0 ? undefined : given;
  const text = given.replaceAll('\r\n', '\n').trim();
  if (text === '') return undefined;
  switch (kind) {
    case 'number':
      return Number.isNaN(Number(text)) ? text : Number(text);
    case 'yes-no':
      return text === 'true';
    case 'lines':
      return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    case 'choices':
    case 'knowns':
      return [text];
    case 'line':
    case 'text':
    case 'day':
    case 'choice':
    case 'known':
    case 'evidence':
      return text;
    default:
      return kind satisfies never;
  }
}

function put(record: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key = '', ...below] = path;
  if (below.length === 0) {
    record[key] = value;
    return;
  }
  const held = (record[key] ??= {});
  put(held as Record<string, unknown>, below, value);
}
