/** 争栏: of two columns that sound like problems or days one is offered, and the other is asked about. (虚构) */
import { expect, test } from 'vitest';
import { asked, planTable, rowsOf } from '../../lists.ts';

const titles = ['序号', '主办单位', '账号名称', '平台', '一季度问题', '二季度问题', '改好的日子'];
const row = (number: string, before: string, now: string): string[] => [
  number,
  '示例县教育局',
  `示例教育${number}`,
  '微信公众号',
  before,
  now,
  '6月底前',
];

test('两栏都像问题：写得多的是问题，另一栏也问，先列不录入', async () => {
  const plan = await planTable([titles, row('1', '无', '未备案'), row('2', '无互动', '未更新')]);
  expect(rowsOf(plan).map(({ finding }) => finding)).toEqual(['未备案', '未更新']);
  const other = plan.questions.find(({ text }) => text === '一季度问题');
  expect(other?.candidates[0]?.answer).toBe('不录入');
  expect(asked(plan)).toContain('column 二季度问题');
});

test('一样多的，左边的先；只有一栏像的，另一栏不受影响', async () => {
  const plan = await planTable([titles, row('1', '未备案', '未更新')]);
  expect(rowsOf(plan).map(({ finding }) => finding)).toEqual(['未备案']);
});
