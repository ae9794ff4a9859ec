/** 各单位各月情况表: one sheet each for 新列, 销号 and 月末逾期, units in the official order, with the sum of all. */
import { unitKinds } from '../../schema/unit.ts';
import { monthInWords } from '../../views/day-view.ts';
import type { Face } from '../../views/face.ts';
import { siteView } from '../../views/site-view.ts';
import { sheetLevels } from '../../text/secrecy.ts';
import {
  NO_UNIT,
  type UnitMonthCount,
  unitMonthCounts,
  unitMonthNotes,
  unitMonths,
} from '../../views/trend/unit-months.ts';
import type { Sheet } from './sheet.ts';

/** Empty where units may not be compared. */
export function unitMonthSheets(face: Face): Sheet[] {
  const { months, rows } = unitMonths(face);
  if (rows.length === 0) return [];
  const { asOfSentence, fiction } = siteView(face);
  const notes = unitMonthNotes(face);
  const level = sheetLevels[face.audience];
  return (Object.keys(unitMonthCounts) as UnitMonthCount[]).map((count) => ({
    title: `各单位各月${unitMonthCounts[count]}情况表`,
    lines: [
      `${asOfSentence}；单位：个。${level}`,
      ...(fiction === undefined ? [] : [fiction]),
      `${notes[count]}各单位账号多少、问题轻重不同，数字不能直接比较。`,
    ],
    tab: unitMonthCounts[count],
    columns: [
      { key: 'unit', title: '单位', width: 26, kind: 'text' },
      { key: 'kind', title: '类别', width: 12, kind: 'centred' },
      ...months.map((month) => ({
        key: month,
        title: monthInWords(month).replace('年', '年\n'),
        width: 8,
        kind: 'number' as const,
      })),
    ],
    rows: [
      ...rows.map((row) => {
        const unit = row.unit === undefined ? undefined : face.ledger.units.get(row.unit);
        return [unit?.name ?? NO_UNIT, unit ? unitKinds[unit.kind] : '', ...row[count]];
      }),
      [
        '合计',
        '',
        ...months.map((_, at) => rows.reduce((sum, row) => sum + (row[count][at] ?? 0), 0)),
      ],
    ],
  }));
}
