import { expect, test } from 'vitest';
import {
  hasSignatureCells,
  signatureIn,
} from '../../../../src/intake/sheet-back/read/signature-cells.ts';
import type { Cell } from '../../../../src/paper/sheet.ts';

const row = (...texts: string[]): Cell[] =>
  texts.map((text, index) => ({
    text,
    place: { file: '表', sheet: '表', row: 4, cell: String(index) },
  }));
const read = (...rows: Cell[][]) =>
  Object.fromEntries(
    Object.entries(signatureIn(rows)).map(([key, { text, place }]) => [
      key,
      `${place.cell} ${text}`,
    ]),
  );

test('标签右边的格；中间有空格的跳过，下一个标签以前为止', () => {
  expect(
    read(row('填报人（写职务）', '', '', '主任', '审签人（写职务）', '', '填报日期', '6月12日')),
  ).toEqual({ reporter: '3 主任', approver: '5 ', reportedOn: '7 6月12日' });
});

test('写在标签自己的格里，或三样写在一格里', () => {
  expect(read(row('填报人（写职务）：主任', '填报日期 6月12日'))).toEqual({ reporter: '0 主任' });
  expect(read(row('填报人：主任　审签人：副局长，填报日期：2026年6月12日'))).toEqual({
    reporter: '0 主任',
    approver: '0 副局长',
    reportedOn: '0 2026年6月12日',
  });
});

test('说明里提到“填报人”不是签署', () => {
  expect(hasSignatureCells(row('4. 填报人、审签人只写职务，不写姓名和电话。'))).toBe(false);
  expect(hasSignatureCells(row('填 报 日 期', ''))).toBe(true);
});
