/** 序号和日子: which column counts the rows, and whether 办结时间 is by when or when it was. (虚构) */
import { expect, test } from 'vitest';
import { settleDays, settleNumbers } from '../../../../src/intake/list/column/numbers-and-days.ts';
import type { ListColumn } from '../../../../src/intake/list/header-row.ts';
import type { Cell } from '../../../../src/paper/sheet.ts';

const place = { file: '清单.csv', sheet: '', row: 2, cell: '' };
const rowOf = (...texts: string[]): Cell[] => texts.map((text) => ({ text, place }));
const columnsOf = (...all: Omit<ListColumn, 'index'>[]): ListColumn[] =>
  all.map((one, index) => ({ ...one, index }));

test.each([
  [['1', '2', '3'], 'row'],
  [['7', '9', '12'], undefined],
  [['甲', '乙', '丙'], undefined],
])('“批注”下面是 %j：%s', (texts, id) => {
  const columns = columnsOf({ title: '批注' }, { title: '存在问题', id: 'finding' });
  settleNumbers({ columns, rows: texts.map((text) => rowOf(text, '未备案')) });
  expect(columns[0]?.id).toBe(id);
});

test('没有别的日子栏，办结时间要问；有时限的，是办结的日子', () => {
  const alone = columnsOf({ title: '办结时间', id: 'closedOn' });
  settleDays({ columns: alone });
  expect(alone[0]?.id).toBeUndefined();
  const beside = columnsOf(
    { title: '办结时间', id: 'closedOn' },
    { title: '整改时限', id: 'deadline' },
  );
  settleDays({ columns: beside });
  expect(beside[0]?.id).toBe('closedOn');
});
