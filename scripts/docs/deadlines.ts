/** docs/deadlines.md: how phrases of deadlines are read, made from the table that the tests hold the program to. */
import { deadlineGroups } from '../../src/domain/figures/breakdown.ts';
import { type PhraseRow, phraseRows } from './phrase-table.ts';

/** The whole document. */
export function deadlinesDoc(): string {
  const rows = phraseRows();
  const groups = [...new Set(rows.map(({ group }) => group))];
  return `# 时限怎样读

本页由 \`npm run docs\` 从测试所用的说法表 \`tests/domain/deadline-phrases.tsv\` 生成，请勿手改；表中每一行都由测试核对。看别的说法：\`npx ledger deadline 时限 --listed-on 列入日期\`，加 \`--json\` 输出 JSON。

读法只有一个原则：不猜。两种读法都说得通、或者还有没读懂的时间用语，类型就是“${deadlineGroups.unread}”，列出可能的读法，由人确认。

- 没有写年份的，取列入日期所在的年份；这样得出的日期早于列入日期的，要问。年份写成数字的照原文，早于列入日期时提醒核对。
- “5月底前”“5月31日前”都含最后一天；只写“8月前”“6月上旬”“2025年”的，要问。
- 期限从列入日期起算，当天不计（民法典第二百零一条）；到期月没有对应日的，取月末（第二百零二条）。从“收到通知”等原文没有写明的一天起算的，要问。
- 工作日按国务院每年公布的放假安排，含调休。程序收录 2004 年至 2026 年；推算跨过没有收录的日子（含最后一年的 12 月 25 日以后）时，按星期一至星期五推算，并注明不确定。
- 截止日是休息日的，截止日不变，提醒提前到之前最近的工作日。
- 复查间隔、下班时刻由单位在 \`content/vocabulary/timing.yaml\` 里定，显示时注明“系统设定”。

共 ${rows.length} 行，其中“${deadlineGroups.unread}” ${rows.filter(({ deadline }) => deadline.kind === 'unread').length} 行。

${groups.map((group) => section(group, rows)).join('\n\n')}
`;
}

function section(group: string, rows: readonly PhraseRow[]): string {
  const head = ['原文', '列入日期', '类型', '截止日', '怎样读'];
  const lines = rows.filter((row) => row.group === group).map(cells);
  const table = [head, head.map(() => '---'), ...lines].map((row) => `| ${row.join(' | ')} |`);
  return `## ${group}\n\n${table.join('\n')}`;
}

function cells({ text, listedOn, deadline, dueOn, why }: PhraseRow): string[] {
  const time = 'time' in deadline && deadline.time !== undefined ? ` ${deadline.time}` : '';
  const readings =
    deadline.kind === 'unread' && deadline.candidates.length > 0
      ? `可能是：${deadline.candidates.join('；')}。`
      : '';
  return [
    text === '' ? '（空）' : text,
    listedOn,
    deadlineGroups[deadline.kind],
    dueOn === undefined ? '' : `${dueOn}${time}`,
    `${why}${readings}`,
  ].map((cell) => cell.replaceAll('|', '\\|'));
}
