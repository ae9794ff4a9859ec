/** 打勾的栏: the problems that a row of ticks has, a column a problem. */
import type { Cell } from '../../paper/sheet.ts';
import type { Inquiry } from '../inquiry/question.ts';
import { tidy } from '../words/wording.ts';
import { guessByTitle } from './column/sounding.ts';
import { isTick, isTicked } from './guess.ts';
import type { ListColumn } from './header-row.ts';

/** 3处, 5条, 20天, 2: how often, where others are ticked. */
const COUNT = /^(?<figure>\d{1,3})(?<of>[处条个项次篇起件例天周]|个月)?$/u;
/** A mark that is nothing but one; 1, 是 and 有 say other things as well. */
const MARK = /^[√✓✔☑]$/u;
/** 合计, 得分, 粉丝数, 微博: counted, and no problem. */
const NO_PROBLEM =
  /[数量率分]$|计$|总|微信|微博|抖音|快手|头条|[^编账]号$|小程序|客户端|APP|账号|平台|单位/iu;

/**
 * The columns of ticks and counts among those that nobody knows: below a header of problems (检查发现问题) with a tick in one
 * of them; elsewhere, beside columns of ticks, those with ticks of their own and counts that say of what (3处).
 */
export function countedColumns(
  columns: readonly ListColumn[],
  cellsOf: (column: ListColumn) => readonly string[],
): ListColumn[] {
  const all = columns.map((column) => {
    const texts = cellsOf(column).map((text) => tidy(text));
    return { column, texts, hasMark: texts.some((text) => MARK.test(text)) };
  });
  const ticked = columns.filter(({ isTicked: is }) => is === true);
  return all.flatMap(({ column, texts, hasMark }) => {
    const { id, title, group, isTicked: is } = column;
    const counts = texts.filter((text) => COUNT.test(text));
    const isRest = isTicked(['√', ...texts.filter((text) => !COUNT.test(text))]);
    if (id !== undefined || is === true || counts.length === 0 || !isRest) return [];
    if (NO_PROBLEM.test(title) || ![undefined, 'finding'].includes(guessByTitle(title))) return [];
    const isBelow =
      group !== undefined &&
      guessByTitle(group) === 'finding' &&
      all.some((one) => one.column.group === group && one.hasMark);
    const isOfWhat = ticked.length > 0 && counts.every((text) => !/\d$/u.test(text));
    // 错别字 over 2处, between columns of ticks: found in two places.
    const isBetween =
      counts.every((text) => /[处条篇]$/u.test(text)) &&
      ticked.some(({ index }) => Math.abs(index - column.index) === 1);
    return isBelow || (isOfWhat && (hasMark || isBetween)) ? [column] : [];
  });
}

/** 错别字, 错别字3处: what a cell that is ticked, or counts, says is wrong. */
export function tickedFinding({ title, isCounted: is }: ListColumn, text: string): string {
  const count = tidy(text);
  if (is !== true || !COUNT.test(count)) return title;
  // 超14天未更新（20天）, 错别字（2）
  return /\d/u.test(title) || /\d$/u.test(count) ? `${title}（${count}）` : `${title}${count}`;
}

/** The columns that are ticked in a row. */
export function tickedIn(
  columns: readonly ListColumn[],
  cells: readonly Cell[],
  inquiry: Inquiry,
): ListColumn[] {
  return columns.filter(({ index, title, isCounted: is }) => {
    const cell = cells[index];
    const text = cell?.text ?? '';
    if (is === true && Number(COUNT.exec(tidy(text))?.groups?.['figure'] ?? 0) > 0) return true;
    const mark = isTick(text);
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
