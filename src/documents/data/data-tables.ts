/** 数据表的内容: the tables of the open data, each row from the same view as the pages. */
import { valueInWords } from '../../domain/figures/figure-value.ts';
import { figures } from '../../domain/figures/figures.ts';
import { accountRow } from '../../views/unit/account-view.ts';
import { campaignHeads } from '../../views/kind/campaign-view.ts';
import type { Face } from '../../views/face.ts';
import { ledgerRow } from '../../views/issue/ledger-row.ts';
import { unitRow } from '../../views/unit/unit-view.ts';
import type { Audience } from '../../schema/field.ts';
import { flowKinds, flowMonths, flows } from '../../domain/figures/flows.ts';
import { type DataTable, dataField } from './data-table.ts';
import { issueFields } from './issue-fields.ts';
import {
  bulletinsTable,
  inspectionsTable,
  registerTable,
  resultsTable,
} from './supervision-tables.ts';

/** Names of the tables: of their files, and in Chinese; `inside`: only on the internal site, as their pages are. */
const names = [
  { id: 'issues', name: '问题' },
  { id: 'units', name: '单位' },
  { id: 'accounts', name: '账号' },
  { id: 'campaigns', name: '专项' },
  { id: 'figures', name: '指标' },
  { id: 'flows', name: '进出' },
  { id: 'checks', name: '检查', inside: true },
  { id: 'results', name: '检查结果', inside: true },
  { id: 'register', name: '备案登记', inside: true },
  { id: 'bulletins', name: '通报', inside: true },
] as const;

/** The tables of a site, in the order in which they are offered. */
export function tableNames(audience: Audience): readonly { id: string; name: string }[] {
  return names.filter((one) => audience === 'internal' || !('inside' in one));
}

const UNIT = [
  dataField('id', '编号'),
  dataField('name', '单位名称'),
  dataField('kind', '类别'),
  dataField('kindId', '类别代码'),
  dataField('accounts', '登记账号数', 'integer'),
  dataField('issues', '问题数', 'integer'),
  dataField('unfinished', '未完成', 'integer'),
];
const ACCOUNT = [
  dataField('id', '编号'),
  dataField('name', '账号名称'),
  dataField('platform', '平台'),
  dataField('platformId', '平台编号'),
  dataField('unit', '主办单位编号'),
  dataField('unitName', '主办单位'),
  dataField('issues', '问题数', 'integer'),
];
const CAMPAIGN = [
  dataField('id', '编号'),
  dataField('name', '专项名称'),
  dataField('listedOn', '填表日期', 'date'),
  dataField('office', '牵头单位编号'),
  dataField('shows', '公开程度'),
];
const FIGURE = [
  dataField('id', '编号'),
  dataField('name', '指标'),
  dataField('words', '数值'),
  dataField('count', '计数', 'integer'),
  dataField('unit', '量词'),
  dataField('definition', '定义'),
];

const FLOW = [
  dataField('month', '月份'),
  dataField('before', '月初未完成', 'integer'),
  ...flowKinds.map((flow) => dataField(flow, flows[flow].name, 'integer')),
  dataField('after', '月末未完成', 'integer'),
];

function named(id: (typeof names)[number]['id']): { name: string; title: string } {
  return { name: id, title: names.find((one) => one.id === id)?.name ?? id };
}

/** The tables of a face, in the order of `tableNames`. */
export function dataTables(face: Face): DataTable[] {
  const { ledger, standing } = face;
  return [
    {
      ...named('issues'),
      key: 'id',
      fields: issueFields(face.audience),
      rows: standing.issues.map((one) => ({ ...ledgerRow(face, one) })),
    },
    {
      ...named('units'),
      key: 'id',
      fields: UNIT,
      rows: [...ledger.units.values()].map((unit) => ({
        ...unitRow(face, unit),
        kindId: unit.kind,
      })),
    },
    {
      ...named('accounts'),
      key: 'id',
      fields: ACCOUNT,
      rows: [...ledger.accounts.values()].map((account) => {
        const { id, name, platform, unit, issues } = accountRow(face, account);
        return {
          id,
          name,
          platform: platform.name,
          platformId: platform.id,
          unit: unit.id,
          unitName: unit.name,
          issues,
        };
      }),
    },
    {
      ...named('campaigns'),
      key: 'id',
      fields: CAMPAIGN,
      rows: campaignHeads(face).map(({ id, name, listedOn, office, shows }) => ({
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
    {
      ...named('flows'),
      key: 'month',
      fields: FLOW,
      rows: flowMonths(standing).map((month) => ({ ...month })),
    },
    ...(face.audience === 'internal'
      ? [
          { ...named('checks'), ...inspectionsTable(face) },
          { ...named('results'), ...resultsTable(face) },
          { ...named('register'), ...registerTable(face) },
          { ...named('bulletins'), ...bulletinsTable(face) },
        ]
      : []),
  ];
}
