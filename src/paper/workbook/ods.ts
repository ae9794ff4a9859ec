/** 开放文档表格: .ods (a zip) and .fods (one XML file), as LibreOffice saves them: cells, links, notes, pictures. */
import { Refused, Tally } from '../limits.ts';
import { PictureStore } from '../picture.ts';
import { type Paper, addLinks, type Unread } from '../sheet.ts';
import type { Archive } from '../zip/archive.ts';
import { brokenArchive } from '../zip/archive.ts';
import { partOf } from '../zip/part.ts';
import { attribute, descendants, elements, readXml, textIn, type XmlNode } from '../zip/xml.ts';
import { cellPictureOf, hyperlinkOf } from './formula.ts';
import { type CellContent, keepToSheets, SheetInReading } from './grid.ts';
import { GatheredBook } from './gathered.ts';
import { OdsShapes } from './ods-shape.ts';
import { OdsStyles } from './ods-style.ts';
import { serialOf, shownNumber } from './shown.ts';

/** Reads a spreadsheet in a sound archive. Throws Refused. */
export function readOds(file: string, archive: Archive): Paper {
  const tally = new Tally();
  const reader = new OdsReader(file, tally, new PictureStore(archive, tally));
  for (const name of ['styles.xml', 'content.xml'])
    partOf(archive, name, (node, above) => reader.take(node, above));
  return reader.paper();
}

/** Reads a spreadsheet that is one XML file. Throws Refused. */
export function readFods(file: string, bytes: Uint8Array): Paper {
  const reader = new OdsReader(file, new Tally(), undefined);
  const root = readXml(bytes, (node, above) => reader.take(node, above));
  if (root.name !== 'document') throw new Refused('认不出文件的格式', '另存为 xlsx，再导入');
  return reader.paper();
}

const repeat = (node: XmlNode, name: string): number => {
  const count = Number(attribute(node, name) ?? 1);
  return Number.isInteger(count) && count > 0 ? count : 1;
};

class OdsReader {
  readonly #file: string;
  readonly #tally: Tally;
  readonly #shapes: OdsShapes;
  readonly #styles = new OdsStyles();
  readonly #gathered: GatheredBook;
  #table: XmlNode | undefined;
  #draft: SheetInReading;
  #found: Unread[] = [];
  #row = 0;
  #column = 0;
  #sheets = 0;

  constructor(file: string, tally: Tally, pictures: PictureStore | undefined) {
    this.#file = file;
    this.#tally = tally;
    this.#shapes = new OdsShapes(tally, pictures);
    this.#gathered = new GatheredBook(file);
    this.#draft = new SheetInReading(file, '', tally);
  }

  paper(): Paper {
    if (this.#sheets === 0) throw brokenArchive();
    return this.#gathered.paper;
  }

  /** Takes what is finished: styles, columns, rows, tables. */
  take(node: XmlNode, above: readonly XmlNode[]): boolean {
    if (this.#styles.take(node)) return true;
    const table = above.find(({ name }) => name === 'table');
    if (above.some(({ name }) => name === 'tracked-changes')) return true;
    if (table === undefined) {
      if (node.name === 'table') this.#endTable(node);
      return node.name === 'table';
    }
    this.#enter(table);
    if (node.name === 'table-row' && !above.some(({ name }) => name === 'table-row')) {
      this.#addRow(node);
      return true;
    }
    if (node.name === 'table-column') this.#addColumns(node);
    else if (node.name === 'shapes')
      for (const shape of elements(node)) this.#shapes.add(shape, 0, 0, this.#draft, this.#found);
    else return false;
    return true;
  }

  #enter(table: XmlNode): void {
    if (table === this.#table) return;
    this.#table = table;
    this.#sheets += 1;
    keepToSheets(this.#sheets);
    this.#draft = new SheetInReading(this.#file, attribute(table, 'name') ?? '', this.#tally);
    this.#found = [];
    this.#row = 0;
    this.#column = 0;
  }

  #endTable(table: XmlNode): void {
    this.#enter(table);
    const isHidden = this.#styles.isHidden(attribute(table, 'style-name'));
    this.#gathered.add(this.#draft, isHidden, this.#found);
  }

  #addColumns(node: XmlNode): void {
    const count = repeat(node, 'number-columns-repeated');
    if (isHidden(node))
      for (let column = this.#column; column < Math.min(this.#column + count, 256); column += 1)
        this.#draft.hiddenColumns.add(column);
    this.#column += count;
  }

  #addRow(node: XmlNode): void {
    const count = repeat(node, 'number-rows-repeated');
    const cells = elements(node).filter(({ name }) => /^(?:covered-)?table-cell$/u.test(name));
    // Empty rows that fill a sheet to its end are one element.
    const times = cells.some(({ children }) => children.length > 0) ? count : 0;
    for (let time = 0; time < times; time += 1) {
      let column = 0;
      for (const cell of cells) {
        const across = repeat(cell, 'number-columns-repeated');
        if (cell.children.length > 0)
          for (let x = 0; x < across; x += 1) this.#addCell(cell, this.#row + time, column + x);
        column += across;
      }
    }
    if (isHidden(node) && times > 0)
      for (let time = 0; time < count; time += 1) this.#draft.hiddenRows.add(this.#row + time);
    this.#row += count;
  }

  #addCell(node: XmlNode, row: number, column: number): void {
    const content = this.#contentOf(node);
    const formula = attribute(node, 'formula')?.replace(/^\w+:/u, '').replace(/^=/u, '');
    if (formula !== undefined)
      content.raw = { ...(content.raw ?? { value: content.text }), formula };
    this.#tally.add('letters', content.text.length, this.#draft.where);
    const cell = Object.assign(this.#draft.cell(row, column), content);
    addLinks(
      cell,
      descendants(node, 'a').map((link) => attribute(link, 'href') ?? ''),
    );
    const computed = formula === undefined ? undefined : hyperlinkOf(formula);
    if (computed !== undefined && computed !== 'computed' && 'target' in computed)
      addLinks(cell, [computed.target]);
    const [down, across] = [
      repeat(node, 'number-rows-spanned'),
      repeat(node, 'number-columns-spanned'),
    ];
    if (down > 1 || across > 1)
      this.#draft.addMerge({
        top: row,
        left: column,
        bottom: row + down - 1,
        right: column + across - 1,
      });
    for (const note of elements(node, 'annotation'))
      this.#draft.addComment(elements(note, 'p').map(textIn).join('\n'), row, column);
    for (const shape of elements(node))
      this.#shapes.add(shape, row, column, this.#draft, this.#found);
    if (cellPictureOf(content.text) !== undefined)
      this.#found.push({
        place: this.#draft.place(row, column),
        what: '单元格里的图片没有随文件保存',
      });
  }

  #contentOf(node: XmlNode): CellContent {
    const style = attribute(node, 'style-name');
    const isStruck = this.#styles.isStruck(style);
    const parts = elements(node, 'p').map((line) => this.#styles.words(line, isStruck));
    const join = (key: 'text' | 'struck'): string =>
      parts
        .map((part) => part[key])
        .join('\n')
        .trim();
    const words = (text: string): CellContent => {
      const struck = join('struck');
      return struck === '' ? { text } : { text: isStruck ? '' : text, struck };
    };
    const shownText = join('text');
    const type = attribute(node, 'value-type') ?? 'string';
    const given = attribute(
      node,
      type === 'date' ? 'date-value' : type === 'boolean' ? 'boolean-value' : 'value',
    );
    if (type === 'string' || given === undefined) return words(shownText);
    if (type === 'boolean')
      return { ...words(given.toUpperCase()), raw: { value: given === 'true' } };
    const value = type === 'date' ? serialOf(given.replace(/\.\d+$/u, ''), false) : Number(given);
    if (value === undefined || Number.isNaN(value)) return words(shownText);
    const format = this.#styles.formatFor(style) ?? (type === 'date' ? 'yyyy-mm-dd' : 'General');
    const raw = { value, format };
    if (type === 'date') {
      const { text, day } = shownNumber(value, format, false);
      return { ...words(text), ...(day !== undefined && { day }), raw };
    }
    // What the file shows is right but for whole numbers: narrow cells shorten them, others show digits that are lost.
    const isLong =
      Number.isInteger(value) && (Math.abs(value) >= 1e15 || /\dE[+-]?\d/u.test(shownText));
    return { ...words(isLong ? shownNumber(value, 'General', false).text : shownText), raw };
  }
}

function isHidden(node: XmlNode): boolean {
  return /^(?:collapse|filter)$/u.test(attribute(node, 'visibility') ?? '');
}
