import { expect, test } from 'vitest';
import { selfCheckStanding } from '../../../src/domain/inspection/self-check.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { faceOf } from '../../../src/views/face.ts';
import { selfCheckPages, unitSelfChecks } from '../../../src/views/inspection/self-check-view.ts';

const shili = openLedger('tests/fixtures/shili');
const campaign = shili.campaigns.get('2025-special');
if (!campaign) throw new Error('no campaign');
const { answered, zero, found, silent } = selfCheckStanding(shili, campaign, '2026-06-15');

test('已报的和没有报的相加等于全部单位，零报告的没有一个“有”', () => {
  expect(answered.length + silent.length).toBe(shili.units.size);
  expect(silent.length).toBeGreaterThan(0);
  expect(zero.length).toBeGreaterThan(0);
  expect(zero.every(({ answers }) => answers.every(({ answer }) => answer !== 'yes'))).toBe(true);
  expect(answered.length - zero.length).toBe(new Set(found.map(({ unit }) => unit)).size);
});

test('同一单位后报的取代先报的；以后才报的不算', () => {
  const [first] = answered;
  if (!first) throw new Error('no answer');
  const item = { item: '账号是否备案', answer: 'yes' as const, note: '有一个' };
  const later = { ...first, answeredOn: '2026-06-15', answers: [item] };
  const more = { ...shili, selfChecks: [...shili.selfChecks, later] };
  const of = (today: string) =>
    selfCheckStanding(more, campaign, today).found.filter(({ unit }) => unit === first.unit);
  expect(of('2026-06-15').map(({ note }) => note)).toEqual(['有一个']);
  expect(of('2026-06-14').map(({ note }) => note)).not.toContain('有一个');
});

test('没有说明的“有”说明为空；还没有一家答的，全部单位都列为没有报', () => {
  const [first] = answered;
  if (!first) throw new Error('no answer');
  const bare = { ...first, answers: [{ item: '账号是否备案', answer: 'yes' as const }] };
  const one = selfCheckStanding({ ...shili, selfChecks: [bare] }, campaign, '2026-06-15');
  expect(one.found).toEqual([{ unit: first.unit, item: '账号是否备案', note: '' }]);
  const none = selfCheckStanding({ ...shili, selfChecks: [] }, campaign, '2026-06-15');
  // One unit has ended four days before.
  expect([none.answered.length, none.silent.length]).toEqual([0, shili.units.size - 1]);
  const other = { ...bare, campaign: 'other' };
  expect(
    selfCheckStanding({ ...shili, selfChecks: [other] }, campaign, '2026-06-15').found,
  ).toEqual([]);
});

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
  expect(page?.intro[0]).toBe('最迟报送的日期台账没有登记，以布置自查的通知（示政办函〔2025〕11号）为准。');
  expect(page?.intro[1]).toContain(`4项重点内容：${campaign.checklist.items.join('；')}。`);
  expect(page?.intro[2]).toContain('没有发现问题的也要交');
  const on = { on: '2026-06-01', document: '示政办〔2026〕1号', remaining: 'all' as const };
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
