/**
 * 网站: the one place that reads the environment and the clock, opens the ledger and hands the pages what they draw.
 *
 * LEDGER_CONTENT (folder, default content) · LEDGER_AUDIENCE (public | internal, default public) · LEDGER_AS_OF
 * (YYYY-MM-DD, default the ledger's own day, else today in China).
 * Throws LedgerFault when the ledger has a fault.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  calendarOffer,
  campaignOffer,
  overdueOffer,
  sheetOffers,
  siteFiles,
  unitOffer,
  wholeOffer,
} from './documents/download.ts';
import { tableNames } from './documents/data/data-tables.ts';
import { blobName } from './history/blob-name.ts';
import { headOf } from './history/place.ts';
import { recordsOf } from './history/records.ts';
import { evidenceHashes } from './ledger/evidence-hashes.ts';
import { reportPages } from './form/report-pages.ts';
import { senderSettings } from './form/settings.ts';
import { openLedger } from './ledger/open.ts';
import { searchFiles } from './search/search-files.ts';
import { aboutView } from './views/about-view.ts';
import { accountRow, accountView } from './views/unit/account-view.ts';
import { attentionView } from './views/figure/attention-view.ts';
import { bulletinPages } from './views/inspection/bulletin-view.ts';
import { campaignRoll, campaignView, listedRows } from './views/campaign-view.ts';
import { type ChangeMonth, changeMonthViews, changeViews } from './views/issue/change-view.ts';
import { dictionaryView } from './views/dictionary-view.ts';
import {
  type DueDay,
  type DueMonth,
  dueMonths,
  lastMonths,
  monthGrid,
  rowsOfDay,
} from './views/due/due-view.ts';
import { type Edition, editionOf } from './views/edition.ts';
import { type FigureRoll, figureRolls } from './views/figure/figure-roll.ts';
import { platformGroups, problemGroups, problemParts as partsOf } from './views/group-view.ts';
import { homeView } from './views/home/home-view.ts';
import { inspectionPages } from './views/inspection/inspection-view.ts';
import { issueRows } from './views/issue/issue-row.ts';
import { listViews } from './views/issue/list-view.ts';
import { issueView } from './views/issue/issue-view.ts';
import { type FrameView, menuView, shelfViews, type ShelfView } from './views/menu-view.ts';
import { paperOffers } from './views/papers-view.ts';
import { reminderView } from './views/due/reminder-view.ts';
import { pageNumbers, type Roll, rollPage } from './views/roll.ts';
import { registryPages } from './views/inspection/registry-view.ts';
import { selfCheckPages } from './views/inspection/self-check-view.ts';
import { childrenView } from './views/rollup/children-view.ts';
import { siteView } from './views/site-view.ts';
import { trendPages } from './views/trend/trend-view.ts';
import { warningView } from './views/inspection/warning-view.ts';
import { dutiesView } from './views/unit/task-view.ts';
import { unitRow, unitView } from './views/unit/unit-view.ts';
import { unitsByKind } from './views/unit/units-by-kind.ts';

/** Today in China, YYYY-MM-DD. */
function todayInChina(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

const folder = resolve(process.env['LEDGER_CONTENT'] ?? 'content');

function openEdition(): Edition {
  const { env } = process;
  const ledger = openLedger(folder);
  const today = env['LEDGER_AS_OF'] ?? ledger.site.asOf ?? todayInChina();
  const audience = env['LEDGER_AUDIENCE'] === 'internal' ? 'internal' : 'public';
  const records =
    audience === 'internal' ? recordsOf(folder, ledger.site.forge?.branch) : undefined;
  return editionOf(ledger, today, audience, records, evidenceHashes(folder));
}

const edition = openEdition();
const { ledger } = edition;

export { groupRules } from './views/group-view.ts';

/** The record of an id. Throws RangeError where there is none. */
function known<T>(records: ReadonlyMap<string, T>, id: string): T {
  const one = records.get(id);
  if (one === undefined) throw new RangeError(`no ${id}`);
  return one;
}

/** Made when first asked for, and kept. */
function kept<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

export const home = kept(() => homeView(edition));

export const issueIds = [...edition.issues.keys()];
export const issue = (id: string) => issueView(edition, known(edition.issues, id));
export const issuesOf = (ids: readonly string[]) => issueRows(edition, ids);

export const units = kept(() => unitsByKind(edition));
export const unitIds = [...ledger.units.keys()];
export const unit = (id: string) => unitView(edition, known(ledger.units, id));
export const duties = (id: string) => dutiesView(edition, id);
export const unitsOf = (ids: readonly string[]) =>
  ids.flatMap((id) => ledger.units.get(id) ?? []).map((one) => unitRow(edition, one));

export const accountIds = [...ledger.accounts.keys()];
export const account = (id: string) => accountView(edition, known(ledger.accounts, id));
export const accountsOf = (ids: readonly string[]) =>
  ids.flatMap((id) => ledger.accounts.get(id) ?? []).map((one) => accountRow(edition, one));

export const selfChecks = kept(() => selfCheckPages(edition));
export const bulletins = kept(() => bulletinPages(edition));
export const inspections = kept(() => inspectionPages(edition));
export const registry = kept(() => registryPages(edition));
export const warnings = kept(() => warningView(edition));
export const children = kept(() => childrenView(edition));
export const trends = kept(() => trendPages(edition));

/** What the regular supervision has made, the newest first. */
export const shelves = kept(() =>
  shelfViews({
    inspections: inspections().toReversed(),
    bulletins: bulletins().toReversed(),
    registry: registry(),
    'self-checks': selfChecks(),
  }),
);
export const shelf = (id: ShelfView['id']) => shelves().find((one) => one.id === id);
/** Where reports go that are filled in on the pages; nowhere from the public site. */
const place =
  edition.audience === 'internal'
    ? senderSettings(ledger, { endpoint: process.env['LEDGER_ENDPOINT'] })
    : { settings: undefined, connect: [] };
export const site: FrameView = {
  ...siteView(edition),
  connect: place.connect,
  menu: menuView(
    edition.audience,
    shelves(),
    trends()[0]?.href,
    warnings()?.page.href,
    children()?.href,
  ),
};

/** What units report and the office decides, and who takes what comes on paper. */
export const reports = reportPages(edition, place.settings, (path) =>
  blobName(readFileSync(resolve(folder, path))),
);

export const campaigns = [...ledger.campaigns.values()].map(({ id, name }) => ({ id, name }));
export const papers = kept(() => paperOffers(edition));
export const campaignIds = [
  ...ledger.campaigns.keys(),
  ...edition.counted.map(({ campaign }) => campaign.id),
];
export const campaign = (id: string) => campaignView(edition, id);
export const campaignRolls = () =>
  [...ledger.campaigns.keys()].map((id) => ({ id, roll: campaignRoll(edition, id) }));
export const listedOf = (ids: readonly string[]) => listedRows(edition, ids);

export const lists = kept(() => listViews(edition));
export const rollsOfFigures = kept(() => figureRolls(edition));
export const pagesOf = (roll: Roll) => pageNumbers(roll);
export { rollPage };
export const figurePage = (roll: FigureRoll, number: number) => {
  switch (roll.rowKind) {
    case 'unit':
      return { kind: 'unit' as const, page: rollPage(roll, number, unitsOf) };
    case 'account':
      return { kind: 'account' as const, page: rollPage(roll, number, accountsOf) };
    case 'issue':
    case 'none':
      return { kind: 'issue' as const, page: rollPage(roll, number, issuesOf) };
    default:
      return roll.rowKind satisfies never;
  }
};

export const problems = kept(() => problemGroups(edition));
export const platforms = kept(() => platformGroups(edition));
export const problemParts = () => partsOf(edition);
export const months = kept(() => dueMonths(edition));
/** As many as a picture holds. */
export const recentMonths = kept(() => lastMonths(months(), 12));
export const gridOf = (month: DueMonth) => monthGrid(edition, month);
export const rowsDue = (day: DueDay) => rowsOfDay(edition, day);
export const dueRoll = ({ href, part }: DueDay): Roll => ({ href, ids: part.rows });
export const attention = () => attentionView(edition);

export const reminders = kept(() => reminderView(edition));

export const changes = kept(() => changeViews(edition));
export const changeMonths = kept(() => changeMonthViews(changes()));
const changesOf = (month: ChangeMonth) => ({
  href: month.href,
  ids: changes().flatMap(({ on }, at) => (on.iso.startsWith(month.month) ? [String(at)] : [])),
});
export const changePages = (month: ChangeMonth) => pageNumbers(changesOf(month));
export const changePage = (month: ChangeMonth, number: number) =>
  rollPage(changesOf(month), number, (ids) => ids.flatMap((at) => changes()[Number(at)] ?? []));

/** 报送单, to be filled in by whoever cannot report on a page. */
const sheets = kept(() => sheetOffers(edition, headOf(folder)));

/** What may be taken away beside a list. */
export const downloads = {
  whole: () => wholeOffer(edition).downloads,
  overdue: () => overdueOffer(edition).downloads,
  calendar: () => calendarOffer(edition).downloads,
  campaign: (id: string) => campaignOffer(edition, id).downloads,
  unit: (id: string) => unitOffer(edition, id).downloads,
  sheets: (id: string) => sheets().get(id)?.downloads ?? [],
};
/** The files of the site that are no pages, by their path below its root. */
export const files = kept(() => {
  const papers = shelves().flatMap((one) => one.papers);
  const offers = [...sheets().values()].flatMap((offer) => offer.files);
  const own = offers.map(({ path, make }) => [path, make] as const);
  const written = siteFiles(edition, () => headOf(folder));
  return new Map([...written, ...searchFiles(edition, site.menu, papers), ...own]);
});

export const dataTables = tableNames(edition.audience);

export const about = () => aboutView(edition);
export const dictionary = () => dictionaryView();
