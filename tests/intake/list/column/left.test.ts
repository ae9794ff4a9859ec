/** 只能是它: what is left over and may be the names or the problems. (虚构) */
import { expect, test } from 'vitest';
import { offers, planTable, rowsOf } from '../../lists.ts';

test('有平台、没有名称的，剩下的短词一栏像是名称', async () => {
  const plan = await planTable([
    ['序号', '主办单位', '号', '平台', '存在问题', '整改时限'],
    ['1', '示例县教育局', '示例教育', '微信公众号', '未备案', '6月底前'],
  ]);
  expect(offers(plan, 'column')[0]).toBe('政府网站/政务新媒体');
  expect(rowsOf(plan)[0]?.name).toBe('示例教育');
});

test('没有问题栏的，剩下话最长的一栏像是问题，别的不并进去', async () => {
  const plan = await planTable([
    ['序号', '主办单位', '账号名称', '平台', '甲', '乙', '整改时限'],
    ['1', '示例县教育局', '示例教育', '微信公众号', '机构撤了号还在', '申诉', '6月底前'],
    ['2', '示例县水利局', '示例水利', '微信公众号', '密码丢了登不上', '找回', '6月底前'],
  ]);
  expect(rowsOf(plan).map(({ finding }) => finding)).toEqual(['机构撤了号还在', '密码丢了登不上']);
});
