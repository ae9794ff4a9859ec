/** 归属: who may speak for a unit, and how a reviewer says for whom. */
import { describe, expect, test } from 'vitest';
import type { Posts } from '../../../src/domain/membership.ts';
import { ownershipFaults } from '../../../src/review/people/ownership.ts';
import type { Person, StepCase } from '../../../src/review/proposal/case.ts';
import { ledgerChange } from '../../../src/review/proposal/change.ts';
import { type Changes, checkSmall, report, small } from '../../ledger/small.ts';

const path = 'updates/zx-01/20260320-090000-aaa.yaml';
const second = { 'units/yi.yaml': 'name: 示例区乙街道办事处\nkind: street\n' };

function posts(account: string, said: Partial<Posts> = {}): Posts {
  const nobody = { reviewer: false, maintainer: false, robot: false, others: [] };
  return { account, ...nobody, units: new Set(), ...said };
}
const clerk = (...units: string[]): Posts => posts('jia-a', { units: new Set(units) });
const reviewer = posts('shen', { reviewer: true });
const maintainer = posts('guan', { maintainer: true });

interface Handed {
  readonly by: Posts;
  readonly files: Changes;
  readonly before?: Changes;
  readonly also?: Person;
  readonly merging?: boolean;
}

/** The rules and sentences of what `by` hands in. */
function told({ by, files, before = {}, also, merging = false }: Handed): string[] {
  const base = checkSmall({ ...second, ...before }).ledger!;
  const merged = checkSmall({ ...second, ...before, ...files }).ledger!;
  const changes = Object.keys(files).map((one) =>
    ledgerChange(
      { path: one, before: undefined, after: { mode: '100644', object: '' }, conflict: false },
      '',
    ),
  );
  const people = [{ who: '提交人', posts: by }, ...(also === undefined ? [] : [also])];
  const file: StepCase = {
    changes,
    people,
    author: by,
    today: '2026-03-21',
    merging,
    base,
    merged,
  };
  return ownershipFaults(file).map(
    ({ rule, severity, message, remedy }) =>
      `${severity === 'warning' ? '提醒 ' : ''}${rule} ${message} → ${remedy}`,
  );
}
const progress = { [path]: report('progress', '2026-03-20', 'note: 在改\n') };

describe('替哪个单位说话', () => {
  test('本单位的填报员、审核员可以，别的单位的填报员、管理员不可以', () => {
    expect(told({ by: clerk('jia'), files: progress })).toEqual([]);
    expect(told({ by: clerk('yi'), files: progress })).toEqual([
      'not-member 提交人 jia-a 不是示例区甲街道办事处的填报员 → 请示例区甲街道办事处的填报员报送；人员有变动的，请管理员登记（units/jia.yaml 的 members）',
    ]);
    expect(told({ by: maintainer, files: progress })).toHaveLength(1);
  });

  test('提交人有权、推送人没有的，只说推送人', () => {
    const also = { who: '推送人', posts: posts('yi-b', { units: new Set(['yi']) }) };
    const [line, ...others] = told({ by: clerk('jia'), files: progress, also });
    expect(line).toMatch(/^not-member 推送人 yi-b 不是/u);
    expect(others).toEqual([]);
  });

  test('什么都没有登记的人不在这里说：整个提议只说一次', () => {
    expect(told({ by: posts('nobody'), files: progress })).toEqual([]);
  });

  test('任期过了的、还没到的，写明到哪天、自哪天', () => {
    const term = { role: 'clerk' as const, unit: 'jia' };
    const over = { ...clerk('yi'), others: [{ ...term, from: '2025-01-01', until: '2026-02-28' }] };
    const later = { ...clerk('yi'), others: [{ ...term, from: '2026-04-01', until: undefined }] };
    expect(told({ by: over, files: progress })[0]).toContain(
      '任示例区甲街道办事处填报员到2026年2月28日为止',
    );
    expect(told({ by: later, files: progress })[0]).toContain(
      '自2026年4月1日起才是示例区甲街道办事处的填报员',
    );
  });

  test('配合单位的，请它把情况告诉责任单位', () => {
    const issue = 'issues/zx/zx-01.yaml';
    const assisted = { [issue]: `${small[issue] ?? ''}assisting: [yi]\n` };
    expect(told({ by: clerk('yi'), files: progress, before: assisted })[0]).toMatch(
      /^not-member 示例区乙街道办事处是这个问题的配合单位.*把情况告诉示例区甲街道办事处/u,
    );
  });

  test('佐证文件和报送一样；不是新增的、别处的文件不在这里说', () => {
    const files = { 'evidence/zx-01/截图.png': 'x' };
    expect(told({ by: clerk('yi'), files })[0]).toMatch(/^not-member/u);
    expect(told({ by: clerk('jia'), files })).toEqual([]);
    expect(told({ by: clerk('yi'), files: { 'evidence/no-such/截图.png': 'x' } })).toEqual([]);
  });
});

describe('代录', () => {
  const behalf = (unit: string) => ({
    [path]: report('progress', '2026-03-20', `note: 在改\nonBehalfOf: ${unit}\n`),
  });

  test('审核员代单位报，要写明代哪个单位', () => {
    expect(told({ by: reviewer, files: progress })).toEqual([
      'on-behalf 审核员 shen 代单位报送，没有写明代录 → 加上 onBehalfOf: jia，并写 channel（收件渠道）',
    ]);
    expect(told({ by: reviewer, files: behalf('jia') })).toEqual([]);
    expect(told({ by: reviewer, files: behalf('yi') })).toEqual([
      'on-behalf 代录单位写的是 yi，这个问题属于 jia → 把 onBehalfOf 改成 jia',
    ]);
  });

  test('公开的仓库里没有内部栏目，写不了代哪个单位，不要求', () => {
    const site = { 'site.yaml': (small['site.yaml'] ?? '').replace('internal', 'public') };
    expect(told({ by: reviewer, files: progress, before: site })).toEqual([]);
  });

  test('填报员报本单位的不是代录；收件时不再问', () => {
    expect(told({ by: clerk('jia'), files: behalf('jia') })[0]).toMatch(
      /^on-behalf 填报员报送本单位/u,
    );
    expect(told({ by: clerk('jia'), files: behalf('jia'), merging: true })).toEqual([]);
  });

  test('收件人由审核员写', () => {
    const files = { [path]: report('progress', '2026-03-20', 'note: 在改\nreceivedBy: 办公室\n') };
    expect(told({ by: clerk('jia'), files })[0]).toMatch(/^received-by/u);
    expect(told({ by: clerk('jia'), files, merging: true })).toEqual([]);
  });

  test('佐证公开不公开由审核员定', () => {
    const open = 'evidence: [{ link: https://mp.example/s/a, public: true }]\n';
    const files = { [path]: report('progress', '2026-03-20', `note: 在改\n${open}`) };
    expect(told({ by: clerk('jia'), files })[0]).toMatch(/^public-evidence 提交人 jia-a/u);
  });
});

test('审核员办自己单位的决定，是提醒：另有审核员的请他办，只有一位的照办', () => {
  const both = { ...reviewer, units: new Set(['jia']) };
  const submitted = 'updates/zx-01/20260320-090000-aaa.yaml';
  const files = {
    'updates/zx-01/20260321-090000-bbb.yaml': report(
      'returned',
      '2026-03-21',
      'reason: 没有佐证\n',
    ),
  };
  const before = {
    [submitted]: report(
      'submitted',
      '2026-03-20',
      'evidence: [{ link: https://mp.example/s/a, day: 2026-03-19 }]\n',
    ),
  };
  expect(told({ by: both, files, before })).toEqual([
    expect.stringMatching(/^提醒 self-review shen 既是这个单位的填报员.*只登记了一位审核员/u),
  ]);
  const two =
    'reviewers:\n  - { account: shen, from: 2026-01-01 }\n  - { account: li, from: 2026-01-01 }\n';
  const staffed = { ...before, 'site.yaml': `${small['site.yaml'] ?? ''}${two}` };
  expect(told({ by: both, files, before: staffed })[0]).toContain('最好由另一位审核员办理');
  expect(told({ by: reviewer, files, before })).toEqual([]);
});

test('管理员在备案登记里只登记移交', () => {
  const at = 'registry/jia-wechat/20260320-090000-aaa.yaml';
  const step = (action: string, more: string) => ({
    [at]: `account: jia-wechat\naction: ${action}\nreportedOn: 2026-03-20\n${more}`,
  });
  const entered = step('entered', 'state: unfiled\n');
  expect(told({ by: maintainer, files: entered })).toEqual([
    expect.stringMatching(/^not-allowed 提交人 guan（管理员）不能登记“入册”/u),
  ]);
  expect(told({ by: maintainer, files: step('transferred', 'to: yi\n') })).toEqual([]);
  expect(told({ by: { ...maintainer, reviewer: true }, files: entered })).toEqual([]);
});
