/** 问题清单: the list of a campaign in the columns of the source, every word as written there. */
import { inWords } from '../../day/calendar.ts';
import type { CampaignView } from '../../views/campaign-view.ts';
import type { LedgerRow } from '../../views/issue/ledger-row.ts';
import type { Sheet, SheetColumn } from './sheet.ts';

export const listColumns: readonly SheetColumn[] = [
  { key: 'row', title: '序号', width: 7, kind: 'centred' },
  { key: 'listed', title: '政府网站/政务新媒体', width: 26, kind: 'text' },
  { key: 'listedHost', title: '主办单位', width: 20, kind: 'text' },
  { key: 'finding', title: '存在问题', width: 26, kind: 'text' },
  { key: 'measures', title: '整改措施', width: 32, kind: 'text' },
  { key: 'deadline', title: '整改时限', width: 16, kind: 'centred' },
];

/** The rows of a campaign's list, all of them or some, with the head of the source. */
export function listSheet(
  { list, head }: Pick<CampaignView, 'list' | 'head'>,
  rows: readonly LedgerRow[],
): Sheet {
  return {
    title: list.title,
    lines: [`报送单位（盖章）：${list.reportedBy}`, `填表日期：${inWords(head.listedOn.iso)}`],
    tab: '问题清单',
    columns: listColumns,
    rows: rows.map((one) => [
      one.row,
      one.listed,
      one.listedHost,
      one.finding,
      one.measures,
      one.deadline,
    ]),
  };
}
