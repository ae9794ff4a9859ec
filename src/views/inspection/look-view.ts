/**
 * 检查经过: what checks saw of an account, one after another, a test with the test that was made again beside it; and of
 * these, what concerns an issue, so that a look-back that still fails is seen on the issue. Internal only.
 */
import {
  isSameFailure,
  judgedRows,
  type JudgedRow,
  type Verdict,
} from '../../domain/inspection/inspection.ts';
import { isListedAs } from '../../domain/inspection/openings.ts';
import { type IssueStanding, standing } from '../../domain/issue/standing.ts';
import { isUnfinished } from '../../domain/figures/state.ts';
import type { Inspection } from '../../schema/inspection.ts';
import type { Entry } from '../../schema/ledger.ts';
import { inWords } from '../../day/calendar.ts';
import { inspectionAddress } from '../address.ts';
import { type ShownCell, type CellTable, linked, words } from '../cell-table.ts';
import type { Face } from '../face.ts';
import { failureCell, pictureLinks } from './inspection-pictures.ts';
import { dayInspected } from '../unit/host-view.ts';
import { accountResults } from '../../text/terms.ts';

/** A check of an account. */
interface Seen {
  readonly check: Entry<Inspection>;
  readonly row: JudgedRow;
}

const known = new WeakMap<Face, ReadonlyMap<string, readonly Seen[]>>();

/** The checks of an account up to the day of the face, oldest first; each check is judged once a face. */
export function inspectionsOf(face: Face, account: string): readonly Seen[] {
  let seen = known.get(face);
  if (seen === undefined) {
    const { ledger, today } = face;
    const all = [...ledger.inspections.values()]
      .filter(({ checkedOn }) => checkedOn <= today)
      .flatMap((check) => judgedRows(ledger, check).map((row) => ({ check, row })));
    seen = Map.groupBy(all, ({ row }) => row.row.account);
    known.set(face, seen);
  }
  return seen.get(account) ?? [];
}

/** Every check of an account; of one that failed, the look-back that followed stands beside it. */
export function accountInspections(face: Face, account: string): CellTable {
  const seen = inspectionsOf(face, account);
  return {
    id: 'checks',
    title: '历次检查',
    unit: '次',
    columns: ['检查', '检查日', '结果', '情况', '复测', '复测结果', '复测情况'].map((title) => ({
      title,
    })),
    rows: seen.map(({ check, row }, at): ShownCell[] => {
      const next = seen[at + 1];
      const again = row.result === 'failed' && next?.row.row.lookBack === true ? next : undefined;
      return [
        linked({ id: check.id, name: check.name, href: inspectionAddress(check.id) }),
        dayInspected(face, account, check),
        words(`${accountResults[row.result]}${row.row.lookBack ? '（回头看）' : ''}`),
        failureCell(face, check, row),
        again === undefined
          ? words(row.result === 'failed' ? '还没有' : '')
          : {
              text: inWords(again.check.checkedOn),
              href: inspectionAddress(again.check.id),
            },
        words(again === undefined ? '' : againInWords(row, again.row)),
        again === undefined ? words('') : failureCell(face, again.check, again.row),
      ];
    }),
  };
}

/** An account that fails by other indicators than before has mended what it was failed for, as its issue says. */
function againInWords(before: JudgedRow, { verdicts, result }: JudgedRow): string {
  const failed = isSameFailure(before.verdicts, verdicts) ? '仍未整改到位' : '仍不合格（新问题）';
  return { passed: '已整改到位', failed, unchecked: '没有结果' }[result];
}

/** 内容不更新：已63天未更新；…: which indicators, and why each. */
export function verdictReasons(verdicts: readonly Verdict[]): string {
  return verdicts.map(({ name, why }) => (why === undefined ? name : `${name}：${why}`)).join('；');
}

/** A check of an issue's indicators: what it is called beside the finding, and how they fared. */
export interface IssueLook extends Seen {
  readonly kind: '首次检查' | '回头看' | '再次检查';
  readonly failed: readonly Verdict[];
  /** Why the account failed all the same: by other indicators than the issue's. */
  readonly others: readonly Verdict[];
  readonly result: string;
}

/** What checks since an issue was found saw of its indicators; the first may be the one that found it. */
export function issueLooksOf(face: Face, one: IssueStanding): IssueLook[] {
  const { issue } = one;
  const since = issue.foundOn ?? issue.listedOn;
  const wanted = indicatorsOf(face, one);
  let wrong = true;
  return (issue.account === undefined ? [] : inspectionsOf(face, issue.account)).flatMap(
    ({ check, row }): IssueLook[] => {
      const judgedNow = row.verdicts.filter(
        ({ indicator, result }) =>
          wanted.includes(indicator) && (result === 'passed' || result === 'failed'),
      );
      if (check.checkedOn < since || judgedNow.length === 0) return [];
      const failed = judgedNow.filter(({ result }) => result === 'failed');
      const first = check.name === issue.source?.document;
      const result = resultInWords(failed.length > 0, wrong, first);
      wrong = failed.length > 0;
      const kind = first ? '首次检查' : row.row.lookBack ? '回头看' : '再次检查';
      const others =
        failed.length > 0 ? [] : row.verdicts.filter((other) => other.result === 'failed');
      return [{ check, row, kind, failed, others, result }];
    },
  );
}

/** 该账号当次不合格：内容不更新: beside an issue's indicators that passed, so that it says no other than the check's page. */
export function failedAllTheSame(others: readonly Verdict[]): string {
  return `该账号当次不合格：${others.map(({ name }) => name).join('、')}`;
}

/** 检查和复测: `issueLooksOf` as a table. */
export function issueInspections(face: Face, one: IssueStanding): CellTable {
  return {
    id: 'looks',
    title: '检查和复测',
    unit: '次',
    columns: ['检查', '检查日', '性质', '此项结果', '情况', '问题当时'].map((title) => ({ title })),
    rows: issueLooksOf(face, one).map(
      ({ check, row, kind, failed, others, result }): ShownCell[] => [
        linked({ id: check.id, name: check.name, href: inspectionAddress(check.id) }),
        words(inWords(check.checkedOn)),
        words(kind),
        words(result),
        {
          ...words(others.length > 0 ? failedAllTheSame(others) : verdictReasons(failed)),
          links: pictureLinks(face, check, row),
        },
        words(openThen(face, one, check.checkedOn) ? '尚未办结' : ''),
      ],
    ),
  };
}

/** Against the check before, which for the first is the finding itself. */
function resultInWords(failed: boolean, failedBefore: boolean, first: boolean): string {
  if (first) return failed ? '不合格' : '合格';
  if (failed) return failedBefore ? '仍未整改到位' : '又不合格';
  return failedBefore ? '已整改到位' : '合格';
}

/** The indicator that the issue names, else those whose failure is listed as its kinds of problem. */
export function indicatorsOf({ ledger }: Face, { issue }: IssueStanding): string[] {
  if (issue.indicator !== undefined) return [issue.indicator.id];
  return ledger.vocabulary.problems
    .filter(({ id }) => issue.problems.includes(id))
    .flatMap((problem) => problem.indicators.filter((one) => isListedAs(ledger, one, problem)));
}

const unfinished = new WeakMap<Face, Map<string, ReadonlySet<string>>>();

/** Whether the issue was unfinished at the end of a day; all are replayed once for each day of a check. */
export function openThen(face: Face, { id }: Pick<IssueStanding, 'id'>, day: string): boolean {
  const days = unfinished.get(face) ?? new Map<string, ReadonlySet<string>>();
  unfinished.set(face, days);
  const then =
    days.get(day) ??
    new Set(
      standing(face.ledger, day)
        .issues.filter(isUnfinished)
        .map((one) => one.id),
    );
  days.set(day, then);
  return then.has(id);
}
