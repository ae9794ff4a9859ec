/** 看内容认表头: titles that sound like nothing. (虚构) */
import { expect, test } from 'vitest';
import { asked, planTable } from '../../lists.ts';

const titles = ['甲', '乙', '丙', '丁', '戊'];

test('栏名全听不出，格里有单位、平台、问题、日子的，是清单，每栏都问', async () => {
  const plan = await planTable([
    titles,
    ['示例县教育局', '示例教育', '微信公众号', '未备案', '2024年6月30日'],
    ['示例县水利局', '示例水利', '新浪微博', '长期未更新', '2024年7月31日'],
  ]);
  expect(asked(plan).filter((one) => one.startsWith('column'))).toHaveLength(5);
  expect(asked(plan).some((one) => one.startsWith('table'))).toBe(false);
});

test('没有问题的表不是清单，问要不要', async () => {
  const plan = await planTable([
    titles,
    ['示例县教育局', '示例教育', '微信公众号', '正常', '2024年6月30日'],
    ['示例县水利局', '示例水利', '新浪微博', '正常', '2024年7月31日'],
  ]);
  expect(asked(plan).some((one) => one.startsWith('table'))).toBe(true);
});
