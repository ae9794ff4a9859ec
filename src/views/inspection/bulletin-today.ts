/**
 * 现在的情况: what became by today of the problems that a bulletin named or counted. The bulletin's own words stay; this is
 * counted from the ledger each day anew. Internal only, as bulletins are.
 */
import { inWords } from '../../day/calendar.ts';
import { periodOf } from '../../day/period.ts';
import { isUnfinished } from '../../domain/figures/state.ts';
import { periodCounts } from '../../domain/inspection/period-figures.ts';
import { judgedRows } from '../../domain/inspection/inspection.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import type { Bulletin } from '../../schema/bulletin.ts';
import { openState, states } from '../../text/terms.ts';
import { type CellTable, linked, type ShownCell, words } from '../cell-table.ts';
import type { Face } from '../face.ts';
import { issueRow } from '../issue/issue-row.ts';
import { accountRef, campaignRef, issueRef, unitRef } from '../names.ts';
import { hostThenCell } from '../unit/host-view.ts';
import { foundIssues, NOT_LISTED } from './listed-cell.ts';

interface BulletinToday {
  /** Of how many, how many are 已销号, 长期坚持, 撤销 and 未完成 by now. */
  readonly sentence: string;
  readonly table: CellTable;
}

/** Undefined where the bulletin is of nothing that the ledger holds, or named nothing. */
export function bulletinToday(
  face: Face,
  { inspection, period }: Bulletin,
): BulletinToday | undefined {
  if (inspection !== undefined) return checkToday(face, inspection);
  return period === undefined ? undefined : periodToday(face, period);
}

/** The issues that are about what a bulletin on a check named; none of a summary, which counts and names nothing. */
export function issuesNamed(face: Face, { inspection }: Bulletin): IssueStanding[] {
  const check = face.ledger.inspections.get(inspection ?? '');
  if (check === undefined) return [];
  const found = judgedRows(face.ledger, check)
    .filter(({ result, account }) => result === 'failed' && account !== undefined)
    .flatMap((row) => foundIssues(face, check, row))
    .flatMap(({ issues }) => issues.map(({ one }) => one));
  return [...new Set(found)];
}

/** A check's accounts that failed, each with the issues that are about what it failed for. */
function checkToday(face: Face, id: string): BulletinToday | undefined {
  const check = face.ledger.inspections.get(id);
  if (check === undefined) return undefined;
  const failed = judgedRows(face.ledger, check)
    .filter(({ result, account }) => result === 'failed' && account !== undefined)
    .map((row) => ({ row, found: foundIssues(face, check, row) }));
  if (failed.length === 0) return undefined;
  const issues = new Map(
    failed.flatMap(({ found }) =>
      found.flatMap((one) => one.issues.map(({ one: issue }) => [issue.id, issue] as const)),
    ),
  );
  const missing = failed.filter(({ found }) => found.every((one) => one.issues.length === 0));
  const listed =
    issues.size === 0
      ? NOT_LISTED
      : `列入清单的问题${String(issues.size)}个，${statesInWords([...issues.values()])}${missing.length === 0 ? '' : `；另有${String(missing.length)}个账号${NOT_LISTED}`}`;
  return {
    sentence: `截至${inWords(face.today)}，所通报的不合格账号和网站${String(failed.length)}个，${listed}。`,
    table: tableOf(
      '所通报的账号和网站现在的情况',
      failed.flatMap(({ row, found }) => {
        const own = new Map(found.flatMap((one) => one.issues.map(({ one: it }) => [it.id, it])));
        const account = linked(accountRef(face.ledger, row.row.account));
        const { account: id } = row.row;
        const unit = hostThenCell(face, id, row.account?.unit ?? '', check.checkedOn);
        return own.size === 0
          ? [[account, unit, words(NOT_LISTED), words('')]]
          : [...own.values()].map((one) => [account, unit, ...issueCells(face, one)]);
      }),
    ),
  };
}

/** Rows of the table below a summary. */
const MOST_ROWS = 300;

/** What was 未完成 on the last day of a period, by what is known now. */
function periodToday(face: Face, id: string): BulletinToday | undefined {
  const period = periodOf(id);
  if (period === undefined) return undefined;
  const issues = periodCounts(face.ledger, period).unfinished.flatMap(
    (one) => face.issues.get(one) ?? [],
  );
  if (issues.length === 0) return undefined;
  const { ledger } = face;
  // Thousands in the largest ledgers, each drawn anew on each day: the lists have them.
  const isLong = issues.length > MOST_ROWS;
  const rows = isLong ? issues.filter(isUnfinished).slice(0, MOST_ROWS) : issues;
  return {
    sentence: `截至${inWords(face.today)}，期末（${inWords(period.until)}）未完成的问题${String(issues.length)}个（按现有台账），${statesInWords(issues)}。`,
    table: {
      ...tableOf(
        isLong
          ? `期末未完成、现在仍未完成的（只列前${String(MOST_ROWS)}个）`
          : '期末未完成的问题现在的情况',
        rows.map((one) => [
          one.issue.account === undefined
            ? words(one.issue.listed ?? one.issue.place ?? '')
            : linked(accountRef(ledger, one.issue.account)),
          linked(unitRef(ledger, one.unit)),
          ...issueCells(face, one),
        ]),
      ),
      isFolded: true,
    },
  };
}

/** 已销号5个、长期坚持1个、未完成6个: all of them; of 长期坚持 and 撤销 only where there are some. */
export function statesInWords(issues: readonly IssueStanding[]): string {
  const count = (is: (one: IssueStanding) => boolean): number => issues.filter(is).length;
  const parts: [string, number, boolean][] = [
    [states.closed, count(({ history }) => history.state === 'closed'), true],
    [states.sustained, count(({ history }) => history.state === 'sustained'), false],
    [states.void, count(({ history }) => history.state === 'void'), false],
    [openState, count(isUnfinished), true],
  ];
  return parts
    .filter(([, number, always]) => always || number > 0)
    .map(([name, number]) => `${name}${String(number)}个`)
    .join('、');
}

function tableOf(title: string, rows: CellTable['rows']): CellTable {
  return {
    id: 'today',
    title,
    unit: '项',
    columns: ['账号', '单位', '问题', '现在'].map((name) => ({ title: name })),
    rows,
  };
}

/** Which issue it is, and how it stands today. */
export function issueCells(face: Face, one: IssueStanding): ShownCell[] {
  const { ledger } = face;
  const { name, ...ref } = issueRef(ledger, one.id);
  const { stateName, lateness, mark } = issueRow(face, one);
  const isOver = mark?.name === '销号' || mark?.name === '撤销';
  const day = isOver ? `（${mark.day.words}）` : '';
  const { words: late } = lateness;
  const state = late.includes(stateName) ? late : `${stateName}，${late}`;
  return [
    linked({ ...ref, name: `${campaignRef(ledger, one.issue.campaign).name} ${name}` }),
    { text: day === '' ? state : `${stateName}${day}`, light: lateness.light },
  ];
}
