/** 清单上逾期的旁边: whose it was, and what only has to be handed in, as the issue's own page says at length. (示例区，虚构) */
import { expect, test } from 'vitest';
import { issueRow } from '../../../src/views/issue/issue-row.ts';
import { issueView } from '../../../src/views/issue/issue-view.ts';
import { lateAside, lateInShort } from '../../../src/views/unit/late-aside.ts';
import { face } from '../../documents/face.ts';

const inside = face('shili', 'internal');
const open = face('shili', 'public');

test('逾期后移交来的、检查已到位只差申请的，清单的行里就说；和问题页说的是同一件事', () => {
  let [taken, mended] = [0, 0];
  for (const one of inside.standing.issues) {
    const { aside } = issueRow(inside, one);
    const { takenOver, looked } = issueView(inside, one);
    const late = one.lateness.kind === 'overdue';
    expect(aside.includes('移交来')).toBe(late && takenOver !== '');
    expect(aside.includes('已整改到位')).toBe(
      late && /已整改到位.*尚未(?:再次)?申请验收/u.test(looked),
    );
    taken += aside.includes('移交来') ? 1 : 0;
    mended += aside.includes('已整改到位') ? 1 : 0;
  }
  expect([taken, mended].every((count) => count > 0)).toBe(true);
});

test('首页的几个字和清单的一行不相矛盾', () => {
  const one = inside.issues.get('2025-special-18')!;
  expect(lateAside(inside, one)).toBe(
    '6月11日由丙街道办事处移交来；2026年6月5日再次检查此项已整改到位，待申请验收',
  );
  expect(lateInShort(inside, one)).toBe('6月11日移交来；检查已到位');
});

test('检查看到的不在公开站说；不公开逾期的专项，移交也不和逾期连着说', () => {
  for (const one of open.standing.issues) {
    const { aside, lateness } = issueRow(open, one);
    expect(aside).not.toContain('检查');
    if (aside !== '') expect(lateness.words).toContain('逾期');
  }
});

test('不公开逾期的专项：等单位办、有截止日的都写明，不论过没过；公开的、内部站的不写', () => {
  const rows = open.standing.issues.map((one) => ({ one, row: issueRow(open, one) }));
  const untold = rows.filter(({ row }) => row.untold);
  expect(untold.some(({ one }) => one.lateness.kind === 'overdue')).toBe(true);
  expect(untold.some(({ one }) => one.lateness.kind === 'due-later')).toBe(true);
  for (const { one, row } of untold) {
    expect(open.ledger.campaigns.get(one.issue.campaign)?.publication.overdueNames).not.toBe(true);
    expect(row.lateness.words).not.toContain('逾期');
  }
  const told = rows.filter(({ one, row }) => one.lateness.kind === 'overdue' && !row.untold);
  expect(told.every(({ row }) => row.lateness.words.startsWith('逾期'))).toBe(true);
  expect(inside.standing.issues.some((one) => issueRow(inside, one).untold)).toBe(false);
});
