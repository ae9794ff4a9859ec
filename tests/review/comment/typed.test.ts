/** 评论办理: what a reviewer types. */
import { describe, expect, test } from 'vitest';
import { passedMark, typedIn } from '../../../src/review/comment/typed.ts';

const commit = '0123456789ab';
const typed = (text: string, publicOnly = false) => typedIn(text, publicOnly);

test('别的评论不是办理', () => {
  for (const text of [
    '',
    '好的',
    '/验收了吗',
    '验收 0123456789ab',
    '> /验收 0123456789ab',
    '/assign @a',
    '请 /退回',
  ])
    expect(typed(text)).toBeUndefined();
});

describe('写全了的', () => {
  test('验收不带别的；全角的斜线、前后的空行不碍事', () => {
    const done = { action: 'accepted', commit, fields: {} };
    expect(typed(`/验收 ${commit}`)).toEqual(done);
    expect(typed(`\n／验收\t${commit}  \n`)).toEqual(done);
  });

  test('退回带理由，几行并成一行；公开的仓库写在公开说明里', () => {
    expect(typed(`/退回 ${commit} 截图看不清，\n请重附`)).toEqual({
      action: 'returned',
      commit,
      fields: { reason: '截图看不清， 请重附' },
    });
    expect(typed(`/退回 ${commit} 看不清`, true)).toMatchObject({
      fields: { publicNote: '看不清' },
    });
  });

  test('转长期坚持带复查日期', () => {
    expect(typed(`/转长期坚持 ${commit} 2026-12-31`)).toMatchObject({
      fields: { reviewOn: '2026-12-31' },
    });
  });
});

describe('没有写全的，说缺什么', () => {
  test.each([
    ['/验收', '没有写办的是哪个提交'],
    ['/验收 0123', '没有写办的是哪个提交'],
    ['/验收 0123456789AB', '没有写办的是哪个提交'],
    [`/验收 ${commit} 很好`, '验收后面不用写别的'],
    [`/退回 ${commit}`, '退回要写理由'],
    [`/退回 ${commit} 理由`, '退回要写理由'],
    [`/转长期坚持 ${commit}`, '要写下次复查日期'],
    [`/转长期坚持 ${commit} 下次复查日期`, '要写下次复查日期'],
    [`/转长期坚持 ${commit} 2026-02-30`, '要写下次复查日期'],
  ])('%s', (text, says) => {
    expect(typed(text)).toEqual(expect.stringContaining(says));
  });
});

test('检查通过的记号认提交，不会和别的提交混', () => {
  expect(passedMark(commit)).not.toBe(passedMark(`${commit}0`));
  expect(passedMark(commit)).toMatch(/^<!--.*-->$/u);
});
