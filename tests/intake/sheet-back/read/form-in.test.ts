/** 整改销号申请表: the pages of the Word form, cell by cell. (示例区，虚构) */
import { expect, test } from 'vitest';
import { formsIn } from '../../../../src/intake/sheet-back/read/form-in.ts';
import { formLabels } from '../../../../src/intake/sheet-back/out/unit-sheet-form.ts';
import type { Cell, Grid, Line, Picture } from '../../../../src/paper/sheet.ts';

const placeOf = (row: number, cell: string) => ({ file: '申请表.docx', sheet: '', row, cell });
const picture = (name: string): Picture => ({
  bytes: new Uint8Array([1]),
  type: 'png',
  place: placeOf(9, name),
});
type Said = string | Partial<Cell>;
const grid = (...rows: Said[][]): Grid => ({
  kind: 'grid',
  sheet: '表格1',
  rows: rows.map((cells, at) =>
    cells.map((said, index) => ({
      text: '',
      place: placeOf(at + 1, `${'ABCD'.charAt(index)}${String(at + 1)}`),
      ...(typeof said === 'string' ? { text: said } : said),
    })),
  ),
});
const line = (text: string, pictures?: Picture[]): Line => ({
  kind: 'line',
  text,
  place: placeOf(1, ''),
  ...(pictures && { pictures }),
});
const page = (more: { note?: Said; evidence?: Said; opinion?: Said } = {}) =>
  grid(
    ['单 位', '示例区甲街道办事处', '问题编号', 'zx-01'],
    ['存在问题', '更新不及时', '整改时限', '3月底'],
    [formLabels.note, more.note ?? '已更新'],
    [formLabels.evidence, more.evidence ?? ''],
    ['分管领导意见', more.opinion ?? ''],
  );
const only = (...blocks: (Grid | Line)[]) => {
  const [form, ...others] = formsIn(blocks);
  if (form === undefined || others.length > 0) throw new Error('not one form');
  const [row] = form.rows;
  return { form, row, beside: row?.beside.map(({ place }) => place.cell) };
};

test('一页一条：单位、编号、问题、说明；填了的就是申请验收', () => {
  const { form, row } = only(page());
  expect(form.unitName).toBe('示例区甲街道办事处');
  expect(row?.fixed).toMatchObject({ issue: { text: 'zx-01' }, finding: { text: '更新不及时' } });
  expect(row?.fixed.listed).toBeUndefined();
  expect(row?.filled).toMatchObject({ report: { text: '申请验收' }, note: { text: '已更新' } });
});

test('什么也没有填的一页，没有报送；只放了图的算填了', () => {
  expect(only(page({ note: ' ' })).row?.filled.report).toBeUndefined();
  const filled = only(page({ note: '', evidence: { pictures: [picture('B4')] } }));
  expect(filled.row?.filled.report?.text).toBe('申请验收');
  expect(only(page({ note: '' }), line('', [picture('下')])).row?.filled.report).toBeUndefined();
});

test('佐证格里的图由它自己带着，别处的图放在旁边；领导意见栏里的不作佐证', () => {
  const { beside, form } = only(
    page({
      note: { text: '已更新', pictures: [picture('B3')] },
      evidence: { pictures: [picture('B4')] },
      opinion: { pictures: [picture('B5')] },
    }),
  );
  expect(beside).toEqual(['B3']);
  expect(form.notes).toEqual([expect.stringContaining('“分管领导意见”一栏的图片没有作为佐证')]);
});

test('表后贴的图归前面那一页，表前的说没有收', () => {
  const { beside, form } = only(
    line('封面', [picture('封')]),
    page(),
    line('', [picture('后')]),
    grid(['照片', { pictures: [picture('又')] }]),
  );
  expect(beside).toEqual(['后', '又']);
  expect(form.notes).toEqual([expect.stringContaining('表格前面的图片没有作为佐证')]);
});

test('别的表不是申请表', () => {
  expect(formsIn([grid(['问题编号', 'zx-01']), grid([formLabels.note, '已更新'])])).toEqual([]);
  expect(formsIn([line('', [picture('x')])])).toEqual([]);
});

test('栏名写在最右一格、右边没有格的，不算填处', () => {
  const back = grid(['问题编号'], ['问题编号', 'zx-02'], [formLabels.note, '已改']);
  expect(only(back).row?.fixed.issue?.text).toBe('zx-02');
});
