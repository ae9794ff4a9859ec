/** 推送记录 */
import { expect, test } from 'vitest';
import { isNothing, type Push, pushersOf, pushesIn } from '../../src/history/push-log.ts';

const NONE = '0'.repeat(40);
const hash = (digit: string) => digit.repeat(40);
const push = (at: number, by: string, old: string, next: string, ref = 'refs/heads/a'): Push => ({
  at,
  by,
  ref,
  old,
  new: next,
});
const text = (...lines: unknown[]) => lines.map((line) => JSON.stringify(line)).join('\n');

test('按服务器的时刻排；不成样子的行不算，别的行照读', () => {
  const [one, two] = [push(20, 'b', hash('1'), hash('2')), push(10, 'a', NONE, hash('1'))];
  const log = `${text(one, { at: '10' }, two)}\n{坏的\nnull\n[]\n${text({ ...one, old: 'x' }, { ...one, by: 3 })}\n`;
  expect(pushesIn(log)).toEqual([two, one]);
  expect(pushesIn('')).toEqual([]);
});

test('是谁建的分支、后来谁推过：删了重建的，从重建算起', () => {
  const pushes = [
    push(1, 'a', NONE, hash('1')),
    push(2, 'b', hash('1'), hash('2')),
    push(3, 'r', hash('2'), NONE),
    push(4, 'c', NONE, hash('3')),
    push(5, 'd', hash('3'), hash('4')),
    push(6, 'x', NONE, hash('5'), 'refs/heads/other'),
  ];
  expect(pushersOf(pushes, 'refs/heads/a').map(({ by }) => by)).toEqual(['c', 'd']);
  expect(pushersOf(pushes, 'refs/heads/a', { until: 2 }).map(({ by }) => by)).toEqual(['a', 'b']);
  expect(pushersOf(pushes, 'refs/heads/a', { until: 4 }).map(({ by }) => by)).toEqual(['c']);
});

test('记下了而没有成的推送不算：只认引到现在这个提交的', () => {
  const pushes = [
    push(1, 'a', NONE, hash('1')),
    push(2, 'thief', NONE, hash('9')),
    push(3, 'a', hash('1'), hash('2')),
    push(4, 'late', hash('1'), hash('8')),
  ];
  const at = (tip: string, until?: number) =>
    pushersOf(pushes, 'refs/heads/a', { tip, ...(until === undefined ? {} : { until }) }).map(
      (one) => `${one.by} ${String(one.at)}`,
    );
  expect(at(hash('2'))).toEqual(['a 1', 'a 3']);
  expect(at(hash('1'))).toEqual(['a 1']);
  expect(at(hash('2'), 3)).toEqual(['a 1', 'a 3']);
  // Moved by somebody on the server itself: as far as the log goes.
  expect(at(hash('7'))).toEqual(['thief 2', 'a 3', 'late 4']);
});

test('退回到以前的提交，再往前走：仍是建它的人的', () => {
  const pushes = [
    push(1, 'a', NONE, hash('1')),
    push(2, 'a', hash('1'), hash('2')),
    push(3, 'b', hash('2'), hash('1')),
  ];
  expect(pushersOf(pushes, 'refs/heads/a', { tip: hash('1') }).map(({ at }) => at)).toEqual([
    1, 2, 3,
  ]);
});

test('记录里没有建分支那一次的，说不出是谁', () => {
  expect(pushersOf([push(2, 'b', hash('1'), hash('2'))], 'refs/heads/a')).toEqual([]);
});

test('全是 0 的就是没有', () => {
  expect(isNothing(NONE)).toBe(true);
  expect(isNothing('0'.repeat(64))).toBe(true);
  expect(isNothing(hash('a'))).toBe(false);
});
