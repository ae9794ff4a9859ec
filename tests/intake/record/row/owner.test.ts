/** 归属: an account of a unit, or the unit itself. */
import { expect, it } from 'vitest';
import { readOwner } from '../../../../src/intake/record/row/owner.ts';
import type { ReadRow } from '../../../../src/intake/record/row/read-row.ts';
import { planTable } from '../../lists.ts';
import { HEAD, rowOf } from '../../plain-list.ts';
import { asksOf, inquiryWith, knownOf, listRow, readRow } from './rows.ts';

it('写“/”的账号：问题属于单位', async () => {
  const plan = await planTable([HEAD, rowOf('1', '制度不健全', { 2: '/', 3: '' })], {
    origin: '自查',
  });
  expect(plan.rows[0]?.record).toMatchObject({ problems: ['rules-incomplete'] });
  expect(plan.rows[0]?.record?.account).toBeUndefined();
});

const read = (more: Partial<ReadRow> = {}): ReadRow =>
  readRow({
    listed: '微信公众号：甲街道发布',
    host: '示例区甲街道办事处',
    finding: '未备案',
    ...more,
  });
function owned(
  more: Partial<ReadRow> = {},
  cells: Parameters<typeof listRow>[0] = {},
  { isOfUnit = false, isUnsplit = false, given = {} } = {},
) {
  const known = knownOf();
  const inquiry = inquiryWith(given);
  const row = { ...listRow(cells), isUnsplit };
  const owner = readOwner(read(more), row, isOfUnit, known, inquiry);
  return { owner, asked: asksOf(inquiry), known };
}

it('台账里的账号，记在它的单位名下', () => {
  expect(owned()).toMatchObject({
    owner: {
      unit: 'jia',
      account: 'jia-wechat',
      platform: 'wechat',
      name: '甲街道发布',
      assisting: [],
    },
    asked: [],
  });
});

it('单位自己的问题：没有账号，有地点', () => {
  expect(owned({ at: '三楼' }, {}, { isOfUnit: true }).owner).toEqual({
    unit: 'jia',
    place: '三楼',
    assisting: [],
  });
});

it('没有写单位的问：答了的照答的', () => {
  const key = 'host 微信公众号：甲街道发布';
  expect(owned({ host: '' })).toMatchObject({ owner: undefined, asked: [key] });
  expect(owned({ host: '' }, {}, { given: { [key]: '甲街道' } }).owner).toMatchObject({
    unit: 'jia',
  });
});

it('配合单位一栏里的也算，责任单位自己不算配合', () => {
  const { owner, known } = owned({}, { assisting: '甲街道、示例区水利局' });
  expect(owner?.assisting.map((id) => known.unitName(id))).toEqual(['示例区水利局']);
});

it('账号有几个还问着的，先不定', () => {
  expect(owned({}, {}, { isUnsplit: true }).owner).toBeUndefined();
});

it('已经在台账里、字没有变的，照台账的', () => {
  const prior = knownOf().ledger.issues.get('zx-01')!;
  const same = { prior, listed: prior.listed ?? '', host: prior.listedHost };
  expect(owned(same)).toMatchObject({ owner: { unit: 'jia', account: 'jia-wechat' }, asked: [] });
  expect(owned({ ...same, host: '张三' }).asked).toContain('unit 张三');
});
