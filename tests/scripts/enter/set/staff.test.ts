/** `ledger staff`: 换人, by names and accounts, without YAML. (示例区，虚构) */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openLedger } from '../../../../src/ledger/open.ts';
import { ledger, scratch } from '../../../documents/run.ts';

let content = '';
beforeEach(() => {
  content = join(scratch(), 'content');
  cpSync('tests/fixtures/shili', content, { recursive: true });
});

const run = (...args: string[]) => ledger(...args, '--content', content);
const written = (path: string) => readFileSync(join(content, path), 'utf8');

test('换填报员：旧的写上最后一天不删，新的从那天起；审核员也这样', () => {
  const out = ['--out', 'clerk-shili-jiaoyu', '--in', 'xinren', '--on', '2026-06-10'];
  expect(run('staff', '教育局', ...out, '--write').code).toBe(0);
  const members = openLedger(content).units.get('shili-jiaoyu')?.members ?? [];
  expect(members.slice(-2).map(({ account, from, until }) => [account, from, until])).toEqual([
    ['clerk-shili-jiaoyu', expect.any(String), '2026-06-09'],
    ['xinren', '2026-06-10', undefined],
  ]);
  const more = run('staff', '审核员', '--in', 'reviewer-2', '--on', '2026-06-10', '--write');
  expect([more.code, more.out]).toEqual([0, expect.stringContaining('npx ledger codeowners')]);
  expect(openLedger(content).site.reviewers.at(-1)).toEqual({
    account: 'reviewer-2',
    from: '2026-06-10',
  });
  expect(run('staff', '教育局').out).toContain('xinren 2026-06-10 起');
});

test.each([
  [['教育局', '--out', 'nobody'], '里没有在任的 nobody'],
  [['审核员', '--in', 'Reviewer-1'], '已经是审核员的人'],
  [['2026-check', '--in', 'a'], '不是单位，也不是岗位'],
])('换人写错了说明白：%j', (args, words) => {
  const { code, err } = run('staff', ...args, '--write');
  expect([code, err]).toEqual([2, expect.stringContaining(words)]);
});

test.each([
  ['审核员', 'reviewers', 'reviewer-1'],
  ['管理员', 'maintainers', 'maintainer-1'],
] as const)('最后一个%s不能只出不进；一次换好的、还有别人的可以', (what, list, last) => {
  for (const one of openLedger(content).site[list].slice(1))
    run('staff', what, '--out', one.account, '--on', '2026-06-10', '--write');
  expect(openLedger(content).site[list].map(({ account }) => account)[0]).toBe(last);
  const before = written('site.yaml');
  const go = ['--out', last, '--on', '2026-06-11', '--write'];
  const { code, err } = run('staff', what, ...go);
  expect([code, err]).toEqual([2, expect.stringContaining(`${last} 是最后一个${what}`)]);
  expect(written('site.yaml')).toBe(before);
  expect(run('staff', what, ...go, '--in', 'xinren').code).toBe(0);
  expect(openLedger(content).site[list].at(-1)).toEqual({ account: 'xinren', from: '2026-06-11' });
});
