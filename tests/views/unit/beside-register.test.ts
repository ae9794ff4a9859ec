/** 登记与问题: what the register says against an open problem of the same account, and what it does not. (示例区，虚构) */
import { expect, test } from 'vitest';
import { openLedger } from '../../../src/ledger/open.ts';
import type { Audience } from '../../../src/schema/field.ts';
import { faceOf } from '../../../src/views/face.ts';
import { besideIssue, besideRegister } from '../../../src/views/unit/beside-register.ts';
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
function faceWith(
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
  return faceOf(ledger, today, audience);
}
function beside(...given: Parameters<typeof faceWith>) {
  const face = faceWith(...given);
  const one = face.ledger.accounts.get('jia-wechat');
  return one === undefined ? [] : besideRegister(face, one);
}
function onIssue(...given: Parameters<typeof faceWith>) {
  const face = faceWith(...given);
  const one = face.issues.get('zx-01');
  return one === undefined ? undefined : besideIssue(face, one);
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
  // Outside nothing is known of the checks that may have seen another day.
  for (const said of [beside, onIssue])
    expect(said('content-stale', account('lastPostOn: 2026-05-20\n'), 'public')).toEqual([]);
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

const entered = (state: string) =>
  step(
    '2026-06-01',
    `action: entered\nstate: ${state}\n${['normal', 'abnormal'].includes(state) ? 'filedOn: 2024-01-05\nfilingNumber: 示备1号\n' : ''}`,
  );

test('问题页：账号已注销、关停中、异常、停用的，没有办结的问题写明；正常的、备案没有办完的不说', () => {
  for (const [state, name] of [
    ['deregistered', '已注销'],
    ['notice', '公告期'],
    ['closing', '拟关停'],
    ['abnormal', '异常'],
    ['abandoned', '停用未注销'],
  ] as const)
    for (const audience of ['internal', 'public'] as const)
      expect(onIssue('content-stale', entered(state), audience)).toEqual([
        `账号的登记状态自2026年6月1日起为${name}。这个问题还没有销号，另按问题计。`,
      ]);
  for (const state of ['normal', 'unfiled', 'filing'])
    expect(onIssue('content-stale', entered(state))).toEqual([]);
  expect(onIssue('content-stale', {})).toEqual([]);
});

test('问题页：登记说的正是问题所列的，只说一次；问题说的就是停用未注销的不算不一致', () => {
  expect(onIssue('stopped-not-deregistered', entered('deregistered'))).toEqual([
    '备案登记自2026年6月1日起为已注销。这个问题还没有销号，另按问题计。',
  ]);
  expect(onIssue('stopped-not-deregistered', entered('abandoned'))).toEqual([]);
});

test('问题页：办结了的不说', () => {
  const closed = {
    ...entered('deregistered'),
    'updates/zx/zx-01/20260320-100000-abc.yaml': submitted,
    'updates/zx/zx-01/20260325-100000-abd.yaml': report('accepted', '2026-03-25'),
  };
  expect(onIssue('content-stale', closed)).toEqual([]);
});

test('问题页：登记的最近更新日与以后检查所见不一致的，写明各是哪一天、各算什么；一致的、公开站不说', () => {
  const shili = openLedger('tests/fixtures/shili');
  const id = '2026-check-13';
  const said = (lastPostOn: string, audience: Audience = 'internal') => {
    const account = shili.accounts.get('shili-sifa-mini-program')!;
    const accounts = new Map(shili.accounts).set(account.id, { ...account, lastPostOn });
    const face = faceOf({ ...shili, accounts }, '2026-06-15', audience);
    const all = besideIssue(face, face.issues.get(id)!);
    return audience === 'public' ? all : all.filter((words) => words.includes('不一致'));
  };
  expect(said('2026-05-30')).toEqual([
    '登记的最近更新日与2026年6月5日检查所见的2026年4月3日不一致：问题是否整改到位，看检查所见，由审核员核实；更新期限的预警，按最近的2026年5月30日（登记）推算。',
  ]);
  // Posted after the check, as the check saw it, and before that: the two agree.
  for (const day of ['2026-06-08', '2026-04-03', '2026-03-20']) expect(said(day)).toEqual([]);
  expect(said('2026-05-30', 'public')).toEqual([]);
});
