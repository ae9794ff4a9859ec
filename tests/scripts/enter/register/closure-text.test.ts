/** 关停的说法: where the closing of an account stands, what is next, and what becomes of its problems. (示例区，虚构) */
import { expect, test, vi } from 'vitest';
import { type Closure, tellClosure } from '../../../../scripts/enter/register/closure-text.ts';
import { closureOf } from '../../../../src/domain/closure.ts';
import { register } from '../../../../src/domain/register.ts';
import { standing } from '../../../../src/domain/issue/standing.ts';
import { type Changes, checkSmall, small } from '../../../ledger/small.ts';

const LISTED = small['issues/zx/zx-01.yaml'] ?? '';
const step = (day: string, text: string): Changes => ({
  [`registry/jia-wechat/${day.replaceAll('-', '')}-090000-aaa.yaml`]: `account: jia-wechat\nreportedOn: ${day}\n${text}`,
});
const ENTERED = step('2026-01-05', 'action: entered\nstate: unfiled\n');
const CLOSING = { ...ENTERED, ...step('2026-06-01', 'action: closing\napproval: 示批1号\n') };
const NOTICE = {
  ...CLOSING,
  ...step(
    '2026-06-02',
    'action: notice\nfrom: 2026-06-02\nuntil: 2026-06-09\nlink: https://mp.example/s/a\n',
  ),
};

function tell(changes: Changes = ENTERED, { withIssues = false, json = false } = {}): string {
  const { ledger, faults } = checkSmall(changes);
  const wrong = faults.filter(({ severity }) => severity === 'fault');
  if (ledger === undefined || wrong.length > 0)
    throw new Error(wrong.map(({ file, message }) => `${file} ${message}`).join('\n'));
  const today = '2026-06-15';
  const now = register(ledger.registry.get('jia-wechat') ?? [], today);
  const steps = closureOf(now, today);
  const { issues } = standing(ledger, today);
  const isAbove = (origin: string) => origin === 'city';
  const closure: Closure = {
    account: 'jia-wechat',
    today,
    register: now,
    steps,
    next: steps.find(({ done }) => done === undefined),
    open: withIssues ? issues.filter(({ issue }) => !isAbove(issue.origin)) : [],
    above: withIssues ? issues.filter(({ issue }) => isAbove(issue.origin)) : [],
  };
  let said = '';
  const heard = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  try {
    tellClosure(ledger, closure, { content: '', json });
  } finally {
    heard.mockRestore();
  }
  return said;
}

test('还没有开始：下一步批准，怎样登记', () => {
  const said = tell();
  expect(said).toMatch(/^甲街道发布（jia-wechat）：/u);
  expect(said).toContain('  1. 下一步：批准关停（2026年6月15日起可办）');
  expect(said).toContain('没有要办的问题');
  expect(
    said
      .trimEnd()
      .endsWith('登记下一步：npx ledger close-account jia-wechat --next --approval 批准文号'),
  ).toBe(true);
});

test('办过的说哪天办的；下一步要什么', () => {
  const said = tell(CLOSING);
  expect(said).toMatch(/1\. \S+：2026年6月1日已办/u);
  expect(said).toContain('--next --link 公告网址');
});

test('公告期满才能注销，说几时起可办', () => {
  expect(tell(NOTICE)).toMatch(/3\. 下一步：\S+（2026年6月10日起可办/u);
  expect(tell(NOTICE)).toContain('--next --receipt 注销回执');
});

const issues = {
  ...ENTERED,
  'issues/zx/zx-02.yaml': LISTED.replace('row: 1', 'row: 2').replace('self-check', 'city'),
};

test('没有办结的问题列出来，上级交办的先报上级', () => {
  const said = tell(issues, { withIssues: true });
  expect(said).toContain('没有办结的问题 2 个，注销后按“账号已关停”撤销');
  expect(said).toMatch(/zx-01 [^（\n]*：更新不及时\n/u);
  expect(said).toMatch(/zx-02 .*更新不及时（上级交办，先报上级同意）/u);
});

test('给程序的：每步的日子、下一步、两种问题分开', () => {
  const { state, steps, next, open, above } = JSON.parse(
    tell(issues, { withIssues: true, json: true }),
  ) as Record<string, unknown>;
  expect([state, next, open, above]).toEqual(['unfiled', 'closing', ['zx-01'], ['zx-02']]);
  expect(steps).toMatchObject([
    { action: 'closing', on: null, from: '2026-06-15' },
    {},
    { from: null },
    {},
  ]);
});
