/** 回复: what is sent back to a unit that returned a sheet — for each row what became of it, or why not and what to do. */
import { placeInWords } from '../../paper/sheet.ts';
import type { UnitReception } from './unit-reception.ts';

/** The reply to a unit. */
export function replyText(reception: UnitReception): string {
  const { unitName, files, updates, already, passed, faults, notes, empty } = reception;
  const counts = [
    updates.length > 0 ? `已收 ${updates.length} 条` : '',
    already.length > 0 ? `以前收过 ${already.length} 条` : '',
    passed.length > 0 ? `没有登记 ${passed.length} 条` : '',
    faults.length > 0 ? `有 ${faults.length} 处请改正后重发（已收的不必改动）` : '',
  ].filter((part) => part !== '');
  const lines = [
    `${unitName}：`,
    `收到${files.join('、')}。`,
    counts.length === 0 ? '表里没有填写新的情况。' : `${counts.join('，')}。`,
  ];
  const rows = rowLines(reception);
  lines.push(...rows);
  const others = faults.filter(({ issue }) => issue === undefined);
  if (others.length > 0) lines.push('其他要改正的：', ...others.map(faultLine));
  if (empty.length > 0) lines.push(`没有填写的 ${empty.length} 条：${listed(empty)}。`);
  for (const note of new Set(notes)) lines.push(`提示：${note}。`);
  return `${lines.join('\n')}\n`;
}

/** A line for each row that the unit filled in, and below it what is to be mended. */
function rowLines({ updates, already, passed, faults }: UnitReception): string[] {
  const lines = [
    ...updates.map(({ issue, report }) => [issue, `${issue} ${report}：已收到，待审核。`]),
    ...already.map(({ issue, isWaiting }) => [
      issue,
      `${issue}：以前收过，${isWaiting ? '待审核' : '已经登记'}，不必再报。`,
    ]),
    ...passed.map(({ issue, place, message }) => [
      issue,
      `${issue}：没有登记。${placeInWords(place)}：${message}。`,
    ]),
    ...[...Map.groupBy(faults, ({ issue }) => issue)].flatMap(([issue, own]) =>
      issue === undefined
        ? []
        : [[issue, [`${issue}：没有收，请改正：`, ...own.map(faultLine)].join('\n')]],
    ),
  ];
  return lines
    .toSorted(([a = ''], [b = '']) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([, line = '']) => line);
}

function faultLine(
  { place, message, remedy }: UnitReception['faults'][number],
  index: number,
): string {
  return `${index + 1}. ${placeInWords(place)}：${message}。${remedy}。`;
}

function listed(words: readonly string[]): string {
  return words.join('、');
}
