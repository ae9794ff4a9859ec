import { expect, test } from 'vitest';
import { type Changes, linesOf, report, swap } from '../small.ts';

test('引用都存在，没有错误', () => {
  expect(
    linesOf(
      swap(
        'issues/zx/zx-01.yaml',
        'origin: self-check',
        "origin: self-check\nindicator: { id: M2, edition: '2019' }",
      ),
    ),
  ).toEqual([]);
});

const cases: [what: string, changes: Changes, line: string][] = [
  [
    '账号的单位',
    {
      'accounts/jai/jia-wechat.yaml':
        'kind: new-media\nunit: jai\nname: 甲街道发布\nplatform: wechat\n',
      'accounts/jia/jia-wechat.yaml': undefined,
    },
    'accounts/jai/jia-wechat.yaml:2:7 references 单位 jai 不存在 → 是不是想写“jia”？',
  ],
  [
    '账号的平台',
    swap('accounts/jia/jia-wechat.yaml', 'platform: wechat', 'platform: wechta'),
    'accounts/jia/jia-wechat.yaml:4:11 references 平台 wechta 不存在 → 是不是想写“wechat”？',
  ],
  [
    '问题的账号',
    swap('issues/zx/zx-01.yaml', 'account: jia-wechat', 'account: jia-wechatt'),
    'issues/zx/zx-01.yaml:3:10 references 账号 jia-wechatt 不存在 → 是不是想写“jia-wechat”？',
  ],
  [
    '问题的责任单位',
    swap(
      'issues/zx/zx-01.yaml',
      'account: jia-wechat\nlisted: 微信公众号：甲街道发布\n',
      'unit: jai\n',
    ),
    'issues/zx/zx-01.yaml:3:7 references 单位 jai 不存在 → 是不是想写“jia”？',
  ],
  [
    '问题的配合单位',
    swap('issues/zx/zx-01.yaml', 'origin: self-check', 'origin: self-check\nassisting: [ban, jai]'),
    'issues/zx/zx-01.yaml:12:18 references 单位 jai 不存在 → 是不是想写“jia”？',
  ],
  [
    '问题类别',
    swap('issues/zx/zx-01.yaml', 'problems: [stale]', 'problems: [rules, stal]'),
    'issues/zx/zx-01.yaml:6:19 references 问题类别 stal 不存在 → 是不是想写“stale”？',
  ],
  [
    '指标版本',
    swap(
      'issues/zx/zx-01.yaml',
      'origin: self-check',
      "origin: self-check\nindicator: { id: M2, edition: '2030' }",
    ),
    'issues/zx/zx-01.yaml:12:31 references 指标版本 2030 不存在 → 先在 vocabulary/indicators.yaml 登记，再引用',
  ],
  [
    '指标',
    swap(
      'issues/zx/zx-01.yaml',
      'origin: self-check',
      "origin: self-check\nindicator: { id: M9, edition: '2019' }",
    ),
    'issues/zx/zx-01.yaml:12:18 references 检查指标 M9 不在 2019 版里 → 是不是想写“M2”？',
  ],
  [
    '专项的牵头单位',
    swap('campaigns/zx.yaml', 'office: ban', 'office: bangongshi'),
    'campaigns/zx.yaml:3:9 references 单位 bangongshi 不存在 → 先在 units/ 登记，再引用',
  ],
  [
    '代录的单位',
    {
      'updates/zx-01/20260305-091500-k3f.yaml': report('started', '2026-03-05', 'onBehalfOf: yi\n'),
    },
    'updates/zx-01/20260305-091500-k3f.yaml:4:13 references 单位 yi 不存在 → 先在 units/ 登记，再引用',
  ],
  [
    '报送的问题',
    {
      'updates/zx-09/20260305-091500-k3f.yaml': report('started', '2026-03-05').replace(
        'zx-01',
        'zx-09',
      ),
    },
    'updates/zx-09/20260305-091500-k3f.yaml:1:8 references 问题 zx-09 不存在 → 是不是想写“zx-01”？',
  ],
  [
    '站点的牵头单位',
    swap('site.yaml', 'office: ban', 'office: bann'),
    'site.yaml:6:9 references 单位 bann 不存在 → 是不是想写“ban”？',
  ],
];

test.each(cases)('%s不存在时说明在哪里、怎么改', (_, changes, line) => {
  expect(linesOf(changes)).toEqual([line]);
});

test('被引用的记录写坏了，只报那一条，不再说引用不存在', () => {
  expect(
    linesOf({ 'units/jia.yaml': 'name: [\n' }).every((line) => line.startsWith('units/jia.yaml')),
  ).toBe(true);
});
