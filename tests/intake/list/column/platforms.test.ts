/** 写的是平台的栏，栏名叫别的. (虚构) */
import { expect, test } from 'vitest';
import { planTable, rowsOf } from '../../lists.ts';

test('“类别”下面都是平台：是平台，不是问题', async () => {
  const plan = await planTable([
    ['单位', '名称', '类别', '情况描述', '整改时限'],
    ['示例县教育局', '示例教育', '抖音号', '未备案', '6月底前'],
    ['示例县水利局', '示例水利', '新浪微博', '长期未更新', '6月底前'],
  ]);
  expect(rowsOf(plan).map(({ platform, finding }) => [platform, finding])).toEqual([
    ['douyin', '未备案'],
    ['weibo', '长期未更新'],
  ]);
});

test('“类型”不是平台，另一栏才是', async () => {
  const plan = await planTable([
    ['序号', '主办单位', '平台名', '账号名称', '存在问题', '类型', '整改时限'],
    ['1', '示例县教育局', '微信公众号', '示例教育', '未备案', '备案管理', '6月底前'],
  ]);
  expect(rowsOf(plan)[0]).toMatchObject({ platform: 'wechat-official', name: '示例教育' });
});
