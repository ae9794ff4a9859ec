/** 开放数据: the edition as tables for programs, JSON and CSV, described by a Frictionless data package. */
import { createHash } from 'node:crypto';
import { valueInWords } from '../domain/figure-value.ts';
import { figures } from '../domain/figures.ts';
import { accountRow } from '../views/account-view.ts';
import { campaignHeads } from '../views/campaign-view.ts';
import type { Edition } from '../views/edition.ts';
import { ledgerRow } from '../views/ledger-row.ts';
import { siteView } from '../views/site-view.ts';
import { unitRow } from '../views/unit-view.ts';
import { csv } from './csv.ts';
import { type DataField, type DataTable, tableSchema } from './data-table.ts';
import { issueFields } from './issue-fields.ts';

/** Path below data/ → text. */
export function dataFiles(edition: Edition): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const table of tablesOf(edition)) {
    files.set(`${table.name}.csv`, csvOf(table));
    files.set(`${table.name}.json`, jsonOf(table));
    files.set(`${table.name}.schema.json`, text(rowsSchema(table)));
  }
  files.set('datapackage.json', text(descriptor(edition, files)));
  return files;
}

function tablesOf(edition: Edition): DataTable[] {
  const { ledger, standing } = edition;
  return [
    {
      name: 'issues',
      title: '问题',
      key: 'id',
      fields: issueFields(edition.audience),
      rows: standing.issues.map((one) => ({ ...ledgerRow(edition, one) })),
    },
    {
      name: 'units',
      title: '单位',
      key: 'id',
      fields: UNIT,
      rows: [...ledger.units.values()].map((unit) => ({ ...unitRow(edition, unit) })),
    },
    {
      name: 'accounts',
      title: '账号',
      key: 'id',
      fields: ACCOUNT,
      rows: [...ledger.accounts.values()].map((account) => {
        const { id, name, platform, unit, issues } = accountRow(edition, account);
        return { id, name, platform: platform.name, unit: unit.id, unitName: unit.name, issues };
      }),
    },
    {
      name: 'campaigns',
      title: '专项',
      key: 'id',
      fields: CAMPAIGN,
      rows: campaignHeads(edition).map(({ id, name, listedOn, office, shows }) => ({
        id,
        name,
        listedOn: listedOn.iso,
        office: office.id,
        shows: shows === 'rows' ? '清单' : '统计',
      })),
    },
    {
      name: 'figures',
      title: '指标',
      key: 'id',
      fields: FIGURE,
      rows: figures.map(({ id, name, unit, definition, value }) => {
        const found = value(standing);
        const count = found.kind === 'count' ? found.value : undefined;
        return { id, name, words: valueInWords(found), count, unit, definition };
      }),
    },
  ];
}

const field = (name: string, title: string, type: DataField['type'] = 'string'): DataField => ({
  name,
  title,
  type,
});

const UNIT = [
  field('id', '编号'),
  field('name', '单位名称'),
  field('kind', '类别'),
  field('accounts', '登记账号数', 'integer'),
  field('issues', '问题数', 'integer'),
  field('unfinished', '未完成', 'integer'),
];
const ACCOUNT = [
  field('id', '编号'),
  field('name', '账号名称'),
  field('platform', '平台'),
  field('unit', '主办单位编号'),
  field('unitName', '主办单位'),
  field('issues', '问题数', 'integer'),
];
const CAMPAIGN = [
  field('id', '编号'),
  field('name', '专项名称'),
  field('listedOn', '填表日期', 'date'),
  field('office', '牵头单位编号'),
  field('shows', '公开程度'),
];
const FIGURE = [
  field('id', '编号'),
  field('name', '指标'),
  field('words', '数值'),
  field('count', '计数', 'integer'),
  field('unit', '量词'),
  field('definition', '定义'),
];

function csvOf({ fields, rows }: DataTable): string {
  return csv({
    columns: fields.map(({ name }) => ({ key: name, title: name, width: 0, kind: 'text' })),
    rows: rows.map((row) =>
      fields.map(({ name }) => {
        const value = row[name];
        if (value === undefined) return undefined;
        return typeof value === 'object' ? value.join('、') : value;
      }),
    ),
  });
}

function jsonOf({ fields, rows }: DataTable): string {
  return text(
    rows.map((row) => Object.fromEntries(fields.map(({ name }) => [name, row[name] ?? null]))),
  );
}

/** JSON Schema of a table's JSON file. */
function rowsSchema({ title, fields }: DataTable): unknown {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
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
function descriptor(edition: Edition, files: ReadonlyMap<string, string>): unknown {
  const site = siteView(edition);
  return {
    profile: 'data-package',
    name: 'rectification-ledger',
    title: site.name,
    description: [site.asOfSentence, site.fiction].filter(Boolean).join('。'),
    created: `${site.asOf.iso}T00:00:00Z`,
    contributors: [{ title: site.authority, role: 'publisher' }],
    ...(site.address === undefined ? {} : { homepage: site.address }),
    resources: tablesOf(edition).flatMap((table) =>
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
          ...(format === 'csv' ? { schema: tableSchema(table) } : {}),
        };
      }),
    ),
  };
}

function text(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
