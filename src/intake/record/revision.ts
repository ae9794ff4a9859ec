/** 改动: a record's file with the changed fields changed where they stand, so that comments and order stay. */
import type { z } from 'zod';
import { layout, type RecordOf } from '../../schema/layout.ts';
import { canonical } from '../../ledger/yaml/canon.ts';
import { addKey, setValue } from '../../ledger/yaml/splice.ts';
import { readYaml } from '../../ledger/yaml/yaml.ts';
import { own } from '../../text/own.ts';

type Revised = 'issue' | 'unit';

/** The text of `record`, written into `source`, the text of the record that it replaces. */
export function revisedText<K extends Revised>(
  kind: K,
  source: string,
  record: RecordOf<K>,
  fields: readonly string[],
): string {
  const shape = layout[kind].schema.shape as Record<string, z.ZodType>;
  const order = Object.keys(shape);
  let text = source;
  for (const field of fields) {
    const yaml = readYaml('', new TextEncoder().encode(text));
    if (!yaml.ok) return canonical(kind, record);
    const value = record[field as keyof RecordOf<K>];
    if (Object.hasOwn(yaml.value, field))
      text = setValue(text, [field], value ?? [], own(shape, field));
    else if (value !== undefined) {
      const before = order
        .slice(0, order.indexOf(field))
        .filter((key) => Object.hasOwn(yaml.value, key));
      text = addKey(text, [], field, value, { after: before.at(-1), schema: own(shape, field) });
    }
  }
  return text;
}
