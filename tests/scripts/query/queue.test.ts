/** `ledger queue`: 交上来还没有合并的报送，从真的 Git 仓库里数。(示例区，虚构) */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { vanishedLine } from '../../../scripts/query/queue.ts';
import { ledger } from '../../documents/run.ts';
import { scratch, type Scratch } from '../../history/repository.ts';
import { report, small } from '../../ledger/small.ts';

let made: Scratch;
let content: string;
const at = (day: string) => `${day}T10:00:00+08:00`;
const update = (issue: string, second: number) =>
  `content/updates/${issue}/20260320-09000${String(second)}-abc.yaml`;
beforeAll(() => {
  made = scratch();
  const issue = small['issues/zx/zx-01.yaml'] ?? '';
  const site = `${small['site.yaml'] ?? ''}reviewers: [{ account: rev-2, from: 2025-01-01 }]\n`;
  for (const [path, text] of Object.entries({
    ...small,
    'site.yaml': site,
    'units/yi.yaml': 'name: 示例区乙镇人民政府\nkind: town\n',
    'issues/zx/zx-02.yaml': `${issue
      .replace('row: 1', 'row: 2')
      .replace('account: jia-wechat', 'unit: yi')}officer: rev-2\n`,
  }))
    made.write(`content/${path}`, text);
  const first = made.commit('办公室', at('2026-03-01'));
  const branch = (name: string, who: string, day: string, issues: readonly string[]) => {
    made.git('checkout', '--quiet', '-b', name, first);
    for (const [second, id] of issues.entries())
      made.write(
        update(id, second),
        report('progress', '2026-03-20', 'note: 在改\n').replace('zx-01', id),
      );
    made.commit(who, at(day));
  };
  branch('report/jia', '甲街道', '2026-06-05', ['zx-01', 'zx-01']);
  branch('report/yi', '乙镇', '2026-06-01', ['zx-02']);
  made.git('checkout', '--quiet', 'main');
  content = join(made.dir, 'content');
});
afterAll(() => {
  made.remove();
});
const run = (...args: string[]) =>
  ledger('queue', '--content', content, '--as-of', '2026-06-15', ...args);

test('等得最久的在前：哪天交的、等了几天、谁交的、哪个分支、哪些问题', () => {
  const { code, out } = run();
  const [head, yi, jia, words] = out.split('\n');
  expect([code, head]).toEqual([0, expect.stringMatching(/^提交日 +已等 +提交人 +分支 +问题$/u)]);
  expect(yi).toMatch(/^2026-06-01 +14 天 +乙镇 +report\/yi +zx-02$/u);
  // One issue is told once, however often it was reported.
  expect(jia).toMatch(/^2026-06-05 +10 天 +甲街道 +report\/jia +zx-01$/u);
  expect(words).toContain('2');
});

test('给程序的：几份、几步、等得最久的几天；日子在后头的算零天', () => {
  const { proposals, reports, longest, waiting } = JSON.parse(run('--json').out) as {
    proposals: number;
    reports: number;
    longest: number;
    waiting: { days: number }[];
  };
  expect([proposals, reports, longest, waiting.map(({ days }) => days)]).toEqual([
    2,
    3,
    14,
    [14, 10],
  ]);
  const early = ledger('queue', '--content', content, '--as-of', '2026-06-01', '--json');
  expect(JSON.parse(early.out)).toMatchObject({ waiting: [{ days: 0 }, { days: 0 }] });
});

test('只要一个审核员经办的；只从哪些引用里数', () => {
  const mine = run('--officer', 'rev-2').out;
  expect([mine.includes('report/yi'), mine.includes('report/jia')]).toEqual([true, false]);
  const refs = run('--refs', 'refs/heads/report/jia').out;
  expect([refs.includes('report/yi'), refs.includes('report/jia')]).toEqual([false, true]);
});

test('主分支：取来的比这里新，用取来的；没有的说用什么写明', () => {
  const main = made.git('rev-parse', 'main');
  made.git('update-ref', 'refs/remotes/origin/main', made.git('rev-parse', 'report/yi'));
  expect(run().out).not.toContain('report/yi');
  expect(run('--main', 'main').out).toContain('report/yi');
  made.git('update-ref', 'refs/remotes/origin/main', main);
  expect(run().out).toContain('report/yi');
  made.git('update-ref', '-d', 'refs/remotes/origin/main');
  const none = run('--main', '没有');
  expect([none.code, none.err]).toEqual([2, expect.stringContaining('没有主分支“没有”')]);
});

test('都收了的只说一句；不在仓库里的说在哪里运行', () => {
  const all = run('--refs', 'refs/heads/none').out;
  expect(all.split('\n')[0]).not.toContain('提交日');
  const outside = ledger('queue', '--content', '/', '--as-of', '2026-06-15');
  expect([outside.code, outside.err]).toEqual([2, expect.stringContaining('不在 Git 仓库里')]);
});

test('没有收件就不见了的：谁、哪天、怎么不见的', () => {
  const one = {
    where: 'refs/heads/report/jia',
    updates: ['zx-01 的一步'],
    by: 'clerk',
    on: '2026-06-01',
  };
  const told = (['deleted', 'rewound'] as const).map((how) => vanishedLine({ ...one, how }));
  expect(told).toEqual([
    '没有收件就不见了：zx-01 的一步（2026-06-01 clerk 删除了分支 report/jia）',
    '没有收件就不见了：zx-01 的一步（2026-06-01 clerk 把分支 report/jia 退回到以前）',
  ]);
  const buried = { ...one, how: 'buried', where: 'a'.repeat(40), by: undefined } as const;
  expect(vanishedLine(buried)).toBe(
    '没有收件就不见了：zx-01 的一步（在提交 aaaaaaaaaa 里，合并时被丢掉）',
  );
  expect(vanishedLine({ ...one, how: 'deleted', by: undefined })).toContain('（删除了分支');
});
