/** 逐条的项: what a point says behind its account, understood or not. (虚构) */
import { expect, it } from 'vitest';
import { namedInCircular } from '../../../../src/intake/prose/circular.ts';
import { known } from '../known.ts';

function read(...lines: string[]) {
  const { named } = namedInCircular(
    lines.map((text, at) => ({
      kind: 'line' as const,
      text,
      place: { file: '', sheet: '', row: at + 1, cell: '' },
    })),
    known,
  );
  return new Map(named.map((one) => [one.mention.name, one]));
}

const WRONG = [
  '1、县司法局“甲司法”微信公众号：超过两周未更新。',
  '2、县水利局“甲水利”微博：没有备案。',
];

it('别的项都是问题，看不懂的一项要人看，不说成没有问题', () => {
  const named = read(...WRONG, '3、县教育局“甲教育”视频号：宣传画面出现竞赛培训机构招牌。');
  expect(named.get('甲教育')).toMatchObject({
    findings: [],
    why: 'unclear',
    guesses: ['宣传画面出现竞赛培训机构招牌'],
  });
});

it.each([
  ['运行正常', [...WRONG, '3、县教育局“甲教育”视频号：更新及时，运行正常。'], '甲教育'],
  ['已整改', [...WRONG, '3、县教育局“甲教育”视频号：已整改到位。'], '甲教育'],
  [
    '花名册',
    [
      '1、县司法局“甲司法”微信公众号：订阅号',
      '2、县水利局“甲水利”微博：个人认证主体',
      '3、县教育局“甲教育”视频号：短视频栏目',
    ],
    '甲教育',
  ],
  [
    '另一份清单',
    [...WRONG, '二、先进典型', '1、县教育局“甲教育”视频号：推出夏令营直播。'],
    '甲教育',
  ],
])('%s的一项不问', (_, lines, name) => {
  expect(read(...lines).get(name)?.why).not.toBe('unclear');
});

it('后面写明已办结的，照样提出，办结没有要问', () => {
  const named = read(
    '1、县司法局“甲司法”微信公众号：认证过期。已于4月30日办结。',
    '2、县水利局“甲水利”微博：没有备案，已于4月30日办结。',
    '3、县人防办“甲人防”微信公众号：认证过期。尚未办结。',
  );
  expect(named.get('甲司法')).toMatchObject({ findings: ['认证过期'], status: '已于4月30日办结' });
  expect(named.get('甲水利')?.status).toBe('已于4月30日办结');
  expect(named.get('甲人防')?.status).toBeUndefined();
});

it('本项取消的不提出', () => {
  const named = read(...WRONG, '3、县人防办“甲人防”微信公众号：认证过期。（本项取消）');
  expect(named.get('甲人防')).toMatchObject({ findings: [], why: 'cancelled' });
  expect(read(...WRONG, '3、（并入第2项，本项取消）').size).toBe(2);
});
