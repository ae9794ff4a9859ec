import { expect, test } from 'vitest';
import { linesOf, report, small, submitted, type Changes } from '../small.ts';

const first = 'updates/zx-01/20260320-090000-aaa.yaml';
const second = 'updates/zx-01/20260325-090000-bbb.yaml';
const reviewers = `reviewers:
  - { account: jing-ban, from: 2026-01-01 }
  - { account: fu-zhuren, from: 2026-01-01 }
`;
const approval = `approval:
  from: 2026-03-22
  until: 2026-12-31
  approvers:
    - { post: 分管副主任, account: fu-zhuren }
    - { post: 老主任, until: 2026-03-23 }
`;
const signed = (more: Record<string, string> = {}) =>
  Object.entries({
    drafter: 'jing-ban',
    draftedOn: '2026-03-23',
    approver: '分管副主任',
    approvedOn: '2026-03-24',
    ...more,
  })
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
const twoActs = (changes: Changes = {}, setting = approval): Changes => ({
  'site.yaml': `${small['site.yaml'] ?? ''}${reviewers}`,
  'campaigns/zx.yaml': `${small['campaigns/zx.yaml'] ?? ''}${setting}`,
  [first]: submitted,
  ...changes,
});
const accepted = (more: Record<string, string> = {}, day = '2026-03-25') =>
  twoActs({ [second]: report('accepted', day, signed(more)) });

test('写全拟办、审签的人和日期，没有错误；起用以前、停用以后的决定照旧一步', () => {
  expect(linesOf(accepted())).toEqual([]);
  expect(linesOf(twoActs({ [second]: report('accepted', '2026-03-21') }))).toEqual([]);
  const stopped = approval.replace('2026-12-31', '2026-03-23');
  expect(linesOf(twoActs({ [second]: report('accepted', '2026-03-25') }, stopped))).toEqual([]);
});

test('缺哪几项写明哪几项', () => {
  expect(
    linesOf(twoActs({ [second]: report('accepted', '2026-03-25', 'approver: 分管副主任\n') })),
  ).toEqual([
    `${second}:2:9 approval 本专项的决定要审签，“验收”没有写拟办人、拟办日期、审签日期 → 先拟办，领导审签以后再签发；补录的写 drafter、draftedOn、approvedOn`,
  ]);
  expect(
    linesOf(twoActs({ [second]: report('returned', '2026-03-25', 'reason: 看不清\n') })),
  ).toHaveLength(1);
});

test('审签的不是专项写明的人，或那天已不审签；自己拟办、自己审签；拟办人不是审核员', () => {
  expect(linesOf(accepted({ approver: '王某' }))).toEqual([
    `${second}:6:11 approval “王某”在2026年3月24日不是本专项的审签人 → 应为“分管副主任”；换人的，请管理员在专项的 approval.approvers 里加上`,
  ]);
  expect(linesOf(accepted({ approver: '老主任' }))).toHaveLength(1);
  expect(linesOf(accepted({ approver: '老主任', approvedOn: '2026-03-23' }))).toEqual([]);
  expect(linesOf(accepted({ drafter: 'Fu-Zhuren' }))).toEqual([
    `${second}:6:11 approval Fu-Zhuren 自己拟办、自己审签 → 拟办和审签要两个人：请另一位审核员拟办；同一职务有几人的，在专项里把职务写得分得清`,
  ]);
  expect(linesOf(accepted({ drafter: 'mallory' }))[0]).toContain('不是审核员');
});

test('同一职务有两人、其中一人拟办的，分不清是谁审签', () => {
  const both = approval.replace(
    '    - { post: 老主任',
    '    - { post: 分管副主任, account: jing-ban }\n    - { post: 老主任',
  );
  expect(linesOf(twoActs({ [second]: report('accepted', '2026-03-25', signed()) }, both))).toEqual([
    expect.stringContaining('jing-ban 自己拟办、自己审签'),
  ]);
});

test('审签不早于拟办，不晚于签发', () => {
  expect(linesOf(accepted({ approvedOn: '2026-03-22' }))[0]).toContain('早于拟办日期');
  expect(linesOf(accepted({ approvedOn: '2026-03-26' }))[0]).toContain('晚于签发的报告日期');
});

test('不用审签的记录不写拟办和审签日期；公示不用审签', () => {
  expect(
    linesOf({ [first]: submitted, [second]: report('accepted', '2026-03-25', signed()) }),
  ).toHaveLength(3);
});

test('账号关停的撤销不用审签，但名册上那天以前要有批准关停', () => {
  const closed = (register: Changes) =>
    linesOf(
      twoActs({
        ...register,
        [second]: report('voided', '2026-03-25', 'reason: 账号已关停\nground: closed\n'),
      }),
    );
  const on = (day: string): Changes => ({
    'registry/jia-wechat/20260105-090000-aaa.yaml':
      'account: jia-wechat\naction: entered\nreportedOn: 2026-01-05\nstate: unfiled\n',
    'registry/jia-wechat/20260320-090000-bbb.yaml': `account: jia-wechat\naction: closing\nreportedOn: ${day}\napproval: 示例批〔2026〕1号\n`,
  });
  expect(closed(on('2026-03-20'))).toEqual([]);
  for (const register of [{}, on('2026-03-26')])
    expect(closed(register)).toContainEqual(
      expect.stringContaining('到2026年3月25日名册上没有“批准关停”，不能凭账号关停免审签'),
    );
});

test('设置：合并即销号的不能审签；止不早于起；有账户的审签人要是审核员', () => {
  const merge = `${approval}closing: { policy: merge }\n`;
  expect(linesOf({ ...twoActs({}, merge), [first]: undefined })[0]).toContain(
    '合并即销号的专项没有可以审签的决定',
  );
  expect(linesOf(twoActs({}, approval.replace('2026-12-31', '2026-03-01')))[0]).toContain(
    '早于起用日',
  );
  expect(linesOf(twoActs({}, approval.replace('account: fu-zhuren', 'account: wai-ren')))).toEqual([
    expect.stringContaining('审签人的账户 wai-ren 没有登记为审核员，签发不了'),
  ]);
});
