/** 命令怎样起、怎样说、退出码是几。 */
import { expect, test } from 'vitest';
import { main } from '../../scripts/main.ts';
import { ledger } from '../documents/run.ts';

test('什么也没写、help、--help：列出命令，退出码 0', () => {
  for (const args of [[], ['help'], ['--help']]) {
    const { code, out } = ledger(...args);
    expect(code).toBe(0);
    expect(out).toContain('check');
  }
});

test.each([
  [['chek'], '没有“chek”这个命令', 'check'],
  [['constructor'], '没有“constructor”这个命令', 'npx ledger --help'],
  [
    ['check', '--nonsense'],
    '用法不对：没有 --nonsense 这个选项',
    '看用法：npx ledger check --help',
  ],
  [['show'], '用法不对：缺少参数', 'npx ledger show --help'],
  [['status', '--as-of'], '后面缺少值', 'npx ledger status --help'],
  [['check', 'a', 'b'], '多余的参数', 'npx ledger check --help'],
  [
    ['update', 'zx-01', '--action', '销号'],
    '选项 --action 的值“销号”不对，可选：started、',
    'npx ledger update --help',
  ],
])('%j：退出码 2，说错在哪里、怎么看用法', (args, said, remedy) => {
  const { code, err } = ledger(...args);
  expect(code).toBe(2);
  expect(err).toContain(said);
  expect(err).toContain(remedy);
});

test('用错了的一句话，带着怎么办；数据有错的退出码 1', () => {
  const wrong = ledger('show', 'none-99', '--content', 'tests/fixtures/shili');
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringMatching(/none-99.* → /u)]);
  const bad = ledger('status', '--content', 'tests/fixtures/damage');
  expect(bad.code).not.toBe(0);
});

test('一个命令的用法是中文的', () => {
  const { code, out } = ledger('check', '--help');
  expect([code, out.includes('用法')]).toEqual([0, true]);
});

test('在本进程里运行，交回退出码', async () => {
  expect(await main(['check', '--content', 'tests/fixtures/shili', '--json'])).toBe(0);
});
