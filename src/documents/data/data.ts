/** 开放数据: the face as tables for programs, JSON and CSV, described by a Frictionless data package. */
import { createHash } from 'node:crypto';
import type { Face } from '../../views/face.ts';
import { siteView } from '../../views/site-view.ts';
import { csv } from '../sheet/csv.ts';
import { DATA_VERSION, type DataField, type DataTable, tableSchema } from './data-table.ts';
import { dataTables } from './data-tables.ts';
import { own } from '../../text/own.ts';
import { jsonFile } from '../../text/notation/json.ts';

/** Path below data/ → text. */
export function dataFiles(face: Face): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const table of dataTables(face)) {
    files.set(`${table.name}.csv`, csvOf(table));
    files.set(`${table.name}.json`, jsonOf(table));
    files.set(`${table.name}.schema.json`, jsonFile(rowsSchema(table)));
  }
  files.set('datapackage.json', jsonFile(descriptor(face, files)));
  return files;
}

function csvOf({ fields, rows }: DataTable): string {
  return csv({
    columns: fields.map(({ name }) => ({ key: name, title: name, width: 0, kind: 'text' })),
    rows: rows.map((row) =>
      fields.map(({ name }) => {
        const value = own(row, name);
        if (value === undefined) return undefined;
        return typeof value === 'object' ? value.join('、') : value;
      }),
    ),
  });
}

function jsonOf({ fields, rows }: DataTable): string {
  return jsonFile(
    rows.map((row) => Object.fromEntries(fields.map(({ name }) => [name, own(row, name) ?? null]))),
  );
}

/** JSON Schema of a table's JSON file. */
function rowsSchema({ name, title, fields }: DataTable): unknown {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${name}.schema.json`,
    $comment: `数据格式第 ${DATA_VERSION} 版：删栏、改栏的意思，前一个数加一；只加栏，后一个数加一。`,
    title,
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: fields.map(({ name }) => name),
      properties: Object.fromEntries(fields.map((one) => [one.name, propertySchema(one)])),
    },
  };
}

function propertySchema({ title, type }: DataField): unknown {
  switch (type) {
    case 'list':
      return { title, type: 'array', items: { type: 'string' } };
    case 'integer':
      return { title, type: ['integer', 'null'] };
    case 'date':
      return { title, type: ['string', 'null'], format: 'date' };
    case 'string':
      return { title, type: ['string', 'null'] };
    default:
      return type satisfies never;
  }
}

/** datapackage.json: who, from which day, and what each column is. */
function descriptor(face: Face, files: ReadonlyMap<string, string>): unknown {
  const site = siteView(face);
  return {
    profile: 'data-package',
    name: 'rectification-ledger',
    title: site.name,
    version: DATA_VERSION,
    description: [site.asOfSentence, site.fiction].filter(Boolean).join('。'),
    created: `${site.asOf.iso}T00:00:00Z`,
    contributors: [{ title: site.authority, role: 'publisher' }],
    ...(site.address === undefined ? {} : { homepage: site.address }),
    resources: dataTables(face).flatMap((table) =>
      (['csv', 'json'] as const).map((format) => {
        const path = `${table.name}.${format}`;
        const bytes = new TextEncoder().encode(files.get(path) ?? '');
        return {
          name: format === 'csv' ? table.name : `${table.name}-json`,
          path,
          title: table.title,
          profile: format === 'csv' ? 'tabular-data-resource' : 'data-resource',
          format,
          mediatype: format === 'csv' ? 'text/csv' : 'application/json',
          encoding: 'utf-8',
          bytes: bytes.length,
          hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
          ...(format === 'csv'
            ? { schema: tableSchema(table) }
            : { jsonSchema: `${table.name}.schema.json` }),
        };
      }),
    ),
  };
}
