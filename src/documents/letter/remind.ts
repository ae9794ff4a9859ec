/** 催办单: what a unit is told, as text for a chat group or as Markdown, from the template remind.md. */
import { inWords } from '../../day/calendar.ts';
import type { Due, DueReminder } from '../../domain/reminding.ts';
import { levelOrder, reminderReasons } from '../../domain/reminding.ts';
import { latenessInWords } from '../../domain/issue/deadline/lateness.ts';
import { returnedInWords } from '../../domain/issue/returned.ts';
import { reminderLevels } from '../../schema/reminder.ts';
import type { Face } from '../../views/face.ts';
import { type LedgerRow, ledgerRow } from '../../views/issue/ledger-row.ts';
import { issueInWords } from './account-words.ts';
import { owedInWords } from './owed-words.ts';
import { dayFact, copiedFact, type Value, type TemplateValues } from '../template/value.ts';

/** The values of remind.md for one unit and level. */
export function remindValues(face: Face, { unit, level, due }: DueReminder): TemplateValues {
  const { ledger, today } = face;
  const rows = due.map(({ issue }) => issue.id);
  return new Map<string, Value>([
    ['单位名称', copiedFact(ledger.units.get(unit)?.name ?? unit, '单位名称')],
    ['主管机关', copiedFact(ledger.site.authority, '站点设置的主管机关')],
    ['方式', copiedFact(reminderLevels[level], '催办规则')],
    ['统计日期', dayFact(today, '统计截止日')],
    ['问题数', { text: String(due.length), rows, from: '这次要催办的问题' }],
    ['缘由', copiedFact(reasonsInWords(due), '这次要催办的缘由')],
    [
      '明细',
      { text: '', rows, from: '这次要催办的问题', lines: due.map((one) => line(face, one)) },
    ],
    // What goes beyond a reminder is decided by people: the text says what the rule now allows.
    ['升级', copiedFact(levelOrder.indexOf(level) > 0 ? reminderLevels[level] : '', '催办规则')],
  ]);
}

/** 逾期2个、临期1个 */
function reasonsInWords(due: readonly Due[]): string {
  const groups = Map.groupBy(due, ({ reason }) => reason);
  return [...groups]
    .map(([reason, { length }]) => `${reminderReasons[reason]}${String(length)}个`)
    .join('、');
}

function line(face: Face, one: Due): string {
  const row: LedgerRow = ledgerRow(face, one.issue);
  const due = row.dueOn === undefined ? row.deadline : `截止日${inWords(row.dueOn)}`;
  const returned = returnedInWords(face.ledger, row.id, face.today);
  const why = returned === undefined ? '' : `；${returned}`;
  return `${issueInWords(row)}（${due}，${reasonInWords(one)}${why}）。${owedInWords(face, row.id, '销号需提交：')}`;
}

function reasonInWords({ issue, reason, workdays }: Due): string {
  if (reason === 'silent') return `${String(workdays)}个工作日未报进展`;
  return latenessInWords(issue.lateness).replaceAll(' ', '');
}
