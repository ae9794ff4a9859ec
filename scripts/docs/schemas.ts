/** docs/schema/*.json: the record schemas as JSON Schema (draft 7, which editors' YAML support reads), in Chinese. */
import { z } from 'zod';
import type { FieldMeta } from '../../src/schema/field.ts';
import { layout, type LayoutKind, layoutKinds } from '../../src/schema/layout.ts';
import { own } from '../../src/text/own.ts';

export { layoutKinds };

/** The path of a kind's JSON Schema in the repository. */
export function schemaPath(kind: LayoutKind): string {
  return `docs/schema/${kind}.json`;
}

/** The JSON Schema of a kind as text. */
export function schemaDoc(kind: LayoutKind): string {
  const { title, glob, schema } = layout[kind];
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => explain(zodSchema, jsonSchema),
  });
  return `${JSON.stringify(
    {
      $schema,
      $comment: '本文件由 npm run docs 从 src/schema/ 生成，请勿手改。',
      title,
      description: `content/${glob}`,
      ...rest,
    },
    undefined,
    2,
  )}\n`;
}

interface Explained extends Partial<FieldMeta> {
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  [key: string]: unknown;
}

/** Turns our own notes into what editors show, and gives each pattern its Chinese sentence. */
function explain(zodSchema: z.core.$ZodTypes, json: Explained): void {
  const { audience, provenance, choices, description } = json;
  delete json.audience;
  delete json.provenance;
  delete json.choices;
  const name = json.title ?? '';
  const remarks = [
    name, // completion shows the description alone
    description ?? '',
    audience === 'internal' ? '内部栏目：不公开；公开仓库里不填' : '',
  ].filter((remark) => remark !== '');
  if (remarks.length > 0) json.description = remarks.join('。');
  if (audience) json['x-audience'] = audience;
  if (provenance) json['x-provenance'] = provenance;
  if (choices && json.enum)
    json['enumDescriptions'] = json.enum.map((value) => own(choices, String(value)) ?? '');
  if (choices && typeof json.const === 'string' && own(choices, json.const))
    json.description = own(choices, json.const) ?? '';
  const sentence = json.pattern === undefined ? undefined : sentenceOf(zodSchema);
  if (sentence !== undefined) json['patternErrorMessage'] = sentence;
}

/** The Chinese sentence of a pattern, from the schema's own error. */
function sentenceOf(zodSchema: z.core.$ZodTypes): string | undefined {
  const parsed = z.safeParse(zodSchema, '\u0000');
  return parsed.success ? undefined : parsed.error.issues[0]?.message;
}
