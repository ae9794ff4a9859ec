/**
 * 网站: the one place that reads the environment and the clock (`site-edition.ts`) and hands the pages what they draw.
 *
 * LEDGER_CONTENT (folder, default content) · LEDGER_AUDIENCE (public | internal, default public) · LEDGER_AS_OF
 * (YYYY-MM-DD, default the ledger's own day, else today in China) · LEDGER_HISTORY (folder in which it is remembered what
 * was read of the history, default none).
 * Throws LedgerFault when the ledger has a fault.
 *
 * Whatever a page takes from here while it is drawn is an answer that is heard, or the same for every page (`frame`).
 */
import { asOfMarked, givenProps, heard } from './asked.ts';
import { tableNames } from './documents/data/data-tables.ts';
import { headOf } from './history/place.ts';
import { edition, folder, kept, keptEach, once } from './site-edition.ts';
import { downloads, publishedFiles, sourceIn } from './site-files.ts';
import { hasDesk, place } from './site-forms.ts';
import { aboutView } from './views/about/about-view.ts';
import { accountRow, accountView } from './views/unit/account-view.ts';
import { attentionView } from './views/figure/attention-view.ts';
import { bulletinPages } from './views/inspection/bulletin-view.ts';
import { campaignRoll, campaignView, listedRows } from './views/kind/campaign-view.ts';
import { type ChangeMonth, changeMonthViews, changeViews } from './views/issue/change-view.ts';
import {
  type ChangeList,
  changeLists,
  changePeriods,
  changesListed,
} from './views/change-counts.ts';
import { dictionaryView } from './views/about/dictionary-view.ts';
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
import { homeView } from './views/home/home-view.ts';
import { inspectionPages } from './views/inspection/inspection-view.ts';
import { issueRows } from './views/issue/issue-row.ts';
import { listViews } from './views/issue/list-view.ts';
import { issueView } from './views/issue/issue-view.ts';
import { type FrameView, menuView, shelfViews, type ShelfView } from './views/menu-view.ts';
import { checkOffer } from './views/checks-view.ts';
import { paperOffers } from './views/papers-view.ts';
import { liveUnitsOf, openCampaignsOf } from './views/setting-offers.ts';
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

const { ledger } = edition;

export { downloads, givenProps };
export { hasDesk, shownForms } from './site-forms.ts';
export { groupRules } from './views/kind/group-view.ts';

/** The record of an id. Throws RangeError where there is none. */
function known<T>(records: ReadonlyMap<string, T>, id: string): T {
  const one = records.get(id);
  if (one === undefined) throw new RangeError(`no ${id}`);
  return one;
}

export const home = once('home', () => homeView(edition));

export const issueIds = [...edition.issues.keys()];
export const shownIssue = heard('issue', (id: string) =>
  issueView(edition, known(edition.issues, id)),
);
export const shownIssues = heard('issuesOf', (ids: readonly string[]) => issueRows(edition, ids));

export const units = once('units', () => unitsByKind(edition));
export const unitIds = [...ledger.units.keys()];
export const shownUnit = heard('unit', (id: string) => unitView(edition, known(ledger.units, id)));
export const duties = heard('duties', (id: string) => dutiesView(edition, id));
export const shownUnits = heard('unitsOf', (ids: readonly string[]) =>
  ids.flatMap((id) => ledger.units.get(id) ?? []).map((one) => unitRow(edition, one)),
);

export const accountIds = [...ledger.accounts.keys()];
export const shownAccount = heard('account', (id: string) =>
  accountView(edition, known(ledger.accounts, id)),
);
export const accountsOf = heard('accountsOf', (ids: readonly string[]) =>
  ids.flatMap((id) => ledger.accounts.get(id) ?? []).map((one) => accountRow(edition, one)),
);

export const selfChecks = once('selfChecks', () => selfCheckPages(edition));
export const bulletins = once('bulletins', () => bulletinPages(edition));
export const inspections = once('inspections', () => inspectionPages(edition));
export const registry = once('registry', () => registryPages(edition));
export const warnings = once('warnings', () => warningView(edition));
export const children = once('children', () => childrenView(edition));
export const trends = once('trends', () => trendPages(edition));

/** What the regular supervision has made, the newest first. */
export const shelves = once('shelves', () =>
  shelfViews({
    inspections: inspections().toReversed(),
    bulletins: bulletins().toReversed(),
    registry: registry(),
    'self-checks': selfChecks(),
  }),
);
export const shelf = heard('shelf', (id: ShelfView['id']) =>
  shelves().find((one) => one.id === id),
);
const { changed, asOf, asOfSentence, ...frame } = siteView(edition);
const asOfDay = heard('asOf', () => asOf);
// Asked when a page is written, and not while it is drawn.
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
  menu: menuView(edition.audience, shelves(), {
    desk: hasDesk ? '/desk/index.html' : undefined,
    trends: trends()[0]?.href,
    warnings: warnings()?.page.href,
    children: children()?.href,
  }),
};

/** What is on every page, or on any without being asked for; but for the day, which is written in. */
heard('frame', () => [frame, changed === undefined, place, shownFrame.menu]);

// No page asks for it: whoever draws a site in volumes compares it.
heard('history', () => [headOf(folder), edition.records]);

export const openCampaigns = once('openCampaigns', () => openCampaignsOf(edition));
export const liveUnits = once('liveUnits', () => liveUnitsOf(edition));
export const campaigns = once('campaigns', () =>
  [...ledger.campaigns.values()].map(({ id, name }) => ({ id, name })),
);
export const papers = once('papers', () => paperOffers(edition));
export const checks = once('checks', () => checkOffer(edition));
export const campaignIds = [
  ...ledger.campaigns.keys(),
  ...edition.counted.map(({ campaign }) => campaign.id),
];
export const shownCampaign = heard(
  'campaign',
  keptEach((id) => campaignView(edition, id)),
);
export const campaignRolls = once('campaignRolls', () =>
  [...ledger.campaigns.keys()].map((id) => ({ id, roll: campaignRoll(edition, id) })),
);
export const shownListed = heard('listedOf', (ids: readonly string[]) => listedRows(edition, ids));

export const lists = once('lists', () => listViews(edition));
export const rollsOfFigures = once('rollsOfFigures', () => figureRolls(edition));
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

export const shownProblems = once('problems', () => problemGroups(edition));
export const shownPlatforms = once('platforms', () => platformGroups(edition));
export const shownProblemParts = heard('problemParts', () => partsOf(edition));
export const shownMonths = once('months', () => dueMonths(edition));
/** As many as a picture holds. */
export const recentMonths = once('recentMonths', () => lastMonths(shownMonths(), 12));
export const shownGrid = heard('gridOf', (month: DueMonth) => monthGrid(edition, month));
export const rowsDue = heard('rowsDue', (day: DueDay) => rowsOfDay(edition, day));
export const dueRoll = ({ href, part }: DueDay): Roll => ({ href, ids: part.rows });
export const attention = heard('attention', () => attentionView(edition));

export const reminders = once('reminders', () => reminderView(edition));

export const changes = once('changes', () => changeViews(edition));
export const changeMonths = once('changeMonths', () => changeMonthViews(changes()));
const changesIn = keptEach((month) =>
  changes().flatMap(({ on }, at) => (on.iso.startsWith(month) ? [String(at)] : [])),
);
const changesOf = ({ href, month }: ChangeMonth) => ({ href, ids: changesIn(month) });
export const changePages = (month: ChangeMonth) => pageNumbers(changesOf(month));
export const changePage = heard('changePage', (month: ChangeMonth, number: number) =>
  rollPage(changesOf(month), number, (ids) => ids.flatMap((at) => changes()[Number(at)] ?? [])),
);

export const periodsOfChanges = once('changePeriods', () => changePeriods(edition));
export const listsOfChanges = once('changeLists', () => changeLists(edition));
export const changeListPage = heard('changeListPage', (list: ChangeList, number: number) =>
  rollPage(list, number, (ids) => {
    const listed = changesListed(edition, list.href);
    return ids.flatMap((at) => listed[Number(at)] ?? []);
  }),
);

/** The files of the site that are no pages, by their path below its root. */
export const files = kept(() =>
  publishedFiles(
    shownFrame.menu,
    shelves().flatMap((one) => one.papers),
  ),
);
export const sourceOf = heard('sourceOf', (path: string) => sourceIn(files(), path));

export const shownTables = tableNames(edition.audience);

export const about = heard('about', () => aboutView(edition));
export const dictionary = heard('dictionary', () => dictionaryView());
