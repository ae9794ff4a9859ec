/** 猜栏: what a column may be by its title and its cells; offered, never taken. (虚构) */
import { expect, test } from 'vitest';
import {
  guessByTitle,
  guessColumn,
  isState,
  isTick,
  isTicked,
} from '../../../src/intake/list/guess.ts';
import type { ColumnId } from '../../../src/schema/vocabulary.ts';

const recognises = {
  isPlatform: (text: string) => ['微信公众号', '微博', '抖音'].includes(text),
  isUnit: (text: string) => /[局委办]$/u.test(text),
  isFinding: (text: string) => /不及时|错别字|未备案/u.test(text),
  isDeadline: (text: string) => /月底|^\d{4}-/u.test(text),
};
const guess = (title: string, ...cells: string[]) => guessColumn(title, cells, recognises);

test.each<[string, ColumnId | undefined]>([
  ['序 号', 'row'],
  ['工单号', 'ignored'],
  ['二级指标', 'category'],
  ['点位名称', 'place'],
  ['责任人', 'ignored'],
  ['配合单位', 'assisting'],
  ['问题来源', 'origin'],
  ['销号时间', 'closedOn'],
  ['最近更新时间', 'ignored'],
  ['发现日期', 'foundOn'],
  ['整改完成时限', 'deadline'],
  ['整改完成情况', 'status'],
  ['问题类别', 'category'],
  ['整改措施', 'measures'],
  ['存在的问题', 'finding'],
  ['平台类型', 'platform'],
  ['账号名称', 'listed'],
  ['牵头部门', 'host'],
  ['星期', undefined],
])('栏名“%s”像 %s', (title, column) => {
  expect(guessByTitle(title)).toBe(column);
});

test('格里的字说得更清楚的，按格里的', () => {
  expect(guess('类型', '微信公众号', '微博', '别的')).toBe('platform');
  expect(guess('说明', '更新不及时', '有错别字', '')).toBe('finding');
  expect(guess('要求', '5月底', '6月底')).toBe('deadline');
  expect(guess('谁', '教育局', '卫健委', '某某')).toBe('host');
  expect(guess('谁', '教育局', '某某', '某某')).toBeUndefined();
});

test('栏名写明了类别、发现日期、不看的，不因格里像别的就改', () => {
  expect(guess('问题类别', '更新不及时', '未备案')).toBe('category');
  expect(guess('发现日期', '2026-05-01')).toBe('foundOn');
  expect(guess('最近更新时间', '2026-05-01')).toBe('ignored');
});

test('格里是个数、是有没有的，不是名称', () => {
  expect(guess('账号名称', '2', '3个')).toBeUndefined();
  expect(guess('微信公众号', '已开通', '未开通')).toBeUndefined();
  expect(guess('微信公众号', '甲发布', '乙发布')).toBe('listed');
});

test('全空的按栏名', () => {
  expect(guess('整改时限', '', ' ')).toBe('deadline');
  expect(guess('星期', '')).toBeUndefined();
});

test.each(['已开通', '未备案', '有', '正常', '2个', '运行良好（甲）', '更新中'])(
  '“%s”说的是怎样',
  (text) => {
    expect(isState(text)).toBe(true);
  },
);

test.each(['甲发布', '未来网', '榆阳发布（新）', '健康甲县'])('“%s”是名字', (text) => {
  expect(isState(text)).toBe(false);
});

test('打勾的一栏：有勾，别的都是勾、叉或空；有一格写字的不是', () => {
  expect(isTicked(['√', '', '×'])).toBe(true);
  expect(isTicked(['√', '△'])).toBe(true);
  expect(isTicked(['', '×', '△'])).toBe(false);
  expect(isTicked(['√', '见附件'])).toBe(false);
  expect([isTick(' ✓ '), isTick('否'), isTick('△'), isTick('1')]).toEqual([
    true,
    false,
    'odd',
    true,
  ]);
});
