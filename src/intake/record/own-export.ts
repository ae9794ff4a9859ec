/**
 * 自家的台账: a working ledger that was exported, edited and sent back. It shows units and accounts by the names that
 * the ledger has; what the source wrote of them is put back, so that only what somebody edited counts as a change.
 */
import { accountOf, listedWords, noAccountName } from '../../domain/issue/owner.ts';
import { platformOf } from '../../domain/issue/standing.ts';
import type { Issue } from '../../schema/issue.ts';
import type { Entry } from '../../schema/ledger.ts';
import type { Known } from './known.ts';
import type { ListRow } from '../list/entry.ts';
import { tidy } from '../words/wording.ts';

/** The columns that hold the id of an issue. */
const IDS = ['编号', '问题编号'] as const;
/** A column that only a working ledger has; printed, it has no ids. */
const OWN = '时限情况';

/** The rows, without the columns that a working ledger has and that say of its own issues only what it knows. */
export function withoutOwnColumns(rows: readonly ListRow[], known: Known): ListRow[] {
  return rows.map((row) => {
    if (issueOf(row, known) === undefined && !Object.hasOwn(row.raw, OWN)) return row;
    const { status: _s, closedOn: _c, category: _p, campaign: _k, ...cells } = row.cells;
    return { ...row, cells };
  });
}

/** The rows of `campaign` and those that the ledger does not have; rows of other campaigns are left out and counted. */
export function asInLedger(
  rows: readonly ListRow[],
  campaign: string | undefined,
  known: Known,
  notes: string[],
): ListRow[] {
  const kept = rows.filter((row) => {
    const issue = issueOf(row, known) ?? numbered(row, campaign, known);
    if (issue === undefined) return true;
    if (issue.campaign !== campaign) return false;
    putBack(row, issue, known);
    return true;
  });
  if (kept.length < rows.length)
    notes.push(
      `有 ${rows.length - kept.length} 行是台账里别的专项的问题，没有读；一次导入一个专项`,
    );
  return kept;
}

function issueOf({ raw }: ListRow, known: Known): Entry<Issue> | undefined {
  return IDS.flatMap((title) => known.ledger.issues.get(tidy(raw[title] ?? '')) ?? [])[0];
}

/** The issue of a row without an id, by its number: its account, or its place, must still be named. */
function numbered(
  { raw, number, cells }: ListRow,
  campaign: string | undefined,
  known: Known,
): Entry<Issue> | undefined {
  if (!Object.hasOwn(raw, OWN)) return undefined;
  const name = tidy((cells.listed ?? cells.name ?? cells.place)?.text ?? '').replaceAll('\n', '');
  return [...known.ledger.issues.values()].find(
    (issue) =>
      issue.campaign === campaign &&
      issue.row === number &&
      (accountOf(known.ledger, issue)?.name ?? listedWords(issue)) === name,
  );
}

/** The units that answer for an issue and did. */
function ownersOf(issue: Entry<Issue>, known: Known): ReadonlySet<string> {
  const account = accountOf(known.ledger, issue);
  if (account !== undefined) return known.unitsOf({ id: account.id, account });
  const steps = known.ledger.updates.get(issue.id) ?? [];
  const handed = steps.flatMap((step) => (step.action === 'transferred' ? [step.to] : []));
  return new Set([...(issue.unit === undefined ? [] : [issue.unit]), ...handed]);
}

function putBack({ cells }: ListRow, issue: Entry<Issue>, known: Known): void {
  const host = cells.host && tidy(cells.host.text);
  if (cells.host && [...ownersOf(issue, known)].some((unit) => known.unitName(unit) === host))
    cells.host = { ...cells.host, text: issue.listedHost };
  const platform = tidy(cells.platform?.text ?? '');
  if (issue.account === undefined && platform === noAccountName) delete cells.platform;
  const account = accountOf(known.ledger, issue);
  const named = cells.listed ?? cells.name;
  if (account === undefined || named === undefined) return;
  const isSame =
    tidy(named.text).replaceAll('\n', '') === account.name &&
    (platform === '' || known.platforms.find(platform) === platformOf(account));
  if (isSame) {
    cells.listed = { ...named, text: listedWords(issue) };
    delete cells.platform;
    delete cells.name;
  }
}
