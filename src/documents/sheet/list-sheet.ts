/** 问题清单: the list of a campaign in the columns of the source, every word as written there. */
import { inWords } from '../../day/calendar.ts';
import type { CampaignView } from '../../views/kind/campaign-view.ts';
import {
  listedCell,
  type ListedColumn,
  listedColumns,
  type ListedKey,
} from '../../views/issue/listed-columns.ts';
import type { LedgerRow } from '../../views/issue/ledger-row.ts';
import type { Sheet, SheetCell, SheetColumn } from './sheet.ts';

const LAYOUT: Readonly<Record<ListedKey, Pick<SheetColumn, 'width' | 'kind'>>> = {
  row: { width: 7, kind: 'centred' },
  listed: { width: 26, kind: 'text' },
  place: { width: 22, kind: 'text' },
  listedHost: { width: 20, kind: 'text' },
  assisting: { width: 20, kind: 'text' },
  finding: { width: 26, kind: 'text' },
  measures: { width: 32, kind: 'text' },
  deadline: { width: 16, kind: 'centred' },
};

function sheetColumns(columns: readonly ListedColumn[]): SheetColumn[] {
  return columns.map(({ key, title }) => ({ key, title, ...LAYOUT[key] }));
}

/** The six columns of the official form. */
export const listColumns: readonly SheetColumn[] = sheetColumns(listedColumns([]));

/** The rows of a campaign's list, all of them or some, with the head of the source. */
export function listSheet(
  { list, head }: Pick<CampaignView, 'list' | 'head'>,
  rows: readonly LedgerRow[],
): Sheet {
  const { columns } = list;
  return {
    title: list.title,
    lines: [`报送单位（盖章）：${list.reportedBy}`, `填表日期：${inWords(head.listedOn.iso)}`],
    tab: '问题清单',
    columns: sheetColumns(columns),
    rows: rows.map((row) => columns.map(({ key }) => cellOf(row, key, columns))),
  };
}

function cellOf(row: LedgerRow, key: ListedKey, columns: readonly ListedColumn[]): SheetCell {
  if (key === 'listed') return listedCell(columns, row);
  return key === 'assisting' ? row.assisting.join('、') : row[key];
}
