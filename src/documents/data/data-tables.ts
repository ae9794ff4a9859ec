/** 数据表的内容: the tables of the open data, each row from the same view as the pages. */
import { valueInWords } from '../../domain/figures/figure-value.ts';
import { figures } from '../../domain/figures/figures.ts';
import { accountRow } from '../../views/unit/account-view.ts';
import { campaignHeads } from '../../views/campaign-view.ts';
import type { Edition } from '../../views/edition.ts';
import { ledgerRow } from '../../views/issue/ledger-row.ts';
import { unitRow } from '../../views/unit/unit-view.ts';
import type { DataField, DataTable } from './data-table.ts';
import { issueFields } from './issue-fields.ts';

/** Names of the tables: of their files, and in Chinese. */
export const tableNames = [
  { id: 'issues', name: '问题' },
  { id: 'units', name: '单位' },
  { id: 'accounts', name: '账号' },
  { id: 'campaigns', name: '专项' },
  { id: 'figures', name: '指标' },
] as const;

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

function named(id: (typeof tableNames)[number]['id']): { name: string; title: string } {
  return { name: id, title: tableNames.find((one) => one.id === id)?.name ?? id };
}

/** The tables of an edition, in the order of `tableNames`. */
export function dataTables(edition: Edition): DataTable[] {
  const { ledger, standing } = edition;
  return [
    {
      ...named('issues'),
      key: 'id',
      fields: issueFields(edition.audience),
      rows: standing.issues.map((one) => ({ ...ledgerRow(edition, one) })),
    },
    {
      ...named('units'),
      key: 'id',
      fields: UNIT,
      rows: [...ledger.units.values()].map((unit) => ({ ...unitRow(edition, unit) })),
    },
    {
      ...named('accounts'),
      key: 'id',
      fields: ACCOUNT,
      rows: [...ledger.accounts.values()].map((account) => {
        const { id, name, platform, unit, issues } = accountRow(edition, account);
        return { id, name, platform: platform.name, unit: unit.id, unitName: unit.name, issues };
      }),
    },
    {
      ...named('campaigns'),
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
      ...named('figures'),
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
