/** 途经: what commits hold on the way, and the end does not. */
import { describe, expect, test } from 'vitest';
import type { Posts } from '../../src/domain/membership.ts';
import type { Passing, PassingVersion } from '../../src/history/proposal/passing.ts';
import { passingChanges, passingFaults } from '../../src/review/passing.ts';
import { checkSmall, report, small } from '../ledger/small.ts';
import { blobsWith } from './blobs.ts';

const posts = (account: string, said: Partial<Posts>): Posts => ({
  account,
  reviewer: false,
  maintainer: false,
  robot: false,
  units: new Set(),
  others: [],
  ...said,
});
const clerk = posts('jia-a', { units: new Set(['jia']) });
const other = posts('yi-b', { units: new Set(['yi']) });
const reviewer = posts('shen', { reviewer: true });
const path = 'content/updates/zx-01/20260320-090000-aaa.yaml';

/** What is said of versions that passed: `fate path text`. */
function told(
  person: Posts,
  versions: readonly (readonly [path: string, text: string | Uint8Array, PassingVersion['fate']])[],
  touches: Passing['touches'] = [],
): string[] {
  const { blobs, objects } = blobsWith(
    Object.fromEntries(versions.map(([at, text]) => [at, text])),
  );
  const { ledger } = checkSmall();
  const passing: Passing = {
    touches,
    versions: versions.map(([at, , fate]) => ({
      path: at,
      object: objects[at]!,
      mode: '100644',
      fate,
      inBase: false,
    })),
  };
  const looked = {
    base: ledger!,
    merged: ledger!,
    people: [{ who: '提交人', posts: person }],
    today: '2026-03-21',
  };
  return passingFaults(passing, 'content/', looked, blobs).map(
    ({ file, rule, severity, message }) =>
      `${file} ${severity === 'warning' ? '提醒 ' : ''}${rule} ${message}`,
  );
}
const progress = report('progress', '2026-03-20', 'note: 在改\n');

describe('自己的报送', () => {
  test('改写过的草稿不值一说；丢掉的、合并时被盖掉的，要重来', () => {
    expect(told(clerk, [[path, progress, 'replaced']])).toEqual([]);
    expect(told(clerk, [[path, progress, 'gone']])).toEqual([
      expect.stringMatching(/buried 分支的历史里有这份报送，最后却没有了/u),
    ]);
    expect(told(clerk, [[path, progress, 'overridden']])).toEqual([
      expect.stringMatching(/buried 合并别的分支时丢掉了/u),
    ]);
  });

  test('佐证的旧版本会留在历史里：提醒', () => {
    const at = 'content/evidence/zx-01/说明.pdf';
    expect(told(clerk, [[at, '%PDF-1.4\n%%EOF\n', 'replaced']])).toEqual([
      expect.stringMatching(/提醒 passing 分支的历史里有这个佐证文件的旧版本|passing/u),
    ]);
  });
});

describe('别人的', () => {
  test('别的单位的报送途经，不收', () => {
    expect(told(other, [[path, progress, 'replaced']])).toEqual([
      expect.stringContaining('提交人 yi-b 不是示例区甲街道办事处的填报员'),
    ]);
  });

  test('审核员的决定途经填报员的手，不收；审核员自己的收', () => {
    const returned = report('returned', '2026-03-20', 'reason: 没有佐证\n');
    expect(told(clerk, [[path, returned, 'replaced']])).toEqual([
      expect.stringContaining('分支的历史里有审核员的“退回”，最后却不是它'),
    ]);
    expect(told(reviewer, [[path, returned, 'replaced']])).toEqual([]);
  });

  test('动过又恢复的设置，一个文件说一次', () => {
    const touch = { path: 'content/site.yaml', kind: 'edited' as const };
    const lines = told(clerk, [], [touch, touch]);
    expect(lines).toEqual([
      expect.stringMatching(/^content\/site\.yaml passing 分支的历史里动过这个文件/u),
    ]);
  });
});

describe('不能留在历史里的', () => {
  const number = '11010519491231002X';

  test.each([
    ['照写', `note: ${number}\n`],
    ['用转义写', `note: "1101051949\\x31231002X"\n`],
    ['折成两行', `note: 11010519\n  491231002X\n`],
  ])('身份证号码，%s', (_, words) => {
    expect(told(clerk, [[path, report('progress', '2026-03-20', words), 'replaced']])).toEqual([
      expect.stringContaining('里面有身份证号码'),
    ]);
  });

  test('文件名里的身份证号码；不是文本的记录', () => {
    const named = `content/evidence/zx-01/${number}.png`;
    expect(told(clerk, [[named, 'x', 'replaced']])[0]).toMatch(/身份证号码/u);
    expect(told(clerk, [[path, new Uint8Array([0xff, 0xfe, 0x00]), 'replaced']])).toHaveLength(1);
  });
});

test('途经的每个文件都算改动，好知道要读哪些记录', () => {
  const changes = passingChanges(
    {
      versions: [{ path, object: 'a', mode: '100644', fate: 'gone', inBase: false }],
      touches: [{ path: 'content/units/jia.yaml', kind: 'removed' }],
    },
    'content/',
  );
  expect(changes.map(({ kind, fileKind, issue }) => [kind, fileKind, issue])).toEqual([
    ['added', 'update', 'zx-01'],
    ['removed', 'unit', undefined],
  ]);
  expect(Object.keys(small)).toContain('units/jia.yaml');
});
