/** 清单的表: where each begins, and which rows are its own. */
import { expect, it } from 'vitest';
import { asked, planTable, rowsOf } from '../lists.ts';
import { HEAD, rowOf } from '../plain-list.ts';

it('每页重复的表头不是一行', async () => {
  const plan = await planTable([HEAD, rowOf('1', '未备案'), HEAD, rowOf('2', '错别字')]);
  expect(rowsOf(plan).map(({ finding }) => finding)).toEqual(['未备案', '错别字']);
});

it('打勾的“已完成”“未完成”是状态，不是问题', async () => {
  const plan = await planTable([
    ['序号', '主办单位', '问题', '整改措施', '整改时限', '已完成', '未完成'],
    ['1', '示例县数据局', '留言回复率低', '改', '6月底前', '√', ''],
    ['2', '示例县教育局', '制度不健全', '改', '6月底前', '', '√'],
  ]);
  expect(rowsOf(plan).map(({ finding }) => finding)).toEqual(['留言回复率低', '制度不健全']);
  expect(asked(plan)).toContain('status 已完成');
});

it('打勾的问题栏照旧一勾一个问题', async () => {
  const plan = await planTable([
    ['序号', '主办单位', '账号名称', '平台', '未备案', '更新不及时'],
    ['1', '示例县数据局', '示例数据', '微信公众号', '√', '√'],
  ]);
  expect(rowsOf(plan).map(({ finding }) => finding)).toEqual(['未备案', '更新不及时']);
});

it('表中间只写栏名的一行另起一张表；没有问题栏的要问', async () => {
  const plan = await planTable([
    ['主办单位', '存在问题', '整改措施', '整改时限'],
    ['示例县公安局', '2个账号未备案（名单附后）', '备案', '6月底前'],
    ['账号', '平台', '主办单位', ''],
    ['示例刑警', '抖音', '示例县公安局', ''],
  ]);
  expect(rowsOf(plan)).toHaveLength(1);
  expect(asked(plan).filter((text) => text.startsWith('table'))).toHaveLength(1);
});

it('下一张表的表头上面只有标题的一行，不是上一张表的条目', async () => {
  const sites = ['序号', '网站名称', '主办单位', '存在问题', '整改时限'];
  const plan = await planTable([
    HEAD,
    rowOf('1', '未备案'),
    ['网站问题', '', '', '', '', '', ''],
    sites,
    ['1', '示例县教育局网站', '示例县教育局', '首页有死链', '6月底前'],
  ]);
  expect(rowsOf(plan).map(({ finding }) => finding)).toEqual(['未备案', '首页有死链']);
});

it('下一张表的表头上面的条目照读，只有序号的一行照问', async () => {
  const sites = ['序号', '网站名称', '主办单位', '存在问题', '整改时限'];
  const site = ['1', '示例县教育局网站', '示例县教育局', '首页有死链', '6月底前'];
  const plan = await planTable([HEAD, rowOf('1', '未备案'), rowOf('2', '有死链'), sites, site]);
  expect(rowsOf(plan)).toHaveLength(3);
  const open = await planTable([
    HEAD,
    rowOf('1', '未备案'),
    ['2', '', '', '', '', '', ''],
    sites,
    site,
  ]);
  expect(rowsOf(open)).toHaveLength(3);
});
