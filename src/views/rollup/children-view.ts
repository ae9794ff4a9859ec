/**
 * 下级台账页: where each child stands, in the official order and never by rank; what needs attention; the sums of this
 * ledger and of every child that counts, each with what it was at the end of last month. All sums are added up here from
 * the very rows that the page shows.
 */
import { addDays, type Day } from '../../day/calendar.ts';
import type { Light } from '../../domain/issue/deadline/lateness.ts';
import { childStates, type ChildStanding, type ChildState } from '../../domain/rollup/child.ts';
import { countsAdded, countOf } from '../../domain/rollup/counts.ts';
import type { FigureCounts } from '../../schema/rollup.ts';
import { childrenAddress } from '../address.ts';
import { type CellTable, withRows } from '../cell-table.ts';
import { type DayView, dayView } from '../day-view.ts';
import type { Face } from '../face.ts';
import { childCautions } from './child-cautions.ts';
import { childName, childrenOf, levelOf } from './children.ts';
import { assignedChecksTable } from './assigned-checks-table.ts';
import { assignedTable } from './assigned-table.ts';
import { sharedTable, sharedWords } from './shared-table.ts';
import { searchedChildren } from './searched.ts';
import { groupTables } from './group-tables.ts';
import { monthsTable, ownCounts } from './months-table.ts';

export interface ChildView {
  readonly id: string;
  readonly name: string;
  /** The child's own site. */
  readonly href: string | undefined;
  readonly mark: { readonly words: string; readonly light: Light };
  readonly counted: boolean;
  readonly asOf: DayView | undefined;
  /** Where it is not a ledger's own sum at the level of this site: 公开口径, 按报表计. */
  readonly level: string;
  readonly figures: FigureCounts;
  /** 未完成 against the end of last month: +3, −2, 0; empty where there was nothing to compare with. */
  readonly change: string;
  /** What somebody should look at, as sentences without their full stop. */
  readonly cautions: readonly string[];
}

export interface ChildrenView {
  readonly href: string;
  readonly lead: string;
  /** How many of the children are in the sums, and why the others are not. */
  readonly state: string;
  /** This ledger, then the children in the official order. */
  readonly rows: readonly ChildView[];
  readonly total: FigureCounts;
  readonly counted: number;
  /** Which children the search of this site finds names of; empty where none allows it. */
  readonly searched: string;
  readonly tables: readonly CellTable[];
}

const lights = {
  good: 'green',
  broken: 'red',
  late: 'red',
  silent: 'yellow',
  double: 'yellow',
} as const;

/** Undefined where there are no children. */
export function childrenView(face: Face): ChildrenView | undefined {
  const children = childrenOf(face);
  if (children.length === 0) return undefined;
  const then = addDays(`${face.today.slice(0, 7)}-01`, -1);
  const before = new Map(childrenOf(face, then).map((one) => [one.child.id, one]));
  const own = ownRow(face, then);
  const below = children.map((one) => childRow(face, one, before.get(one.child.id)));
  const rows = [own, ...below];
  return {
    href: childrenAddress,
    lead: `${leadOf(children)}${sharedWords(face)}`,
    state: leadOf(children),
    rows,
    total: countsAdded(rows.filter(({ counted }) => counted).map(({ figures }) => figures)),
    counted: children.filter(({ counted }) => counted).length,
    searched: searchedWords(face),
    tables: withRows([
      assignedTable(face, children),
      assignedChecksTable(face, children),
      ...groupTables(face, children),
      monthsTable(face),
      sharedTable(face),
    ]),
  };
}

/** 12 家下级：9 家的数计入合计；2 家没有报过，1 家逾期未报，不计入。 */
function leadOf(children: readonly ChildStanding[]): string {
  const counted = children.filter((one) => one.counted).length;
  const out = (Object.keys(childStates) as ChildState[]).flatMap((state) => {
    const several = children.filter((one) => one.state === state && !one.counted).length;
    return several === 0 ? [] : [`${String(several)} 家${childStates[state]}`];
  });
  const rest = out.length === 0 ? '' : `；${out.join('，')}，不计入`;
  return `${String(children.length)} 家下级中，${String(counted)} 家的数计入合计${rest}。`;
}

/** 甲区、乙区 */
function searchedWords(face: Face): string {
  return searchedChildren(face)
    .map(({ child }) => childName(child))
    .join('、');
}

function ownRow(face: Face, then: Day): ChildView {
  const figures = ownCounts(face, face.today);
  return {
    id: 'own',
    name: '本级',
    href: '/index.html',
    mark: { words: childStates.good, light: 'green' },
    counted: true,
    asOf: dayView(face.today, face.today),
    level: '',
    figures,
    change: signed(countOf(figures, 'unfinished') - countOf(ownCounts(face, then), 'unfinished')),
    cautions: [],
  };
}

function childRow(
  face: Face,
  standing: ChildStanding,
  before: ChildStanding | undefined,
): ChildView {
  const { today, audience } = face;
  const { child, state, last, counted } = standing;
  const figures = last?.summary.figures ?? {};
  const earlier = before?.last?.summary.figures;
  const level = levelOf(face, child);
  return {
    id: child.id,
    name: childName(child),
    href: last?.summary.address,
    mark: { words: childStates[state], light: lights[state] },
    counted,
    asOf: last && dayView(last.summary.asOf, today),
    level:
      last?.paper === undefined
        ? level === audience
          ? ''
          : '公开口径'
        : `按报表计（${last.paper}）`,
    figures,
    change:
      earlier === undefined || last === undefined
        ? ''
        : signed(countOf(figures, 'unfinished') - countOf(earlier, 'unfinished')),
    cautions: childCautions(standing, today),
  };
}

function signed(change: number): string {
  return change > 0 ? `+${String(change)}` : change < 0 ? `−${String(-change)}` : '0';
}
