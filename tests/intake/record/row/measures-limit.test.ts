/** Deadlines that stand in the column 整改要求. */
import { expect, test } from 'vitest';
import { limitInMeasures } from '../../../../src/intake/record/row/measures-limit.ts';
import { dueOf, planTable, rowsOf } from '../../lists.ts';

const context = { listedOn: '2024-03-01', closeOfBusiness: '17:30' };

test.each([
  ['3月31日前完成整改', '3月31日前完成整改'],
  ['立即整改', '立即整改'],
  ['长期坚持', '长期坚持'],
  ['更换管理员，4月10日前完成', '4月10日前完成'],
  ['删除错误链接；2024年3月底前整改到位', '2024年3月底前整改到位'],
  ['3月20日前完成整改并上报', '3月20日前完成整改并上报'],
  ['更换管理员', undefined],
  ['3月15日前报送整改情况', undefined],
  ['3月15日前将整改情况报政务公开办', undefined],
  ['3月10日前删除，3月20日前完成整改', undefined],
  ['3月20日前完成整改，长期坚持', '3月20日前完成整改，长期坚持'],
  ['3月20日前完成整改，此后长期坚持每周更新', undefined],
  ['收到通报后10日内报送方案，3月20日前完成整改', undefined],
  ['', undefined],
])('%s → %s', (measures, limit) => {
  expect(limitInMeasures(measures, context)).toBe(limit);
});

const table = (...required: string[]) =>
  planTable([
    ['序号', '主办单位', '账号', '平台', '存在问题', '整改要求'],
    ...required.map((one, index) => [
      String(index + 1),
      '县民政局',
      `云溪民政${String(index + 1)}`,
      '微信公众号',
      '超过两周未更新',
      one,
    ]),
  ]);

test('清单没有时限一栏的，时限取自整改要求，并说明', async () => {
  const plan = await table('3月31日前完成整改', '立即整改', '更换管理员，4月10日前完成');
  expect(plan.questions.map(({ ask }) => ask)).not.toContain('deadline');
  expect(dueOf(plan)).toEqual(['2024-03-31', 'immediate', '2024-04-10']);
  expect(rowsOf(plan).map(({ measures }) => measures)).toEqual([
    '3月31日前完成整改',
    '立即整改',
    '更换管理员，4月10日前完成',
  ]);
});

test('整改要求里没有时限、写的是报送日的，照旧要问', async () => {
  const plan = await table('更换管理员', '3月15日前报送整改情况');
  expect(plan.questions.filter(({ ask }) => ask === 'deadline')).toHaveLength(1);
  expect(dueOf(plan)).toEqual(['', '']);
});

test('有时限一栏而空着的，不从整改要求里取', async () => {
  const plan = await planTable([
    ['序号', '主办单位', '账号', '平台', '存在问题', '整改要求', '整改时限'],
    ['1', '县民政局', '云溪民政', '微信公众号', '超过两周未更新', '3月31日前完成整改', ''],
  ]);
  expect(plan.questions.map(({ ask }) => ask)).toContain('deadline');
});
