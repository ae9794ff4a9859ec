/** 问题的数据栏: the columns of data/issues.*; the internal ones only in the internal face. */
import type { Audience } from '../../schema/field.ts';
import type { LedgerRow } from '../../views/issue/ledger-row.ts';
import type { DataField } from './data-table.ts';

const FIELDS: readonly (readonly [keyof LedgerRow, string, DataField['type'], 'inside'?])[] = [
  ['id', '编号', 'string'],
  ['campaign', '专项编号', 'string'],
  ['row', '序号', 'integer'],
  ['unit', '主办单位编号', 'string'],
  ['unitName', '主办单位', 'string'],
  ['assisting', '配合单位', 'list'],
  ['account', '账号编号', 'string'],
  ['accountName', '账号', 'string'],
  ['place', '地点或项目名称', 'string'],
  ['platform', '平台', 'string'],
  ['platformId', '平台编号', 'string'],
  ['problems', '问题类别', 'list'],
  ['problemIds', '问题类别编号', 'list'],
  ['origin', '问题来源', 'string'],
  ['originId', '问题来源代码', 'string'],
  ['listed', '政府网站/政务新媒体（原文）', 'string'],
  ['listedHost', '主办单位（原文）', 'string'],
  ['finding', '存在问题', 'string'],
  ['measures', '整改措施', 'string'],
  ['deadline', '整改时限（原文）', 'string'],
  ['listedOn', '列入日期', 'date'],
  ['dueOn', '截止日', 'date'],
  ['daysLeft', '剩余天数', 'integer'],
  ['state', '状态', 'string'],
  ['stateId', '状态代码', 'string'],
  ['lateness', '时限情况', 'string'],
  ['round', '轮次', 'integer'],
  ['next', '下一步', 'string'],
  ['closedOn', '销号日', 'date'],
  ['latenessId', '时限情况代码', 'string', 'inside'],
  ['reportedOn', '最近报送日', 'date', 'inside'],
  ['progress', '最近进展', 'string', 'inside'],
  ['note', '内部备注', 'string', 'inside'],
];

/** The columns that `audience` may see. */
export function issueFields(audience: Audience): DataField[] {
  return FIELDS.filter(([, , , inside]) => audience === 'internal' || inside === undefined).map(
    ([name, title, type]) => ({ name, title, type }),
  );
}
