/** JSON Schema of a record → fields of the form. The schema decides; the form cannot drift from the check. */
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
  format?: string;
  default?: unknown;
  minimum?: number;
  minItems?: number;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  items?: JsonSchema;
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
}

/** A choice of a select: what the clerk reads, what the record holds. */
export interface Choice {
  label: string;
  value: string;
}

/** A field of Decap CMS's configuration. */
export interface Widget {
  name: string;
  label: string;
  widget: string;
  required?: boolean;
  hint?: string;
  default?: unknown;
  options?: readonly Choice[];
  fields?: readonly Widget[];
  field?: Widget;
  [option: string]: unknown;
}

export interface WidgetSettings {
  /** Choices by dotted path (`deadline.kind`) or by name alone (`issue`). */
  choices: Readonly<Record<string, readonly Choice[]>>;
  /** Paths or names that the form leaves out. */
  omit?: readonly string[];
  /** Fixed values by path or name: hidden, written as they are. */
  fixed?: Readonly<Record<string, string>>;
  /** Values that are filled in but may be changed. */
  defaults?: Readonly<Record<string, unknown>>;
  /** Where the repository is public: no internal fields, and of evidence no files (rules/public-repository.ts). */
  publicOnly: boolean;
}

/** Text that is longer than a line. */
const LONG = new Set(['note', 'publicNote', 'finding', 'measures', 'reason', 'goal', 'listed']);
/** `{{now}}` fills in the day on which the form is opened. */
const TODAY = '{{now}}';

/** The fields of an object schema; the branches of a union are laid over each other. */
export function widgetsOf(
  schema: JsonSchema,
  settings: WidgetSettings,
  path: readonly string[] = [],
): Widget[] {
  const { properties, required } = overlay(schema);
  return Object.entries(properties).flatMap(([name, child]) => {
    const here = [...path, name];
    if (pick(settings.omit ?? [], here)) return [];
    if (settings.publicOnly && isKeptOut(child, here)) return [];
    return [widgetOf(name, child, required.has(name), settings, here)];
  });
}

function widgetOf(
  name: string,
  schema: JsonSchema,
  required: boolean,
  settings: WidgetSettings,
  path: readonly string[],
): Widget {
  const key = keyIn(settings.fixed ?? {}, path);
  const base = {
    name,
    label: schema.title ?? name,
    required,
    ...(schema.description === undefined ? {} : { hint: schema.description }),
  };
  if (key !== undefined)
    return { name, label: base.label, widget: 'hidden', default: own(settings.fixed, key) };
  const preset = keyIn(settings.defaults ?? {}, path);
  const filled = preset === undefined ? {} : { default: own(settings.defaults, preset) };
  const chosen = keyIn(settings.choices, path);
  if (schema.type === 'array') return { ...base, ...filled, ...listOf(schema, settings, path) };
  if (chosen !== undefined)
    return {
      ...base,
      ...filled,
      widget: 'select',
      options: (own(settings.choices, chosen) ?? []).filter(
        ({ value }) => schema.enum?.includes(value) ?? true,
      ),
    };
  if (schema.enum)
    return {
      ...base,
      ...filled,
      widget: 'select',
      options: schema.enum.map((value) => ({ label: value, value })),
    };
  if (schema.const !== undefined)
    return { name, label: base.label, widget: 'hidden', default: schema.const };
  if (schema.properties || schema.anyOf || schema.oneOf)
    return {
      ...base,
      widget: 'object',
      collapsed: !required,
      fields: widgetsOf(schema, settings, path),
    };
  if (schema.type === 'boolean')
    return { ...base, widget: 'boolean', default: schema.default ?? false };
  if (schema.type === 'integer' || schema.type === 'number') {
    return {
      ...base,
      ...filled,
      widget: 'number',
      value_type: 'int',
      ...(schema.minimum === undefined ? {} : { min: schema.minimum }),
    };
  }
  if (isDay(schema)) {
    return {
      ...base,
      widget: 'datetime',
      format: 'YYYY-MM-DD',
      date_format: 'YYYY-MM-DD',
      time_format: false,
      ...(required ? { default: TODAY } : {}),
    };
  }
  return { ...base, ...filled, widget: LONG.has(name) ? 'text' : 'string' };
}

function listOf(
  schema: JsonSchema,
  settings: WidgetSettings,
  path: readonly string[],
): Partial<Widget> & { widget: string } {
  const items = schema.items ?? {};
  const chosen = keyIn(settings.choices, path);
  if (chosen !== undefined)
    return {
      widget: 'select',
      multiple: true,
      options: own(settings.choices, chosen) ?? [],
      ...(schema.minItems === undefined ? {} : { min: schema.minItems }),
    };
  if (items.properties || items.anyOf || items.oneOf) {
    return {
      widget: 'list',
      collapsed: false,
      label_singular: schema.title ?? '',
      fields: widgetsOf(items, settings, [...path, '[]']),
    };
  }
  return {
    widget: 'list',
    label_singular: schema.title ?? '',
    field: { name: 'item', label: schema.title ?? '', widget: 'string' },
  };
}

function isDay({ pattern }: JsonSchema): boolean {
  return pattern === String.raw`^\d{4}-\d{2}-\d{2}$`;
}

/** One object that has the keys of all branches; required is what every branch requires. */
function overlay(schema: JsonSchema): {
  properties: Record<string, JsonSchema>;
  required: Set<string>;
} {
  const branches = schema.anyOf ?? schema.oneOf;
  if (!branches)
    return { properties: { ...schema.properties }, required: new Set(schema.required ?? []) };
  const properties: Record<string, JsonSchema> = {};
  for (const branch of branches.map(overlay)) {
    for (const [name, child] of Object.entries(branch.properties)) {
      const known = own(properties, name);
      properties[name] = known ? { ...known, ...merged(known, child) } : child;
    }
  }
  const required = branches.map((branch) => overlay(branch).required);
  return {
    properties,
    required: new Set(
      [...(required[0] ?? [])].filter((name) => required.every((names) => names.has(name))),
    ),
  };
}

/** Constants of several branches become a choice between them. */
function merged(a: JsonSchema, b: JsonSchema): JsonSchema {
  const values = [a, b].flatMap((one) =>
    one.const === undefined ? (one.enum ?? []) : [String(one.const)],
  );
  if (values.length < 2) return {};
  return { type: 'string', enum: [...new Set(values)], const: undefined };
}

/** What a public repository may not hold: internal fields; of evidence only the file itself. */
function isKeptOut({ audience }: JsonSchema, path: readonly string[]): boolean {
  return path[0] === 'evidence' ? path.at(-1) === 'file' : audience === 'internal';
}

/** The key of `table` that names this field: its whole path before its name alone. */
function keyIn(
  table: Readonly<Record<string, unknown>>,
  path: readonly string[],
): string | undefined {
  const whole = path.join('.');
  if (Object.hasOwn(table, whole)) return whole;
  const name = path.at(-1) ?? '';
  return Object.hasOwn(table, name) ? name : undefined;
}

function pick(names: readonly string[], path: readonly string[]): boolean {
  return names.includes(path.join('.')) || names.includes(path.at(-1) ?? '');
}
