/** `ledger review`: 一次报送谁报的、报了什么、能不能合并；台账在仓库的哪里。(示例区，虚构) */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WrongUse } from '../../../scripts/command.ts';
import { ledgerPlace, prefixOf, repositoryOf } from '../../../scripts/forge/review.ts';
import { ledger } from '../../documents/run.ts';
import { Depot } from '../../git/depot.ts';
import { report, submitted } from '../../ledger/small.ts';
import { staffed } from '../site/desk/office-clone.ts';

let depot: Depot;
let base: string;
let good: string;
let wrong: string;
beforeAll(() => {
  depot = new Depot();
  base = depot.commit(undefined, staffed());
  const path = 'content/updates/zx/zx-01/20260320-090000-abc.yaml';
  good = depot.commit(base, { [path]: submitted });
  wrong = depot.commit(base, { [path]: report('accepted', '2026-03-20') });
});
afterAll(() => {
  depot.remove();
});
function run(head: string, author = 'clerk-jia', ...args: string[]) {
  const people = ['--author', author, '--actor', 'clerk-jia'];
  return ledger(
    ...['review', '--repo', depot.dir, '--content', 'content', '--as-of', '2026-03-20'],
    ...['--base', base, '--head', head, ...people, ...args],
  );
}

test('能合并的：谁、什么身份，哪一步从什么到什么，结论在最后', () => {
  // Blanks around an account are none of it.
  const { code, out } = run(good, ' clerk-jia ');
  expect([code, out]).toEqual([
    0,
    '提交人 clerk-jia：填报员（示例区甲街道办事处）\n示例区甲街道办事处 zx-01 申请验收：待整改 → 待审核\n报送检查：通过\n',
  ]);
});

test('不能合并的：错误标 ✗，以 1 退出', () => {
  const { code, out } = run(wrong);
  expect([code, out]).toEqual([1, expect.stringMatching(/^✗ .+$/mu)]);
  expect(out).toContain('：不成立');
});

test('给程序的、给审核员的摘要', () => {
  const file = join(depot.dir, '摘要.md');
  const { out } = run(good, 'clerk-jia', '--json', '--summary-file', file);
  expect(JSON.parse(out)).toMatchObject({ ok: true, steps: [{ issue: 'zx-01' }] });
  expect(readFileSync(file, 'utf8')).toContain('申请验收');
});

test('没有的提交、空的账户：说怎么办', () => {
  const none = run('f'.repeat(40));
  expect([none.code, none.err]).toEqual([2, expect.stringContaining('仓库里没有提交')]);
  const nobody = run(good, ' ');
  expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining('账户是空的')]);
});

test('台账在仓库里的位置：前后的 ./ 和斜线不算，出了仓库的不行', () => {
  const given = ['content', './content/', String.raw`a\content`, '.', './', ''];
  expect(given.map(prefixOf)).toEqual(['content/', 'content/', 'a/content/', '', '', '']);
  for (const outside of ['/content', 'C:/content', '../content', 'a/../../b'])
    expect(() => prefixOf(outside)).toThrow(WrongUse);
  expect(() => repositoryOf(join(depot.dir, 'none'))).toThrow('找不到仓库');
});

test('写的文件夹就在那里的，看它在哪个仓库；写了仓库的照写的', () => {
  const clone = join(depot.dir, 'clone');
  depot.branch('main', base);
  depot.git('clone', '--quiet', depot.dir, clone);
  const content = join(clone, 'content');
  expect(ledgerPlace({ content })).toEqual({ repository: clone, prefix: 'content/' });
  expect(ledgerPlace({ content: 'content', repo: depot.dir })).toEqual({
    ...{ repository: depot.dir, prefix: 'content/' },
  });
  // A folder that is not there is taken as a path in the repository, and none leads out of it.
  expect(() => ledgerPlace({ content: join(clone, 'none') })).toThrow(WrongUse);
});
