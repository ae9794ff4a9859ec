import { expect, test } from 'vitest';
import { groupOffer, listOffer } from '../../../src/documents/list-offer.ts';
import { figureOf, rowsOf } from '../../../src/domain/figures/figures.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { faceOf } from '../../../src/views/face.ts';
import { siteFiles } from '../../../src/documents/download.ts';
import { listFileAddress } from '../../../src/views/address.ts';
import { listViews } from '../../../src/views/issue/list-view.ts';
import { platformGroups, problemGroups } from '../../../src/views/kind/group-view.ts';
import { sumOfUnits } from '../../../src/views/unit/units-sum.ts';

const ledger = openLedger('tests/fixtures/shili');
const face = faceOf(ledger, ledger.site.asOf!, 'internal');
const count = (id: string): number => rowsOf(figureOf(face.standing, id)).length;

test('单位页的合计就是首页的数', () => {
  expect(sumOfUnits(face)).toEqual({
    accounts: ledger.accounts.size,
    issues: face.standing.issues.length,
    unfinished: count('unfinished'),
    overdue: count('overdue'),
    elsewhere: '',
  });
});

test('公开站的合计没有逾期', () => {
  const open = faceOf(ledger, ledger.site.asOf!, 'public');
  expect(sumOfUnits(open).overdue).toBeUndefined();
});

test('每个清单下载的就是所列的，不多不少，次序相同', async () => {
  for (const list of listViews(face)) {
    const { downloads, files } = listOffer(face, list);
    expect(downloads).toHaveLength(list.ids.length > 0 ? 1 : 0);
    const [file] = files;
    if (file === undefined) continue;
    const text = String(await file.make());
    const places = list.ids.map((id) => text.indexOf(id));
    expect(places.every((at) => at > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(downloads[0]!.name).toContain(`${String(list.ids.length)}个`);
  }
});

test('每类问题、每个平台也能下载，正好是它的；全部的一份总在', async () => {
  const published = siteFiles(face);
  expect([...published.keys()]).toContain(listFileAddress('all').slice(1));
  const groups = [
    ...problemGroups(face).map((group) => groupOffer(face, 'problems', group)),
    ...platformGroups(face).map((group) => groupOffer(face, 'platforms', group)),
  ].flatMap(({ files }) => files);
  expect(groups.length).toBeGreaterThan(10);
  for (const { path } of groups) expect([...published.keys()]).toContain(path);
  const [group] = problemGroups(face);
  const text = String(await groupOffer(face, 'problems', group!).files[0]!.make());
  expect(text.trim().split('\r\n')).toHaveLength(group!.ids.length + 1);
  const places = group!.ids.map((id) => text.indexOf(id));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});
