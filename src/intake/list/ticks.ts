/** 打勾的栏: the problems that a row of ticks has, a column a problem. */
import type { Cell } from '../../paper/sheet.ts';
import type { Inquiry } from '../inquiry/question.ts';
import { tidy } from '../words/wording.ts';
import { isTick } from './guess.ts';
import type { ListColumn } from './table.ts';

/** The columns that are ticked in a row. */
export function tickedIn(
  columns: readonly ListColumn[],
  cells: readonly Cell[],
  inquiry: Inquiry,
): ListColumn[] {
  return columns.filter(({ index, title }) => {
    const cell = cells[index];
    const mark = isTick(cell?.text ?? '');
    return mark === 'odd' && cell !== undefined ? askMark(cell, title, inquiry) : mark;
  });
}

/** Whether a mark that a list explains for itself (○ 核实中) is a problem; asked once a mark. */
function askMark(cell: Cell, title: string, inquiry: Inquiry): boolean {
  const mark = tidy(cell.text);
  const answer = inquiry.ask(
    {
      ask: 'confirm',
      text: mark,
      message: `打“${mark}”的格（如“${title}”）算不算问题？`,
      candidates: [
        { answer: '算', label: '录入为问题' },
        { answer: '不算', label: '不录入' },
      ],
    },
    cell.place,
    ([word]) => (word === '算' || word === '不算' ? word : undefined),
  );
  return answer !== '不算';
}
