/** 权限: the whole table, held to what the office's rules say. */
import { describe, expect, test } from 'vitest';
import type { Posts } from '../../../src/domain/membership.ts';
import { layout } from '../../../src/schema/layout.ts';
import { fileKindName, rightFault, rights, rolesOf } from '../../../src/review/people/rights.ts';
import type { FileKind, ChangeKind, LedgerChange } from '../../../src/review/proposal/change.ts';

const posts = (roles: string): Posts => ({
  account: 'a',
  reviewer: roles.includes('r'),
  maintainer: roles.includes('m'),
  robot: roles.includes('b'),
  units: new Set(roles.includes('c') ? ['u'] : []),
  others: [],
});
const change = (fileKind: FileKind, kind: ChangeKind): LedgerChange => ({
  full: 'content/x',
  path: 'x',
  fileKind,
  kind,
  before: undefined,
  after: undefined,
  issue: undefined,
  conflict: false,
});
const areas = Object.keys(rights) as FileKind[];
const kinds: readonly ChangeKind[] = ['added', 'edited', 'removed'];

test('每种记录都在表里，每处都有中文名', () => {
  expect(areas).toEqual(expect.arrayContaining(Object.keys(layout)));
  for (const fileKind of areas) expect(fileKindName(fileKind)).toMatch(/^\p{Script=Han}+$/u);
});

test('定时任务的账户只能新增催办记录', () => {
  const may = areas.flatMap((fileKind) =>
    kinds
      .filter((kind) => rightFault(change(fileKind, kind), posts('b'), '提交人') === undefined)
      .map((kind) => `${kind} ${fileKind}`),
  );
  expect(may).toEqual(['added reminder']);
  expect(rolesOf(posts('b'))).toEqual(['robot']);
});

test('填报员只能新增报送和佐证', () => {
  const may = areas.flatMap((fileKind) =>
    kinds
      .filter((kind) => rightFault(change(fileKind, kind), posts('c'), '提交人') === undefined)
      .map((kind) => `${kind} ${fileKind}`),
  );
  expect(may.toSorted()).toEqual(['added evidence', 'added update']);
});

test('写一次的谁也不能改', () => {
  const once: readonly FileKind[] = ['update', 'registration', 'reminder', 'bulletin', 'selfCheck'];
  for (const fileKind of once)
    for (const kind of ['edited', 'removed'] as const) {
      const fault = rightFault(change(fileKind, kind), posts('crm'), '提交人');
      expect(fault).toMatchObject({ rule: 'not-allowed', severity: 'fault' });
      expect(fault?.message).toMatch(/只能新增|印发后不能/u);
      expect(fault?.remedy).toContain('恢复原文件');
    }
});

test('问题不能删除，佐证不能替换，说清该怎么办', () => {
  expect(rightFault(change('issue', 'removed'), posts('rm'), '提交人')?.remedy).toContain('撤销');
  expect(rightFault(change('evidence', 'edited'), posts('rm'), '提交人')?.remedy).toContain(
    '另起名字',
  );
});

describe('身份', () => {
  test.each([
    ['', []],
    ['c', ['clerk']],
    ['rm', ['reviewer', 'maintainer']],
    ['crm', ['clerk', 'reviewer', 'maintainer']],
  ])('%j', (letters, held) => {
    expect(rolesOf(posts(letters))).toEqual(held);
  });

  test('兼任的可以做任一身份能做的；做不了的说出身份、该由谁办', () => {
    expect(rightFault(change('site', 'edited'), posts('cm'), '提交人')).toBeUndefined();
    const fault = rightFault(change('site', 'edited'), posts('cr'), '推送人');
    expect(fault?.message).toBe('推送人 a（填报员、审核员）不能修改站点设置');
    expect(fault?.remedy).toBe('从这次提交里去掉这个文件；修改站点设置由管理员办理');
  });
});
