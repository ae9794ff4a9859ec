import { expect, test } from 'vitest';
import { linesOf, swap } from '../small.ts';

const issue = 'issues/zx/zx-01.yaml';
const deadline = (text: string) =>
  swap(issue, '{ text: 3月底, kind: fixed, dueOn: 2026-03-31 }', text);

test('读法与原文一致，没有提醒', () => {
  expect(linesOf(deadline('{ text: 长期整改, kind: ongoing }'))).toEqual([]);
});

test('日期与原文不一致时提醒，不算错误', () => {
  expect(linesOf(deadline('{ text: 3月底, kind: fixed, dueOn: 2026-03-30 }'))).toEqual([
    `${issue}:9:44 deadline-reading（提醒） 时限原文“3月底”读作 fixed 2026-03-31，记录写的是 fixed 2026-03-30 → 核对时限；确实应照记录的，在 readings 里写一条 field: deadline 说明为什么`,
  ]);
});

test('类型与原文不一致时提醒', () => {
  expect(linesOf(deadline('{ text: 长期整改, kind: immediate, from: 2026-03-01 }'))).toEqual([
    `${issue}:9:31 deadline-reading（提醒） 时限原文“长期整改”读作 ongoing，记录写的是 immediate 2026-03-01 → 核对时限；确实应照记录的，在 readings 里写一条 field: deadline 说明为什么`,
  ]);
});

test('写了读法说明就不再提醒', () => {
  const changes = deadline('{ text: 3月底, kind: fixed, dueOn: 2026-03-30 }');
  const text = `${String(changes[issue])}readings: [{ field: deadline, note: 电话核实为 30 日 }]\n`;
  expect(linesOf({ [issue]: text })).toEqual([]);
});
