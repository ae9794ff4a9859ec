/**
 * 网站: the one place that reads the environment and the clock, opens the ledger and hands the pages what they draw.
 *
 * LEDGER_CONTENT (folder, default content) · LEDGER_AUDIENCE (public | internal, default public) · LEDGER_AS_OF
 * (YYYY-MM-DD, default the ledger's own day, else today in China).
 * Throws an error that names file and line when the ledger has a fault.
 */
import { join, resolve } from 'node:path';
import { checkLedger } from './ledger/check.ts';
import { readFolder } from './ledger/content.ts';
import { type Fault, faultLine } from './ledger/fault.ts';
import type { Ledger } from './schema/ledger.ts';
import { accountRow, accountView } from './views/account-view.ts';
import { campaignView } from './views/campaign-view.ts';
import { changeViews } from './views/change-view.ts';
import { deskGroups } from './views/desk.ts';
import { dueMonths, monthGrid, rowsOfDay } from './views/due-view.ts';
import { type Edition, editionOf } from './views/edition.ts';
import { figureRolls } from './views/figure-roll.ts';
import { groupRules, platformGroups, problemGroups } from './views/group-view.ts';
import { homeView, unitsByKind } from './views/home-view.ts';
import { issueRows } from './views/issue-row.ts';
import { issueView } from './views/issue-view.ts';
import { siteView } from './views/site-view.ts';
import { unitRow, unitView } from './views/unit-view.ts';

/** A fault of the ledger in the shape that Vite's overlay shows: `loc` names file and line. */
export class LedgerFault extends Error {
  readonly loc: { file: string; line: number; column: number };
  constructor(folder: string, faults: readonly [Fault, ...Fault[]]) {
    super(faults.map(faultLine).join('\n'));
    this.name = '台账有错';
    const [{ file, line, col }] = faults;
    this.loc = { file: join(folder, file), line, column: col };
  }
}

/** Reads and checks the ledger in `folder`. Throws LedgerFault. */
export function openLedger(folder: string): Ledger {
  const { ledger, faults } = checkLedger(readFolder(folder));
  const [first, ...others] = faults.filter(({ severity }) => severity === 'fault');
  if (first !== undefined) throw new LedgerFault(folder, [first, ...others]);
  if (ledger === undefined) throw new Error(`台账文件夹 ${folder} 里没有可读的台账`);
  return ledger;
}

/** Today in China, YYYY-MM-DD. */
function todayInChina(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

function openEdition(): Edition {
  const { env } = process;
  const ledger = openLedger(resolve(env['LEDGER_CONTENT'] ?? 'content'));
  const today = env['LEDGER_AS_OF'] ?? ledger.site.asOf ?? todayInChina();
  return editionOf(ledger, today, env['LEDGER_AUDIENCE'] === 'internal' ? 'internal' : 'public');
}

const edition = openEdition();
const { ledger } = edition;

export const site = siteView(edition);
export { groupRules };

export const home = () => homeView(edition);

export const issueIds = [...edition.issues.keys()];
export const issue = (id: string) => {
  const one = edition.issues.get(id);
  if (one === undefined) throw new RangeError(`no issue ${id}`);
  return issueView(edition, one);
};
export const issuesOf = (ids: readonly string[]) => issueRows(edition, ids);

export const units = () => unitsByKind(edition);
export const unitIds = [...ledger.units.keys()];
export const unit = (id: string) => {
  const one = ledger.units.get(id);
  if (one === undefined) throw new RangeError(`no unit ${id}`);
  return unitView(edition, one);
};
export const unitsOf = (ids: readonly string[]) =>
  ids.flatMap((id) => {
    const one = ledger.units.get(id);
    return one === undefined ? [] : [unitRow(edition, one)];
  });

export const accountIds = [...ledger.accounts.keys()];
export const account = (id: string) => {
  const one = ledger.accounts.get(id);
  if (one === undefined) throw new RangeError(`no account ${id}`);
  return accountView(edition, one);
};
export const accountsOf = (ids: readonly string[]) =>
  ids.flatMap((id) => {
    const one = ledger.accounts.get(id);
    return one === undefined ? [] : [accountRow(edition, one)];
  });

export const campaignIds = [
  ...ledger.campaigns.keys(),
  ...edition.counted.map(({ campaign }) => campaign.id),
];
export const campaign = (id: string) => campaignView(edition, id);

export const rollsOfFigures = () => figureRolls(edition);
export const problems = () => problemGroups(edition);
export const platforms = () => platformGroups(edition);
export const months = () => dueMonths(edition);
export const gridOf = (month: Parameters<typeof monthGrid>[1]) => monthGrid(edition, month);
export const rowsDue = (day: Parameters<typeof rowsOfDay>[1]) => rowsOfDay(edition, day);
export const desk = () => deskGroups(edition, edition.standing.issues);
export const changes = () => changeViews(edition);
