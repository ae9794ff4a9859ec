/** 清单的表: where each begins, and which rows are its own. */
import { expect, it } from 'vitest';
import { tablesIn } from '../../../src/intake/list/table.ts';
import { columnNamesOf } from '../../../src/intake/record/papers.ts';
import { readCsv } from '../../../src/paper/csv.ts';
import { asked, bare, planTable, rowsOf } from '../lists.ts';
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

const names = columnNamesOf(bare);
/** The tables of a grid: their columns by what they are, and how many rows each has. */
function tables(...rows: readonly (readonly string[])[]) {
  const grid = readCsv('清单.csv', rows.map((row) => row.join(',')).join('\n'));
  return tablesIn(grid, names).map((part) =>
    part.kind === 'head'
      ? `表头外 ${String(part.rows.length)} 行`
      : `${part.columns.map(({ id, isTicked }) => (isTicked === true ? '勾' : (id ?? '？'))).join(' ')}：${String(part.rows.length)} 行${part.unread.length > 0 ? `，不读 ${part.unread.join('、')}` : ''}`,
  );
}
const HEADER = ['序号', '主办单位', '账号名称', '存在问题', '整改时限'];

it('没有表头的，全是表外的话；表头上面的是表外的话', () => {
  expect(tables(['通知'], ['甲', '乙'])).toEqual(['表头外 2 行']);
  expect(tables(['问题清单', '', '', '', ''], HEADER, ['1', '甲', '乙', '丙', '5月'])).toEqual([
    '表头外 1 行',
    'row host name finding deadline：1 行',
  ]);
});

it('空行不算；表头再来一次不算；另一样的表头另起一张', () => {
  const row = ['1', '甲', '乙', '丙', '5月'];
  expect(tables(HEADER, row, ['', '', '', '', ''], HEADER, row)).toEqual([
    'row host name finding deadline：2 行',
  ]);
  expect(
    tables(HEADER, row, ['网站名称', '主办单位', '存在问题', '整改时限', ''], row),
  ).toHaveLength(2);
});

it('打勾的栏是问题，打勾的状态栏是状态', () => {
  expect(
    tables(['序号', '主办单位', '账号名称', '未备案', '已完成'], ['1', '甲', '乙', '√', '√']),
  ).toEqual(['row host name 勾 status：1 行']);
});

it('意思相同的两栏，读词典里排在前面的；另一栏有字的说没有读', () => {
  const [one = ''] = tables(
    ['序号', '主办单位', '责任单位', '存在问题', '整改时限'],
    ['1', '甲', '丁', '丙', '5月'],
  );
  expect(one).toContain('ignored');
  expect(one).toContain('不读 责任单位');
});

it('整改时限旁边的完成日期，是办结的那天', () => {
  expect(
    tables(
      ['序号', '主办单位', '存在问题', '整改时限', '完成时间'],
      ['1', '甲', '丙', '5月', '4月'],
    )[0],
  ).toMatch(/deadline closedOn|closedOn/u);
});
