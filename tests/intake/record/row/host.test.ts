/** 主办单位: the units that a cell names, known, new, or asked about. */
import { expect, test } from 'vitest';
import type { NotedReading } from '../../../../src/intake/record/known.ts';
import { readAssisting, readUnit, readUnits } from '../../../../src/intake/record/row/host.ts';
import { asksOf, inquiryWith, knownOf, place } from './rows.ts';

function read(text: string, given: Record<string, string> = {}) {
  const readings: NotedReading[] = [];
  const [known, inquiry] = [knownOf(), inquiryWith(given)];
  const units = readUnits(text, place, known, inquiry, readings);
  return {
    units,
    lead: known.unitName(units?.lead ?? ''),
    assisting: units?.assisting.map((id) => known.unitName(id)),
    asked: asksOf(inquiry),
    notes: readings.map(({ note }) => note),
    known,
  };
}

test('台账里的，按名称、按别名都认得；写法不同的注明', () => {
  expect(read('示例区甲街道办事处')).toMatchObject({ units: { lead: 'jia' }, notes: [] });
  expect(read('甲街道')).toMatchObject({
    units: { lead: 'jia', assisting: [] },
    notes: ['“甲街道”是“示例区甲街道办事处”'],
  });
});

test('没有相近的新单位，新增；像不成单位的，问', () => {
  const { lead, notes, known } = read('示例区水利局');
  expect([lead, notes]).toEqual(['示例区水利局', ['新增单位“示例区水利局”']]);
  expect(known.newUnits.size).toBe(1);
  expect(read('张三')).toMatchObject({ units: undefined, asked: ['unit 张三'] });
});

test('相近的问：答编号、答全称、答新增', () => {
  const key = 'unit 示例区甲街道办事外';
  const text = '示例区甲街道办事外';
  expect(read(text).asked).toEqual([key]);
  expect(read(text, { [key]: 'jia' })).toMatchObject({
    units: { lead: 'jia' },
    notes: [`经确认，“${text}”是“示例区甲街道办事处”`],
  });
  expect(read(text, { [key]: '新增：示例区甲街道新办' }).lead).toBe('示例区甲街道新办');
  expect(read(text, { [key]: '新增' }).lead).toBe(text);
  expect(read(text, { [key]: '不知道' }).asked).toEqual([key]);
});

test('写明谁牵头谁配合的不问；没有写明的问一次', () => {
  expect(read('牵头单位：甲街道；配合单位：示例区水利局')).toMatchObject({
    lead: '示例区甲街道办事处',
    assisting: ['示例区水利局'],
    asked: [],
  });
  const text = '甲街道、示例区水利局';
  expect(read(text).asked).toEqual([`lead ${text}`]);
  expect(read(text, { [`lead ${text}`]: '第一个牵头' })).toMatchObject({
    lead: '示例区甲街道办事处',
    assisting: ['示例区水利局'],
  });
  expect(read(text, { [`lead ${text}`]: '示例区水利局' })).toMatchObject({
    lead: '示例区水利局',
    assisting: ['示例区甲街道办事处'],
  });
  expect(read(text, { [`lead ${text}`]: '丙局' }).units).toBeUndefined();
});

test('配合单位可以不登记；一个问着的，都等着；重名的算一个', () => {
  const assisting = (names: string[], given: Record<string, string> = {}) =>
    readAssisting(names, place, knownOf(), inquiryWith(given), []);
  expect(assisting(['甲街道', '示例区甲街道办事处'])).toEqual(['jia']);
  expect(assisting(['甲街道', '张三'])).toBeUndefined();
  expect(assisting(['甲街道', '张三'], { 'unit 张三': '不登记' })).toEqual(['jia']);
  expect(
    readUnit('张三', place, knownOf(), inquiryWith({ 'unit 张三': '不登记' }), []),
  ).toBeUndefined();
});
