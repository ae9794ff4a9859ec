/** 办理的内容: what the desk takes from a page. */
import { expect, test } from 'vitest';
import { decisionsRequest } from '../../../../scripts/site/decide/decision-sent.ts';

const on = (issue: string, action = 'accepted') => ({ issue, action, fields: {} });
const item = (commit: string, ...decided: object[]) => ({
  commit: commit.repeat(40),
  seen: 'b'.repeat(64),
  decided,
});
const isTaken = (...items: object[]) => decisionsRequest.safeParse({ items }).success;

test('一次办理里，一份报送、一个问题只能有一个决定：后一个不会悄悄顶掉前一个', () => {
  expect(isTaken(item('a', on('x'), on('y')), item('c', on('x')))).toBe(true);
  expect(isTaken(item('a'))).toBe(true);
  expect(isTaken(item('a', on('x'), on('x', 'returned')))).toBe(false);
  expect(isTaken(item('a', on('x')), item('a', on('y')))).toBe(false);
});

test('多出来的栏、太长的话、不像提交的，一样都不收', () => {
  expect(isTaken({ ...item('a', on('x')), more: 1 })).toBe(false);
  expect(isTaken(item('a', { ...on('x'), more: 1 }))).toBe(false);
  expect(isTaken(item('a', { ...on('x'), fields: { note: 'x'.repeat(5001) } }))).toBe(false);
  expect(isTaken(item('g', on('x')))).toBe(false);
  expect(isTaken()).toBe(false);
});
