import { expect, test } from 'vitest';
import { selfCheckStanding } from '../../../src/domain/inspection/self-check.ts';
import { openLedger } from '../../../src/ledger/open.ts';

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
