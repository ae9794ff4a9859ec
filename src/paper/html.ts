/**
 * 网页表格: what business systems export as .xls or .doc and is a web page inside: its lines and tables. Read tag by tag
 * from front to back, so that no nesting can make it slow.
 */
import { keepTo, limits, Tally, beyondLimit } from './limits.ts';
import { decodedEntities, readTags, type TagReader, valueOf } from './html-tag.ts';
import { pictureType } from './magic.ts';
import { type Cell, type Grid, type Line, type Paper, addLinks, type Unread } from './sheet.ts';

interface TableDraft {
  rows: Cell[][];
  sheet: string;
  row: number;
  cell: Cell | undefined;
  /** Squares that cells of rows above reach into: column → rows left and whose cell. */
  reaching: Map<number, { left: number; origin: Cell }>;
}

const BREAKS = /^(?:br|p|div|li|h[1-6]|tr|ul|ol|center|blockquote)$/u;
const STRUCK = /^(?:s|strike|del)$/u;

/** Reads a page. Throws Refused beyond the limits. */
export function readHtml(file: string, text: string): Paper {
  const reader = new PageReader(file);
  readTags(text, reader);
  return reader.paper();
}

class PageReader implements TagReader {
  readonly #file: string;
  readonly #tally = new Tally();
  readonly #blocks: (Grid | Line)[] = [];
  readonly #unread: Unread[] = [];
  readonly #open: TableDraft[] = [];
  #tables = 0;
  #lines = 0;
  #struck = 0;
  #line: Pick<Line, 'text' | 'struck' | 'link' | 'links' | 'pictures'> = { text: '' };

  constructor(file: string) {
    this.#file = file;
  }

  paper(): Paper {
    while (this.#open.length > 0) this.#endTable();
    this.#endLine();
    return {
      file: this.#file,
      blocks: this.#blocks,
      notes: [],
      ...(this.#unread.length > 0 && { unread: this.#unread }),
    };
  }

  /** Where words go now: the innermost cell, or a line. */
  get #target(): Pick<Line, 'text' | 'struck' | 'link' | 'links' | 'pictures'> {
    return this.#open.at(-1)?.cell ?? this.#line;
  }

  say(words: string): void {
    keepTo('paragraph', lettersIn(words));
    const text = decodedEntities(words.replace(/\s+/gu, ' '));
    if (text === '' || (text === ' ' && this.#target.text === '')) return;
    const target = this.#target;
    keepTo('paragraph', target.text.length);
    if (this.#struck > 0) target.struck = `${target.struck ?? ''}${text}`;
    else target.text += text;
  }

  tag(isOpen: boolean, name: string, attributes: string): void {
    if (name === 'table') {
      if (isOpen) this.#beginTable();
      else this.#endTable();
    } else if (name === 'tr' && this.#open.length > 0) {
      if (isOpen) this.#beginRow();
    } else if (name === 'td' || name === 'th') {
      if (isOpen) this.#beginCell(attributes);
    } else if (BREAKS.test(name)) {
      if (this.#open.at(-1)?.cell === undefined) this.#endLine();
      else if (this.#target.text.trim() !== '')
        this.#target.text = `${this.#target.text.trimEnd()}\n`;
    } else if (STRUCK.test(name)) this.#struck = Math.max(0, this.#struck + (isOpen ? 1 : -1));
    else if (name === 'a' && isOpen) {
      const href = valueOf(attributes, 'href') ?? '';
      if (href !== '' && !/^(?:#|javascript:)/iu.test(href))
        this.#target.links = [...(this.#target.links ?? []), href];
    } else if (name === 'img') this.#addPicture(valueOf(attributes, 'src') ?? '');
  }

  #endLine(): void {
    const { text, struck, links = [], pictures } = this.#line;
    this.#line = { text: '' };
    if (text.trim() === '' && struck === undefined && pictures === undefined) return;
    keepTo('paragraph', text.length);
    this.#tally.add('paragraphs');
    this.#lines += 1;
    const place = { file: this.#file, sheet: '正文', row: this.#lines, cell: '' };
    const line: Line = {
      kind: 'line',
      text: text.trim(),
      place,
      ...(struck !== undefined && { struck: struck.trim() }),
      ...(pictures && { pictures }),
    };
    addLinks(line, links);
    this.#blocks.push(line);
  }

  #beginTable(): void {
    if (this.#open.at(-1)?.cell === undefined) this.#endLine();
    this.#tables += 1;
    this.#tally.add('tables');
    keepTo('nesting', this.#open.length + 1);
    this.#open.push({
      rows: [],
      sheet: `第${this.#tables}个表格`,
      row: -1,
      cell: undefined,
      reaching: new Map(),
    });
  }

  #beginRow(): void {
    const table = this.#open.at(-1);
    if (table === undefined) return;
    table.cell = undefined;
    table.row += 1;
    table.rows[table.row] = [];
    keepTo('rows', table.rows.length, table.sheet);
    this.#fillReached(table);
  }

  /** Squares of this row, from its end on, that belong to cells of rows above. */
  #fillReached(table: TableDraft): void {
    const row = table.rows[table.row] ?? [];
    for (
      let reach = table.reaching.get(row.length);
      reach !== undefined;
      reach = table.reaching.get(row.length)
    ) {
      const column = row.length;
      if (reach.left > 1) reach.left -= 1;
      else table.reaching.delete(column);
      const isDown = reach.origin.merged === undefined;
      row.push({ ...this.#square(table, column), merged: isDown ? 'down' : 'across' });
      this.#origins.set(row[column] as Cell, reach.origin);
    }
  }

  /** The cells whose words squares of merged cells repeat once those are read. */
  readonly #origins = new Map<Cell, Cell>();

  #square(table: TableDraft, column: number): Cell {
    this.#tally.add('cells');
    if (column >= limits.columns.most) throw beyondLimit('columns', table.sheet);
    return {
      text: '',
      place: {
        file: this.#file,
        sheet: table.sheet,
        row: table.row + 1,
        cell: `第${column + 1}格`,
      },
    };
  }

  #beginCell(attributes: string): void {
    const table = this.#open.at(-1);
    if (table === undefined) return;
    if (table.row < 0) this.#beginRow();
    this.#fillReached(table);
    const row = table.rows[table.row] ?? [];
    const span = (name: string): number =>
      Math.max(1, Math.floor(Number(valueOf(attributes, name) ?? 1)) || 1);
    const [across, down] = [span('colspan'), span('rowspan')];
    const origin = this.#square(table, row.length);
    if (/display\s*:\s*none/iu.test(attributes)) origin.hidden = 'column';
    for (let x = 0; x < across; x += 1) {
      const column = row.length;
      const cell = x === 0 ? origin : { ...this.#square(table, column), merged: 'across' as const };
      if (x > 0) this.#origins.set(cell, origin);
      if (down > 1)
        table.reaching.set(column, { left: Math.min(down, limits.rows.most) - 1, origin });
      row.push(cell);
    }
    table.cell = origin;
  }

  #endTable(): void {
    const table = this.#open.pop();
    if (table === undefined) return;
    for (const cell of table.rows.flat()) {
      const origin = this.#origins.get(cell);
      if (origin === undefined) this.#finish(cell);
      else cell.text = origin.text;
    }
    const width = Math.max(0, ...table.rows.map((row) => row.length));
    for (const [r, row] of table.rows.entries()) {
      table.row = r;
      while (row.length < width) row.push(this.#square(table, row.length));
    }
    const outer = this.#open.at(-1)?.cell;
    if (outer)
      outer.text += `\n${table.rows
        .flat()
        .flatMap(({ text, merged }) => (merged === undefined && text !== '' ? [text] : []))
        .join('\n')}`;
    if (table.rows.length > 0 && (outer === undefined || (table.rows.length > 1 && width > 1)))
      this.#blocks.push({ kind: 'grid', sheet: table.sheet, rows: table.rows });
  }

  #finish(cell: Cell): void {
    cell.text = cell.text.trim();
    keepTo('paragraph', cell.text.length);
    if (cell.struck !== undefined) cell.struck = cell.struck.trim();
    const links = cell.links ?? [];
    delete cell.links;
    addLinks(cell, links);
  }

  #addPicture(source: string): void {
    const place = this.#open.at(-1)?.cell?.place ?? {
      file: this.#file,
      sheet: '正文',
      row: this.#lines + 1,
      cell: '',
    };
    this.#tally.add('pictures');
    const data = /^data:image\/[\w+.-]+;base64,/iu.exec(source)?.[0];
    const bytes = new Uint8Array(
      Buffer.from(data === undefined ? '' : source.slice(data.length), 'base64'),
    );
    const type = pictureType(bytes);
    if (type === undefined) this.#unread.push({ place, what: '图片不在文件里，只有它的地址' });
    else this.#target.pictures = [...(this.#target.pictures ?? []), { bytes, type, place }];
  }
}

/** Letters of a text whose white space counts once, as it is shown; a text may be megabytes, so nothing is built. */
function lettersIn(text: string): number {
  let letters = 0;
  let isGap = false;
  for (let at = 0; at < text.length; at += 1) {
    const isSpace = text.charCodeAt(at) <= 0x20;
    if (!isSpace || !isGap) letters += 1;
    isGap = isSpace;
  }
  return letters;
}
