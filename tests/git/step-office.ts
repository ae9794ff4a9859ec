/** An office of a small ledger in a real repository, for tests of its steps by command: each a branch, merged by the line that it prints. */
import { execSync } from 'node:child_process';
import { afterEach, beforeEach, expect } from 'vitest';
import { report, small, submitted } from '../ledger/small.ts';
import { Office } from './office-round.ts';

/** The day of every command. */
export const TODAY = '2026-06-15';
const site = `${small['site.yaml'] ?? ''}reviewers: [{ account: rev-1, name: 赵示例, from: 2025-01-01 }]\n`;
const registering = `rules:
  - { from: 2025-01-01, filingDays: 10, noticeDays: 5, deregisterDays: 10, abandonedDays: 10 }
`;
const reminding = `rules:
  - { from: 2025-01-01, urgeAfter: 3, circularAfter: 10, interviewAfter: 20, silentAfter: 10, replyWithin: 5 }
`;
const columns = `columns:
  - { id: row, names: [序号] }
  - { id: listed, names: [政府网站/政务新媒体, 账号名称] }
  - { id: host, names: [主办单位] }
  - { id: finding, names: [存在问题] }
`;
/** The issue of the small ledger as row `row`, with parts replaced. */
export const listedIssue = (row: number, more: Record<string, string> = {}): string => {
  const lines = (small['issues/zx/zx-01.yaml'] ?? '').replace('row: 1', `row: ${String(row)}`);
  return Object.entries(more).reduce((text, [find, put]) => text.replace(find, put), lines);
};
/** Makes an issue one that the city assigned. */
export const city = { 'origin: self-check': 'origin: city' };
const of = (id: string, text: string) => text.replace('issue: zx-01', `issue: ${id}`);

interface StepOffice {
  /** Asked for within tests. */
  readonly office: () => Office;
  /** Runs a command on the ledger. */
  readonly run: (name: string, ...args: string[]) => { code: number; out: string };
  /** The same, which must succeed, and merges what it made; what it said. */
  readonly done: (name: string, ...args: string[]) => string;
  /** What a person does with the line that a command prints. */
  readonly merge: (out: string) => void;
}

/** A new office for each test of the file that calls: four issues, of which 02 and 03 wait for the level above. */
export function stepOffice(): StepOffice {
  let office: Office;
  beforeEach(() => {
    office = new Office(
      new Map(
        Object.entries({
          ...small,
          'site.yaml': site,
          'vocabulary/registering.yaml': registering,
          'vocabulary/reminding.yaml': reminding,
          'vocabulary/columns.yaml': columns,
          'accounts/jia/jia-weibo.yaml':
            'kind: new-media\nunit: jia\nname: 甲街道微博\nplatform: weibo\n',
          'issues/zx/zx-02.yaml': listedIssue(2, {
            ...city,
            'account: jia-wechat': 'account: jia-weibo',
            '微信公众号：甲街道发布': '新浪微博：甲街道微博',
          }),
          'issues/zx/zx-03.yaml': listedIssue(3, city),
          'issues/zx/zx-04.yaml': listedIssue(4, city),
          'updates/zx-02/20260320-090000-aaa.yaml': of('zx-02', submitted),
          'updates/zx-02/20260322-090000-aaa.yaml': of('zx-02', report('accepted', '2026-03-22')),
          'updates/zx-03/20260320-090000-aaa.yaml': of('zx-03', submitted),
          'updates/zx-03/20260322-090000-aaa.yaml': of('zx-03', report('accepted', '2026-03-22')),
          'updates/zx-04/20260320-090000-aaa.yaml': of('zx-04', submitted),
        }),
      ),
    );
  });
  afterEach(() => {
    office.close();
  });
  const run = (name: string, ...args: string[]) =>
    office.look(name, '--content', office.path('content'), '--as-of', TODAY, ...args);
  const merge = (out: string): void => {
    const line = /自己合并：(?<line>git .+)$/mu.exec(out)?.groups?.['line'];
    if (line === undefined) throw new Error(`no line to merge by: ${out}`);
    execSync(line, { cwd: office.dir, stdio: 'pipe' });
  };
  return {
    office: () => office,
    run,
    merge,
    done: (name, ...args) => {
      const { code, out } = run(name, ...args);
      expect([code, out]).toEqual([0, out]);
      merge(out);
      return out;
    },
  };
}
