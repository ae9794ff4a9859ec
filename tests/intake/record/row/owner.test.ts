/** 归属: an account of a unit, or the unit itself. */
import { expect, it } from 'vitest';
import { planTable } from '../../lists.ts';
import { HEAD, rowOf } from '../../plain-list.ts';

it('写“/”的账号：问题属于单位', async () => {
  const plan = await planTable([HEAD, rowOf('1', '制度不健全', { 2: '/', 3: '' })], {
    origin: '自查',
  });
  expect(plan.rows[0]?.record).toMatchObject({ problems: ['rules-incomplete'] });
  expect(plan.rows[0]?.record?.account).toBeUndefined();
});
