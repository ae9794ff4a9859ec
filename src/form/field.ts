/** JSON Schema of a record → what a page asks for. The schema decides; a form cannot drift from the check. */
import { own } from '../text/own.ts';

/** The part of JSON Schema that the record schemas use. */
export interface JsonSchema {
  type?: string;
  title?: string;
  description?: string;
  audience?: string;
  const?: string | number | boolean;
  enum?: readonly string[];
  pattern?: string;
  choices?: Readonly<Record<string, string>>;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  items?: JsonSchema;
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
}

/** A choice of a list: what a person reads, what the record holds. */
export interface Choice {
  label: string;
  value: string;
  /** What tells it from others of the name. */
  about?: string;
}

export type FieldKind =
  /** A line of text, several lines, a list of texts (one a line). */
  | 'line'
  | 'text'
  | 'lines'
  | 'day'
  | 'number'
  | 'choice'
  | 'choices'
  | 'yes-no'
  /** One, or several, of many that have a name: chosen by typing a part of it. */
  | 'known'
  | 'knowns'
  /** Links, numbers and files, with controls of their own. */
  | 'evidence';

/** One thing that is asked for. */
export interface FormField {
  /** From the record down: `reason`, `deadline.kind`. */
  path: string;
  label: string;
  hint?: string;
  required: boolean;
  /** Of what is not required, when it is all the same; 可不填 where this is undefined. */
  leave?: string;
  kind: FieldKind;
  options?: readonly Choice[];
  /** Filled in beforehand; `today` is the day on which the page is open. */
  preset?: string;
}

export interface FieldSettings {
  /** Choices by path (`deadline.kind`) or by name alone (`campaign`). */
  choices: Readonly<Record<string, readonly Choice[]>>;
  /** Paths or names that the form leaves out. */
  omit: readonly string[];
  /** Owed by rules beyond the schema. */
  owed: readonly string[];
  /** Where the repository is public: no internal fields, and of evidence no files (rules/public-repository.ts). */
  publicOnly: boolean;
}

/** Text that is longer than a line. */
const LONG = new Set(['note', 'publicNote', 'finding', 'measures', 'reason']);

/** The fields of an object schema; the branches of a union are laid over each other. */
export function formFields(
  schema: JsonSchema,
  settings: FieldSettings,
  path: readonly string[] = [],
): FormField[] {
  const { properties, required } = overlay(schema);
  return Object.entries(properties).flatMap(([name, child]) => {
    const here = [...path, name];
    if (child.const !== undefined || isNamed(settings.omit, here)) return [];
    if (settings.publicOnly && name !== 'evidence' && child.audience === 'internal') return [];
    const isList = child.type === 'array';
    if (!isList && (child.properties ?? child.anyOf ?? child.oneOf) !== undefined)
      return formFields(child, settings, here);
    return [fieldOf(child, required.has(name), settings, here)];
  });
}

function fieldOf(
  schema: JsonSchema,
  isRequired: boolean,
  settings: FieldSettings,
  path: readonly string[],
): FormField {
  const name = path.at(-1) ?? '';
  const { title = name, description } = schema;
  const options = optionsOf(schema, settings, path);
  const kind = kindOf(schema, name, options !== undefined);
  const required = isRequired || isNamed(settings.owed, path);
  return {
    path: path.join('.'),
    label: title,
    required,
    kind,
    ...(description === undefined ? {} : { hint: description }),
    ...(options === undefined ? {} : { options }),
    ...(name === 'reportedOn' ? { preset: 'today' } : {}),
  };
}

function kindOf(schema: JsonSchema, name: string, hasOptions: boolean): FieldKind {
  if (name === 'evidence') return 'evidence';
  if (schema.type === 'array') return hasOptions ? 'choices' : 'lines';
  if (schema.type === 'boolean') return 'yes-no';
  if (hasOptions) return 'choice';
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  if (schema.pattern === String.raw`^\d{4}-\d{2}-\d{2}$`) return 'day';
  return LONG.has(name) ? 'text' : 'line';
}

/** The office's choices, else those that the schema names. */
function optionsOf(
  schema: JsonSchema,
  { choices }: FieldSettings,
  path: readonly string[],
): readonly Choice[] | undefined {
  const given = own(choices, path.join('.')) ?? own(choices, path.at(-1) ?? '');
  const values = schema.enum;
  if (given !== undefined)
    return values === undefined ? given : given.filter(({ value }) => values.includes(value));
  return values?.map((value) => ({ label: own(schema.choices, value) ?? value, value }));
}

/** One object that has the keys of all branches; required is what every branch requires. */
function overlay(schema: JsonSchema): {
  properties: Record<string, JsonSchema>;
  required: Set<string>;
} {
  const branches = schema.anyOf ?? schema.oneOf;
  if (!branches)
    return { properties: { ...schema.properties }, required: new Set(schema.required ?? []) };
  const laid = branches.map(overlay);
  const properties: Record<string, JsonSchema> = {};
  for (const branch of laid)
    for (const [name, child] of Object.entries(branch.properties)) {
      const known = own(properties, name);
      properties[name] = known ? { ...known, ...merged(known, child) } : child;
    }
  const [first, ...others] = laid.map(({ required }) => [...required]);
  return {
    properties,
    required: new Set((first ?? []).filter((name) => others.every((one) => one.includes(name)))),
  };
}

/** The choices of several branches together. What the first branch fixes stays fixed: the page writes it, nobody is asked. */
function merged(a: JsonSchema, b: JsonSchema): JsonSchema {
  const values = [a, b].flatMap((one) =>
    one.const === undefined ? (one.enum ?? []) : [String(one.const)],
  );
  if (values.length < 2) return {};
  const { const: _const, ...rest } = a;
  return { ...rest, type: 'string', enum: [...new Set(values)] };
}

function isNamed(names: readonly string[], path: readonly string[]): boolean {
  return names.includes(path.join('.')) || names.includes(path.at(-1) ?? '');
}
