/** 各月底: the sums of this ledger and its children at the end of each of the last months, and which children they gained or lost. */
import { addDays, type Day } from '../../day/calendar.ts';
import { standing } from '../../domain/issue/standing.ts';
import { countedRows, countOf, countsAdded } from '../../domain/rollup/counts.ts';
import type { FigureCounts } from '../../schema/rollup.ts';
import { type CellTable, numeral, words } from '../cell-table.ts';
import { monthInWords } from '../day-view.ts';
import type { Face } from '../face.ts';
import { childName, childrenOf } from './children.ts';

interface Counted {
  readonly name: string;
  readonly figures: FigureCounts;
}

/** The counts of this ledger alone on a day. */
export function ownCounts(face: Face, day: Day): FigureCounts {
  const whole = day === face.today ? face.standing : standing(face.ledger, day);
  return Object.fromEntries([...countedRows(whole)].map(([id, ids]) => [id, ids.length]));
}

/** How many months stand back to back. */
const MONTHS = 6;

/** The children that count on a day, by their ids. */
function countedOn(face: Face, day: Day): Map<string, Counted> {
  return new Map(
    childrenOf(face, day).flatMap(({ child, counted, last }) =>
      counted && last
        ? [[child.id, { name: childName(child), figures: last.summary.figures }] as const]
        : [],
    ),
  );
}

/** 本月起多1家下级（高新园区）: a step of the sums that is no rise; empty where the same children count, or none did before. */
function joinedWords(
  now: ReadonlyMap<string, Counted>,
  before: ReadonlyMap<string, Counted>,
): string {
  if (before.size === 0) return '';
  const [more, fewer] = [
    [...now].filter(([id]) => !before.has(id)).map(([, { name }]) => name),
    [...before].filter(([id]) => !now.has(id)).map(([, { name }]) => name),
  ];
  const said = (names: readonly string[], verb: string): string[] =>
    names.length === 0 ? [] : [`本月起${verb}${String(names.length)}家下级（${names.join('、')}）`];
  return [...said(more, '多'), ...said(fewer, '少')].join('；');
}

/** The sums at the end of each of the last months, by the snapshots of those days. */
export function monthsTable(face: Face): CellTable {
  const { today } = face;
  const ends = [today];
  for (let at = 1; at < MONTHS; at += 1)
    ends.push(addDays(`${(ends.at(-1) ?? today).slice(0, 7)}-01`, -1));
  const rows = ends.flatMap((day) => {
    const counted = countedOn(face, day);
    if (counted.size === 0) return [];
    const sums = countsAdded([
      ownCounts(face, day),
      ...[...counted.values()].map(({ figures }) => figures),
    ]);
    const before = countedOn(face, addDays(`${day.slice(0, 7)}-01`, -1));
    return [
      [
        words(day === today ? '现在' : `${monthInWords(day.slice(0, 7))}底`),
        numeral(counted.size),
        ...(['total', 'unfinished', 'overdue', 'closed'] as const).map((id) =>
          numeral(countOf(sums, id)),
        ),
        words(joinedWords(counted, before)),
      ],
    ];
  });
  return {
    id: 'months',
    title: '各月底',
    unit: '个月',
    columns: [
      { title: '月份' },
      { title: '计入的下级', number: true },
      ...['问题总数', '未完成', '逾期', '已销号'].map((title) => ({ title, number: true })),
      { title: '与上月不可比的' },
    ],
    rows: rows.length > 1 ? rows : [],
  };
}
