/** Deadlines that stand in the column 整改要求. */
import { expect, test } from 'vitest';
import {
  FROM_MEASURES,
  limitInMeasures,
} from '../../../../src/intake/record/row/measures-limit.ts';
import type { Ledger } from '../../../../src/schema/ledger.ts';
import { answered, bare, dueOf, planBytes, planTable, rowsOf } from '../../lists.ts';
import { csvOf } from '../../papers.ts';

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
  ['每周至少更新1次', undefined],
  ['按季度自查', undefined],
  ['每月底前完成整改', undefined],
  ['15个工作日内答复网民留言', undefined],
  ['确保两周内有更新', undefined],
  ['更新至2024年12月31日', undefined],
  ['坚持每天更新', undefined],
  ['持续更新', undefined],
  ['3月20日前整改完成情况报县政府办', undefined],
  ['发现错敏信息1个工作日内整改到位', undefined],
  ['3月20日前完成整改，每周至少更新1次', undefined],
  ['更换管理员，3月20日前完成整改，长期坚持', '3月20日前完成整改，长期坚持'],
  ['更新栏目，立即整改', '立即整改'],
  ['10日内整改', '10日内整改'],
  ['更换管理员；两周内整改到位', '两周内整改到位'],
  ['立即整改并长期坚持', '立即整改并长期坚持'],
  ['', undefined],
])('%s → %s', (measures, limit) => {
  expect(limitInMeasures(measures, context)).toBe(limit);
});

const rows = (...required: string[]) => [
  ['序号', '主办单位', '账号', '平台', '存在问题', '整改要求'],
  ...required.map((one, index) => [
    String(index + 1),
    '县民政局',
    `云溪民政${String(index + 1)}`,
    '微信公众号',
    '超过两周未更新',
    one,
  ]),
];

const table = (...required: string[]) => planTable(rows(...required));

const above = ['政务新媒体问题整改台账', '填表日期：2024年3月1日'];

/** A list of one row with everything answered; a deadline, where it is asked about, as 2024年5月6日前. */
async function settledRow(ledger: Ledger, required: string) {
  const bytes = csvOf.utf8({ above, rows: rows(required) });
  const { plan } = await answered((given) => planBytes('清单.csv', bytes, given, ledger), {
    deadline: '2024年5月6日前',
  });
  const [row] = plan.rows;
  if (row?.record === undefined) throw new Error('not settled');
  return { row, record: row.record, id: row.issue ?? '' };
}

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

test('时限取自整改要求的，台账的记录里也写明', async () => {
  const { record } = await settledRow(bare, '3月31日前完成整改');
  expect(record.deadline).toMatchObject({ kind: 'fixed', dueOn: '2024-03-31' });
  expect(FROM_MEASURES).toContain('时限取自整改要求');
  expect(record.readings).toContainEqual({ field: 'deadline', note: FROM_MEASURES });
});

test('再导入同一份清单，人确认过的时限不改、不再问', async () => {
  const { record, id } = await settledRow(bare, '3月31日前完成整改');
  const confirmed = {
    ...record,
    deadline: { text: '4月30日前', kind: 'fixed' as const, dueOn: '2024-04-30' },
  };
  const path = `issues/x/${id}.yaml`;
  const ledger = { ...bare, issues: new Map([[id, { ...confirmed, id, path }]]) };
  const again = await settledRow(ledger, '3月31日前完成整改');
  expect(again.row.differences).toEqual([]);
  expect(again.record.deadline).toEqual(confirmed.deadline);
  // Other measures are read anew, and what was noted before is not noted twice.
  const other = await settledRow(ledger, '4月10日前完成整改');
  expect(other.record.deadline).toMatchObject({ dueOn: '2024-04-10' });
  expect(other.record.readings?.filter(({ note }) => note === FROM_MEASURES)).toHaveLength(1);
});

test('整改要求里没有时限的，答过一次，再导入不再问', async () => {
  const { record, id } = await settledRow(bare, '更换管理员');
  expect(record.deadline).toMatchObject({ dueOn: '2024-05-06' });
  const ledger = {
    ...bare,
    issues: new Map([[id, { ...record, id, path: `issues/x/${id}.yaml` }]]),
  };
  const bytes = csvOf.utf8({ above, rows: rows('更换管理员') });
  const plan = await planBytes('清单.csv', bytes, undefined, ledger);
  expect(plan.questions.map(({ ask }) => ask)).not.toContain('deadline');
});

test('整改要求只说怎样做的，一条也不当成时限，都要问', async () => {
  const plan = await table('每周至少更新1次', '15个工作日内答复网民留言', '更新至2024年12月31日');
  expect(plan.questions.filter(({ ask }) => ask === 'deadline')).toHaveLength(1);
  expect(dueOf(plan)).toEqual(['', '', '']);
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
