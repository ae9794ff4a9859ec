/** 自查页: by when, what to look at, how nothing is reported, and how each unit stands. (示例区，虚构) */
import { expect, test } from 'vitest';
import { selfCheckOffer } from '../../../src/documents/self-check-offer.ts';
import { siteFiles } from '../../../src/documents/download.ts';
import { selfCheckStanding } from '../../../src/domain/inspection/self-check.ts';
import {
  isSelfCheckTitle,
  readSelfCheck,
} from '../../../src/intake/inspection/self-check-table.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { papersOf } from '../../../src/paper/folder.ts';
import { faceOf } from '../../../src/views/face.ts';
import { selfCheckPages, unitSelfChecks } from '../../../src/views/self-check/self-check-view.ts';

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
    // Units without accounts report too.
    accounts: [...shili.units.values()].filter(({ ended }) => ended === undefined).length,
    found: found.length,
    silent: silent.length,
    zero: zero.length,
  });
  const accounts = page?.tables.find(({ id }) => id === 'accounts');
  const listed = accounts?.rows.flatMap((row) => row[3]?.links ?? []).map(({ id }) => id);
  expect(listed?.toSorted()).toEqual(live.map(({ id }) => id).toSorted());

  expect(selfCheckPages(faceOf(shili, '2026-06-15', 'public'))).toEqual([]);
});

const day = '2026-06-15';
const unitWords = (face: Parameters<typeof unitSelfChecks>[0], id: string) =>
  unitSelfChecks(face, face.ledger.units.get(id)!).map(({ words }) => words);

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

test('进行中的自查，每家单位的自查表可以下载，读回来是那家单位的表；结项以后、公开站没有', async () => {
  const inside = faceOf(shili, day, 'internal');
  const [page] = selfCheckPages(inside);
  const { files } = selfCheckOffer(inside, campaign.id);
  const paths = files.map(({ path }) => `/${path}`);
  for (const id of ['accounts', 'silent']) {
    const hrefs = page?.tables.find((table) => table.id === id)?.rows.map((row) => row[1]?.href);
    expect(hrefs?.length).toBeGreaterThan(0);
    for (const href of hrefs ?? []) expect(paths).toContain(href);
  }
  expect([...siteFiles(inside).keys()]).toEqual(
    expect.arrayContaining(files.map(({ path }) => path)),
  );
  const quiet = silent[0]!.id;
  const own = unitSelfChecks(inside, shili.units.get(quiet)!)[0]?.sheet;
  const file = files.find(({ path }) => `/${path}` === own);
  const bytes = (await file!.make()) as Uint8Array;
  const { papers } = await papersOf([{ name: '自查表.xlsx', bytes }], isSelfCheckTitle);
  const reading = readSelfCheck(papers[0]!);
  expect(reading).toMatchObject({ campaign: campaign.id, unit: quiet });

  const over = new Map(shili.campaigns).set(campaign.id, {
    ...campaign,
    concluded: { on: '2026-06-01', remaining: [] },
  });
  const bare = new Map(shili.campaigns).set(campaign.id, { ...campaign, checklist: { items: [] } });
  for (const face of [
    faceOf(shili, day, 'public'),
    faceOf({ ...shili, campaigns: over }, day, 'internal'),
    faceOf({ ...shili, campaigns: bare }, day, 'internal'),
  ])
    expect(selfCheckOffer(face, campaign.id).files).toEqual([]);
});
