/** 表格: the filled cells of a sheet → a grid of rows of one width, merged cells filled, hidden ones marked. */
import { beyondLimit, keepTo, limits, type Tally } from '../limits.ts';
import {
  type Cell,
  columnLetters,
  type Grid,
  type Picture,
  type PaperPlace,
  addLinks,
  type Unread,
} from '../sheet.ts';

/** A range of cells, from 0, both ends in it. */
export interface Range {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export type CellContent = Omit<Cell, 'place'>;

/** A sheet while it is read. Rows and columns count from 0. */
export class SheetInReading {
  readonly file: string;
  readonly name: string;
  readonly #tally: Tally;
  readonly #rows = new Map<number, Map<number, CellContent>>();
  #bottom = -1;
  #right = -1;
  #made = 0;
  readonly merges: Range[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();

  constructor(file: string, name: string, tally: Tally) {
    this.file = file;
    this.name = name;
    this.#tally = tally;
  }

  /** Cells that hold text. */
  get filled(): number {
    let count = 0;
    for (const row of this.#rows.values())
      for (const { text, struck } of row.values())
        if (text !== '' || struck !== undefined) count += 1;
    return count;
  }

  get where(): string {
    return `工作表“${this.name}”`;
  }

  place(row: number, column: number): PaperPlace {
    return {
      file: this.file,
      sheet: this.name,
      row: row + 1,
      cell: `${columnLetters(column)}${row + 1}`,
    };
  }

  at(row: number, column: number): CellContent | undefined {
    return this.#rows.get(row)?.get(column);
  }

  /** The cell of a square, made where there is none. Throws Refused beyond the limits. */
  cell(row: number, column: number): CellContent {
    if (row >= limits.rows.most) throw beyondLimit('rows', this.where);
    if (column >= limits.columns.most) throw beyondLimit('columns', this.where);
    let line = this.#rows.get(row);
    if (line === undefined) this.#rows.set(row, (line = new Map<number, CellContent>()));
    let cell = line.get(column);
    if (cell === undefined) {
      this.#made += 1;
      keepTo('cells', this.#made, this.where);
      line.set(column, (cell = { text: '' }));
    }
    this.#bottom = Math.max(this.#bottom, row);
    this.#right = Math.max(this.#right, column);
    return cell;
  }

  addMerge(range: Range): void {
    this.#tally.add('spans', 1, this.where);
    if (range.bottom > range.top || range.right > range.left) this.merges.push(range);
  }

  addPicture(picture: Omit<Picture, 'place'>, row: number, column: number): void {
    const cell = this.cell(row, column);
    (cell.pictures ??= []).push({ ...picture, place: this.place(row, column) });
  }

  addComment(text: string, row: number, column: number): void {
    this.#tally.add('links', 1, this.where);
    const cell = this.cell(row, column);
    if (text.trim() !== '') cell.comment = [cell.comment ?? [], text.trim()].flat().join('\n');
  }

  /** A link over a range: of its cells that are filled, or of its first one. */
  addLink(target: string, range: Range): void {
    this.#tally.add('links', 1, this.where);
    const isOne = range.top === range.bottom && range.left === range.right;
    if (isOne) {
      addLinks(this.cell(range.top, range.left), [target]);
      return;
    }
    const last = Math.min(range.bottom, this.#bottom);
    this.#tally.add('walk', Math.max(0, last - range.top), this.where);
    for (let row = range.top; row <= last; row += 1)
      for (const [column, cell] of this.#rows.get(row) ?? [])
        if (column >= range.left && column <= range.right) {
          this.#tally.add('links', 1, this.where);
          addLinks(cell, [target]);
        }
  }

  /** The finished grid, or undefined for an empty sheet; what a reader should know goes to `notes` and `unread`. */
  grid(notes: string[], unread: Unread[]): Grid | undefined {
    if (this.#bottom < 0) return undefined;
    this.#reachMerges();
    const [height, width] = [this.#bottom + 1, this.#right + 1];
    this.#tally.add('cells', height * width);
    const rows = Array.from({ length: height }, (_, r) => {
      const line = this.#rows.get(r);
      return Array.from({ length: width }, (__, c): Cell => {
        const place = this.place(r, c);
        const content = line?.get(c) ?? { text: '' };
        return Object.assign(content, { place });
      });
    });
    this.#fillMerges(rows, unread);
    this.#markHidden(rows, notes);
    return { kind: 'grid', sheet: this.name, rows };
  }

  /** The last rows of a merged cell belong to the table, the rest of a merged column does not. */
  #reachMerges(): void {
    for (const { top, left, bottom, right } of this.merges) {
      if ((this.at(top, left)?.text ?? '') === '') continue;
      if (bottom < Math.min(top + 100, limits.rows.most))
        this.#bottom = Math.max(this.#bottom, bottom);
      if (right < Math.min(left + 50, limits.columns.most))
        this.#right = Math.max(this.#right, right);
    }
  }

  #fillMerges(rows: Cell[][], unread: Unread[]): void {
    let squares = 0;
    for (const { top, left, bottom, right } of this.merges) {
      const origin = rows[top]?.[left];
      if (origin === undefined) continue;
      const [lastRow, lastColumn] = [Math.min(bottom, this.#bottom), Math.min(right, this.#right)];
      squares += (lastRow - top + 1) * (lastColumn - left + 1);
      // No square belongs to two merged cells: more of them than the sheet has were made on purpose.
      if (squares > rows.length * (this.#right + 1)) throw beyondLimit('spans', this.where);
      for (let r = top; r <= lastRow; r += 1) {
        for (let c = left; c <= lastColumn; c += 1) {
          const cell = rows[r]?.[c];
          if (cell === undefined || cell === origin) continue;
          if (cell.text !== '' && cell.text !== origin.text)
            unread.push({ place: cell.place, what: `被合并单元格盖住的“${cell.text}”` });
          cell.text = origin.text;
          cell.merged = c > left ? 'across' : 'down';
          if (origin.day !== undefined) cell.day = origin.day;
        }
      }
    }
  }

  #markHidden(rows: Cell[][], notes: string[]): void {
    if (this.hiddenRows.size + this.hiddenColumns.size === 0) return;
    const hidden = { row: new Set<number>(), column: new Set<number>() };
    for (const [r, row] of rows.entries()) {
      for (const [c, cell] of row.entries()) {
        const by = this.hiddenRows.has(r)
          ? 'row'
          : this.hiddenColumns.has(c)
            ? 'column'
            : undefined;
        if (by === undefined) continue;
        cell.hidden = by;
        if (cell.text !== '') hidden[by].add(by === 'row' ? r : c);
      }
    }
    if (hidden.row.size > 0)
      notes.push(
        `${this.where}第${listed([...hidden.row].map((row) => String(row + 1)))}行是隐藏的，照读`,
      );
    if (hidden.column.size > 0)
      notes.push(
        `${this.where}${listed([...hidden.column].sort((a, b) => a - b).map(columnLetters))}列是隐藏的，照读`,
      );
  }
}

/** The first ten, and how many there are. */
function listed(names: readonly string[]): string {
  return names.length > 10 ? `${names.slice(0, 10).join('、')}等${names.length}` : names.join('、');
}

/** `B3:D5` or `B3`; undefined for what is no range. */
export function rangeOf(reference: string): Range | undefined {
  const [first = '', last = first] = reference.replaceAll('$', '').split(':');
  const [from, to] = [squareOf(first), squareOf(last)];
  if (from === undefined || to === undefined) return undefined;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

/** Row and column of `D5`, from 0. */
export function squareOf(reference: string): { row: number; column: number } | undefined {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & ~0x20;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  const row = Number(reference.slice(at));
  return at > 0 && at < 4 && Number.isInteger(row) && row > 0
    ? { row: row - 1, column: column - 1 }
    : undefined;
}

/** Refuses more sheets than anybody looks through. */
export function keepToSheets(count: number): void {
  keepTo('sheets', count);
}
