/** 名录: which names go up, what replaces them, and what never gets into the search above. */
import { expect, test } from 'vitest';
import { gather, type GatheredChild } from '../../src/gather/gather.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import type { RowsFile } from '../../src/schema/rollup.ts';
import { searchEntries } from '../../src/search/index/entries.ts';
import { issueRecords } from '../../src/search/index/records.ts';
import { faceOf } from '../../src/views/face.ts';
import { scratch } from '../documents/run.ts';
import {
  AS_OF,
  childFile,
  laidDown,
  ledgerOf,
  type Made,
  madeLedger,
  published,
} from '../generator/city.ts';

const district = madeLedger('101', 12);
const city = madeLedger('100', 4, new Map([childFile('101', 0)]));
const silent = withSite(district, (site) => site.replace('searchAbove: true\n', ''));

function withSite(made: Made, change: (site: string) => string): Made {
  const files = new Map([
    ...made.files,
    ['site.yaml', change(String(made.files.get('site.yaml')))],
  ]);
  return { ...made, files, ledger: ledgerOf(files) };
}

/** Gathers what a district sends on a day; what is new is kept in `files`. */
async function gatheredFrom(
  sent: Made,
  files: Made['files'],
  today = AS_OF,
): Promise<GatheredChild | undefined> {
  const texts = published(sent.ledger, 'public', 'a'.repeat(40), today);
  const content = laidDown(scratch(), files, new Map([['101', texts]]));
  const [one] = await gather(ledgerOf(files), content, today);
  if (one?.added) files.set(one.added.path, canonical('snapshot', one.added.record));
  if (one?.roster) files.set(one.roster.path, canonical('roster', one.roster.record));
  return one;
}
const rowsOf = (made: Made): RowsFile => JSON.parse(published(made.ledger).ledger) as RowsFile;

test('允许的，单位、账号、问题的名称进检索，写明是谁的，指到它自己的网页', async () => {
  const files = new Map(city.files);
  await gatheredFrom(district, files);
  const face = faceOf(ledgerOf(files), AS_OF, 'public');
  const [account] = [...district.ledger.accounts.values()];
  const entry = searchEntries(face, [], []).find(
    ({ whose, names }) => whose === '示例101区' && names.includes(account!.name),
  );
  expect(entry).toMatchObject({
    kind: 'account',
    address: `https://q101.gov.example/accounts/${account!.id}.html`,
    title: `${account!.name}（示例101区）`,
  });
  expect(entry?.summary).toContain('示例101区的台账，截至6月15日');
  const below = issueRecords(face).filter(({ facets }) => facets.台账.includes('示例101区'));
  expect(below.length).toBe(rowsOf(district).issues.length);
  expect(below.length).toBeGreaterThan(3);
  for (const { address, title } of below) {
    expect(address).toMatch(/^https:\/\/q101\.gov\.example\/issues\/[\w-]+\.html$/u);
    expect(title).toMatch(/^序号\d+ .*（示例101区）$/u);
  }
  // Of an earlier day nothing is known yet.
  const before = faceOf(ledgerOf(files), '2026-06-14', 'public');
  expect(searchEntries(before, [], []).some(({ whose }) => whose !== undefined)).toBe(false);
});

test('没有允许的，名称和网页不在明细里，也不进检索；收回了的，存着的清空', async () => {
  expect(JSON.stringify(rowsOf(silent))).not.toContain('title');
  expect(rowsOf(silent).accounts.some(({ href }) => href !== undefined)).toBe(false);
  const files = new Map(city.files);
  expect((await gatheredFrom(silent, files))?.roster).toBeUndefined();
  await gatheredFrom(district, files, '2026-06-16');
  expect(ledgerOf(files).rosters.public.get('q101')?.issues.length).toBeGreaterThan(3);
  // The same names the next day: nothing to write.
  expect((await gatheredFrom(district, files, '2026-06-17'))?.roster).toBeUndefined();
  const withdrawn = await gatheredFrom(silent, files, '2026-06-18');
  expect(withdrawn?.roster?.record).toMatchObject({ units: [], accounts: [], issues: [] });
  const face = faceOf(ledgerOf(files), '2026-06-18', 'public');
  expect(searchEntries(face, [], []).some(({ whose }) => whose !== undefined)).toBe(false);
});

test('没有写网站地址的下级：检索得到，指到本级的下级台账页', async () => {
  const files = new Map(city.files);
  await gatheredFrom(
    withSite(district, (site) => site.replace(/^address: .*\n/mu, '')),
    files,
  );
  const [first] = searchEntries(faceOf(ledgerOf(files), AS_OF, 'public'), [], []).filter(
    ({ whose }) => whose !== undefined,
  );
  expect(first?.address).toBe('children/all.html');
  expect(first?.summary).toContain('没有写网站地址');
});

test('两家的单位同名，问题不混在一起', async () => {
  const files = new Map(city.files);
  await gatheredFrom(district, files);
  const face = faceOf(ledgerOf(files), AS_OF, 'public');
  const [own] = [...face.ledger.units.values()];
  const facets = issueRecords(face)
    .filter(({ facets: { 台账 } }) => 台账.includes('示例101区'))
    .flatMap(({ facets: { 单位 } }) => 单位);
  expect(district.ledger.units.get(own!.id)?.name).toBe(own!.name);
  expect(facets).toContain(`q101 ${own!.name}`);
  expect(facets).not.toContain(own!.name);
});
