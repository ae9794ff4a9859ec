/** 监测清单: what a platform exports, as one round of observations. */
import { expect, test } from 'vitest';
import { observation } from '../../src/intake/observation.ts';
import { readCsv } from '../../src/paper/csv.ts';
import { checkSmall, small } from '../ledger/small.ts';

const ledger = checkSmall({
  'accounts/jia/jia-weibo.yaml': small['accounts/jia/jia-wechat.yaml']!.replace('wechat', 'weibo'),
}).ledger!;
const on = '2026-06-10';
function read(titles: readonly string[], ...rows: readonly (readonly string[])[]) {
  const text = [titles, ...rows].map((row) => row.join(',')).join('\n');
  const paper = { file: '监测.csv', blocks: [readCsv('监测.csv', text)], notes: [] };
  const { probe, rows: count, notes } = observation([paper], ledger, on, '示例平台', new Map());
  return { visits: probe?.visits, visitedAt: probe?.visitedAt, count, notes };
}
const titles = ['账号名称', '平台', '最后更新时间', '未更新天数'];
const wechat = (...more: string[]) => ['甲街道发布', '微信公众号', ...more];

test('最近更新的一天，或按未更新天数往前数', () => {
  expect(read(titles, wechat('2026-05-01', ''))).toMatchObject({
    visitedAt: '2026-06-10T00:00:00+08:00',
    count: 1,
    notes: [],
    visits: [{ account: 'jia-wechat', outcome: 'observed', newestOn: '2026-05-01' }],
  });
  expect(read(titles, wechat('', '10天')).visits?.[0]?.newestOn).toBe('2026-05-31');
  expect(read(titles, wechat('2026-05-01 10:30', '')).visits?.[0]?.newestOn).toBe('2026-05-01');
});

test('一个账号几行：取最近的一天，发现各记一次', () => {
  const found = ['账号名称', '平台', '最后更新时间', '错误内容'];
  const { visits } = read(
    found,
    wechat('2026-05-01', '错字一'),
    wechat('2026-06-01', '错字二'),
    wechat('', '错字二'),
  );
  expect(visits).toHaveLength(1);
  expect(visits?.[0]).toMatchObject({
    newestOn: '2026-06-01',
    findings: [{ words: '错字一' }, { words: '错字二' }],
  });
});

test('没有说是什么的，是列入这份清单', () => {
  expect(read(['账号名称', '平台'], wechat()).visits?.[0]?.findings).toEqual([
    { words: '列入示例平台' },
  ]);
});

test.each([
  ['台账里没有的', ['外星发布', '微信公众号', '', ''], '台账里没有“外星发布”，没有记'],
  ['对得上几个的', ['甲街道发布', '', '', ''], '对得上 2 个账号，没有记'],
])('%s，不记', (_, row, said) => {
  const { visits, notes } = read(titles, row);
  expect(visits).toBeUndefined();
  expect(notes[0]).toContain(said);
});

test.each([
  ['不是日期', '上周', '“上周”不是日期，没有记'],
  ['晚于导出那天', '2026-07-01', '晚于导出那天 2026-06-10，没有记'],
  ['年份不对', '1899-01-01', '年份不对，没有记'],
])('最近更新%s的，不记那一天', (_, day, said) => {
  const { visits, notes } = read(titles, wechat(day, ''));
  expect(visits?.[0]).not.toHaveProperty('newestOn');
  expect(notes[0]).toContain(said);
});

test('有身份证号码的发现不记', () => {
  const { visits, notes } = read(
    ['账号名称', '平台', '错误内容'],
    wechat('张某11010519491231002X'),
  );
  expect(visits?.[0]).not.toHaveProperty('findings');
  expect(notes[0]).toContain('身份证号码');
});
