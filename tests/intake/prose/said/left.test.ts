/** 没有读懂的话: what stands behind an account and says neither that it is wrong nor that it is well. (虚构) */
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

const BESIDE = '“甲水务”微信公众号超过两周未更新。';
const LEFT = '“甲小学”视频号发布的升旗视频带有学生姓名和班级胸牌。';

it.each([
  ['同一段里', [`${BESIDE}${LEFT}`]],
  ['同一部分里', ['二、政务新媒体', BESIDE, LEFT]],
  ['没有小标题的一篇里', [BESIDE, LEFT]],
  ['逐点写的一篇里', [`一是更新不及时。${BESIDE}`, `二是信息发布。${LEFT}`]],
  ['检查发现的', [`经查，${LEFT}`]],
])('%s别的有问题，看不懂的一个要问', (_, lines) => {
  expect(read(...lines).get('甲小学')).toMatchObject({ findings: [], why: 'unclear' });
});

it('小标题说了是什么问题的，照小标题提出', () => {
  const named = read(`一是更新不及时。${BESIDE}`, `二是泄露信息。${LEFT}`);
  expect(named.get('甲小学')).toMatchObject({ findings: ['发布的升旗视频带有学生姓名和班级胸牌'] });
});

it.each([
  ['另一部分的', ['一、总体情况', LEFT, '二、存在问题', BESIDE]],
  ['没有别的问题的', ['“甲小学”视频号组织升旗仪式直播活动。']],
  ['报告发布多少的', [BESIDE, '“甲小学”视频号发布视频32条。']],
  ['报告何时开通的', [BESIDE, '“甲小学”视频号2020年3月开通运行至今。']],
  ['说运行良好的', [BESIDE, '“甲小学”视频号更新及时，内容丰富。']],
  ['只说到栏目的', [BESIDE, '“甲小学”视频号“校园动态”栏目。']],
  ['另有问题的', [BESIDE, LEFT, '“甲小学”视频号一个月未更新。']],
  ['要求里的', [BESIDE, '三、工作要求', LEFT]],
])('%s不问', (_, lines) => {
  const named = [...read(...lines).values()];
  expect(named.filter(({ left, why }) => left !== undefined && why === 'unclear')).toEqual([]);
});

it('顿号后面接不上的名字，和后面的一起问', () => {
  const named = read('抽查养老机构公众号，发现：“甲夕阳红”、松鹤公寓“甲松鹤”公众号更新不及时。');
  expect(named.get('甲夕阳红')).toMatchObject({ why: 'unclear', guesses: ['更新不及时'] });
});

it.each([
  ['标题说有问题', ['二、存在问题', BESIDE, LEFT]],
  ['冒号前说有问题', [`但也发现以下不足：${BESIDE}`, `审核不严的：${LEFT}`]],
])('%s，旁边多数有问题，看不懂的一个按原话提出', (_, lines) => {
  expect(
    read(...lines)
      .get('甲小学')
      ?.findings.join(''),
  ).toContain('发布的升旗视频带有学生姓名和班级胸牌');
});

it.each([
  ['旁边多数没有问题', ['二、存在问题', '“乙小学”视频号更新及时。“丙小学”视频号运行正常。', LEFT]],
  ['标题说的是做法', ['二、存在问题整改情况', BESIDE, LEFT]],
  ['说的是做成的事', ['二、存在问题', BESIDE, '“甲小学”视频号推出升旗系列短片和班级故事。']],
  ['说的是安排', ['二、存在问题', BESIDE, '“甲小学”视频号由县教育局统一运维管理。']],
])('%s，看不懂的一个不提出', (_, lines) => {
  expect(read(...lines).get('甲小学')?.findings ?? []).toEqual([]);
});
