/** 指标 as a page shows it: its name, value, definition and the address of its rows. */
import { type FigureValue, valueInWords } from '../../domain/figures/figure-value.ts';
import { figures, type FigureGroup, rowsOf } from '../../domain/figures/figures.ts';
import type { IssueStanding, Standing } from '../../domain/issue/standing.ts';
import { figureAddress } from '../address.ts';
import { type Face, mayCallLate } from '../face.ts';

export interface FigureView {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly group: FigureGroup;
  /** The value as printed, without the counting word. */
  readonly words: string;
  /** 家, 个, 天, or empty. */
  readonly unit: string;
  /** The value where it is a plain count. */
  readonly count: number | undefined;
  /** Where its rows are listed; undefined where there are none. */
  readonly href: string | undefined;
}

/** Figures whose rows are those of another one: a share lists what it counts. */
const SAME_ROWS: Readonly<Record<string, string>> = {
  'closed-rate': 'closed',
  'sustained-rate': 'sustained',
  'unfinished-rate': 'unfinished',
  'overdue-rate': 'overdue',
  'days-to-close': 'closed',
};

/** The figure on whose page the rows of figure `id` stand. */
export function rowsFigure(id: string): string {
  return (Object.hasOwn(SAME_ROWS, id) ? SAME_ROWS[id] : undefined) ?? id;
}

/** `valueInWords` and `rowsOf` of every figure, in the order of the registry. `address` gives the page of its rows. */
export function figureViews(
  standing: Standing,
  address: (id: string) => string | undefined = figureAddress,
): FigureView[] {
  return figures.map((figure) => {
    const value = figure.value(standing);
    return {
      id: figure.id,
      name: figure.name,
      definition: figure.definition,
      group: figure.group,
      words: valueInWords(value),
      unit: printsUnit(value) ? figure.unit : '',
      count: value.kind === 'count' ? value.value : undefined,
      href: rowsOf(value).length === 0 ? undefined : address(rowsFigure(figure.id)),
    };
  });
}

/** The figure `id` of a list that has it. Throws RangeError when it has not. */
export function figureNamed(views: readonly FigureView[], id: string): FigureView {
  const found = views.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`no figure ${id}`);
  return found;
}

function printsUnit(value: FigureValue): boolean {
  return value.kind === 'reported' || value.kind === 'days'
    ? !['未报', '无'].includes(valueInWords(value))
    : value.kind === 'count';
}

/** The figures whose rows would name late units. */
const OF_DELAY: ReadonlySet<string> = new Set([
  'overdue',
  'in-grace',
  'waiting',
  'waiting-late',
  'due-later',
  'reminder-due',
  'review-due',
  'overdue-rate',
  'in-time-rate',
  'approved-late',
]);

/** 其中8个所属的专项不公开逾期单位名称，只计数，不列出 */
export function withheldWords(count: number): string {
  return `其中${String(count)}个所属的专项不公开逾期单位名称，只计数，不列出`;
}

/** The rows of a figure that the site may name, and how many it withholds because they would name late units. */
export function namedFigureRows(
  face: Face,
  id: string,
  rows: readonly string[],
): { rows: readonly string[]; withheld: number } {
  if (face.audience === 'internal' || !OF_DELAY.has(id)) return { rows, withheld: 0 };
  const named = rows.filter((row) => {
    const one: IssueStanding | undefined = face.issues.get(row);
    return one === undefined || mayCallLate(face, one.issue.campaign);
  });
  return { rows: named, withheld: rows.length - named.length };
}
