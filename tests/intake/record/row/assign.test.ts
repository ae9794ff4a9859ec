/** 分格: which lines of a row make up which cell. */
import { expect, test } from 'vitest';
import { settleCells } from '../../../../src/intake/record/row/assign.ts';
import type { ColumnId } from '../../../../src/schema/vocabulary.ts';
import { asksOf, inquiryWith, knownOf, listRow } from './rows.ts';

const known = knownOf();
const COLUMNS: (ColumnId | undefined)[] = ['host', 'finding', 'deadline'];

function settle(lines: string[], columns = COLUMNS, given: Record<string, string> = {}) {
  const row = listRow({}, { unsettled: { lines, columns } });
  const inquiry = inquiryWith(given);
  const is = settleCells(row, known, '2026-03-01', inquiry);
  const cells = Object.fromEntries(Object.entries(row.cells).map(([id, { text }]) => [id, text]));
  return { is, cells, asked: asksOf(inquiry), question: inquiry.questions[0], notes: row.notes };
}

test('没有要分的，就是分好的', () => {
  const row = listRow({ host: '甲街道' });
  expect(settleCells(row, known, '2026-03-01', inquiryWith())).toBe(true);
  expect(row.notes).toEqual([]);
});

test('只有一种分法：单位、问题、时限各自成句', () => {
  expect(settle(['示例区甲街', '道办事处', '更新', '不及时', '3月底'])).toMatchObject({
    is: true,
    cells: { host: '示例区甲街道办事处', finding: '更新不及时', deadline: '3月底' },
    notes: ['一格分成了几行，已按单位、问题和时限接上'],
  });
});

test('没有用的栏占着行，不记下来', () => {
  const { is, cells } = settle(['甲街道', '更新不及时', '3月底', '张三'], [...COLUMNS, 'ignored']);
  expect([is, Object.keys(cells)]).toEqual([true, ['host', 'finding', 'deadline']]);
  expect(settle(['甲街道', '更新不及时', '3月底', '备'], [...COLUMNS, undefined]).is).toBe(true);
});

test('几种分法都行的，问，把分法列出来', () => {
  const two = settle(
    ['甲街道', '及时更新', '每周检查', '专人负责', '3月底'],
    ['host', 'measures', 'place', 'deadline'],
  );
  expect(two.is).toBe(false);
  expect(two.question?.candidates.map(({ answer }) => answer)).toEqual([
    '甲街道｜及时更新｜每周检查｜专人负责3月底',
    '甲街道｜及时更新｜每周检查专人负责｜3月底',
    '甲街道｜及时更新每周检查｜专人负责｜3月底',
  ]);
});

test('短行不当断开的一格，写着平台的头一行例外', () => {
  const columns: ColumnId[] = ['host', 'listed'];
  expect(settle(['甲街道', '微信公众号：', '甲街道发布微信公众号'], columns).cells).toEqual({
    host: '甲街道',
    listed: '微信公众号：甲街道发布微信公众号',
  });
  expect(settle(['甲街道', '短', '甲街道发布微信公众号'], columns).is).toBe(false);
});

test('一种也分不出的、行太多的，问；答够格数的照答的', () => {
  const lines = ['某单位', '更新不及时', '3月底'];
  const key = 'cells 某单位｜更新不及时｜3月底';
  expect(settle(lines).asked).toEqual([key]);
  expect(settle(lines, COLUMNS, { [key]: '甲街道 | 更新不及时｜3月底' }).cells).toMatchObject({
    host: '甲街道',
    finding: '更新不及时',
  });
  expect(settle(lines, COLUMNS, { [key]: '甲街道｜更新不及时' }).is).toBe(false);
  const many = ['甲街道', ...Array.from({ length: 22 }, () => '更新不及时'), '3月底', '3月底'];
  expect(settle(many).question?.candidates).toEqual([]);
});
