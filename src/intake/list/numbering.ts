/**
 * 序号: the numbers of entries. A list without numbers is counted, and so is one whose numbers begin anew (sections,
 * tables, sheets), count findings under a merged number, or have two levels (1-2). A gap that only one number fits is
 * filled; a number that cannot be read or stands twice is asked about.
 */
import type { Inquiry } from '../inquiry/question.ts';
import { folded, tidy } from '../words/wording.ts';
import type { ListRow } from './entry.ts';

/** Settles `number` of every row, in place. */
export function numberRows(rows: readonly ListRow[], inquiry: Inquiry): void {
  const isUncounted = rows.every(({ numberText }) => numberText === '') || isLevelled(rows);
  // One sheet has a column of numbers, another has none.
  const isMixed = new Set(rows.map(({ cells }) => cells.row === undefined)).size > 1;
  if (isUncounted || isMixed || isCoded(rows) || hasMerged(rows)) {
    for (const [index, row] of rows.entries()) recount(row, index + 1);
    return;
  }
  continueRuns(rows);
  const taken = new Set<number>();
  for (const [index, row] of rows.entries()) {
    row.number ??= between(rows, index);
    const isTaken = row.number !== undefined && taken.has(row.number);
    if (row.number === undefined || isTaken) row.number = askNumber(row, isTaken, inquiry);
    if (row.number !== undefined) taken.add(row.number);
  }
}

function recount(row: ListRow, number: number): void {
  if (row.numberText !== '' && row.number !== number)
    row.notes.push(`清单写的序号是“${row.numberText}”，台账记为第${number}条`);
  row.number = number;
}

/** 1-1, 1-2, 2-1 or 1.1, 1.2. */
function isLevelled(rows: readonly ListRow[]): boolean {
  const numbered = rows.filter(({ numberText }) => numberText !== '');
  return numbered.some(({ numberText }) => /^\d{1,3}[-—.．]\d{1,3}$/u.test(folded(numberText)));
}

/** A-01, 交办〔2026〕3: every row has a code of its own, and no number. */
function isCoded(rows: readonly ListRow[]): boolean {
  const codes = new Set(rows.map(({ numberText }) => numberText));
  const isWhole = rows.every(
    ({ number, numberText }) => number === undefined && /\d/u.test(numberText),
  );
  return rows.length > 1 && isWhole && codes.size === rows.length;
}

/** Several entries under one number: merged cells, ticks, or cells left blank by a format without merges. */
function hasMerged(rows: readonly ListRow[]): boolean {
  return rows.some(
    (row, index) =>
      index > 0 &&
      row.cells.row !== undefined &&
      (row.cells.row.merged === 'down' || row.cells.row === rows[index - 1]?.cells.row),
  );
}

/** Runs that each begin at 1 — a table, a sheet, a section — are numbered on through the paper. */
function continueRuns(rows: readonly ListRow[]): void {
  const numbers = rows.flatMap(({ number }) => number ?? []);
  if (new Set(numbers).size === numbers.length) return;
  const runs: ListRow[][] = [];
  for (const [index, row] of rows.entries()) {
    if (index === 0 || beginsRun(row, rows[index - 1], rows[index + 1], runs.at(-1) ?? []))
      runs.push([]);
    runs.at(-1)?.push(row);
  }
  if (!runs.every(isInOrder)) return;
  let highest = 0;
  for (const run of runs) {
    const lowest = Math.min(...run.map(({ number }) => number ?? Infinity));
    const from = highest > 0 && lowest === 1 ? highest : 0;
    if (from > 0)
      for (const row of run) if (row.number !== undefined) recount(row, row.number + from);
    highest = Math.max(highest, ...run.map(({ number }) => number ?? 0));
  }
}

/** A table or a section begins a run, and so does 1 before 2; a second 1 before anything else may be a slip. */
function beginsRun(
  row: ListRow,
  before: ListRow | undefined,
  next: ListRow | undefined,
  run: readonly ListRow[],
): boolean {
  if (before?.table !== row.table || before.section !== row.section) return true;
  return row.number === 1 && next?.number === 2 && run.length > 1;
}

function isInOrder(run: readonly ListRow[]): boolean {
  const numbers = run.flatMap(({ number }) => number ?? []);
  return numbers.every((number, index) => number > (numbers[index - 1] ?? 0));
}

/** The only number that fits between the neighbours, in a list that is in order. */
function between(rows: readonly ListRow[], index: number): number | undefined {
  const row = rows[index];
  const numbers = rows.flatMap((one) => one.number ?? []);
  if (numbers.some((number, at) => number <= (numbers[at - 1] ?? 0))) return undefined;
  const before = rows[index - 1]?.number ?? 0;
  const after = rows[index + 1]?.number;
  const isLast = index === rows.length - 1;
  if (row === undefined || (after !== before + 2 && !isLast)) return undefined;
  row.notes.push(`序号“${row.numberText}”按前后取 ${before + 1}`);
  return before + 1;
}

function askNumber(row: ListRow, isTaken: boolean, inquiry: Inquiry): number | undefined {
  const words = Object.values(row.raw)
    .map((text) => tidy(text).replaceAll('\n', ''))
    .filter((text) => text !== '' && text !== row.numberText)
    .slice(0, 3);
  return inquiry.ask(
    {
      ask: 'row',
      text: [row.numberText, ...words].filter((word) => word !== '').join(' '),
      message: isTaken
        ? `序号 ${row.numberText} 用了两次；这一条记为第几条？`
        : '读不出序号；这一条记为第几条？',
      candidates: [],
    },
    row.place,
    ([word]) => (/^[1-9]\d{0,4}$/u.test(word ?? '') ? Number(word) : undefined),
  );
}
