/** `ledger update`: one report or decision, as somebody types it. (示例区，虚构) */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { ledger, scratch } from '../../documents/run.ts';
import { small } from '../../ledger/small.ts';

let content = '';
beforeEach(() => {
  content = join(scratch(), 'content');
  for (const [path, text] of Object.entries(small)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
});
const run = (...args: string[]) =>
  ledger('update', ...args, '--content', content, '--as-of', '2026-03-20', '--write');
/** The records of zx-01, oldest first. */
function written(): string[] {
  const dir = join(content, 'updates/zx/zx-01');
  return readdirSync(dir)
    .toSorted()
    .map((name) => readFileSync(join(dir, name), 'utf8'));
}

test('报送：佐证、日期、说明写进记录，说从什么变成什么', () => {
  const { code, out, err } = run(
    ...['zx-01', '--action', 'submitted', '--completed-on', '2026-03-18', '--note', '已更新'],
    ...['--evidence', 'link:https://mp.example.cn/1@2026-03-19', '--reporter', '股长'],
  );
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('zx-01 申请验收：待整改 → 待审核');
  expect(written()).toEqual([
    expect.stringMatching(
      /^issue: zx-01\naction: submitted\nreportedOn: 2026-03-20\n[^]*completedOn: 2026-03-18\n[^]*link: https:\/\/mp\.example\.cn\/1/u,
    ),
  ]);
});

test('决定：重启的轮次自动；审核员的决定不必是单位的人', () => {
  const evidence = ['--evidence', 'link:https://mp.example.cn/1@2026-03-19'];
  const note = ['--note', '办理'];
  expect(run('zx-01', '--action', 'submitted', ...evidence, ...note).code).toBe(0);
  expect(run('zx-01', '--action', 'accepted', ...note).code).toBe(0);
  const reopened = ['--reason', '又断更', '--ground', 'recurrence', '--due-on', '2026-06-30'];
  const { code, err } = run('zx-01', '--action', 'reopened', ...reopened, ...note);
  expect([code, err]).toEqual([0, '']);
  const [, accepted, again] = written();
  expect(accepted).toContain('action: accepted');
  expect(again).toContain('round: 2\n');
});

test.each([
  [['zx-09', '--action', 'started'], '台账里没有问题 zx-09', 'zx-01'],
  [
    ['zx-01', '--action', 'started', '--note', '甲', '--due-on', '2026-04-01'],
    '不用写 --due-on',
    '去掉它',
  ],
  [
    ['zx-01', '--action', 'started', '--note', '甲', '--as', 'nobody'],
    'nobody 不是示例区甲街道办事处的填报员',
    '换一个账户',
  ],
  [
    ['zx-01', '--action', 'started', '--note', '甲', '--reported-on', '昨天'],
    '“昨天”不是日期',
    '写成',
  ],
])('%j：用法不对，说明白', (args, said, remedy) => {
  const { code, err } = run(...args);
  expect(code).toBe(2);
  expect(err).toContain(said);
  expect(err).toContain(remedy);
  expect(() => written()).toThrow();
});

test('不合规的一步，退出码 1，什么都不写；给别的程序的是 JSON', () => {
  expect(run('zx-01', '--action', 'accepted', '--note', '甲').code).toBe(1);
  expect(() => written()).toThrow();
  const { out } = run('zx-01', '--action', 'started', '--note', '甲', '--json');
  expect(JSON.parse(out)).toMatchObject({ passage: '待整改 → 整改中', branch: null });
});
