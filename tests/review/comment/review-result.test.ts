/** 报告: a review laid out as plain data. Real proposals on a real repository. (示例区，虚构) */
import { beforeAll, expect, test } from 'vitest';
import {
  postsInWords,
  reviewResult,
  type ReviewResult,
} from '../../../src/review/comment/review-result.ts';
import { canonical } from '../../../src/ledger/yaml/canon.ts';
import { step, submitted, updateFile, World } from '../../git/world.ts';

const SUM = 'a'.repeat(64);
let world: World;
const result = (...args: Parameters<World['review']>): ReviewResult =>
  reviewResult(world.review(...args));
beforeAll(() => {
  world = new World();
});

test('一份报送：谁的、哪个问题、前后的状态、离截止日几天', () => {
  const { ok, steps, effects, records, outdated } = result(
    updateFile(submitted('plain-01', { note: '已备案', publicNote: '已办' })),
    'clerk-jia',
  );
  expect([ok, outdated, records]).toEqual([true, false, []]);
  expect(steps).toMatchObject([
    {
      issue: 'plain-01',
      unit: 'jia',
      unitName: '示例区甲街道办事处',
      accountName: '甲街道发布',
      finding: '未进行备案',
      actionName: '申请验收',
      before: '待整改',
      after: '待审核',
      dueOn: '2024-06-30',
      daysLeft: 20,
      note: '已备案',
      publicNote: '已办',
    },
  ]);
  expect(effects).toMatchObject([{ unit: 'jia', unitName: '示例区甲街道办事处' }]);
});

test('没有截止日的不算天数', () => {
  const [one] = result(updateFile(step('progress', 'plain-03')), 'clerk-jia').steps;
  expect(one).toMatchObject({ deadline: '长期整改', dueOn: undefined, daysLeft: undefined });
});

test('佐证各是一样：链接、编号、存在别处的文件', () => {
  const evidence = [
    { link: 'https://mp.example/s/a', what: '首页', day: '2024-06-09' },
    { number: '示备〔2024〕1号' },
    { stored: { name: '录屏.mp4', sha256: SUM, size: 5, where: '办公室' } },
  ];
  const [one] = result(updateFile(submitted('plain-01', { evidence })), 'clerk-jia').steps;
  expect(one?.evidence).toEqual([
    {
      kind: 'link',
      value: 'https://mp.example/s/a',
      what: '首页',
      day: '2024-06-09',
      size: undefined,
      sha256: undefined,
    },
    {
      kind: 'number',
      value: '示备〔2024〕1号',
      what: undefined,
      day: undefined,
      size: undefined,
      sha256: undefined,
    },
    {
      kind: 'stored',
      value: '录屏.mp4（办公室）',
      what: undefined,
      day: undefined,
      size: 5,
      sha256: SUM,
    },
  ]);
});

test('不合步骤的报送，没有前后的状态', () => {
  const { ok, steps, faults } = result(updateFile(step('accepted')), 'rev-1');
  expect(ok).toBe(false);
  expect(faults.length).toBeGreaterThan(0);
  expect(steps).toMatchObject([{ actionName: '验收', before: undefined, after: undefined }]);
});

test('报送和佐证以外的变更列在后面', () => {
  const files = {
    'content/accounts/jia/jia-weibo.yaml': canonical('account', {
      kind: 'new-media',
      unit: 'jia',
      name: '甲街道微博',
      platform: 'weibo',
    }),
  };
  const { records, steps } = result({ ...files, ...updateFile(submitted()) }, 'rev-1');
  expect(records).toEqual([
    {
      change: expect.any(String) as string,
      what: '账号',
      path: 'content/accounts/jia/jia-weibo.yaml',
    },
  ]);
  expect(steps).toHaveLength(1);
});

test('台账里没有的问题，名字空着', () => {
  const { steps } = result(updateFile(submitted('plain-99')), 'clerk-jia');
  for (const one of steps) expect(one).toMatchObject({ unit: '', accountName: '', finding: '' });
});

const person = (roles: string[], units: string[] = []) =>
  postsInWords({ who: '', account: '', roles, units } as ReviewResult['people'][number]);

test('人的角色写成话：填报员带单位，没有登记的说没有登记', () => {
  expect(person([])).toBe('未登记');
  expect(person(['clerk'], ['甲街道', '乙镇'])).toBe('填报员（甲街道、乙镇）');
  expect(person(['clerk'])).toBe('填报员');
  expect(person(['reviewer', 'clerk'], ['甲街道'])).toBe('审核员、填报员（甲街道）');
  const [one] = result(updateFile(submitted()), 'clerk-both').people;
  expect(one?.units).toEqual(['示例区甲街道办事处', '示例区乙镇人民政府']);
});
