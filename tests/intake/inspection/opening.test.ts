/** 开列: the files that a check leads to. (示例区，虚构) */
import { expect, test } from 'vitest';
import { judgedRows } from '../../../src/domain/inspection/inspection.ts';
import type { NewFinding, Openings } from '../../../src/domain/inspection/openings.ts';
import { standing } from '../../../src/domain/issue/standing.ts';
import { openingFiles } from '../../../src/intake/inspection/opening.ts';
import type { Inspection } from '../../../src/schema/inspection.ts';
import type { Entry, Ledger } from '../../../src/schema/ledger.ts';
import { type Changes, checkSmall, swap } from '../../ledger/small.ts';

const TODAY = '2026-06-15';
const check = (more: object = {}) =>
  ({
    id: 'c1',
    path: '',
    name: '二季度检查',
    checkedOn: '2026-06-10',
    edition: '2019',
    campaign: 'q2',
    scope: { kind: 'all' },
    accounts: [
      { account: 'jia-wechat', lookBack: false, results: [{ indicator: 'M2', result: 'failed' }] },
    ],
    ...more,
  }) as unknown as Entry<Inspection>;
function ledgerWith(changes: Changes = {}): Ledger {
  const { ledger } = checkSmall(changes);
  if (ledger === undefined) throw new Error('no ledger');
  return ledger;
}
function finding(ledger: Ledger, more: Partial<NewFinding> = {}, problem: object = {}): NewFinding {
  const [row] = judgedRows(ledger, check());
  const [verdict] = row?.verdicts ?? [];
  const account = ledger.accounts.get('jia-wechat');
  const known = ledger.vocabulary.problems[0];
  if (verdict === undefined || account === undefined || known === undefined)
    throw new Error('no verdict');
  return {
    account,
    verdict: { ...verdict, why: '三周没有更新' },
    problem: { ...known, ...problem },
    ...more,
  };
}
const none = { findings: [], unmapped: [], reopened: [], rechecked: [] } as unknown as Openings;
const files = (ledger: Ledger, openings: Partial<Openings>, inspection = check()) =>
  openingFiles(ledger, inspection, { ...none, ...openings }, TODAY, () => '20260615-100000-abc');

test('新查出的：没有专项的先立，问题接着编号', () => {
  const ledger = ledgerWith();
  const made = files(ledger, { findings: [finding(ledger), finding(ledger)] });
  expect([...made.keys()]).toEqual([
    'campaigns/q2.yaml',
    'issues/q2/q2-01.yaml',
    'issues/q2/q2-02.yaml',
  ]);
  expect(made.get('campaigns/q2.yaml')).toContain('二季度检查问题清单');
  const issue = made.get('issues/q2/q2-01.yaml') ?? '';
  for (const part of [
    'listed: 微信公众号：甲街道发布',
    '不更新：三周没有更新',
    'origin: district',
    'foundOn: 2026-06-10',
    'kind: immediate',
  ])
    expect(issue).toContain(part);
  const inZx = files(ledger, { findings: [finding(ledger)] }, check({ campaign: 'zx' }));
  expect([...inZx.keys()]).toEqual(['issues/zx/zx-02.yaml']);
});

test('没有查出的，专项也不立', () => {
  expect(files(ledgerWith(), {}).size).toBe(0);
});

test('类别写明几天改完的，按那几天；写明措施的照写', () => {
  const ledger = ledgerWith();
  const text = (problem: object) =>
    files(ledger, { findings: [finding(ledger, {}, problem)] }).get('issues/q2/q2-01.yaml') ?? '';
  expect(text({ within: { days: 15 } })).toMatch(/kind: relative[\s\S]*days: 15/u);
  expect(text({ measures: '立即更新' })).toContain('measures: 立即更新');
  expect(text({})).toContain('measures: 对照“不更新”整改');
});

test('上级检查的：来源和依据是上级的', () => {
  const ledger = ledgerWith();
  const above = check({ scope: { kind: 'above', origin: 'city', document: '市办〔2026〕1号' } });
  const text =
    files(ledger, { findings: [finding(ledger)] }, above).get('issues/q2/q2-01.yaml') ?? '';
  expect(text).toContain('origin: city');
  expect(text).toContain('document: 市办〔2026〕1号');
});

test('网站、没有写明平台的账号，只写名称', () => {
  const changes = { 'accounts/jia/jia-site.yaml': 'kind: website\nunit: jia\nname: 甲街道网站\n' };
  const ledger = ledgerWith(changes);
  const account = ledger.accounts.get('jia-site');
  if (account === undefined) throw new Error('no site');
  const text = files(ledger, { findings: [finding(ledger, { account })] }).get(
    'issues/q2/q2-01.yaml',
  );
  expect(text).toContain('listed: 甲街道网站');
});

test('仍不合格的重启，保持住的记复查；公开台账的理由写在公开的一栏', () => {
  const again = (changes: Changes) => {
    const ledger = ledgerWith(changes);
    const [issue] = standing(ledger, TODAY).issues;
    if (issue === undefined) throw new Error('no issue');
    const { verdict } = finding(ledger);
    const reopened = [{ issue, verdict }] as unknown as Openings['reopened'];
    const text = [...files(ledger, { reopened }).values()][0] ?? '';
    const kept = [...files(ledger, { rechecked: [issue] }).values()][0] ?? '';
    return { text, kept };
  };
  const inside = again({});
  expect(inside.text).toMatch(
    /action: reopened[\s\S]*reason: 二季度检查回头看：不更新仍不合格，三周没有更新/u,
  );
  expect(inside.text).toMatch(/round: 2/u);
  expect(inside.text).not.toContain('dueOn');
  expect(inside.kept).toMatch(/action: reviewed[\s\S]*held: true/u);
  const open = again(swap('site.yaml', 'repository: internal', 'repository: public'));
  expect(open.text).toContain('publicNote: 二季度检查回头看');
  expect(open.text).not.toContain('reason:');
});

test('没有写牵头单位的台账，立不了专项', () => {
  const ledger = ledgerWith();
  const { office: _, ...site } = ledger.site;
  expect(() => files({ ...ledger, site }, { findings: [finding(ledger)] })).toThrow(RangeError);
});
