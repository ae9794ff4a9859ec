/** 督办函: what a unit has overdue, in the words of the template, with the list of it. */
import { inWords } from '../../day/calendar.ts';
import { addWorkdays } from '../../day/workday.ts';
import { figureOf, rowsOf } from '../../domain/figures/figures.ts';
import { standingWithin } from '../../domain/issue/standing.ts';
import type { Entry } from '../../schema/ledger.ts';
import type { Unit } from '../../schema/unit.ts';
import type { Face } from '../../views/face.ts';
import { type LedgerRow, ledgerRow } from '../../views/issue/ledger-row.ts';
import { accountInWords, accountTitle, issueInWords } from './account-words.ts';
import { owedInWords } from './owed-words.ts';
import type { Sheet } from '../sheet/sheet.ts';
import {
  dayFact,
  copiedFact,
  figureFacts,
  type Value,
  type TemplateValues,
} from '../template/value.ts';

/** The overdue issues of a unit, the longest overdue first. */
export function overdueRows(face: Face, unit: string): LedgerRow[] {
  const late = rowsOf(figureOf(standingWithin(face.standing, { unit }), 'overdue'));
  return late
    .flatMap((id) => face.issues.get(id) ?? [])
    .map((one) => ledgerRow(face, one))
    .toSorted((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0) || a.row - b.row);
}

/** The values of urge.md. `replyWorkdays`: how long the unit has to answer, by the office's settings. */
export function urgeValues(
  face: Face,
  unit: Entry<Unit>,
  rows: readonly LedgerRow[],
  replyWorkdays: number | undefined,
): TemplateValues {
  const { today, ledger } = face;
  const longest = rows[0];
  const reply = replyWorkdays === undefined ? undefined : addWorkdays(today, replyWorkdays).day;
  return new Map<string, Value>([
    ...figureFacts(standingWithin(face.standing, { unit: unit.id })),
    ['单位名称', copiedFact(unit.name, '单位名称')],
    ['主管机关', copiedFact(ledger.site.authority, '站点设置的主管机关')],
    ['台账名称', copiedFact(ledger.site.name, '站点设置的台账名称')],
    ['统计日期', dayFact(today, '统计截止日')],
    ['回复期限', dayFact(reply, '催办规则的回复工作日（系统设定）')],
    [
      '最长逾期天数',
      {
        text: longest?.daysLeft === undefined ? '' : String(-longest.daysLeft),
        rows: longest === undefined ? [] : [longest.id],
        from: '逾期问题中距截止日最久的',
      },
    ],
    [
      '逾期明细',
      {
        text: '',
        rows: rows.map(({ id }) => id),
        from: '逾期问题逐条',
        lines: rows.map(
          (row) =>
            `${issueInWords(row)}，截止日${row.dueOn === undefined ? '' : inWords(row.dueOn)}，${unspaced(row.lateness)}。${owedInWords(face, row.id, '销号需提交：')}`,
        ),
      },
    ],
  ]);
}

/** Official paper sets no space around figures. */
function unspaced(words: string): string {
  return words.replaceAll(' ', '');
}

/** The list behind the letter. */
export function overdueSheet(face: Face, unit: Unit, rows: readonly LedgerRow[]): Sheet {
  return {
    title: '逾期问题清单',
    lines: [`单位：${unit.name}`],
    tab: '逾期问题',
    columns: [
      { key: 'number', title: '序号', width: 8, kind: 'centred' },
      { key: 'accountName', title: accountTitle(rows, true), width: 22, kind: 'text' },
      { key: 'finding', title: '存在问题', width: 25, kind: 'text' },
      { key: 'measures', title: '整改措施', width: 26, kind: 'text' },
      { key: 'deadline', title: '整改时限', width: 15, kind: 'centred' },
      { key: 'dueOn', title: '截止日', width: 28, kind: 'day' },
      { key: 'state', title: '状态', width: 11, kind: 'centred' },
      { key: 'lateness', title: '逾期', width: 17, kind: 'centred' },
      { key: 'owed', title: '销号需提交的佐证', width: 24, kind: 'text' },
    ],
    rows: rows.map((one, index) => [
      index + 1,
      accountInWords(one),
      one.again ?? one.finding,
      one.measures,
      one.deadline,
      one.dueOn === undefined ? undefined : { day: one.dueOn },
      one.state,
      unspaced(one.lateness),
      owedInWords(face, one.id),
    ]),
  };
}
