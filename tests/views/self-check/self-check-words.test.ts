/** 自查的话: whether it goes on, how one answers it, who is counted in it. (示例区，虚构) */
import { expect, test } from 'vitest';
import { selfCheckStanding } from '../../../src/domain/inspection/self-check.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { faceOf } from '../../../src/views/face.ts';
import { selfCheckPages } from '../../../src/views/self-check/self-check-view.ts';

const shili = openLedger('tests/fixtures/shili');
const campaign = shili.campaigns.get('2025-special')!;
const day = '2026-06-15';
const { silent } = selfCheckStanding(shili, campaign, day);

test('自查页写明哪天以前报、看什么、零报告怎么报；结项以后不再写怎么报', () => {
  const [page] = selfCheckPages(faceOf(shili, day, 'internal'));
  expect(page?.intro[0]).toBe('进行中，还没有结项。');
  expect(page?.intro[1]).toBe(
    '最迟报送的日期台账没有登记，以布置自查的通知（示政办函〔2025〕11号）为准。',
  );
  expect(page?.intro[2]).toContain(`4项重点内容：${campaign.checklist.items.join('；')}。`);
  expect(page?.intro[3]).toContain('填完交示例区人民政府办公室（联系电话0000-1000000）');
  const on = { on: '2026-06-01', document: '示政办〔2026〕1号', remaining: [] };
  const over = new Map(shili.campaigns).set(campaign.id, { ...campaign, concluded: on });
  const [closed] = selfCheckPages(faceOf({ ...shili, campaigns: over }, day, 'internal'));
  expect(closed?.intro[0]).toBe('已结束，2026年6月1日结项（示政办〔2026〕1号）。');
  expect(closed?.more).toMatch(/^已结束，/u);
  expect(closed?.intro.some((words) => words.startsWith('怎么报'))).toBe(false);
  expect(closed?.tables.map(({ id }) => id)).not.toContain('accounts');
  expect(closed?.tables.find(({ id }) => id === 'silent')?.columns).toHaveLength(1);
});

test('每家单位怎样计：撤并以前报过的仍计，没有账号的也计，没有报就撤并的不计', () => {
  const said = (ledger: typeof shili) =>
    selfCheckPages(faceOf(ledger, day, 'internal'))[0]?.intro.at(-1);
  const none = [...shili.units.values()].filter(
    ({ id, ended }) =>
      ended === undefined &&
      ![...faceOf(shili, day, 'internal').ledger.accounts.values()].some(({ unit }) => unit === id),
  );
  expect(none).toHaveLength(1);
  expect(said(shili)).toBe(
    `截至2026年6月15日，40家单位中已报35家，其中零报告10家，未报5家，发现问题25个。计的是截止日还在的单位，不论有没有账号和网站；示例区子镇人民政府报过以后才撤并，仍计在内，不用再报；${none[0]!.name}现在没有账号和网站，也计、也要报。`,
  );
  const quiet = silent[0]!;
  const ended = { on: '2026-06-01', how: 'abolished' as const, successors: [] };
  const units = new Map(shili.units).set(quiet.id, { ...quiet, ended });
  expect(said({ ...shili, units })).toContain('39家单位中已报35家');
  expect(said({ ...shili, units })).toContain(
    `${quiet.name}没有报过，截止日已撤并或还没有设立，不计`,
  );
  const concluded = { on: '2026-06-01', remaining: [] };
  const over = new Map(shili.campaigns).set(campaign.id, { ...campaign, concluded });
  expect(said({ ...shili, campaigns: over })).toMatch(/现在没有账号和网站，也计。$/u);
  expect(said({ ...shili, accounts: new Map() })).toMatch(
    /；(?:[^、；]+、){4}[^、；]+等39家现在没有/u,
  );
});
