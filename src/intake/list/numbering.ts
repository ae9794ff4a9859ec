/** 序号: the numbers of entries. A list without numbers is counted; a gap that only one number fits is filled; the rest is asked. */
import type { Inquiry } from '../inquiry/question.ts';
import type { ListRow } from './row.ts';
import { tidy } from '../words/wording.ts';

/** Settles `number` of every row, in place. */
export function numberRows(rows: readonly ListRow[], inquiry: Inquiry): void {
  if (rows.every(({ numberText }) => numberText === '')) {
    for (const [index, row] of rows.entries()) row.number = index + 1;
    return;
  }
  // Before the tables are told apart their numbers mean nothing: asking for each row too would be noise.
  if (!continueTables(rows, inquiry)) return;
  for (const [index, row] of rows.entries()) {
    row.number ??= between(rows, index);
    const earlier = rows.slice(0, index).find((other) => other.number === row.number);
    if (row.number !== undefined && earlier === undefined) continue;
    row.number = askNumber(row, earlier !== undefined, inquiry);
  }
}

/** Tables that each begin at 1 are numbered on through the paper, once somebody says so; false while that is asked. */
function continueTables(rows: readonly ListRow[], inquiry: Inquiry): boolean {
  let highest = 0;
  let text: string | undefined;
  let isSettled = true;
  for (const table of new Set(rows.map((row) => row.table))) {
    const own = rows.filter((row) => row.table === table);
    const [first] = own;
    const lowest = Math.min(...own.map((row) => row.number ?? Infinity));
    if (first !== undefined && highest > 0 && lowest <= highest) {
      // One question for all tables of a list: a workbook may have one for each of 36 units.
      text ??= [first.place.file, first.place.sheet].filter((words) => words !== '').join(' ');
      const from = highest;
      const answer = inquiry.ask(
        {
          ask: 'row',
          text,
          message: `这张表的序号又从 ${lowest} 起；这样的表是否都接着前一张编下去？`,
          candidates: [{ answer: '接着编', label: `从 ${from + 1} 起` }],
        },
        first.place,
        ([word]) => (word === '接着编' ? word : undefined),
      );
      if (answer === undefined) isSettled = false;
      else for (const row of own) if (row.number !== undefined) row.number += from;
    }
    highest = Math.max(highest, ...own.map((row) => row.number ?? 0));
  }
  return isSettled;
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
