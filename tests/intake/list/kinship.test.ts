/** 续行还是另一条: what a row without a number is to the one above. (虚构) */
import { expect, test } from 'vitest';
import { asked, planTable, rowsOf } from '../lists.ts';

const NUMBERED = ['序号', '主办单位', '账号名称', '平台', '存在问题', '整改措施', '整改时限'];
const first = ['1', '示例县教育局', '示例教育', '微信公众号', '未备案', '备案', '6月底前'];
const other = ['', '示例县妇联', '', '', '没有制度', '订立', '6月底前'];
const kin = (plan: Awaited<ReturnType<typeof planTable>>): string[] =>
  asked(plan).filter((one) => one.startsWith('rest'));

test('没有序号的一行，问是续行还是另一个问题；另一个单位的，不照上一行的账号', async () => {
  const plan = await planTable([NUMBERED, first, other]);
  expect(kin(plan)).toHaveLength(1);
  const text = kin(plan)[0] ?? '';
  const apart = await planTable([NUMBERED, first, other], { [text]: '另一个问题' });
  expect(rowsOf(apart)[1]).toMatchObject({ host: '示例县妇联', finding: '没有制度' });
  expect(rowsOf(apart)[1]?.name).toBeUndefined();
  const whole = await planTable([NUMBERED, first, other], { [text]: '续行' });
  expect(rowsOf(whole)).toHaveLength(1);
});

test('没有序号栏的，另一个单位有自己的问题，是另一条，不问', async () => {
  const plan = await planTable([NUMBERED.slice(1), first.slice(1), other.slice(1)]);
  expect(kin(plan)).toEqual([]);
  expect(rowsOf(plan).map(({ host }) => host)).toEqual(['示例县教育局', '示例县妇联']);
});

test('有序号、没有写单位和账号的，问照不照上一行', async () => {
  const blank = ['2', '', '', '', '未认证', '认证', '6月底前'];
  const plan = await planTable([NUMBERED, first, blank]);
  expect(kin(plan)).toEqual(['rest 2 未认证']);
  const same = await planTable([NUMBERED, first, blank], { 'rest 2 未认证': '照上一行' });
  expect(rowsOf(same)[1]).toMatchObject({ host: '示例县教育局', name: '示例教育' });
});
