/** 改动: an issue's file with the changed fields changed where they stand, so that comments and order stay. */
import type { z } from 'zod';
import { issue, type Issue } from '../../schema/issue.ts';
import { canonical } from '../../ledger/yaml/canon.ts';
import { addKey, setValue } from '../../ledger/yaml/splice.ts';
import { readYaml } from '../../ledger/yaml/yaml.ts';

const shape = issue.shape as Record<string, z.ZodType>;
const order = Object.keys(shape);

/** The text of `record`, written into `source`, the text of the record that it replaces. */
export function revisedText(source: string, record: Issue, fields: readonly string[]): string {
  let text = source;
  for (const field of fields) {
    const yaml = readYaml('', new TextEncoder().encode(text));
    if (!yaml.ok) return canonical('issue', record);
    const value = record[field as keyof Issue];
    if (field in yaml.value) text = setValue(text, [field], value ?? [], shape[field]);
    else if (value !== undefined) {
      const before = order.slice(0, order.indexOf(field)).filter((key) => key in yaml.value);
      text = addKey(text, [], field, value, { after: before.at(-1), schema: shape[field] });
    }
  }
  return text;
}
