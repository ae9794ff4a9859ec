/** 台账行: what the working ledger shows of an issue, inside and outside. (示例区) */
import { expect, test } from 'vitest';
import { ledgerRow } from '../../../src/views/issue/ledger-row.ts';
import { mayCallLate } from '../../../src/views/face.ts';
import { face } from '../../documents/face.ts';

const inside = face('shili');
const open = face('shili', 'public');
const rows = (of: typeof inside) =>
  of.standing.issues.map((one) => ({ one, row: ledgerRow(of, one) }));

test('来源的字照录；没有账号的两栏都空', () => {
  const all = rows(inside);
  expect(all.some(({ one }) => one.issue.account === undefined)).toBe(true);
  for (const { one, row } of all) {
    const { issue } = one;
    expect(row).toMatchObject({
      id: one.id,
      listedHost: issue.listedHost,
      finding: issue.finding,
      deadline: issue.deadline.text,
    });
    expect(row.accountName === undefined).toBe(issue.account === undefined);
  }
});

test('还剩几天：逾期的是负数，办结的没有', () => {
  const kinds = new Set<string>();
  for (const { one, row } of rows(inside)) {
    const { lateness } = one;
    kinds.add(lateness.kind);
    if (lateness.kind === 'overdue') expect(row.daysLeft).toBe(-lateness.days);
    else if (lateness.kind === 'due-today') expect(row.daysLeft).toBe(0);
    else if (lateness.kind === 'due-soon') expect(row.daysLeft).toBe(lateness.days);
    else if (/^(?:settled|void|waiting|no-date)/u.test(lateness.kind))
      expect(row.daysLeft).toBeUndefined();
  }
  expect([...kinds]).toEqual(expect.arrayContaining(['overdue', 'due-soon', 'settled-in-time']));
});

test('公开站没有内部的几栏；不点名的专项不说逾期几天', () => {
  let kept = 0;
  for (const { one, row } of rows(open)) {
    expect([row.latenessId, row.reportedOn, row.progress, row.note]).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
    if (one.lateness.kind !== 'overdue' || mayCallLate(open, one.issue.campaign)) continue;
    expect(row.daysLeft).toBeUndefined();
    kept += 1;
  }
  expect(kept).toBeGreaterThan(0);
  expect(
    rows(inside).some(({ row }) => row.reportedOn !== undefined && row.progress !== undefined),
  ).toBe(true);
});

test('第二轮说为什么又开：哪天、凭什么；理由只在内部', () => {
  const again = rows(inside).filter(({ row }) => row.round > 1);
  expect(again.length).toBeGreaterThan(0);
  for (const { row } of again)
    expect(row.again).toMatch(
      new RegExp(`^第${String(row.round)}轮（\\d{4}年.*(?:重启，|复查未保持)`, 'u'),
    );
  for (const { row } of rows(inside)) if (row.round === 1) expect(row.again).toBeUndefined();
  const told = again.filter(({ row }) => row.again?.includes('）：') === true);
  const outside = new Map(rows(open).map(({ row }) => [row.id, row.again]));
  for (const { row, one } of told) {
    const isPublic = one.history.timeline.some(({ update }) => update?.publicNote !== undefined);
    if (!isPublic && outside.has(row.id)) expect(outside.get(row.id)).not.toContain('）：');
  }
  expect(told.length).toBeGreaterThan(0);
});

test('下一步写明是谁的事，办结的没有', () => {
  for (const { one, row } of rows(inside))
    if (one.history.phase === 'closed') expect(row.next).toBe('');
  expect(rows(inside).some(({ row }) => /^.+：.+$/u.test(row.next))).toBe(true);
});
