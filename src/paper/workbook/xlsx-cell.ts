/** 单元格: a cell of an .xlsx — number by its format, text without what is struck out, formula, picture instead of text. */
import { keepTo } from '../limits.ts';
import { addLinks, type Unread } from '../sheet.ts';
import { attribute, element, textIn, type XmlNode } from '../zip/xml.ts';
import { cellPictureOf, hyperlinkOf, shiftedFormula } from './formula.ts';
import { type CellContent, rangeOf, type SheetInReading, squareOf } from './grid.ts';
import { serialOf, shownNumber } from './shown.ts';
import { type CellStyle, richText, unescapedFormat, withoutStruck } from './styles.ts';
import type { Book } from './xlsx-book.ts';

interface Square {
  row: number;
  column: number;
}

const PLAIN: CellStyle = { format: 'General', isStruck: false };

/** Reads the cells of one sheet, row by row. */
export class CellReader {
  readonly #book: Book;
  readonly #draft: SheetInReading;
  readonly #unread: Unread[];
  #row = -1;
  #column = -1;
  #rowNode: XmlNode | undefined;
  readonly #shared = new Map<string, Square & { formula: string }>();
  readonly #linkCells: (Square & { from: string })[] = [];

  constructor(book: Book, draft: SheetInReading, unread: Unread[]) {
    this.#book = book;
    this.#draft = draft;
    this.#unread = unread;
  }

  /** Rows and cells may leave out where they stand: then they follow the last one. */
  #enterRow(node: XmlNode): void {
    if (node === this.#rowNode) return;
    this.#rowNode = node;
    const given = Number(attribute(node, 'r') ?? 0);
    this.#row = given > 0 ? given - 1 : this.#row + 1;
    this.#column = -1;
  }

  endRow(node: XmlNode): void {
    this.#enterRow(node);
    if (/^(?:1|true)$/u.test(attribute(node, 'hidden') ?? ''))
      this.#draft.hiddenRows.add(this.#row);
  }

  read(node: XmlNode, rowNode: XmlNode): void {
    this.#enterRow(rowNode);
    const given = squareOf(attribute(node, 'r') ?? '');
    const square = given ?? { row: this.#row, column: this.#column + 1 };
    this.#column = square.column;
    if (node.children.length === 0) return;
    const formula = this.#formulaOf(element(node, 'f'), square);
    const content = this.#contentOf(node, formula, square);
    if (content === undefined) return;
    this.#book.tally.add('letters', content.text.length, this.#draft.where);
    Object.assign(this.#draft.cell(square.row, square.column), content);
    if (formula !== undefined) this.#readLink(formula, square);
  }

  /** What a cell holds; undefined for one that is only formatted. */
  #contentOf(node: XmlNode, formula: string | undefined, square: Square): CellContent | undefined {
    const { styles, strings, date1904, inCells } = this.#book;
    const style = styles[Number(attribute(node, 's') ?? 0)] ?? PLAIN;
    const value = textIn(element(node, 'v'));
    const type = attribute(node, 't') ?? 'n';
    if (type === 'n' && formula === undefined && value !== '' && !style.isStruck && !date1904) {
      const number = Number(value);
      if (!Number.isNaN(number) && attribute(node, 'vm') === undefined) {
        const { text, day } = shownNumber(number, style.format, date1904);
        const raw = { value: number, format: style.format };
        return day === undefined ? { text, raw } : { text, day, raw };
      }
    }
    const struck = (text: string): CellContent => withoutStruck({ text }, style.isStruck);
    const mark = attribute(node, 'vm');
    const picture = mark === undefined ? undefined : inCells.marked(Number(mark));
    if (picture !== undefined) return this.#pictured(picture, square);
    const named = cellPictureOf(formula ?? (type === 'str' ? value : ''));
    const inCell = named === undefined ? undefined : inCells.named(named);
    if (inCell !== undefined) return this.#pictured(inCell, square);
    const rawOf = (held: number | string | boolean): Pick<CellContent, 'raw'> => ({
      raw: {
        value: held,
        format: style.format,
        ...(formula !== undefined && { formula }),
        ...(date1904 && { from1904: true as const }),
      },
    });
    const words = (text: string): CellContent => ({
      ...struck(text.trim()),
      ...(formula !== undefined && rawOf(text)),
    });
    if (type === 'inlineStr') return withoutStruck(richText(element(node, 'is')), style.isStruck);
    if (type === 's' && value !== '')
      return withoutStruck(strings[Number(value)] ?? { text: '' }, style.isStruck);
    if (value === '') return formula === undefined ? undefined : words('');
    if (type === 'b')
      return { ...struck(value === '1' ? 'TRUE' : 'FALSE'), ...rawOf(value === '1') };
    const number =
      type === 'n' ? Number(value) : type === 'd' ? serialOf(value, date1904) : undefined;
    if (number === undefined || Number.isNaN(number)) return words(unescapedFormat(value));
    const { text, day } = shownNumber(number, style.format, date1904);
    return { ...struck(text), ...(day !== undefined && { day }), ...rawOf(number) };
  }

  #pictured(picture: ReturnType<Book['inCells']['marked']>, { row, column }: Square): CellContent {
    const place = this.#draft.place(row, column);
    if (picture !== undefined && picture !== 'elsewhere')
      return { text: '', pictures: [{ ...picture, place }] };
    this.#unread.push({ place, what: '图片不在文件里，要到网上取' });
    return { text: '' };
  }

  /** The formula of a cell without “=”; one that many cells share is written once and moves with them. */
  #formulaOf(node: XmlNode | undefined, { row, column }: Square): string | undefined {
    if (node === undefined) return undefined;
    const own = textIn(node);
    const id = attribute(node, 't') === 'shared' ? attribute(node, 'si') : undefined;
    if (id === undefined) return own;
    const first = this.#shared.get(id);
    if (own !== '' || first === undefined) {
      keepTo('links', this.#shared.size);
      this.#shared.set(id, { row, column, formula: own });
      return own;
    }
    // Long formulas that thousands of cells share are shown as they were written once.
    return first.formula.length > 200
      ? first.formula
      : shiftedFormula(first.formula, row - first.row, column - first.column);
  }

  #readLink(formula: string, square: Square): void {
    const link = hyperlinkOf(formula);
    if (link === undefined) return;
    this.#book.tally.add('links', 1, this.#draft.where);
    if (link === 'computed')
      this.#unread.push({
        place: this.#draft.place(square.row, square.column),
        what: '链接的地址由公式算出，没有读',
      });
    else if ('target' in link) {
      if (!link.target.startsWith('#'))
        addLinks(this.#draft.cell(square.row, square.column), [link.target]);
    } else this.#linkCells.push({ ...square, from: link.cell });
  }

  /** Gives links their addresses that stand in other cells; called when all cells are read. */
  settleLinks(): void {
    for (const { row, column, from } of this.#linkCells) {
      const range = rangeOf(from);
      const target = range && this.#draft.at(range.top, range.left)?.text;
      if (target) addLinks(this.#draft.cell(row, column), [target]);
    }
  }
}
