/** 记录的文字: a record as a person reads it on a terminal, with Chinese names for keys, codes and ids. */
import type { z } from 'zod';
import { layout, type LayoutKind } from '../../src/schema/layout.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { fieldAt, itemsOf, metaOf, objectFor } from '../../src/schema/walk.ts';
import {
  accountRef,
  campaignRef,
  platformRef,
  problemRef,
  unitRef,
} from '../../src/views/names.ts';
import { own } from '../../src/text/own.ts';

/** What names are looked up in: the ledger, and the kind of record at hand. */
interface Context {
  ledger: Ledger;
  kind: LayoutKind;
}

/** The fields of a record in the order of its schema, one a line; each group of fields on a line below its title. */
export function recordLines(ledger: Ledger, kind: LayoutKind, record: object): string[] {
  const context = { ledger, kind };
  return fieldsIn(layout[kind].schema, record).flatMap((field) => {
    const groups = groupsIn(field);
    return groups.length === 0
      ? [`  ${field.title}：${inWords(context, field)}`]
      : [`  ${field.title}：`, ...groups.map((group) => `    ${inWords(context, group)}`)];
  });
}

interface Field {
  title: string;
  key: string;
  schema: z.ZodType;
  value: unknown;
}

/** The fields that are filled in. */
function fieldsIn(schema: z.ZodType, record: object): Field[] {
  return Object.entries(objectFor(schema, record)?.shape ?? {}).flatMap(([key, child]) => {
    const value = own(record as Record<string, unknown>, key);
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    const node = child as z.ZodType;
    return [{ title: metaOf(node)?.title ?? key, key, schema: node, value }];
  });
}

/** The field itself where it is a group of fields, or its items where it is a list of groups. */
function groupsIn(field: Field): Field[] {
  const { value } = field;
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value)) return [field];
  return itemsIn(field).filter((item) => typeof item.value === 'object');
}

function itemsIn(field: Field): Field[] {
  const schema = itemsOf(field.schema) ?? field.schema;
  return (field.value as unknown[]).map((value) => ({ ...field, schema, value }));
}

function inWords(context: Context, field: Field): string {
  const { key, schema, value } = field;
  if (Array.isArray(value))
    return itemsIn(field)
      .map((item) => inWords(context, item))
      .join('、');
  if (typeof value === 'object' && value !== null)
    return fieldsIn(schema, value)
      .map((one) => `${one.title}：${inWords(context, one)}`)
      .join('；');
  if (typeof value === 'boolean') return value ? '是' : '否';
  const code = String(value);
  const choice = own(metaOf(schema)?.choices, code);
  if (choice !== undefined) return choice;
  const name = own(names, key)?.(context, code) ?? code;
  return name === code ? code : `${name}（${code}）`;
}

type NameOf = (context: Context, code: string) => string | undefined;
const unitName: NameOf = ({ ledger }, id) => unitRef(ledger, id).name;

/** Keys that hold the id of something with a name. */
const names: Partial<Record<string, NameOf>> = {
  campaign: ({ ledger }, id) => campaignRef(ledger, id).name,
  account: ({ ledger }, id) => accountRef(ledger, id).name,
  platform: ({ ledger }, id) => platformRef(ledger, id).name,
  problems: ({ ledger }, id) => problemRef(ledger, id).name,
  unit: unitName,
  assisting: unitName,
  office: unitName,
  onBehalfOf: unitName,
  field: ({ kind }, key) => {
    const node = fieldAt(layout[kind].schema, [key]);
    return node && metaOf(node)?.title;
  },
};
