/**
 * 通报和督办的问题: over all bulletins and letters on record, which issue was named or urged by which, and how it stands
 * today; what is open first. Internal only, as bulletins and reminders are.
 */
import { inWords } from '../../day/calendar.ts';
import { isUnfinished } from '../../domain/figures/state.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { reminderLevels } from '../../text/terms.ts';
import { bulletinAddress, supervisedAddress } from '../address.ts';
import {
  type CellTable,
  linked,
  type ShownLink,
  type TablePage,
  withRows,
  words,
} from '../cell-table.ts';
import type { Face } from '../face.ts';
import { issueCells, issuesNamed, statesInWords } from '../inspection/bulletin-today.ts';
import { bulletinTitle } from '../inspection/bulletin-view.ts';
import { soonestOrder } from '../issue/issue-order.ts';
import { accountRef, unitRef } from '../names.ts';

/** A paper that names an issue: a bulletin, or a letter that is on record. */
interface Paper {
  readonly on: string;
  readonly link: ShownLink | undefined;
  readonly words: string;
}

/** More of them are of use to nobody: the lists have them. */
const MOST_ROWS = 300;

/** Undefined on the public site and where there is neither a bulletin nor a letter. */
export function supervisedPage(face: Face): TablePage | undefined {
  if (face.audience === 'public') return undefined;
  const bulletins = bulletinPapers(face);
  const letters = letterPapers(face);
  if (bulletins.count + letters.count === 0) return undefined;
  return {
    id: 'supervised',
    href: supervisedAddress,
    title: '通报和督办的问题',
    intro: [
      `截至${inWords(face.today)}，印发的检查通报${String(bulletins.count)}份，点名的账号已经列入清单的问题${String(bulletins.papers.size)}个${countedToday(bulletins.papers)}。还没有列入清单的，在各份通报的页面上。`,
      letters.count === 0
        ? '台账没有登记督办函。'
        : `登记的督办函、通报和约谈${String(letters.count)}件，涉及问题${String(letters.papers.size)}个${countedToday(letters.papers)}。`,
    ],
    tables: withRows([
      ...tablesOf(face, 'letters', '督办的问题', '督办', letters.papers),
      ...tablesOf(face, 'bulletins', '通报点名的问题', '通报', bulletins.papers),
    ]),
  };
}

type Papers = ReadonlyMap<IssueStanding, readonly Paper[]>;

function countedToday(papers: Papers): string {
  return papers.size === 0 ? '' : `，现在${statesInWords([...papers.keys()])}`;
}

/** What bulletins on checks named, the latest bulletin first. */
function bulletinPapers(face: Face): { count: number; papers: Papers } {
  const own = [...face.ledger.bulletins.values()]
    .filter(({ publishedOn, inspection }) => inspection !== undefined && publishedOn <= face.today)
    .toSorted((a, b) => (a.publishedOn < b.publishedOn ? 1 : -1));
  const named = own.flatMap((bulletin) => {
    const { id, publishedOn, number } = bulletin;
    const name = number ?? bulletinTitle(bulletin);
    const paper = {
      on: publishedOn,
      link: { id, name, href: bulletinAddress(id) },
      words: '',
    };
    return issuesNamed(face, bulletin).map((one) => ({ one, paper }));
  });
  return { count: own.length, papers: papersByIssue(named) };
}

/** Letters that go beyond a mere 提醒, the latest first. */
function letterPapers(face: Face): { count: number; papers: Papers } {
  const own = face.ledger.reminders
    .filter(({ level, sentOn }) => level !== 'remind' && sentOn <= face.today)
    .toSorted((a, b) => (a.sentOn < b.sentOn ? 1 : -1));
  const named = own.flatMap(({ level, sentOn, document, issues }) => {
    const paper = {
      on: sentOn,
      link: undefined,
      words: `${reminderLevels[level]}${document === undefined ? '' : ` ${document}`}`,
    };
    return issues.flatMap((id) => {
      const one = face.issues.get(id);
      return one === undefined ? [] : [{ one, paper }];
    });
  });
  return { count: own.length, papers: papersByIssue(named) };
}

function papersByIssue(named: readonly { one: IssueStanding; paper: Paper }[]): Papers {
  return new Map(
    [...Map.groupBy(named, ({ one }) => one)].map(([one, all]) => [
      one,
      all.map(({ paper }) => paper),
    ]),
  );
}

/** What is open, and folded behind it what is over. */
function tablesOf(
  face: Face,
  id: string,
  title: string,
  column: string,
  papers: Papers,
): CellTable[] {
  const all = [...papers.keys()].toSorted(soonestOrder(face).by);
  return [
    { ...{ id, name: `${title}：未办结` }, issues: all.filter(isUnfinished) },
    {
      ...{ id: `${id}-over`, name: `${title}：已办结`, isFolded: true },
      issues: all.filter((one) => !isUnfinished(one)),
    },
  ].map(({ name, issues, ...table }): CellTable => {
    const cut = issues.length > MOST_ROWS ? `（只列前${String(MOST_ROWS)}个）` : '';
    return {
      ...table,
      title: `${name}${cut}`,
      unit: '个',
      columns: ['问题', '账号', '单位', column, '日期', '现在'].map((one) => ({ title: one })),
      rows: issues.slice(0, MOST_ROWS).map((one) => rowOf(face, one, papers.get(one) ?? [])),
    };
  });
}

function rowOf(
  face: Face,
  one: IssueStanding,
  papers: readonly Paper[],
): CellTable['rows'][number] {
  const { ledger } = face;
  const [issue = words(''), state = words('')] = issueCells(face, one);
  const { account } = one.issue;
  return [
    issue,
    account === undefined
      ? words(one.issue.place ?? one.issue.listed ?? '')
      : linked(accountRef(ledger, account)),
    linked(unitRef(ledger, one.unit)),
    {
      ...words(
        papers
          .map((paper) => paper.words)
          .filter(Boolean)
          .join('；'),
      ),
      links: papers.flatMap(({ link }) => link ?? []),
    },
    words(papers.map(({ on }) => inWords(on)).join('、')),
    state,
  ];
}
