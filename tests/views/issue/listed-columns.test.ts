import { expect, test } from 'vitest';
import { listedCell, listedColumns } from '../../../src/views/issue/listed-columns.ts';

const titles = (...issues: Parameters<typeof listedColumns>[0]) =>
  listedColumns(issues).map(({ title }) => title);
const rest = ['存在问题', '整改措施', '整改时限'];

test('有账号的清单是六栏，还没有问题的也是', () => {
  const six = ['序号', '政府网站/政务新媒体', '主办单位', ...rest];
  expect(titles()).toEqual(six);
  expect(titles({ listed: '示例发布' })).toEqual(six);
});

test('没有账号的清单只有它有的栏：地点、配合单位写了才有', () => {
  expect(titles({})).toEqual(['序号', '责任单位', ...rest]);
  expect(titles({}, { place: '某某工地' }, { assisting: ['a'] })).toEqual([
    '序号',
    '地点或项目名称',
    '责任单位',
    '配合单位',
    ...rest,
  ]);
});

test('有的涉及账号、有的不涉及：地点写在账号一栏；账号也有地点的才另立一栏', () => {
  const mixed = [{ listed: '示例发布' }, { place: '某某工地' }, {}];
  const columns = listedColumns(mixed);
  expect(columns.map(({ key }) => key)).not.toContain('place');
  expect(mixed.map((one) => listedCell(columns, one))).toEqual(['示例发布', '某某工地', '/']);
  const both = [...mixed, { listed: '示例网站', place: '政务大厅' }];
  const more = listedColumns(both);
  expect(more.map(({ key }) => key)).toContain('place');
  expect(both.map((one) => listedCell(more, one))).toEqual(['示例发布', '/', '/', '示例网站']);
});
