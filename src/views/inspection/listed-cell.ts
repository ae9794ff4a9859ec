/** 是否列入清单: which issue of the ledger is about what a check found of an account, or that none is yet. Internal only. */
import { inWords } from '../../day/calendar.ts';
import type { JudgedRow } from '../../domain/inspection/inspection.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import type { Inspection } from '../../schema/inspection.ts';
import type { Entry } from '../../schema/ledger.ts';
import type { Ref } from '../address.ts';
import { type ShownCell, words } from '../cell-table.ts';
import type { Face } from '../face.ts';
import { campaignRef, issueRef } from '../names.ts';
import { indicatorsOf, inspectionsOf, openThen } from './look-view.ts';

export const NOT_LISTED = '尚未列入清单';

/** How an issue came to be about what a check found. */
type How = '本次列入' | '此前已列入' | '其后列入' | '其后重启';

/** An indicator that failed of an account, and the issues that are about it; none where no list has it. */
interface FoundIssues {
  readonly name: string;
  readonly issues: readonly { readonly one: IssueStanding; readonly how: How }[];
}

/** What a check found of an account, by indicator that failed, with the issues of the ledger that are about it. */
export function foundIssues(
  face: Face,
  check: Entry<Inspection>,
  { row: { account }, verdicts }: JudgedRow,
): FoundIssues[] {
  const own = face.byAccount.get(account) ?? [];
  return verdicts
    .filter(({ result }) => result === 'failed')
    .map(({ indicator, name }) => ({
      name,
      issues: own
        .filter((one) => indicatorsOf(face, one).includes(indicator))
        .flatMap((one) => {
          const how = howListed(face, check, account, one);
          return how === undefined ? [] : [{ one, how }];
        }),
    }));
}

/**
 * Of each indicator that failed: the issues that were listed from the check or after it and before the account's next
 * one, those that were open on its day, and those that were opened again meanwhile; 尚未列入清单 where there are none.
 */
export function onListCell(face: Face, check: Entry<Inspection>, row: JudgedRow): ShownCell {
  const found = foundIssues(face, check, row);
  const missing = found.filter(({ issues }) => issues.length === 0).map(({ name }) => name);
  const links = new Map(
    found.flatMap(({ issues }) => issues.map(({ one, how }) => [one.id, linkOf(face, one, how)])),
  );
  if (links.size === 0) return words(NOT_LISTED);
  return {
    ...words(missing.length === 0 ? '' : `${missing.join('、')}：${NOT_LISTED}`),
    links: [...links.values()],
  };
}

/** Of the accounts of a check that failed, those of which no indicator stands in the ledger as an issue. */
export function unlistedOf(
  face: Face,
  check: Entry<Inspection>,
  rows: readonly JudgedRow[],
): JudgedRow[] {
  return rows.filter(
    (one) =>
      one.result === 'failed' &&
      one.account !== undefined &&
      onListCell(face, check, one).text === NOT_LISTED,
  );
}

/** The latest check of an account where it failed and no issue is about it; undefined elsewhere and on the public site. */
function unlistedInspection(face: Face, account: string): Entry<Inspection> | undefined {
  if (face.audience === 'public') return undefined;
  const last = inspectionsOf(face, account).at(-1);
  return last !== undefined && unlistedOf(face, last.check, [last.row]).length > 0
    ? last.check
    : undefined;
}

/** 2026年6月5日检查不合格，尚未列入清单。 */
export function unlistedSentence(face: Face, account: string): string[] {
  const check = unlistedInspection(face, account);
  return check === undefined ? [] : [`${inWords(check.checkedOn)}检查不合格，尚未列入清单。`];
}

/** 另有1个账号2026年6月5日检查不合格，尚未列入清单。 A sentence a check, the latest first, with the accounts to be opened. */
export function unlistedInWords(
  face: Face,
  accounts: readonly Ref[],
): { readonly text: string; readonly accounts: readonly Ref[] }[] {
  const found = accounts.flatMap((account) => {
    const check = unlistedInspection(face, account.id);
    return check === undefined ? [] : [{ account, on: check.checkedOn }];
  });
  const days = Map.groupBy(
    found.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1)),
    ({ on }) => on,
  );
  return [...days].map(([on, own]) => ({
    text: `另有${String(own.length)}个账号${inWords(on)}检查不合格，${NOT_LISTED}：`,
    accounts: own.map(({ account }) => account),
  }));
}

function linkOf({ ledger }: Face, { id, issue }: IssueStanding, how: How): Ref {
  const { name, ...ref } = issueRef(ledger, id);
  const campaign = campaignRef(ledger, issue.campaign).name;
  return { ...ref, name: `${campaign} ${name}（${how}）` };
}

function howListed(
  face: Face,
  check: Entry<Inspection>,
  account: string,
  { id, issue, history }: IssueStanding,
): How | undefined {
  const { checkedOn } = check;
  if (issue.campaign === check.campaign && issue.source?.document === check.name) return '本次列入';
  const next = inspectionsOf(face, account).find((one) => one.check.checkedOn > checkedOn);
  const isMeanwhile = (on: string): boolean =>
    on >= checkedOn && (next === undefined || on < next.check.checkedOn);
  if (issue.listedOn < checkedOn && openThen(face, { id }, checkedOn)) return '此前已列入';
  if (isMeanwhile(issue.listedOn)) return '其后列入';
  const again = history.rounds.some(
    ({ number, startedOn }) => number > 1 && isMeanwhile(startedOn),
  );
  return again ? '其后重启' : undefined;
}
