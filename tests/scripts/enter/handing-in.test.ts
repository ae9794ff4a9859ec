/** 交上去: from the newest main, checked first, then a branch or the folder. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { handIn, openHandingPlace, pushBranch } from '../../../scripts/enter/handing-in.ts';
import type { Posts } from '../../../src/domain/membership.ts';
import { scratch, type Scratch } from '../../history/repository.ts';
import { report, small } from '../../ledger/small.ts';

const AT = '2026-03-01T10:00:00+08:00';
const DAY = '2026-03-20';
const as: Posts = {
  account: '',
  reviewer: false,
  maintainer: false,
  robot: false,
  units: new Set(['jia']),
  others: [],
};
const PATH = 'updates/zx/zx-01/20260320-090000-aaa.yaml';

let made: Scratch;
let content: string;
beforeEach(() => {
  made = scratch();
  for (const [path, text] of Object.entries(small)) made.write(`content/${path}`, text);
  made.commit('甲', AT);
  content = join(made.dir, 'content');
});
afterEach(() => made.remove());

const options = (more: object = {}) => ({ content, remote: 'origin', asOf: DAY, ...more });
const handing = (text = report('progress', DAY, 'note: 在改\n')) => ({
  files: new Map([[PATH, text]]),
  branch: 'report/zx-01',
  message: 'zx-01 报进展',
  as,
  isNamed: false,
});

test('写成分支：当前分支和文件夹不动；没有远端的，说怎样自己合并', () => {
  const desk = openHandingPlace(options());
  const { branch, lines } = handIn(desk, handing(), options());
  expect(branch).toBe('report/zx-01');
  expect(made.git('show', `report/zx-01:content/${PATH}`)).toContain('note: 在改');
  expect(made.git('status', '--porcelain')).toBe('');
  expect(made.git('rev-parse', '--abbrev-ref', 'HEAD')).toBe('main');
  expect(lines.at(-1)).toContain('没有远端 origin，自己合并');
});

test('写进文件夹；另起分支名', () => {
  const write = options({ write: true });
  expect(handIn(openHandingPlace(write), handing(), write).branch).toBeUndefined();
  expect(readFileSync(join(content, PATH), 'utf8')).toContain('note: 在改');
  const named = options({ branch: 'report/another' });
  expect(handIn(openHandingPlace(named), handing(), named).branch).toBe('report/another');
});

test('不合规的说明白，什么都不写', () => {
  const desk = openHandingPlace(options());
  expect(() => handIn(desk, handing(report('accepted', DAY)), options())).toThrow(
    '没有写入：先改正上面的错误。',
  );
  expect(made.git('for-each-ref', '--format=%(refname)', 'refs/heads')).toBe('refs/heads/main');
});

test('不在仓库里要建分支的，说明白', () => {
  const write = options({ write: true, push: true });
  expect(() => handIn(openHandingPlace(write), handing(), write)).toThrow('不能建分支');
});

test('从最新取到的主分支起，不从检出的旧提交起', () => {
  const old = made.git('rev-parse', 'HEAD');
  made.write('content/units/yi.yaml', 'name: 示例区乙镇人民政府\nkind: street\n');
  const newest = made.commit('甲', AT);
  made.git('checkout', '--quiet', '--detach', old);
  const desk = openHandingPlace(options());
  expect(desk.base).toBe(newest);
  expect(desk.ledger.units.has('yi')).toBe(true);
  made.git('update-ref', 'refs/remotes/origin/main', old);
  expect(openHandingPlace(options()).base).toBe(old);
});

test('读不出的、旧版的台账，说先做什么', () => {
  made.write(
    'content/site.yaml',
    small['site.yaml']!.replace(/schemaVersion: \d+/u, 'schemaVersion: 1'),
  );
  made.commit('甲', AT);
  expect(() => openHandingPlace(options())).toThrow('先运行 npx ledger migrate');
  made.write('content/site.yaml', 'name: [');
  made.commit('甲', AT);
  expect(() => openHandingPlace(options())).toThrow('先运行 npx ledger check');
});

test('推送：成了说推到哪里，不成说分支还在、怎样再推', () => {
  const other = scratch();
  try {
    made.git('remote', 'add', 'origin', other.dir);
    const desk = openHandingPlace(options());
    const { lines } = handIn(desk, handing(), options());
    expect(lines.some((line) => line.startsWith('推送：'))).toBe(true);
    expect(pushBranch(desk, 'report/zx-01', options())).toEqual({
      ok: true,
      line: '已推送到 origin：report/zx-01。',
    });
    made.git('remote', 'set-url', 'origin', join(made.dir, 'none'));
    const failed = pushBranch(desk, 'report/zx-01', options());
    expect([failed.ok, failed.line]).toEqual([
      false,
      expect.stringContaining('分支 report/zx-01 还在'),
    ]);
  } finally {
    other.remove();
  }
});
