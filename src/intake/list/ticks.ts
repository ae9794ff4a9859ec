/** 打勾的栏: the problems that a row of ticks has, a column a problem. */
import type { Cell } from '../../paper/sheet.ts';
import { type Inquiry, valuesInWords } from '../inquiry/question.ts';
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

/** 更新是否及时, 有无错别字: a title that asks, so that 是 and 否 say the one or the other. */
const ASKING = /是否|是不是|有无|能否/u;
/** What it asks about is a problem by itself: 是否存在错链. */
const OF_A_FAULT = /存在|有无|[错敏违漏断停缺]|广告|不|未|超期|超过/u;
const NO = /^(?:否|无|不|[×✗✘xX])$/u;
const AS_USUAL = '照常理';
const YES_IS = '是';
const NO_IS = '否';
const NEITHER = '都不算';

/** True for a title that asks whether something is so. */
export function asksWhether(title: string): boolean {
  return ASKING.test(title);
}

/** Which of 是 and 否 below such a title is a problem; asked once a column, the usual one offered. */
function isAnswerFault(cell: Cell, title: string, inquiry: Inquiry): boolean {
  const usual =
    OF_A_FAULT.test(title.replace(ASKING, '')) || title.includes('有无') ? YES_IS : NO_IS;
  const said = isTick(cell.text) === true ? YES_IS : NO.test(tidy(cell.text)) ? NO_IS : undefined;
  if (said === undefined) return false;
  const isFault = { answer: usual, label: `写“${usual}”的录入为问题` };
  const other = usual === YES_IS ? NO_IS : YES_IS;
  const candidates = [
    isFault,
    { answer: other, label: `写“${other}”的录入为问题` },
    { answer: NEITHER, label: '这一栏不是问题' },
  ];
  const answer = inquiry.ask(
    {
      ask: 'confirm',
      text: title,
      message: `“${title}”下面写“是”的是问题，还是写“否”的是问题？`,
      candidates,
      bulk: {
        text: `${cell.place.file} 是否`,
        above: 1,
        message: (values) =>
          `有 ${values.length} 栏问的是“是否”：${valuesInWords(values)}；照常理，好事写“否”的、坏事写“是”的录入为问题`,
        candidates: [
          { answer: AS_USUAL, label: '照常理录入' },
          { answer: NEITHER, label: '这几栏都不是问题' },
        ],
      },
    },
    cell.place,
    ([word = '']) => ([YES_IS, NO_IS, NEITHER, AS_USUAL].includes(word) ? word : undefined),
  );
  return said === (answer === undefined || answer === AS_USUAL ? usual : answer);
}

/** 错别字, 错别字3处: what a cell that is ticked, or counts, says is wrong. */
export function tickedFinding({ title, isCounted: is }: ListColumn, text: string): string {
  const count = tidy(text);
  if (ASKING.test(title)) {
    const word = isTick(text) === true ? YES_IS : NO_IS;
    return `${title}：${/\p{Script=Han}/u.test(count) ? count : word}`;
  }
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
    if (cell !== undefined && ASKING.test(title)) return isAnswerFault(cell, title, inquiry);
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
