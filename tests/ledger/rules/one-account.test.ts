import { expect, test } from 'vitest';
import { linesOf, small, swap } from '../small.ts';

const another = small['accounts/jia/jia-wechat.yaml']!.replace('甲街道发布', '甲街道党建');

test('一个平台一个账号，没有提醒', () => {
  expect(linesOf({ 'accounts/jia/jia-weibo.yaml': another.replace('wechat', 'weibo') })).toEqual(
    [],
  );
});

test('同一平台第二个账号提醒一次，不算错误', () => {
  expect(linesOf({ 'accounts/jia/jia-dangjian.yaml': another })).toEqual([
    'accounts/jia/jia-wechat.yaml:4:11 one-account（提醒） 示例区甲街道办事处在微信公众号还有一个账号 jia-dangjian → 核实是否都要保留；确需保留的，写 exception 说明理由，就不再提醒',
  ]);
});

test('写了理由就不再提醒，写在哪一个账号上都可以', () => {
  const exception = 'exception: 党建与政务分开运行\n';
  expect(linesOf({ 'accounts/jia/jia-dangjian.yaml': another + exception })).toEqual([]);
  expect(
    linesOf({
      'accounts/jia/jia-dangjian.yaml': another,
      'accounts/jia/jia-wechat.yaml': small['accounts/jia/jia-wechat.yaml']! + exception,
    }),
  ).toEqual([]);
});

test('理由不再需要时提醒删去', () => {
  expect(
    linesOf(
      swap(
        'accounts/jia/jia-wechat.yaml',
        'platform: wechat',
        'platform: wechat\nexception: 分开运行',
      ),
    ),
  ).toEqual([
    'accounts/jia/jia-wechat.yaml:5:1 one-account（提醒） 这个单位在这个平台只有这一个账号，不再需要说明 → 删去 exception',
  ]);
});

test('未写明平台的账号不作比较', () => {
  const unstated = another.replace('wechat', 'unstated');
  expect(
    linesOf({ 'accounts/jia/jia-a.yaml': unstated, 'accounts/jia/jia-b.yaml': unstated }),
  ).toEqual([]);
});

test('两个网站也提醒', () => {
  const site = (name: string) => `kind: website\nunit: jia\nname: ${name}\n`;
  expect(
    linesOf({ 'accounts/jia/jia-a.yaml': site('甲'), 'accounts/jia/jia-b.yaml': site('乙') }),
  ).toEqual([
    'accounts/jia/jia-b.yaml:1:7 one-account（提醒） 示例区甲街道办事处在网站还有一个账号 jia-a → 核实是否都要保留；确需保留的，写 exception 说明理由，就不再提醒',
  ]);
});
