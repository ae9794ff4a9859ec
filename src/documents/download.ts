/** 下载: what stands beside the lists of a site — the same rows as a workbook, a Word table, a text or data. */
import { standing } from '../domain/issue/standing.ts';
import { unitSheets } from '../intake/sheet-back/out/unit-sheets.ts';
import { campaignView } from '../views/kind/campaign-view.ts';
import { platformGroups, problemGroups } from '../views/kind/group-view.ts';
import type { Face } from '../views/face.ts';
import { listViews } from '../views/issue/list-view.ts';
import { areaOffer } from './area-offer.ts';
import { calendarFile } from './data/calendar.ts';
import { resultsOffer } from './results-offer.ts';
import { selfCheckOffer } from './self-check-offer.ts';
import { officePackage } from './office-package.ts';
import { groupOffer, listOffer } from './list-offer.ts';
import {
  BOOK_ROWS,
  bookOf,
  calendarFor,
  type Download,
  joinedOffers,
  type Offer,
  offerOf,
  type SiteFile,
} from './offer.ts';
import { csv } from './sheet/csv.ts';
import { rollupFiles } from './data/rollup.ts';
import { dataFiles } from './data/data.ts';
import { feedFile } from './data/feed.ts';
import { listSheet } from './sheet/list-sheet.ts';
import { selectedRows } from './sheet/selection.ts';
import type { Sheet } from './sheet/sheet.ts';
import { sheetData } from './sheet/sheet-json.ts';
import { sheetFile } from './sheet/sheet-word.ts';
import { workingSheet } from './sheet/working-ledger.ts';
import { unitsOffer } from './unit-offer.ts';

/** Rows up to which a list is offered in Word: longer tables are of use to nobody, and slow to make. */
const WORD_ROWS = 500;

/** All issues as the working ledger, as data, and their days as a calendar. */
export function wholeOffer(face: Face): Offer {
  const { rows } = selectedRows(face, {});
  if (rows.length === 0) return { downloads: [], files: [] };
  const book = bookOf(face, 'downloads/issues.xlsx', '整改台账', () =>
    workingSheet(face, rows, undefined, false),
  );
  const data: Download[] = [
    { href: '/data/issues.csv', name: '数据（CSV）', saveAs: '问题.csv' },
    { href: '/data/issues.json', name: '数据（JSON）', saveAs: '问题.json' },
  ];
  return rows.length > BOOK_ROWS
    ? { downloads: data, files: [] }
    : { downloads: [...book.downloads, ...data], files: book.files };
}

/** A campaign's list in the columns of its source; nothing where its rows are not shown. */
export function campaignOffer(face: Face, id: string): Offer {
  const { rows } = selectedRows(face, { campaign: id });
  if (!face.ledger.campaigns.has(id) || rows.length === 0) return { downloads: [], files: [] };
  const sheet = (): Sheet => listSheet(campaignView(face, id), rows);
  const path = (ending: string): string => `downloads/campaigns/${id}.${ending}`;
  const named = `问题清单-${id}`;
  return joinedOffers([
    ...(rows.length > BOOK_ROWS ? [] : [bookOf(face, path('xlsx'), named, sheet)]),
    ...(rows.length > WORD_ROWS
      ? []
      : [
          offerOf(
            path('docx'),
            'Word',
            `${named}.docx`,
            () => sheetFile(sheet(), face.ledger.site.authority, face.today),
            sheet,
          ),
        ]),
    offerOf(path('csv'), 'CSV', `${named}.csv`, () => csv(sheet())),
    offerOf(path('json'), 'JSON', `${named}.json`, () => `${JSON.stringify(sheetData(sheet()))}\n`),
  ]);
}

/** A unit's working ledger and its own calendar; nothing where it has no issue. */
export function unitOffer(face: Face, id: string): Offer {
  const name = face.ledger.units.get(id)?.name ?? id;
  if (!face.byUnit.has(id)) return { downloads: [], files: [] };
  const { rows } = selectedRows(face, { unit: id });
  return joinedOffers([
    offerOf(
      `downloads/units/${id}.csv`,
      '本单位台账（CSV，Excel 和 WPS 可打开）',
      `${name}.csv`,
      () => csv(workingSheet(face, rows, name, false)),
    ),
    calendarFor(`calendars/${id}.ics`, '本单位截止日（日历）', () => calendarFile(face, id)),
  ]);
}

/** What is overdue and may be named. */
export function overdueOffer(face: Face): Offer {
  const { rows } = selectedRows(face, { overdue: true });
  return rows.length === 0
    ? { downloads: [], files: [] }
    : offerOf('downloads/overdue.csv', '逾期问题（CSV，Excel 和 WPS 可打开）', '逾期问题.csv', () =>
        csv(workingSheet(face, rows, undefined, false)),
      );
}

/** The last days of all, for phones and mail programs. */
export function calendarOffer(face: Face): Offer {
  return calendarFor('calendar.ics', '全部截止日（日历）', () => calendarFile(face));
}

/** 报送单 and 销号申请表 of each unit that has something to report, by its id. On the internal site only. */
export function sheetOffers(
  face: Face,
  commitOf: (paths: readonly string[]) => string,
): ReadonlyMap<string, Offer> {
  const { audience, ledger, today } = face;
  if (audience !== 'internal') return new Map();
  const { authority: office } = ledger.site;
  const sheets = unitSheets(standing(ledger, today), today, commitOf);
  return new Map(
    [...sheets].map(([unit, files]) => [
      unit,
      joinedOffers(
        files.map(({ path, name, saveAs, make, book }) =>
          offerOf(
            path,
            name,
            saveAs,
            async () => officePackage(await make(), { title: saveAs, office, on: today }),
            () => [saveAs, book],
          ),
        ),
      ),
    ]),
  );
}

/** Every file of a site that is no page: downloads, calendars, the feed and the data; `commit` is what they are of. */
export function siteFiles(
  face: Face,
  commit: () => string = () => '',
): ReadonlyMap<string, Omit<SiteFile, 'path'>> {
  const { ledger } = face;
  const offers = [
    wholeOffer(face),
    overdueOffer(face),
    calendarOffer(face),
    areaOffer(face),
    unitsOffer(face),
    // Of all issues too: what is shown of a list without a file of its own is taken from there.
    ...listViews(face).map((list) => listOffer(face, list)),
    ...problemGroups(face).map((group) => groupOffer(face, 'problems', group)),
    ...platformGroups(face).map((group) => groupOffer(face, 'platforms', group)),
    ...[...ledger.campaigns.keys()].map((id) => campaignOffer(face, id)),
    ...[...ledger.units.keys()].map((id) => unitOffer(face, id)),
    ...[...ledger.inspections.keys()].map((id) => resultsOffer(face, id)),
    ...[...ledger.campaigns.keys()].map((id) => selfCheckOffer(face, id)),
  ];
  return new Map<string, Omit<SiteFile, 'path'>>([
    ...offers.flatMap(({ files }) => files.map((file) => [file.path, file] as const)),
    ['feed.xml', { make: () => feedFile(face) }],
    ['site.webmanifest', { make: () => manifest(face) }],
    ...[...rollupFiles(face, commit)].map(([path, make]) => [path, { make }] as const),
    ...[...dataFiles(face)].map(([path, text]) => [`data/${path}`, { make: () => text }] as const),
  ]);
}

/** For phones that put the site on their first page (W3C Web App Manifest). */
function manifest({ ledger: { site } }: Face): string {
  const icon = (size: number) => ({
    src: `icon-${String(size)}.png`,
    sizes: `${String(size)}x${String(size)}`,
    type: 'image/png',
  });
  return `${JSON.stringify({
    name: site.name,
    short_name: '整改台账',
    lang: 'zh-CN',
    start_url: 'index.html',
    display: 'minimal-ui',
    background_color: '#ffffff',
    theme_color: '#0b5a50',
    icons: [icon(180), icon(512)],
  })}\n`;
}
