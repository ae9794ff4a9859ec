import { expect, test } from 'vitest';
import { linesOf, report, submitted, swap } from '../small.ts';

const first = 'updates/zx-01/20260320-090000-aaa.yaml';
const second = 'updates/zx-01/20260325-090000-bbb.yaml';
const bare = report('submitted', '2026-03-20', 'evidence: [{ link: https://mp.example/s/a }]\n');

test('佐证齐全再验收，没有错误', () => {
  expect(linesOf({ [first]: submitted, [second]: report('accepted', '2026-03-25') })).toEqual([]);
});

test('缺日期的链接不够，验收那一条要改', () => {
  expect(linesOf({ [first]: bare, [second]: report('accepted', '2026-03-25') })).toEqual([
    `${second}:2:9 evidence-owed 验收了，但“更新不及时”还缺佐证 → 请附最近一次发布的链接，并写发布日期；写在这条记录的 evidence 里，或退回单位补充`,
  ]);
});

test('还没有验收的，缺佐证不算错误', () => {
  expect(linesOf({ [first]: bare })).toEqual([]);
});

test('审核员验收时补上佐证，没有错误', () => {
  const accepted = report(
    'accepted',
    '2026-03-25',
    'evidence: [{ link: https://mp.example/s/b, day: 2026-03-24 }]\n',
  );
  expect(linesOf({ [first]: bare, [second]: accepted })).toEqual([]);
});

test('合并即销号的专项，申请那一条就要齐全', () => {
  expect(
    linesOf({
      ...swap('campaigns/zx.yaml', 'office: ban', 'closing: { policy: merge }\noffice: ban'),
      [first]: bare,
    }),
  ).toEqual([
    `${first}:2:9 evidence-owed 验收了，但“更新不及时”还缺佐证 → 请附最近一次发布的链接，并写发布日期；写在这条记录的 evidence 里，或退回单位补充`,
  ]);
});

test('重启之后，上一轮的佐证不算', () => {
  expect(
    linesOf({
      [first]: submitted,
      [second]: report('accepted', '2026-03-25'),
      'updates/zx-01/20260401-090000-ccc.yaml': report(
        'reopened',
        '2026-04-01',
        'reason: 反弹\nground: recurrence\nround: 2\n',
      ),
      'updates/zx-01/20260402-090000-ddd.yaml': report('submitted', '2026-04-02'),
      'updates/zx-01/20260403-090000-eee.yaml': report('accepted', '2026-04-03'),
    }),
  ).toEqual([
    'updates/zx-01/20260403-090000-eee.yaml:2:9 evidence-owed 验收了，但“更新不及时”还缺佐证 → 请附最近一次发布的链接，并写发布日期；写在这条记录的 evidence 里，或退回单位补充',
  ]);
});
