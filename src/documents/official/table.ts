/** 表格: the list of an annex, with a header row that repeats on every page and rows that are not torn apart. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { runs } from './paragraph.ts';
import { fontSizes } from './font.ts';

export interface OfficialColumn {
  readonly title: string;
  /** Share of the table's width. */
  readonly width: number;
  readonly centred: boolean;
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

/** A dozen columns want smaller letters than six. */
export function isDense({ length }: { readonly length: number }): boolean {
  return length > 8;
}

/** A table as wide as `width` twips. */
export function table(
  columns: readonly OfficialColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): Table {
  const dense = isDense(columns);
  const size = dense ? fontSizes.five : fontSizes.smallFour;
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((width * column.width) / whole));
  const cell = (text: string, index: number, head: boolean) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { left: dense ? 45 : 85, right: dense ? 45 : 85, top: 45, bottom: 45 },
      children: text.split('\n').map(
        (line) =>
          new Paragraph({
            alignment:
              head || columns[index]?.centred === true ? AlignmentType.CENTER : AlignmentType.LEFT,
            spacing: { line: dense ? 300 : 340, lineRule: 'exact' },
            children: runs(line, head ? 'hei' : 'body', size),
          }),
      ),
    });
  return new Table({
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: LINE,
      bottom: LINE,
      left: LINE,
      right: LINE,
      insideHorizontal: LINE,
      insideVertical: LINE,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ title }, index) => cell(title, index, true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((_, index) => cell(row[index] ?? '', index, false)),
          }),
      ),
    ],
  });
}
