/** 反馈问题 beside 具体表现: two columns that both say what is wrong; neither is lost. */
import type { Cell } from '../../paper/sheet.ts';
import { bareText, tidy } from './wording.ts';

/** The wide wording and the narrow one as one finding: 制度不健全：没有请销假制度. Of two alike the longer stands. */
export function bothFindings(held: Cell, more: Cell): Cell {
  const [wide, narrow] = [tidy(held.text), tidy(more.text)];
  if (narrow === '' || bareText(wide).includes(bareText(narrow))) return held;
  const isWhole = wide === '' || bareText(narrow).includes(bareText(wide));
  const text = isWhole ? more.text : `${wide.replace(/[。；：，、]+$/u, '')}：${narrow}`;
  // Where the wide wording is merged over several rows, the narrow one tells them apart.
  const { merged: _, ...rest } = more.merged === undefined ? more : held;
  const merged = held.merged === more.merged ? held.merged : undefined;
  return { ...rest, ...(merged !== undefined && { merged }), text };
}
