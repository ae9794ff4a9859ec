/** Files as offices send them, made from their parts: nothing but what a test is about stands in them. */
import * as XLSX from '@e965/xlsx';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { readPaper } from '../../src/paper/paper.ts';
import type { Cell, Paper } from '../../src/paper/sheet.ts';

const DRAWING =
  'xmlns:r="r" xmlns:a="a" xmlns:w14="w14" xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v" xmlns:o="o" xmlns:m="m" xmlns:c="c"';
export const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A zip of parts. */
export const packed = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        typeof part === 'string' ? strToU8(part) : part,
      ]),
    ) satisfies Zippable,
    { level: 1 },
  );

/** Relationships: id, last word of the type, target; outside the file where it begins with http. */
export const relations = (...list: readonly (readonly [string, string, string])[]): string =>
  `<Relationships>${list
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"${/^https?:/u.test(target) ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;

/** A .docx with a body; `more` are parts beside it. */
export function docx(body: string, more: Record<string, string | Uint8Array> = {}): Uint8Array {
  return packed({
    'word/document.xml': `<w:document ${WORD} ${DRAWING}><w:body>${body}</w:body></w:document>`,
    ...more,
  });
}

interface BookParts {
  sheet: string;
  /** Sheets behind the first: name, state, XML. */
  sheets?: readonly { name: string; state?: string; sheet: string }[];
  /** Attributes of workbookPr. */
  properties?: string;
  /** Relationships of the workbook beside those of its sheets, styles and strings. */
  workbookRelations?: readonly (readonly [string, string, string])[];
  styles?: string;
  strings?: string;
  sheetRelations?: string;
  more?: Record<string, string | Uint8Array>;
}

/** An .xlsx from its parts: a sheet named 清单, and those behind it. */
export function xlsx({
  sheet,
  sheets = [],
  properties = '',
  workbookRelations = [],
  styles = '',
  strings = '',
  sheetRelations = '',
  more = {},
}: BookParts): Uint8Array {
  const all = [{ name: '清单', state: 'visible', sheet }, ...sheets];
  const names = all.map(
    ({ name, state = 'visible' }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" state="${state}" r:id="s${index + 1}"/>`,
  );
  const open = `xmlns="${MAIN}" xmlns:r="${TYPES}"`;
  return packed({
    '_rels/.rels': relations(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook ${open}><workbookPr ${properties}/><sheets>${names.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ...all.map(
        (_, index) => [`s${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const,
      ),
      ['rId2', 'styles', 'styles.xml'],
      ['rId3', 'sharedStrings', 'sharedStrings.xml'],
      ...workbookRelations,
    ),
    'xl/styles.xml': `<styleSheet ${open}>${styles}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${open}>${strings}</sst>`,
    ...Object.fromEntries(
      all.map((one, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet ${open}>${one.sheet}</worksheet>`,
      ]),
    ),
    ...(sheetRelations !== '' && { 'xl/worksheets/_rels/sheet1.xml.rels': sheetRelations }),
    ...more,
  });
}

/** A picture of four dots. */
export const png = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGNk+M8AAkwMYAAACgoBAYn5yiYAAAAASUVORK5CYII=',
    'base64',
  ),
);

/** A workbook of plain texts, by SheetJS. */
export function workbook(
  sheets: Record<string, readonly (readonly string[])[]>,
  bookType: 'xlsx' | 'biff8' | 'xlsb' = 'xlsx',
): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType }) as ArrayBuffer);
}

/** What is read of a file that must be read. */
export async function paperOf(name: string, bytes: Uint8Array): Promise<Paper> {
  const reading = await readPaper(name, bytes, () => false);
  if ('refusal' in reading) throw new Error(reading.refusal.problem);
  return reading.paper;
}

/** The sentence of a file that must be refused. */
export async function refusalOf(name: string, bytes: Uint8Array): Promise<string> {
  const reading = await readPaper(name, bytes, () => false);
  return 'refusal' in reading ? reading.refusal.problem : '读了';
}

/** The rows of the grid with an index. */
export function rowsOf(paper: Paper, index = 0): Cell[][] {
  const grid = paper.blocks.filter((block) => block.kind === 'grid')[index];
  if (grid === undefined) throw new Error('没有表格');
  return grid.rows;
}

/** The texts of a grid. */
export function textsOf(paper: Paper, index = 0): string[][] {
  return rowsOf(paper, index).map((row) => row.map(({ text }) => text));
}

/** The texts of the lines. */
export function linesOf(paper: Paper): string[] {
  return paper.blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : []));
}

/** A cell by its reference in the first grid. */
export function cellAt(paper: Paper, reference: string): Cell {
  const found = rowsOf(paper)
    .flat()
    .find(({ place }) => place.cell === reference);
  if (found === undefined) throw new Error(`没有 ${reference}`);
  return found;
}

/** What was not read. */
export function unreadOf({ unread = [] }: Paper): string[] {
  return unread.map(
    ({ place, what }) => `${place.cell === '' ? place.sheet : place.cell}：${what}`,
  );
}
