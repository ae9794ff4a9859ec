/** 工作簿的表: the sheets of a workbook as they are gathered: those that are seen, those that are not. */
import type { Grid, Paper, Unread } from '../sheet.ts';
import type { SheetInReading } from './grid.ts';

export class GatheredBook {
  readonly #file: string;
  readonly #blocks: Grid[] = [];
  readonly #hidden: Grid[] = [];
  readonly notes: string[] = [];
  readonly unread: Unread[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  add(draft: SheetInReading, isHidden: boolean, found: readonly Unread[] = []): void {
    const { filled } = draft;
    const grid = draft.grid(isHidden ? [] : this.notes, this.unread);
    this.unread.push(...found);
    if (grid === undefined) return;
    if (!isHidden) {
      this.#blocks.push(grid);
      return;
    }
    for (const cell of grid.rows.flat()) cell.hidden = 'sheet';
    this.#hidden.push(grid);
    const place = { file: this.#file, sheet: draft.name, row: 0, cell: '' };
    this.unread.push({ place, what: `隐藏的工作表，有字的 ${filled} 格` });
    this.notes.push(`${draft.where}是隐藏的，没有读`);
  }

  get paper(): Paper {
    return {
      file: this.#file,
      blocks: this.#blocks,
      ...(this.#hidden.length > 0 && { hidden: this.#hidden }),
      notes: this.notes,
      ...(this.unread.length > 0 && { unread: this.unread }),
    };
  }
}
