/** 登记与问题: what the register says against an open problem of the same account, and what it does not. (示例区，虚构) */
import { expect, test } from 'vitest';
import type { Audience } from '../../../src/schema/field.ts';
import { faceOf } from '../../../src/views/face.ts';
import { besideRegister } from '../../../src/views/unit/beside-register.ts';
import { type Changes, checkSmall, report, small, submitted, swap } from '../../ledger/small.ts';

const LISTED = small['issues/zx/zx-01.yaml'] ?? '';
const step = (day: string, text: string): Changes => ({
  [`registry/jia-wechat/${day.replaceAll('-', '')}-090000-aaa.yaml`]: `account: jia-wechat\nreportedOn: ${day}\n${text}`,
});
const filed = (on: string) =>
  step('2026-05-20', `action: entered\nstate: normal\nfiledOn: ${on}\nfilingNumber: 示备1号\n`);
const account = (more: string): Changes => ({
  'accounts/jia/jia-wechat.yaml': `${small['accounts/jia/jia-wechat.yaml'] ?? ''}${more}`,
});
function beside(
  problem: string,
  changes: Changes,
  audience: Audience = 'internal',
  today = '2026-06-15',
) {
  const { ledger, faults } = checkSmall({
    ...swap('campaigns/zx.yaml', 'office: ban', 'office: ban\npublication: { level: list }'),
    'vocabulary/problems.yaml': `problems:
  - { id: not-filed, name: 未备案 }
  - { id: content-stale, name: 更新不及时 }
  - { id: stopped-not-deregistered, name: 停用未注销 }
`,
    'issues/zx/zx-01.yaml': LISTED.replace('[stale]', `[${problem}]`),
    ...changes,
  });
  const wrong = faults.filter(({ severity }) => severity === 'fault');
  if (ledger === undefined || wrong.length > 0)
    throw new Error(wrong.map(({ file, message }) => `${file} ${message}`).join('\n'));
  const face = faceOf(ledger, today, audience);
  const one = face.ledger.accounts.get('jia-wechat');
  return one === undefined ? [] : besideRegister(face, one);
}

test('有备案编号而“未备案”还没有销号的，两样都说', () => {
  expect(beside('not-filed', filed('2026-05-15'))).toEqual([
    '备案登记自2026年5月15日起有备案编号；“未备案”问题还没有销号，另按问题计。',
  ]);
});

test('备案比问题还早的，内部请核对，公开站不说', () => {
  expect(beside('not-filed', filed('2025-12-01'))[0]).toContain(
    '早于问题发现或列入的2026年3月1日，请核对',
  );
  expect(beside('not-filed', filed('2025-12-01'), 'public')[0]).not.toContain('请核对');
});

test('没有登记、没有编号、正在办的，不说', () => {
  expect(beside('not-filed', {})).toEqual([]);
  expect(beside('not-filed', step('2026-01-05', 'action: entered\nstate: unfiled\n'))).toEqual([]);
});

test('登记的最近更新在问题以后的，说；以前的、当天的不说', () => {
  expect(beside('content-stale', account('lastPostOn: 2026-05-20\n'))).toEqual([
    '登记的最近更新日2026年5月20日在问题发现或列入的2026年3月1日之后；“更新不及时”问题还没有销号，另按问题计。',
  ]);
  expect(beside('content-stale', account('lastPostOn: 2026-03-01\n'))).toEqual([]);
  expect(beside('content-stale', {})).toEqual([]);
  expect(beside('not-filed', account('lastPostOn: 2026-05-20\n'))).toEqual([]);
});

test('问题销号了的不说', () => {
  const closed = {
    ...filed('2026-05-15'),
    'updates/zx/zx-01/20260520-100000-abc.yaml': submitted.replace('2026-03-20', '2026-05-20'),
    'updates/zx/zx-01/20260521-100000-abc.yaml': report('accepted', '2026-05-21'),
  };
  expect(beside('not-filed', closed)).toEqual([]);
});
