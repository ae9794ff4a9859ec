/** 交办单: one problem on a form of keys and values — 责任单位 | 区民政局 | 账号名称 | …, each form as the row of a list. */
import type { Cell, Grid } from '../../../paper/sheet.ts';
import { tidy } from '../../words/wording.ts';
import type { ColumnNames } from '../column-names.ts';
import { mayBeTitle, titleOf, type TitledColumn } from '../header-row.ts';

/** What is said on forms: the rows above them, the keys as columns, a row a form. */
export interface KeyedForms {
  readonly head: Cell[][];
  readonly columns: TitledColumn[];
  readonly rows: Cell[][];
}

interface KeyedCell {
  readonly title: string;
  readonly value: Cell;
}

/** So many different keys of a list tell a form from any other grid. */
const LEAST = 4;

/** The forms of a grid; undefined where it holds none, or where none says what is wrong. */
export function keyedFormsIn(grid: Grid, names: ColumnNames): KeyedForms | undefined {
  const head: Cell[][] = [];
  const forms: Map<string, Cell>[] = [];
  for (const row of grid.rows) {
    const pairs = pairsOf(row, names);
    if (pairs === undefined) {
      head.push(row);
      continue;
    }
    let form = forms.at(-1);
    for (const { title, value } of pairs) {
      // A key that comes again begins the next form.
      if (form === undefined || form.has(title)) forms.push((form = new Map<string, Cell>()));
      form.set(title, value);
    }
  }
  const titles = [...new Set(forms.flatMap((form) => [...form.keys()]))];
  const columns = titles.map((title, index) => ({ index, title, id: names.find(title)?.id }));
  const ids = new Set(columns.flatMap(({ id }) => id ?? []));
  const isOfSomebody = ids.has('host') || ids.has('listed') || ids.has('name');
  if (ids.size < LEAST || !ids.has('finding') || !isOfSomebody) return undefined;
  const isFilled = forms.some((form) =>
    columns.some(({ id, title }) => id === 'finding' && tidy(form.get(title)?.text ?? '') !== ''),
  );
  if (!isFilled) return undefined;
  const rows = forms.map((form) => {
    const [first] = form.values();
    const place = first?.place ?? { file: '', sheet: grid.sheet, row: 0, cell: '' };
    return titles.map((title): Cell => form.get(title) ?? { text: '', place });
  });
  return { head, columns, rows };
}

/** The keys of a row with their values; undefined for a row that is not made of them, or has no key of a list. */
function pairsOf(row: readonly Cell[], names: ColumnNames): KeyedCell[] | undefined {
  const cells = row.filter(({ merged }) => merged !== 'across');
  const last = cells.findLastIndex(({ text }) => tidy(text) !== '');
  const filled = cells.slice(0, last + 1);
  if (filled.length < 2 || filled.some(({ merged }) => merged === 'down')) return undefined;
  const pairs: KeyedCell[] = [];
  for (let at = 0; at < filled.length; at += 2) {
    const [key, value] = [filled[at], filled[at + 1]];
    const title = titleOf(key).replace(/[:：]$/u, '');
    if (key === undefined || title === '' || !mayBeTitle(title)) return undefined;
    // 单位 | 问题: titles side by side are a header.
    if (names.find(titleOf(value)) !== undefined) return undefined;
    pairs.push({ title, value: value ?? { text: '', place: key.place } });
  }
  return pairs.some(({ title }) => names.find(title) !== undefined) ? pairs : undefined;
}
