/**
 * 网站: the one place that reads the environment and the clock (`site-face.ts`) and hands the pages what they render.
 *
 * LEDGER_CONTENT (folder, default content) · LEDGER_AUDIENCE (public | internal, default public) · LEDGER_AS_OF
 * (YYYY-MM-DD, default the ledger's own day, else today in China) · LEDGER_HISTORY (folder in which it is remembered what
 * was read of the history, default none).
 * Throws LedgerFault when the ledger has a fault.
 *
 * Whatever a page takes from here while it is rendered is an answer that is heard, or the same for every page (`frame`).
 */
import { asOfMarked, givenProps, heard } from './asked.ts';
import { tableNames } from './documents/data/data-tables.ts';
import { headOf } from './history/place.ts';
import { face, folder, madeOnce, keptEach, heardOnce } from './site-face.ts';
import { downloads, publishedFiles, sourceIn } from './site-files.ts';
import { hasDesk, place } from './site-forms.ts';
import { aboutView } from './views/about/about-view.ts';
import { accountRow, accountView } from './views/unit/account-view.ts';
import { bulletinPages } from './views/inspection/bulletin-view.ts';
import { campaignRoll, campaignView, listedRows } from './views/kind/campaign-view.ts';
import { type ChangeMonth, changeMonthViews, changeViews } from './views/issue/change-view.ts';
import {
  type ChangeList,
  changeLists,
  changePeriods,
  changesListed,
} from './views/change-counts.ts';
import { dictionaryPage } from './views/about/dictionary-view.ts';
import {
  type DueDay,
  type DueMonth,
  dueMonths,
  lastMonths,
  monthGrid,
  rowsOfDay,
} from './views/due/due-view.ts';
import { type FigureRoll, figureRolls } from './views/figure/figure-roll.ts';
import { platformGroups, problemGroups, problemParts as partsOf } from './views/kind/group-view.ts';
import { unlistedProblems } from './views/kind/unlisted-problems.ts';
import { homeView } from './views/home/home-view.ts';
import { inspectionPages } from './views/inspection/inspection-view.ts';
import { issueRows } from './views/issue/issue-row.ts';
import { listViews } from './views/issue/list-view.ts';
import { issueView } from './views/issue/issue-view.ts';
import { type FrameView, menuView, shelfViews, type ShelfView } from './views/menu-view.ts';
import { inspectionOffer } from './views/inspection/inspection-offer.ts';
import { paperOffers } from './views/papers-view.ts';
import { liveUnitsOf, openCampaignsOf } from './views/setting-offers.ts';
import { pageNumbers, type Roll, rollPage } from './views/roll.ts';
import { registryPages } from './views/inspection/registry-view.ts';
import { selfCheckPages } from './views/self-check/self-check-view.ts';
import { childrenView } from './views/rollup/children-view.ts';
import { siteView } from './views/site-view.ts';
import { trendPages } from './views/trend/trend-view.ts';
import { warningView } from './views/inspection/warning-view.ts';
import { unitRow, unitView } from './views/unit/unit-view.ts';
import { sumOfUnits } from './views/unit/units-sum.ts';
import { unitsByKind } from './views/unit/units-by-kind.ts';

const { ledger } = face;

export { downloads, givenProps };
export { hasDesk, shownForms } from './site-forms.ts';
export * from './site-waiting.ts';
export { groupRules } from './views/kind/group-view.ts';
export { listFileAddress } from './views/address.ts';

/** The record of an id. Throws RangeError where there is none. */
function known<T>(records: ReadonlyMap<string, T>, id: string): T {
  const one = records.get(id);
  if (one === undefined) throw new RangeError(`no ${id}`);
  return one;
}

export const home = heardOnce('home', () => homeView(face));

export const issueIds = [...face.issues.keys()];
export const shownIssue = heard('issue', (id: string) => issueView(face, known(face.issues, id)));
export const shownIssues = heard('issuesOf', (ids: readonly string[]) => issueRows(face, ids));

export const units = heardOnce('units', () => unitsByKind(face));
export const unitsSum = heardOnce('unitsSum', () => sumOfUnits(face));
export const unitIds = [...ledger.units.keys()];
export const shownUnit = heard('unit', (id: string) => unitView(face, known(ledger.units, id)));
export const shownUnits = heard('unitsOf', (ids: readonly string[]) =>
  ids.flatMap((id) => ledger.units.get(id) ?? []).map((one) => unitRow(face, one)),
);

export const accountIds = [...ledger.accounts.keys()];
export const shownAccount = heard('account', (id: string) =>
  accountView(face, known(ledger.accounts, id)),
);
export const accountsOf = heard('accountsOf', (ids: readonly string[]) =>
  ids.flatMap((id) => ledger.accounts.get(id) ?? []).map((one) => accountRow(face, one)),
);

export const selfChecks = heardOnce('selfChecks', () => selfCheckPages(face));
export const bulletins = heardOnce('bulletins', () => bulletinPages(face));
export const inspections = heardOnce('inspections', () => inspectionPages(face));
export const registry = heardOnce('registry', () => registryPages(face));
export const warnings = heardOnce('warnings', () => warningView(face));
export const children = heardOnce('children', () => childrenView(face));
export const trends = heardOnce('trends', () => trendPages(face));

/** What the regular supervision has made, the newest first. */
export const shelves = heardOnce('shelves', () =>
  shelfViews({
    inspections: inspections(),
    bulletins: bulletins().toReversed(),
    registry: registry(),
    'self-checks': selfChecks(),
  }),
);
export const shelf = heard('shelf', (id: ShelfView['id']) =>
  shelves().find((one) => one.id === id),
);
const { changed, asOf, asOfSentence, ...frame } = siteView(face);
const asOfDay = heard('asOf', () => asOf);
// Asked when a page is written, and not while it is rendered.
heard('asOfSentence', () => asOfSentence);
const changedAt = heard('changedAt', (address: string) => changed?.byAddress.get(address));
const changedLast = heard('changedLast', () => changed?.whole);
export const shownFrame: FrameView = {
  ...frame,
  get asOf() {
    return asOfDay();
  },
  get asOfSentence() {
    return asOfMarked(asOfSentence);
  },
  changed: changed && {
    byAddress: { get: changedAt },
    get whole() {
      return changedLast() ?? changed.whole;
    },
  },
  connect: place.connect,
  menu: menuView(face.audience, shelves(), {
    desk: hasDesk ? '/desk/index.html' : undefined,
    trends: trends()[0]?.href,
    warnings: warnings()?.page.href,
    children: children()?.href,
  }),
};

/** What is on every page, or on any without being asked for; but for the day, which is written in. */
heard('frame', () => [frame, changed === undefined, place, shownFrame.menu]);

// No page asks for it: whoever renders a site in volumes compares it.
heard('history', () => [headOf(folder), face.records]);

export const openCampaigns = heardOnce('openCampaigns', () => openCampaignsOf(face));
export const liveUnits = heardOnce('liveUnits', () => liveUnitsOf(face));
export const campaigns = heardOnce('campaigns', () =>
  [...ledger.campaigns.values()].map(({ id, name }) => ({ id, name })),
);
export const papers = heardOnce('papers', () => paperOffers(face));
export const inspectionOffers = heardOnce('checks', () => inspectionOffer(face));
export const campaignIds = [
  ...ledger.campaigns.keys(),
  ...face.counted.map(({ campaign }) => campaign.id),
];
export const shownCampaign = heard(
  'campaign',
  keptEach((id) => campaignView(face, id)),
);
export const campaignRolls = heardOnce('campaignRolls', () =>
  [...ledger.campaigns.keys()].map((id) => ({ id, roll: campaignRoll(face, id) })),
);
export const shownListed = heard('listedOf', (ids: readonly string[]) => listedRows(face, ids));

export const lists = heardOnce('lists', () => listViews(face));
export const rollsOfFigures = heardOnce('rollsOfFigures', () => figureRolls(face));
export const shownPages = (roll: Roll) => pageNumbers(roll);
export { rollPage };
export const figurePage = (roll: FigureRoll, number: number) => {
  switch (roll.rowKind) {
    case 'unit':
      return { kind: 'unit' as const, page: rollPage(roll, number, shownUnits) };
    case 'account':
      return { kind: 'account' as const, page: rollPage(roll, number, accountsOf) };
    case 'issue':
    case 'none':
      return { kind: 'issue' as const, page: rollPage(roll, number, shownIssues) };
    default:
      return roll.rowKind satisfies never;
  }
};

export const shownProblems = heardOnce('problems', () => problemGroups(face));
export const shownUnlisted = heardOnce('unlistedProblems', () => unlistedProblems(face));
export const shownPlatforms = heardOnce('platforms', () => platformGroups(face));
export const shownProblemParts = heard('problemParts', () => partsOf(face));
export const shownMonths = heardOnce('months', () => dueMonths(face));
/** As many as a picture holds. */
export const recentMonths = heardOnce('recentMonths', () => lastMonths(shownMonths(), 12));
export const shownGrid = heard('gridOf', (month: DueMonth) => monthGrid(face, month));
export const rowsDue = heard('rowsDue', (day: DueDay) => rowsOfDay(face, day));
export const dueRoll = ({ href, part }: DueDay): Roll => ({ href, ids: part.rows });

export const changes = heardOnce('changes', () => changeViews(face));
export const changeMonths = heardOnce('changeMonths', () => changeMonthViews(changes()));
const changesIn = keptEach((month) =>
  changes().flatMap(({ on }, at) => (on.iso.startsWith(month) ? [String(at)] : [])),
);
const changesOf = ({ href, month }: ChangeMonth) => ({ href, ids: changesIn(month) });
export const changePages = (month: ChangeMonth) => pageNumbers(changesOf(month));
export const changePage = heard('changePage', (month: ChangeMonth, number: number) =>
  rollPage(changesOf(month), number, (ids) => ids.flatMap((at) => changes()[Number(at)] ?? [])),
);

export const periodsOfChanges = heardOnce('changePeriods', () => changePeriods(face));
export const listsOfChanges = heardOnce('changeLists', () => changeLists(face));
export const changeListPage = heard('changeListPage', (list: ChangeList, number: number) =>
  rollPage(list, number, (ids) => {
    const listed = changesListed(face, list.href);
    return ids.flatMap((at) => listed[Number(at)] ?? []);
  }),
);

/** The files of the site that are no pages, by their path below its root. */
export const files = madeOnce(() =>
  publishedFiles(
    shownFrame.menu,
    shelves().flatMap((one) => one.papers),
  ),
);
export const sourceOf = heard('sourceOf', (path: string) => sourceIn(files(), path));

export const shownTables = tableNames(face.audience);

export const about = heard('about', () => aboutView(face));
export const dictionary = heard('dictionary', () => dictionaryPage());
