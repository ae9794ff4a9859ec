/** 文件: what may be taken away beside a list, and every file of the site that is no page. */
import { groupOffer, listOffer } from './documents/list-offer.ts';
import type { ListView } from './views/issue/list-view.ts';
import type { GroupView } from './views/kind/group-view.ts';
import { randomUUID } from 'node:crypto';
import { heard } from './asked.ts';
import { areaOffer } from './documents/area-offer.ts';
import {
  calendarOffer,
  campaignOffer,
  overdueOffer,
  sheetOffers,
  siteFiles,
  unitOffer,
  wholeOffer,
} from './documents/download.ts';
import { resultsOffer } from './documents/results-offer.ts';
import type { SiteFile } from './documents/offer.ts';
import { unitsOffer } from './documents/unit-offer.ts';
import { headOf } from './history/place.ts';
import { issueRecords } from './search/index/records.ts';
import { searchFiles } from './search/index/search-files.ts';
import { face, folder, madeOnce, keptEach, heardOnce } from './site-face.ts';
import { formFiles } from './site-forms.ts';
import { shownEvidence } from './views/issue/evidence-view.ts';
import type { MenuEntry, PaperPage } from './views/menu-view.ts';

/** 报送单, to be filled in by whoever cannot report on a page. */
const sheets = madeOnce(() => sheetOffers(face, commitOf));

/** What Git knows of changes stands with the newest in front. */
const ages = madeOnce(() => {
  const { changes } = face.records ?? {};
  return changes && new Map([...changes].map(([path, { commit }], age) => [path, { commit, age }]));
});
const head = madeOnce(() => headOf(folder));

/** The commit that last changed one of these records; the ledger's own where Git does not tell. */
function commitOf(paths: readonly string[]): string {
  const known = paths.flatMap((path) => ages()?.get(path) ?? []);
  const [newest] = known.toSorted((a, b) => a.age - b.age);
  return newest?.commit ?? head();
}

/** What may be taken away beside a list. */
export const downloads = {
  whole: heardOnce('downloads', () => wholeOffer(face).downloads),
  overdue: heardOnce('downloads of overdue', () => overdueOffer(face).downloads),
  /** The same for the same list or group, which a page is told by its route. */
  list: (list: ListView) => listOffer(face, list).downloads,
  group: (kind: 'problems' | 'platforms', group: GroupView) =>
    groupOffer(face, kind, group).downloads,
  calendar: heardOnce('downloads of calendar', () => calendarOffer(face).downloads),
  units: heardOnce('downloads of units', () => unitsOffer(face).downloads),
  area: heardOnce('downloads of area', () => areaOffer(face).downloads),
  campaign: heard(
    'downloads of campaign',
    keptEach((id) => campaignOffer(face, id).downloads),
  ),
  unit: heard('downloads of unit', (id: string) => unitOffer(face, id).downloads),
  inspection: heard('downloads of inspection', (id: string) => resultsOffer(face, id).downloads),
  sheets: heard('downloads of sheets', (id: string) => sheets().get(id)?.downloads ?? []),
};

// What the build needs beside the pages, of the same face: what Pagefind indexes, and the files that are copied.
const searched = heardOnce('searched', () => issueRecords(face));
heard('shownEvidence', () => shownEvidence(face));

/** The files of the site that are no pages, by their path below its root. */
export function publishedFiles(
  menu: readonly MenuEntry[],
  papers: readonly PaperPage[],
): ReadonlyMap<string, Omit<SiteFile, 'path'>> {
  return new Map([
    ...siteFiles(face, head),
    ...[...searchFiles(face, menu, papers, searched)].map(
      ([path, make]) => [path, { make }] as const,
    ),
    ...formFiles(),
    ...[...sheets().values()].flatMap((one) => one.files.map((file) => [file.path, file] as const)),
  ]);
}

/** What a file is made of, with the day that it bears; where it does not say, something else each time. */
export function sourceIn(files: ReturnType<typeof publishedFiles>, path: string): unknown {
  const of = files.get(path)?.of?.();
  return of === undefined ? randomUUID() : [face.today, of];
}
