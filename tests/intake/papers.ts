/** Real files of a list, as offices send them: Word, workbooks, csv and pasted text, made by libraries of their own. */
import * as XLSX from '@e965/xlsx';
import {
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx';
import * as ExcelJS from '@cj-tech-master/excelts';
import iconv from 'iconv-lite';

/** A list as it is laid on paper. */
export interface SheetOfPaper {
  /** Lines above the table. */
  above: readonly string[];
  rows: readonly (readonly string[])[];
  below?: readonly string[];
  /** Cells merged downwards: column, first and last row of `rows`. */
  merged?: readonly { column: number; from: number; to: number }[];
}

/** A .docx with one table; a line break inside a cell begins a new paragraph. */
export async function docxOf(...papers: readonly SheetOfPaper[]): Promise<Uint8Array> {
  const children = papers.flatMap((paper) => [
    ...paper.above.map((text) => new Paragraph(text)),
    new Table({
      columnWidths: (paper.rows[0] ?? []).map(() => 1500),
      rows: paper.rows.map((row, r) => tableRow(row, r, paper)),
    }),
    ...(paper.below ?? []).map((text) => new Paragraph(text)),
  ]);
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

function tableRow(row: readonly string[], r: number, { merged = [] }: SheetOfPaper): TableRow {
  return new TableRow({
    children: row.map((text, column) => {
      const merge = merged.find((one) => one.column === column && one.from <= r && r <= one.to);
      const lines = merge && merge.from < r ? [''] : text.split('\n');
      return new TableCell({
        children: lines.map((line) => new Paragraph({ children: [new TextRun(line)] })),
        ...(merge && {
          verticalMerge: merge.from === r ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
        }),
      });
    }),
  });
}

/** A workbook of one sheet, as .xlsx by ExcelJS. */
export async function xlsxOf({
  above,
  rows,
  below = [],
  merged = [],
}: SheetOfPaper): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet('问题清单');
  const width = Math.max(...rows.map((row) => row.length));
  for (const [index, text] of above.entries()) {
    page.addRow([text]);
    page.mergeCells(index + 1, 1, index + 1, width);
  }
  for (const row of rows)
    page.addRow(row.map((text) => (/^\d+$/u.test(text) ? Number(text) : text)));
  for (const text of below) page.addRow([text]);
  for (const { column, from, to } of merged)
    page.mergeCells(above.length + from + 1, column + 1, above.length + to + 1, column + 1);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The same as an old workbook (.xls, which .et is too) by SheetJS. */
export function xlsOf({ above, rows, merged = [] }: SheetOfPaper): Uint8Array {
  const sheet = XLSX.utils.aoa_to_sheet([
    ...above.map((text) => [text]),
    ...rows.map((row) => [...row]),
  ]);
  sheet['!merges'] = merged.map(({ column, from, to }) => ({
    s: { r: above.length + from, c: column },
    e: { r: above.length + to, c: column },
  }));
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '问题清单');
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
}

export function csvText({ above, rows }: SheetOfPaper): string {
  const field = (text: string): string =>
    /[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return [...above.map((text) => [text]), ...rows]
    .map((row) => row.map(field).join(','))
    .join('\r\n');
}

export const csvOf = {
  utf8: (paper: SheetOfPaper) => new TextEncoder().encode(csvText(paper)),
  utf8Bom: (paper: SheetOfPaper) => new TextEncoder().encode(`\ufeff${csvText(paper)}`),
  gbk: (paper: SheetOfPaper) => new Uint8Array(iconv.encode(csvText(paper), 'gbk')),
  utf16: (paper: SheetOfPaper) =>
    new Uint8Array(iconv.encode(csvText(paper), 'utf16le', { addBOM: true })),
};

export const textOf = {
  tabs: ({ above, rows }: SheetOfPaper) =>
    [...above, ...rows.map((row) => row.join('\t'))].join('\n'),
  pipes: ({ above, rows }: SheetOfPaper) =>
    [
      ...above,
      ...rows.flatMap((row, index) => {
        const line = `| ${row.map((text) => text.replaceAll('\n', ' ')).join(' | ')} |`;
        return index === 0 ? [line, `|${row.map(() => '---').join('|')}|`] : [line];
      }),
    ].join('\n'),
  cellALine: ({ above, rows }: SheetOfPaper) =>
    [...above, ...rows.flatMap((row) => row)].join('\n'),
};
