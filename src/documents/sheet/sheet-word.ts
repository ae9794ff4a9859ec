/** 表格文稿: a sheet as a Word document lying on its side, as an annex or alone. */
import { Paragraph, TabStopType, type FileChild } from 'docx';
import { type Day, inWords } from '../../day/calendar.ts';
import { officialFile } from '../official/file.ts';
import { wideTextWidth } from '../official/page.ts';
import { annexMark, blank, runs, title } from '../official/paragraph.ts';
import { isDense, table } from '../official/table.ts';
import { cellText, type Sheet, type SheetCell } from './sheet.ts';

/** The paragraphs and the table of a sheet. `mark`: 附件 above it. */
export function sheetChildren(
  sheet: Sheet,
  mark?: { readonly number: number | undefined },
): FileChild[] {
  const [left = '', right] = sheet.lines;
  return [
    // 附件 on the first line, its title on the third (GB/T 9704-2012, 7.3.4).
    ...(mark === undefined ? [] : [annexMark(mark.number), blank()]),
    ...title(sheet.title, 'wide'),
    // 报送单位 at the left and 填表日期 at the right end of one line, as lists have it.
    new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: wideTextWidth }],
      spacing: { before: 120, after: 60 },
      children: runs(right === undefined ? left : `${left}\t${right}`, 'body', 28),
    }),
    ...sheet.lines.slice(2).map((line) => new Paragraph({ children: runs(line, 'body', 28) })),
    table(
      sheet.columns.map(({ title: name, width, paper, kind }) => ({
        title: name,
        width: paper ?? width,
        centred: kind !== 'text',
      })),
      sheet.rows.map((row) => row.map((cell) => paperText(cell, isDense(sheet.columns)))),
      wideTextWidth,
    ),
  ];
}

/** A cell on paper: a day as official paper writes it, broken behind the year where columns are narrow. */
function paperText(cell: SheetCell, isNarrow: boolean): string {
  if (typeof cell !== 'object') return cellText(cell);
  return isNarrow ? inWords(cell.day).replace('年', '年\n') : inWords(cell.day);
}

/** A sheet as a .docx of its own. */
export function sheetFile(sheet: Sheet, office: string, on: Day): Promise<Uint8Array> {
  return officialFile({
    title: sheet.title,
    office,
    on,
    sections: [{ page: 'wide', children: sheetChildren(sheet) }],
  });
}
