/** 猜栏: what a column may be by its title and its cells; offered, never taken. (虚构) */
import { expect, test } from 'vitest';
import { guessColumn, isState, isTick, isTicked } from '../../../src/intake/list/guess.ts';

const recognises = {
  isPlatform: (text: string) => ['微信公众号', '微博', '抖音'].includes(text),
  isUnit: (text: string) => /[局委办]$/u.test(text),
  isFinding: (text: string) => /不及时|错别字|未备案/u.test(text),
  isDeadline: (text: string) => /月底|^\d{4}-/u.test(text),
  isAccount: (text: string) => /^“[^”]+”(?:微博|抖音)$/u.test(text),
  platformIn: () => undefined,
};
const guess = (title: string, ...cells: string[]) => guessColumn(title, cells, recognises);

test('格里的字说得更清楚的，按格里的', () => {
  expect(guess('类型', '微信公众号', '微博', '别的')).toBe('platform');
  expect(guess('说明', '更新不及时', '有错别字', '')).toBe('finding');
  expect(guess('要求', '5月底', '6月底')).toBe('deadline');
  expect(guess('谁', '教育局', '卫健委', '某某')).toBe('host');
  expect(guess('谁', '教育局', '某某', '某某')).toBeUndefined();
});

test('“对象”下面是单位的是单位，是账号的是账号；已办结、还没动说的是办到哪里', () => {
  expect(guess('检查对象', '教育局', '卫健委')).toBe('host');
  expect(guess('检查对象', '“甲发布”微博', '“乙发布”抖音')).toBe('listed');
  expect(guess('账号及平台', '“甲发布”微博', '“乙发布”抖音')).toBe('listed');
  expect(guess('办得怎样', '已办结', '还没动', '整改中')).toBe('status');
  expect(guess('办得怎样', '已办结', '说不清', '另有安排')).toBeUndefined();
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
