/** 减负页: what units were asked for, quarter by quarter, and in the quarter of the day unit by unit. Internal only. */
import {
  burdenNotes,
  burdenPartIds,
  burdenParts,
  burdens,
  burdenSum,
  pictureOnly,
  quartersUpTo,
} from '../../domain/burden.ts';
import { unitAddress } from '../address.ts';
import { type ShownCell, linked, numeral, words } from '../cell-table.ts';
import type { Face } from '../face.ts';
import { unitRef } from '../names.ts';
import type { TrendSection } from './trend-chart.ts';

/** Two years. */
const QUARTERS = 8;

const columns = burdenPartIds.map((part) => ({ title: burdenParts[part], number: true }));
const cells = (row: ReturnType<typeof burdenSum>): ShownCell[] =>
  burdenPartIds.map((part) => numeral(row[part]));

/** 2026年第二季度涉及36家单位，报送41条，交表2批，自查表20份，要填的格…: what was asked of them, in one sentence. */
function asked(quarter: string, units: Parameters<typeof burdenSum>[0]): string {
  const sum = burdenSum(units);
  const parts = burdenPartIds.map((part) => {
    const [, name = '', unit = '个'] = /^([^（]+)(?:（(.+)）)?$/u.exec(burdenParts[part]) ?? [];
    return `${name}${String(sum[part])}${unit}`;
  });
  return `${quarter}涉及${String(units.length)}家单位，${parts.join('，')}。`;
}

export function burdenSections({ audience, ledger, today }: Face): TrendSection[] {
  if (audience !== 'internal') return [];
  const quarters = quartersUpTo(ledger, today, QUARTERS).map((quarter) => ({
    quarter,
    units: burdens(ledger, {
      ...quarter,
      until: today < quarter.until ? today : quarter.until,
    }),
  }));
  const last = quarters.at(-1);
  if (last === undefined || quarters.every(({ units }) => units.length === 0)) return [];
  const pictures = pictureOnly(ledger);
  return [
    {
      finding: asked(last.quarter.name, last.units),
      note: [
        ...burdenNotes,
        pictures.length === 0
          ? '所有问题都可以用截图以外的佐证。'
          : `佐证限于截图或文件的问题类别：${pictures.map(({ name }) => name).join('、')}。`,
      ].join(''),
      chart: undefined,
      table: {
        id: 'quarters',
        title: '各季度',
        unit: '个季度',
        columns: [{ title: '季度' }, { title: '单位', number: true }, ...columns],
        rows: quarters.map(({ quarter, units }) => [
          words(quarter.name),
          numeral(units.length),
          ...cells(burdenSum(units)),
        ]),
      },
    },
    ...(last.units.length === 0
      ? []
      : [
          {
            finding: '',
            note: `${last.quarter.name}，单位按本级序列排列，不排名次。`,
            chart: undefined,
            table: {
              id: 'units',
              title: '本季度各单位',
              unit: '家',
              columns: [{ title: '单位' }, ...columns],
              rows: last.units.map((row) => [
                linked({ ...unitRef(ledger, row.unit), href: unitAddress(row.unit) }),
                ...cells(row),
              ]),
            },
          },
        ]),
  ];
}
