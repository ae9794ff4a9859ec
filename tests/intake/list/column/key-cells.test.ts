/** 交办单: forms of keys and values, several in one grid, blank ones, and what is no form. (虚构) */
import { expect, test } from 'vitest';
import { asked, planTable, rowsOf } from '../../lists.ts';

const form = (unit: string, name: string, finding: string): string[][] => [
  ['责任单位', unit, '账号名称', name],
  ['存在问题', finding, '整改时限', '2024年7月15日'],
  ['整改要求', '立即整改', '联系电话', '0000-1000000'],
];
const titled = ['政务新媒体问题交办单', '2024年7月2日'];

test('一张里几份交办单，一份一条，各有各的单位、账号、时限', async () => {
  const read = await planTable(
    [
      ...form('云水县教育局', '云水教育（微信公众号）', '未备案'),
      ...form('云水县水利局', '云水水利（抖音号）', '更新不及时'),
    ],
    {},
    titled,
  );
  expect(rowsOf(read)).toMatchObject([
    { name: '云水教育', finding: '未备案', deadlineText: '2024年7月15日' },
    { name: '云水水利', finding: '更新不及时', deadlineText: '2024年7月15日' },
  ]);
});

test('没有填问题的一份，要问，不影响别的', async () => {
  const read = await planTable(
    [
      ...form('云水县教育局', '云水教育（微信公众号）', ''),
      ...form('云水县水利局', '云水水利（抖音号）', '更新不及时'),
    ],
    {},
    titled,
  );
  expect(rowsOf(read)).toMatchObject([{ finding: '' }, { name: '云水水利' }]);
  expect(asked(read).join()).toContain('confirm');
});

test('没有单位也没有账号的，不算', async () => {
  const rows = [
    ['存在问题', '未备案', '整改时限', '2024年7月15日'],
    ['整改要求', '立即整改', '问题来源', '自查'],
  ];
  expect(rowsOf(await planTable(rows, {}, titled))).toEqual([]);
});
