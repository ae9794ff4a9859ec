/** 看得见的: whatever text a paper holds, without the characters that nobody sees; its bytes stay as they are. */
import { withoutUnseen } from '../text/unseen.ts';
import type { Cell, Line, Paper } from './sheet.ts';

/** Nearly every text: nothing in it needs a second look. */
const PLAIN = /^[\n\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]*$/u;

const cleaned = (text: string): string => (PLAIN.test(text) ? text : withoutUnseen(text));

/** The same paper with every text in it cleaned; its parts are changed, not copied. */
export function withoutHidden(paper: Paper): Paper {
  for (const grid of [...paper.blocks, ...(paper.hidden ?? [])]) {
    if (grid.kind === 'line') clean(grid);
    else {
      const sheet = cleaned(grid.sheet);
      for (const cell of grid.rows.flat()) {
        clean(cell);
        if (sheet !== grid.sheet) cell.place.sheet = sheet;
      }
      grid.sheet = sheet;
    }
  }
  for (const thing of paper.unread ?? []) {
    thing.what = cleaned(thing.what);
    thing.place.sheet = cleaned(thing.place.sheet);
  }
  paper.notes = paper.notes.map(cleaned);
  if (paper.text !== undefined) paper.text = cleaned(paper.text);
  return paper;
}

function clean(thing: Cell | Line): void {
  thing.text = cleaned(thing.text);
  if (thing.struck !== undefined) thing.struck = cleaned(thing.struck);
  if (thing.comment !== undefined) thing.comment = cleaned(thing.comment);
  if (thing.link !== undefined) thing.link = cleaned(thing.link);
  if (thing.links !== undefined) thing.links = thing.links.map(cleaned);
  if (!('raw' in thing) || thing.raw === undefined) return;
  const { value, formula } = thing.raw;
  if (typeof value === 'string') thing.raw.value = cleaned(value);
  if (formula !== undefined) thing.raw.formula = cleaned(formula);
}
