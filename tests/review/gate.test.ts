/** 入口: what is said before any record is read. */
import { expect, test } from 'vitest';
import type { Posts } from '../../src/domain/membership.ts';
import {
  emptyFaults,
  gateFaults,
  historyFault,
  strangerFaults,
  wordFaults,
} from '../../src/review/gate.ts';
import { ledgerChange } from '../../src/review/proposal/change.ts';

const clerk: Posts = {
  account: 'jia-a',
  reviewer: false,
  maintainer: false,
  robot: false,
  units: new Set(['jia']),
  others: [],
};
const stranger: Posts = { ...clerk, account: 'nobody', units: new Set() };
const side = { mode: '100644', object: 'a'.repeat(40) };
const added = (path: string, conflict = false) =>
  ledgerChange({ path, before: undefined, after: side, conflict }, 'content/');
const report = 'content/updates/zx-01/20260320-090000-aaa.yaml';
const lines = (found: readonly { file: string; rule: string }[]) =>
  found.map(({ file, rule }) => `${file} ${rule}`);

test('权限、路径、冲突、大小写各说各的，都写仓库里的路径', () => {
  const people = [{ who: '提交人', posts: clerk }];
  expect(gateFaults([added(report)], people, [])).toEqual([]);
  expect(lines(gateFaults([added('content/units/yi.yaml')], people, []))).toEqual([
    'content/units/yi.yaml not-allowed',
  ]);
  expect(lines(gateFaults([added(report, true)], people, []))).toEqual([`${report} conflict`]);
  const upper = 'content/evidence/zx-01/A.png';
  const twice = gateFaults([added(upper)], people, ['content/evidence/zx-01/a.png']);
  expect(lines(twice).every((line) => line.startsWith(upper))).toBe(true);
  expect(twice).toHaveLength(1);
});

test('没有登记的人不逐个文件说：路径照查，人只说一次', () => {
  const people = [{ who: '提交人', posts: stranger }];
  expect(gateFaults([added('content/units/yi.yaml')], people, [])).toEqual([]);
  expect(strangerFaults(people, 'content/site.yaml')).toEqual([
    expect.objectContaining({
      file: 'content/site.yaml',
      rule: 'unknown-account',
      message: '提交人 nobody 不在本台账登记的人员中',
    }),
  ]);
  expect(strangerFaults([{ who: '推送人', posts: clerk }], 'x')).toEqual([]);
});

test('任期不在今天的，说任期', () => {
  const others = [{ role: 'clerk' as const, unit: 'jia', from: '2020-01-01', until: '2020-12-31' }];
  const [fault] = strangerFaults([{ who: '提交人', posts: { ...stranger, others } }], 'x');
  expect(fault?.message).toBe('提交人 nobody 的任期不在今天之内');
});

test('什么也没有改，是提醒；改了的不说', () => {
  expect(emptyFaults([], 'content/')).toEqual([
    expect.objectContaining({ rule: 'empty', severity: 'warning', file: 'content/' }),
  ]);
  expect(emptyFaults([added(report)], 'content/')).toEqual([]);
});

test('提交说明里的身份证号码：校验位对的是错误，不对的是提醒；手机号不管；读不出的要重新提交', () => {
  const commit = '0123456789abcdef';
  const said = (text: string | undefined) =>
    wordFaults([{ commit, text }], 'content/').map(({ rule, severity }) => `${rule} ${severity}`);
  expect(said('更正张三 11010519491231002X')).toEqual(['privacy fault']);
  expect(said('更正张三 110105194912310021')).toEqual(['privacy warning']);
  expect(said('报送 13800138000')).toEqual([]);
  expect(said('')).toEqual([]);
  expect(said(undefined)).toEqual(['history fault']);
  expect(wordFaults([{ commit, text: undefined }], '')[0]?.message).toContain('0123456789');
});

test.each(['unrelated', 'criss-cross', 'shallow', 'huge'] as const)(
  '历史 %s：有一句话和一个办法',
  (problem) => {
    const fault = historyFault('content/', problem);
    expect(fault).toMatchObject({ rule: 'history', severity: 'fault', file: 'content/' });
    expect(fault.message).toMatch(/\p{Script=Han}{4}/u);
    expect(fault.remedy).toMatch(/\p{Script=Han}{3}/u);
  },
);
