/** 自查页: by when, what to look at, how nothing is reported, and how each unit stands. (示例区，虚构) */
import { expect, test } from 'vitest';
import { selfCheckStanding } from '../../../src/domain/inspection/self-check.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { faceOf } from '../../../src/views/face.ts';
import { selfCheckPages, unitSelfChecks } from '../../../src/views/inspection/self-check-view.ts';

const shili = openLedger('tests/fixtures/shili');
const campaign = shili.campaigns.get('2025-special')!;
const { found, silent, zero } = selfCheckStanding(shili, campaign, '2026-06-15');

test('自查页只在内部站，表里的行数与统计一致；没有人报的专项没有页', () => {
  const [page, ...others] = selfCheckPages(faceOf(shili, '2026-06-15', 'internal'));
  expect(others).toEqual([]);
  const rows = Object.fromEntries(
    page?.tables.map(({ id, rows: list }) => [id, list.length]) ?? [],
  );
  // Whose they are on the day.
  const live = [...faceOf(shili, '2026-06-15', 'internal').ledger.accounts.values()].filter(
    ({ id }) => !(shili.registry.get(id) ?? []).some(({ action }) => action === 'deregistered'),
  );
  expect(rows).toEqual({
    accounts: new Set(live.map(({ unit }) => unit)).size,
    found: found.length,
    silent: silent.length,
    zero: zero.length,
  });
  const accounts = page?.tables.find(({ id }) => id === 'accounts');
  const listed = accounts?.rows.flatMap((row) => row[2]?.links ?? []).map(({ id }) => id);
  expect(listed?.toSorted()).toEqual(live.map(({ id }) => id).toSorted());

  expect(selfCheckPages(faceOf(shili, '2026-06-15', 'public'))).toEqual([]);
});

const day = '2026-06-15';
const unitWords = (face: Parameters<typeof unitSelfChecks>[0], id: string) =>
  unitSelfChecks(face, face.ledger.units.get(id)!).map(({ words }) => words);

test('自查页写明哪天以前报、看什么、零报告怎么报；结项以后不再写怎么报', () => {
  const [page] = selfCheckPages(faceOf(shili, day, 'internal'));
  expect(page?.intro[0]).toBe(
    '最迟报送的日期台账没有登记，以布置自查的通知（示政办函〔2025〕11号）为准。',
  );
  expect(page?.intro[1]).toContain(`4项重点内容：${campaign.checklist.items.join('；')}。`);
  expect(page?.intro[2]).toContain('没有发现问题的也要交');
  const on = { on: '2026-06-01', document: '示政办〔2026〕1号', remaining: [] };
  const over = new Map(shili.campaigns).set(campaign.id, { ...campaign, concluded: on });
  const [closed] = selfCheckPages(faceOf({ ...shili, campaigns: over }, day, 'internal'));
  expect(closed?.intro.some((words) => words.startsWith('怎么报'))).toBe(false);
  expect(closed?.tables.map(({ id }) => id)).not.toContain('accounts');
});

test('单位页写明本单位的自查报了没有：没有报的写哪天以前，过了的写已过；公开站没有', () => {
  const face = faceOf(shili, day, 'internal');
  const none = zero[0]!.unit;
  const some = found[0]!;
  expect(unitWords(face, none)).toEqual([expect.stringMatching(/已报：零报告。$/u)]);
  expect(unitWords(face, some.unit)[0]).toMatch(/4项重点内容中\d项有问题（.+）。$/u);
  const quiet = silent[0]!.id;
  expect(unitWords(face, quiet)).toEqual(['还没有报；没有问题的也要报（零报告）。']);
  for (const [replyBy, said] of [
    ['2026-06-15', '还没有报，2026年6月15日前报；没有问题的也要报（零报告）。'],
    ['2026-06-14', '还没有报，2026年6月14日已过；没有问题的也要报（零报告）。'],
  ] as const) {
    const assigned = { origin: 'city' as const, replyBy };
    const campaigns = new Map(shili.campaigns).set(campaign.id, { ...campaign, assigned });
    expect(unitWords(faceOf({ ...shili, campaigns }, day, 'internal'), quiet)).toEqual([said]);
  }
  expect(unitWords(faceOf(shili, day, 'public'), quiet)).toEqual([]);
});
