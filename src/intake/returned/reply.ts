/** 回复: what is sent back to a unit that returned a sheet. */
import { placeInWords } from '../../paper/sheet.ts';
import type { UnitReception } from './unit-reception.ts';

/** What is sent back to a unit: what was received, and each fault at its place. */
export function replyText({
  unitName,
  files,
  updates,
  already,
  faults,
  notes,
}: UnitReception): string {
  const lines = [`${unitName}：`, `收到${files.join('、')}。`];
  if (updates.length > 0)
    lines.push(
      `已收 ${updates.length} 条：${updates.map(({ issue, report }) => `${issue} ${report}`).join('、')}。`,
    );
  if (already.length > 0)
    lines.push(
      `以前收过 ${already.length} 条，不重复登记：${already.map(({ issue }) => issue).join('、')}。`,
    );
  if (updates.length + already.length + faults.length === 0) lines.push('表里没有填写新的情况。');
  if (faults.length > 0) {
    lines.push(`有 ${faults.length} 处请改正后重发（表中已收的行不必改动）：`);
    faults.forEach(({ place, message, remedy }, index) => {
      lines.push(`${index + 1}. ${placeInWords(place)}：${message}。${remedy}。`);
    });
  }
  const remarks = updates.flatMap((update) =>
    update.remarks.map((remark) => `${update.issue} ${remark}`),
  );
  for (const remark of [...remarks, ...notes]) lines.push(`提示：${remark}。`);
  return `${lines.join('\n')}\n`;
}
