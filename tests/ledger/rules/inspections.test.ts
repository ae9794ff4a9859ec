import { expect, test } from 'vitest';
import { type Changes, linesOf } from '../small.ts';

const head = (day: string, more = '') =>
  `name: 检查\ncheckedOn: ${day}\nedition: '2019'\ncampaign: q1\n${more}population: 1\nscope: { kind: all }\n`;
const row = (more: string) => `accounts:\n  - { account: jia-wechat${more} }\n`;
const failed = ', results: [{ indicator: M2, result: failed }]';
const passed = ', results: [{ indicator: M2, result: passed }]';
const q1 = { 'inspections/q1-check.yaml': head('2026-03-05') + row(failed) };
const second = 'inspections/q2-check.yaml';
const edited = (find: string, replacement: string): Changes => ({
  'inspections/q1-check.yaml': (head('2026-03-05') + row(failed)).replace(find, replacement),
});

test('合规的检查和回头看没有错误', () => {
  expect(
    linesOf({
      ...q1,
      [second]: head('2026-06-05', 'previous: q1-check\n') + row(`, lookBack: true${passed}`),
    }),
  ).toEqual([]);
});

const first = 'inspections/q1-check.yaml';
const cases: [what: string, changes: Changes, line: string][] = [
  [
    '账号不存在',
    edited('account: jia-wechat', 'account: jia-weixin'),
    `${first}:8:16 inspections 账号 jia-weixin 不存在 → 先登记，再引用`,
  ],
  [
    '指标版本不存在',
    edited("edition: '2019'", "edition: '2030'"),
    `${first}:3:10 inspections 指标版本 2030 不存在 → 先登记，再引用`,
  ],
  [
    '指标不适用',
    edited('indicator: M2', 'indicator: W1'),
    `${first}:8:51 inspections 检查指标 W1 不适用于 jia-wechat → 可用的指标：M2`,
  ],
  [
    '清单少了账号',
    edited('population: 1', 'population: 2'),
    `${first}:8:3 inspections 检查清单有 1 个账号，按范围应有 2 个 → 用 npx ledger sample 重新抽取，或改正 population 和 scope`,
  ],
  [
    '最近更新日晚于检查日',
    edited(', results', ', lastPostOn: 2026-03-06, results'),
    `${first}:8:40 inspections 最近更新日晚于检查日 → 写检查时看到的最近一次发布`,
  ],
  [
    '上次检查不存在',
    edited('population', 'previous: q0-check\npopulation'),
    `${first}:5:11 inspections 检查 q0-check 不存在 → 是不是想写“q1-check”？`,
  ],
  [
    '没有标明回头看',
    { ...q1, [second]: head('2026-06-05', 'previous: q1-check\n') + row(passed) },
    `${second}:9:5 inspections jia-wechat 上次检查不合格，没有标明回头看 → 加上 lookBack: true`,
  ],
  [
    '写合格而早已不更新',
    {
      'vocabulary/indicators.yaml':
        "editions:\n  - id: '2019'\n    document: 示例指标（虚构）\n    from: 2019-04-01\n    veto:\n      website: [{ id: W1, name: 打不开, when: [打不开] }]\n      new-media: [{ id: M2, name: 不更新, when: [两周不更新] }]\nthresholds: [{ from: 2019-04-01, indicator: M2, every: { everyDays: 14 }, source: 示例 }]\n",
      [first]: head('2026-03-05') + row(`, lastPostOn: 2026-02-01${passed}`),
    },
    `${first}:8:61 inspections jia-wechat 的 M2 写的是合格，而已32天未更新，要求间隔不超过14天（示例） → 核对最近更新日和栏目统计；确实合格的改正它们，不合格的删去这条结果`,
  ],
];

test.each(cases)('%s时说明在哪里、怎么改', (_, changes, line) => {
  expect(linesOf(changes)).toContain(line);
});

test('上次不合格的账号没有列入，指出缺哪些', () => {
  const other = 'kind: website\nunit: ban\nname: 门户\n';
  const lines = linesOf({
    ...q1,
    'accounts/ban/ban-site.yaml': other,
    [second]: `${head('2026-06-05', 'previous: q1-check\n')}accounts:\n  - { account: ban-site, results: [{ indicator: W1, result: passed }] }\n`,
  });
  expect(lines).toContain(
    `${second}:9:3 inspections 上次检查不合格的没有全部再看：缺 jia-wechat → 加进检查清单，并写 lookBack: true`,
  );
});
