/** 改动: an issue's file with the changed fields changed where they stand, so that comments and order stay. */
import type { z } from 'zod';
import { issue, type Issue } from '../../schema/issue.ts';
import { canonical } from '../../ledger/yaml/canon.ts';
import { addKey, setValue } from '../../ledger/yaml/splice.ts';
import { readYaml } from '../../ledger/yaml/yaml.ts';
import { own } from '../../text/own.ts';

const shape = issue.shape as Record<string, z.ZodType>;
const order = Object.keys(shape);

/** The text of `record`, written into `source`, the text of the record that it replaces. */
export function revisedText(source: string, record: Issue, fields: readonly string[]): string {
  let text = source;
  for (const field of fields) {
    const yaml = readYaml('', new TextEncoder().encode(text));
    if (!yaml.ok) return canonical('issue', record);
    const value = record[field as keyof Issue];
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
