/**
 * 整改销号申请表: the same report as a Word form, a page an issue, with room for the opinions and seals of the unit, the
 * office and the level above. Type and margins as in official documents; nothing imitates a seal.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeightRule,
  Packer,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { NO_SECRETS, SEALED_PAGE } from '../../../text/secrecy.ts';
import type { UnitSheetBook } from './unit-sheet-book.ts';
import type { UnitSheetRow } from './unit-sheet-rows.ts';
import { sheetCode } from './stamp.ts';

export const FORM_TITLE = '整改销号申请表';
/** The rows of the form that the unit fills in, in their order; read back by these names. */
export const formLabels = {
  note: '整改完成情况',
  completedOn: '完成日期',
  evidenceDay: '材料日期',
  evidence: '佐证材料',
  reporter: '填报人（职务）',
  approver: '审签人（职务）',
  reportedOn: '填报日期',
} as const;

/** Twips: A4 with the margins of GB/T 9704-2012; the text block is 156 mm wide. */
const PAGE = { width: 11906, height: 16838 };
const MARGIN = { top: 1701, bottom: 1417, left: 1587, right: 1474 };
const WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
const LABEL = 1950;
const COLUMNS = [LABEL, 2472, LABEL, WIDTH - 2 * LABEL - 2472];
const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312' };
const HEI = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' };
const TITLE = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '方正小标宋简体' };
/** Half points: 12 pt in cells, 22 pt in the title. */
const SIZE = 24;
const TITLE_SIZE = 44;
/** Twips: the least height of a row. */
const LEAST = 500;
/** Twips of empty height for what is written by hand and sealed. */
const OPINION = 1450;

/** The bytes of the form, a page for each row. */
export async function unitSheetForm(book: UnitSheetBook): Promise<Uint8Array> {
  const children = book.rows.flatMap((row, index) => [
    ...(index > 0 ? [new Paragraph({ children: [new PageBreak()] })] : []),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 200 },
      children: [new TextRun({ text: FORM_TITLE, font: TITLE, size: TITLE_SIZE })],
    }),
    new Paragraph({
      spacing: { after: 100 },
      children: [new TextRun({ text: `${NO_SECRETS}。${SEALED_PAGE}。`, font: SONG, size: 18 })],
    }),
    formTable(book, row),
  ]);
  const footer = new Footer({
    children: [
      new Paragraph({
        children: [new TextRun({ text: `单号 ${sheetCode(book.stamp)}`, font: SONG, size: 18 })],
      }),
    ],
  });
  const document = new Document({
    creator: book.office,
    lastModifiedBy: book.office,
    title: `${FORM_TITLE} ${book.unitName}`,
    styles: { default: { document: { run: { font: SONG, size: SIZE } } } },
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGIN } },
        footers: { default: footer },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function formTable(book: UnitSheetBook, row: UnitSheetRow): Table {
  const line = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: COLUMNS,
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [
      pair(['单位', book.unitName], ['问题编号', row.issue]),
      wide('专项', book.campaignName),
      wide('网站/新媒体', row.listed),
      wide('存在问题', row.finding),
      wide('整改措施', row.measures),
      pair(['整改时限', row.deadline], ['目前状态', row.state]),
      wide(formLabels.note, '', 1700),
      pair([formLabels.completedOn, ''], [formLabels.evidenceDay, '']),
      wide(formLabels.evidence, '', 900),
      ...(row.owed === '' ? [] : [wide('销号需提交的佐证', row.owed)]),
      pair([formLabels.reporter, ''], [formLabels.approver, '']),
      wide(formLabels.reportedOn, ''),
      opinion('单位意见', '主要负责人签字：'),
      opinion('牵头单位意见', '负责人签字：'),
      opinion('上级核销意见', '负责人签字：'),
    ],
  });
}

function pair(...cells: readonly (readonly [string, string])[]): TableRow {
  return new TableRow({
    cantSplit: true,
    height: { value: LEAST, rule: HeightRule.ATLEAST },
    children: cells.flatMap(([label, text], index) => [
      labelCell(label, COLUMNS[index * 2] ?? 0),
      textCell(text, COLUMNS[index * 2 + 1] ?? 0, 1),
    ]),
  });
}

function wide(label: string, text: string, height = LEAST): TableRow {
  return new TableRow({
    cantSplit: true,
    height: { value: height, rule: HeightRule.ATLEAST },
    children: [labelCell(label, COLUMNS[0] ?? 0), textCell(text, WIDTH - (COLUMNS[0] ?? 0), 3)],
  });
}

/** Room for an opinion, a signature, a seal and a day. */
function opinion(label: string, signature: string): TableRow {
  const right = (text: string): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      children: [new TextRun({ text, font: SONG, size: SIZE })],
    });
  return new TableRow({
    cantSplit: true,
    height: { value: OPINION, rule: HeightRule.ATLEAST },
    children: [
      labelCell(label, COLUMNS[0] ?? 0),
      new TableCell({
        columnSpan: 3,
        width: { size: WIDTH - (COLUMNS[0] ?? 0), type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.BOTTOM,
        children: [right(`${signature}　　　　　　　　（盖章）　　　`), right('年　　月　　日　')],
      }),
    ],
  });
}

function labelCell(label: string, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: label, font: HEI, size: SIZE })],
      }),
    ],
  });
}

function textCell(text: string, width: number, span: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ children: [new TextRun({ text, font: SONG, size: SIZE })] })],
  });
}
