/** 打勾的栏: a column a problem; counts among the ticks say how often. (虚构) */
import { expect, it } from 'vitest';
import { asked, planBytes, planTable, rowsOf } from '../lists.ts';
import { xlsxOf } from '../papers.ts';

const UNITS = ['示例县数据局', '示例县教育局', '示例县水利局', '示例县林业局'];
const NAMES = ['示例数据', '示例教育', '示例水利', '示例林业'];

/** A matrix below one title above its columns; a row of cells each. */
async function matrix(group: string, titles: string[], cells: string[][]) {
  const blank = titles.map(() => '');
  const bytes = await xlsxOf({
    above: ['2026年5月检查情况一览表'],
    rows: [
      ['序号', '主办单位', '账号名称', '平台', group, ...blank.slice(1), '整改期限'],
      ['', '', '', '', ...titles, ''],
      ...cells.map((own, at) => [
        String(at + 1),
        UNITS[at] ?? '',
        NAMES[at] ?? '',
        '微信公众号',
        ...own,
        '6月底前',
      ]),
    ],
    merged: [0, 1, 2, 3, 4 + titles.length].map((column) => ({ column, from: 0, to: 1 })),
  });
  const plan = await planBytes('一览表.xlsx', bytes);
  return {
    findings: rowsOf(plan).map(({ finding }) => finding),
    columns: asked(plan).filter((one) => one.startsWith('column')),
  };
}

it('“问题”下面打勾和写处数的栏，都是问题；处数记在问题里', async () => {
  const read = await matrix(
    '检查发现问题',
    ['超14天未更新', '错别字', '链接失效'],
    [
      ['', '√', ''],
      ['√', '3处', ''],
      ['20天', '2', '5条'],
      ['', '', '√'],
    ],
  );
  expect(read.columns).toEqual([]);
  expect(read.findings).toEqual([
    '错别字',
    '超14天未更新',
    '错别字3处',
    '超14天未更新（20天）',
    '错别字（2）',
    '链接失效5条',
    '链接失效',
  ]);
});

it('写0的不算', async () => {
  const read = await matrix(
    '存在问题',
    ['未备案', '错别字'],
    [
      ['√', '0处'],
      ['', '2处'],
    ],
  );
  expect(read.findings).toEqual(['未备案', '错别字2处']);
});

it.each([
  ['检查发现问题', '粉丝数', ['120', '80']],
  ['检查发现问题', '问题合计', ['1处', '2处']],
  ['检查发现问题', '扣分', ['2', '3']],
  ['检查发现问题', '微博', ['2个', '1个']],
  ['运行情况', '发布', ['12', '30']],
  ['检查发现问题', '错别字', ['集体写成急体', '3处']],
])('“%s”下面的“%s”不是问题的名称', async (group, title, [first = '', second = '']) => {
  const read = await matrix(
    group,
    ['未备案', title],
    [
      ['√', first],
      ['√', second],
    ],
  );
  expect(read.findings.filter((one) => one.startsWith(title))).toEqual([]);
});

it('没有上一行表头的，自己打了勾、写明处数才算', async () => {
  const table = (cells: [string, string][]) =>
    planTable([
      ['序号', '主办单位', '账号名称', '平台', '未备案', '错别字'],
      ...cells.map((own, at) => [String(at + 1), UNITS[at] ?? '', NAMES[at] ?? '', '微博', ...own]),
    ]);
  const read = await table([
    ['√', '√'],
    ['', '3处'],
  ]);
  expect(rowsOf(read).map(({ finding }) => finding)).toEqual(['未备案', '错别字', '错别字3处']);
  const counted = await table([
    ['√', '5'],
    ['', '3'],
  ]);
  expect(rowsOf(counted).map(({ finding }) => finding)).not.toContain('错别字（5）');
});

it('“是否”的栏：好事写“否”的、坏事写“有”的是问题，问一次，照来源的字记', async () => {
  const titles = ['更新是否及时', '是否备案', '有无错链'];
  const read = await matrix('检查情况', titles, [
    ['否', '是', '无'],
    ['是', '否', '有'],
    ['是', '是', '无'],
  ]);
  expect(read.findings).toEqual(['更新是否及时：否', '是否备案：否', '有无错链：有']);
  expect(read.columns).toEqual([]);
});

it('勾的旁边另有写出来的问题，另成一条', async () => {
  const plan = await planTable([
    ['序号', '主办单位', '账号名称', '平台', '未备案', '未认证', '其他问题', '整改时限'],
    ['1', '示例县数据局', '示例数据', '微信公众号', '√', '', '头像模糊', '6月底前'],
    ['2', '示例县水利局', '示例水利', '微信公众号', '', '√', '', '6月底前'],
  ]);
  expect(rowsOf(plan).map(({ finding }) => finding)).toEqual(['未备案', '头像模糊', '未认证']);
});

it('“佐证”下面的有和无不是问题', async () => {
  const plan = await planTable([
    ['序号', '主办单位', '账号名称', '平台', '存在问题', '佐证', '整改时限'],
    ['1', '示例县数据局', '示例数据', '微信公众号', '未备案', '有', '6月底前'],
    ['2', '示例县水利局', '示例水利', '微信公众号', '断更', '无', '6月底前'],
  ]);
  expect(rowsOf(plan).map(({ finding }) => finding)).toEqual(['未备案', '断更']);
});
