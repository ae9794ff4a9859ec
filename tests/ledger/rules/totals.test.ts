import { expect, test } from 'vitest';
import { linesOf, small, swap } from '../small.ts';

test('报的总数不小于列名的，没有错误', () => {
  expect(
    linesOf(
      swap(
        'campaigns/zx.yaml',
        'office: ban',
        'reported: { units: 1, accounts: 5, websites: 0 }\noffice: ban',
      ),
    ),
  ).toEqual([]);
});

test('报的单位数和账号数小于列名的', () => {
  expect(
    linesOf(
      swap('campaigns/zx.yaml', 'office: ban', 'reported: { units: 0, accounts: 0 }\noffice: ban'),
    ),
  ).toEqual([
    'campaigns/zx.yaml:3:20 totals 报告所列单位数是 0，台账里列名的却有 1 → 对照来源文件，改正总数，或改正列名的记录',
    'campaigns/zx.yaml:3:33 totals 报告所列新媒体账号数是 0，台账里列名的却有 1 → 对照来源文件，改正总数，或改正列名的记录',
  ]);
});

test('不涉及账号的问题，责任单位也是列名的单位', () => {
  const changes = swap(
    'issues/zx/zx-01.yaml',
    'account: jia-wechat\nlisted: 微信公众号：甲街道发布\n',
    'unit: jia\n',
  );
  const campaign = swap(
    'campaigns/zx.yaml',
    'office: ban',
    'reported: { units: 0, accounts: 0 }\noffice: ban',
  );
  expect(linesOf({ ...changes, ...campaign })).toEqual([
    'campaigns/zx.yaml:3:20 totals 报告所列单位数是 0，台账里列名的却有 1 → 对照来源文件，改正总数，或改正列名的记录',
  ]);
});

test('网站单独数', () => {
  expect(
    linesOf({
      ...swap('campaigns/zx.yaml', 'office: ban', 'reported: { websites: 0 }\noffice: ban'),
      'accounts/jia/jia-wechat.yaml': 'kind: website\nunit: jia\nname: 甲街道网站\n',
    }),
  ).toEqual([
    'campaigns/zx.yaml:3:23 totals 报告所列网站数是 0，台账里列名的却有 1 → 对照来源文件，改正总数，或改正列名的记录',
  ]);
});

test('单位上报的账号数不小于它列名的账号', () => {
  expect(
    linesOf({ 'units/jia.yaml': `${small['units/jia.yaml']!}reported: { accounts: 0 }\n` }),
  ).toEqual([
    'units/jia.yaml:4:23 totals 示例区甲街道办事处上报的账号数是 0，台账里列名的却有 1 → 对照来源文件，改正总数，或改正列名的记录',
  ]);
});
