/**
 * 网站的栏目: an issue about a column of a website that another unit keeps names no account, only the site and the column in
 * the words of its list. Who looks for it goes to the site's page first; the words that lists begin with lead both ways.
 */
import type { Account } from '../../schema/account.ts';
import type { Entry } from '../../schema/ledger.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { accountRef } from '../names.ts';
import type { Ref } from '../address.ts';
import type { Face } from '../face.ts';
import { deskGroups } from './desk.ts';
import type { IssueRow } from '../issue/issue-row.ts';

/** The website that an issue without an account is listed under, by its name or an alias; undefined where there is none. */
export function siteOfColumn({ ledger }: Face, { issue }: IssueStanding): Ref | undefined {
  const { account, listed } = issue;
  if (account !== undefined || listed === undefined) return undefined;
  const sites = [...ledger.accounts.values()].flatMap(({ id, kind, name, aliases }) =>
    kind === 'website' ? [name, ...aliases].map((said) => ({ id, said })) : [],
  );
  const [site] = sites
    .filter(({ said }) => listed.startsWith(said))
    .toSorted((a, b) => b.said.length - a.said.length);
  return site && accountRef(ledger, site.id);
}

/** The issues of a website's columns, the most urgent first; they count for the units that keep the columns. */
export function columnRows(face: Face, { id, kind, name, aliases }: Entry<Account>): IssueRow[] {
  if (kind !== 'website') return [];
  const said = [name, ...aliases];
  const issues = face.standing.issues.filter(
    (one) =>
      said.some((words) => one.issue.listed?.startsWith(words)) &&
      siteOfColumn(face, one)?.id === id,
  );
  return deskGroups(face, issues).flatMap(({ rows }) => rows);
}
