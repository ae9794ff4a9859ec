/** 单位对照: units side by side in numbers, in the order of the register. */
import { inspectionFigures } from '../../domain/inspection/inspection-figures.ts';
import { ownInspections } from '../../domain/inspection/sample.ts';
import { unitAddress } from '../address.ts';
import { linked, numeral } from '../cell-table.ts';
import type { Face } from '../face.ts';
import { unitRef } from '../names.ts';
import { type PartView, partViews } from '../figure/part-view.ts';
import type { TrendSection } from './trend-chart.ts';
import { MOST_BARS, stageChart, stageCells, stageColumns } from './trend-stages.ts';

/** Their issues, and what the checks found. */
export function unitSections(face: Face): TrendSection[] {
  const { ledger, standing } = face;
  const found = new Map(
    partViews(standing, 'unit', unitAddress).map((part) => [part.key, part] as const),
  );
  // In the order of the register.
  const parts = [...ledger.units.keys()].flatMap((id) => found.get(id) ?? []);
  if (parts.length === 0) return [];
  return [
    {
      finding: unitsInWords(parts),
      note: '按统计截止日的状况；单位按本级序列排列，不排名次。各单位账号多少、问题轻重不同，数字不能直接比较。',
      chart: stageChart(parts),
      table: {
        id: 'issues',
        title: '问题整改',
        unit: '家',
        columns: [{ title: '单位' }, ...stageColumns],
        rows: parts.map((part) => [linked(unitRef(ledger, part.key)), ...stageCells(part)]),
      },
    },
    ...unitChecks(face),
  ];
}

/** 36家单位有问题，其中22家还有未完成的，14家没有未完成的。 */
function unitsInWords(parts: readonly PartView[]): string {
  const open = parts.filter(({ unfinished }) => unfinished > 0).length;
  const rest = parts.length - open;
  const said = [
    ...(open > 0 ? [`${String(open)}家还有未完成的`] : []),
    ...(rest > 0 ? [`${String(rest)}家没有未完成的`] : []),
  ].join('，');
  return `${String(parts.length)}家单位列过问题，其中${said}。`;
}

/** What the checks of the last two years found, by unit. */
function unitChecks({ ledger, today }: Face): TrendSection[] {
  const sums = new Map<string, { checked: number; passed: number; failed: number; back: number }>();
  const checks = ownInspections(ledger)
    .filter(({ checkedOn }) => checkedOn <= today)
    .toSorted((a, b) => (a.checkedOn < b.checkedOn ? -1 : 1));
  for (const check of checks.slice(-EIGHT))
    for (const { id, checked, passed, failed, drawn } of inspectionFigures(ledger, check).byUnit) {
      const before = sums.get(id) ?? { checked: 0, passed: 0, failed: 0, back: 0 };
      sums.set(id, {
        checked: before.checked + checked,
        passed: before.passed + passed,
        failed: before.failed + failed,
        back: before.back + checked - drawn.checked,
      });
    }
  const rows = [...ledger.units.values()].flatMap(({ id }) => {
    const sum = sums.get(id);
    return sum === undefined ? [] : [{ id, ...sum }];
  });
  if (rows.length === 0) return [];
  const total = (id: 'checked' | 'passed' | 'failed'): number =>
    rows.reduce((sum, row) => sum + row[id], 0);
  return [
    {
      finding: `最近${String(Math.min(EIGHT, checks.length))}次检查共检查${String(rows.length)}家单位的账号和网站${String(total('checked'))}次，合格${String(total('passed'))}次，不合格${String(total('failed'))}次。`,
      note: `最近${String(Math.min(EIGHT, checks.length))}次检查里各单位的账号和网站，一个账号查一回算一次；其中专为回头看的，是抽查没有抽中、因上次不合格再看的。各单位被抽中、被再看的多少不同，合格率不可比，不列。`,
      chart:
        rows.length > MOST_BARS
          ? undefined
          : {
              kind: 'stacks',
              parts: ['合格', '不合格'],
              rows: rows.map(({ id, passed, failed }) => ({
                ...unitRef(ledger, id),
                values: [passed, failed],
              })),
            },
      table: {
        id: 'checks',
        title: '检查结果',
        unit: '家',
        columns: [
          { title: '单位' },
          ...['检查（次）', '合格（次）', '不合格（次）', '其中专为回头看（次）'].map((title) => ({
            title,
            number: true,
          })),
        ],
        rows: rows.map(({ id, checked, passed, failed, back }) => [
          linked(unitRef(ledger, id)),
          numeral(checked),
          numeral(passed),
          numeral(failed),
          numeral(back),
        ]),
      },
    },
  ];
}

/** Two years of quarterly checks. */
const EIGHT = 8;
