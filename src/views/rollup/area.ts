/**
 * 本级和下级: the whole area as its papers show it — every ledger in the official order with what it adds to the sums, and
 * the issues of those that allow their names. What is not in a sum or not named is said, with how much and of which day.
 */
import { countOf } from '../../domain/rollup/counts.ts';
import type { FigureCounts } from '../../schema/rollup.ts';
import type { DayView } from '../day-view.ts';
import type { Face } from '../face.ts';
import { siteView } from '../site-view.ts';
import { childrenView, type ChildrenView } from './children-view.ts';
import { type NamedIssue, namedIssue } from './named-issue.ts';
import { searchedChildren } from './searched.ts';

export interface AreaLedger {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly asOf: DayView | undefined;
  /** What it adds to the sums; undefined where it is in none. */
  readonly figures: FigureCounts | undefined;
  readonly change: string;
  /** Where its sums are not its own at the level of the paper: 公开口径, 按报表计. */
  readonly level: string;
  /** What a reader of the paper must know of it; empty where all is well. */
  readonly note: string;
}

export interface AreaView {
  /** This ledger, then the children in the official order. */
  readonly ledgers: readonly AreaLedger[];
  readonly total: FigureCounts;
  readonly view: ChildrenView;
}

/** Undefined where there are no children. */
export function areaView(face: Face): AreaView | undefined {
  const view = childrenView(face);
  if (view === undefined) return undefined;
  const ledgers = view.rows.map(
    ({ id, name, mark, asOf, level, counted, figures, change, cautions }): AreaLedger => {
      const of = (figure: string): string => String(countOf(figures, figure));
      const before =
        asOf === undefined || (counted && mark.light === 'green')
          ? []
          : counted
            ? [`仍用截至 ${asOf.iso} 的`]
            : [`上次截至 ${asOf.iso}：问题 ${of('total')} 个，未完成 ${of('unfinished')} 个`];
      return {
        ...{ id, name, asOf, change, level, state: mark.words },
        figures: counted ? figures : undefined,
        note: [...cautions, ...before].join('；'),
      };
    },
  );
  return { ledgers, total: view.total, view };
}

/** An issue of the area, and whose it is. */
export interface AreaIssue extends NamedIssue {
  readonly ledger: string;
  /** As the ledger publishes it: its own site in front where that is known. */
  readonly page: string;
}

export interface AreaIssues {
  readonly rows: readonly AreaIssue[];
  /** Of the ledgers that are counted, those that have more issues than are named here. */
  readonly unnamed: readonly { readonly name: string; readonly count: number }[];
  /** Contradictions, as Chinese sentences without their full stop. */
  readonly faults: readonly string[];
}

/** The issues that the sums are made of, as far as they may be named: named and unnamed come to the total. */
export function areaIssues(face: Face, { ledgers }: AreaView): AreaIssues {
  const below = new Map(searchedChildren(face).map((one) => [one.child.id, one]));
  const lists = ledgers.flatMap(({ id, name, figures }, at) => {
    if (figures === undefined) return [];
    const isOwn = at === 0;
    const found = isOwn ? undefined : below.get(id);
    const site = (isOwn ? siteView(face).address : found?.address) ?? '';
    const named = isOwn
      ? face.standing.issues.map((one) => namedIssue(face, one))
      : (found?.roster.issues ?? []);
    const rows = named.map((one) => ({ ...one, ledger: name, page: site + one.href }));
    return [{ name, rows, count: countOf(figures, 'total') - rows.length }];
  });
  return {
    rows: lists.flatMap(({ rows }) => rows),
    unnamed: lists.filter(({ count }) => count > 0).map(({ name, count }) => ({ name, count })),
    faults: lists
      .filter(({ count }) => count < 0)
      .map(({ name, count }) => `${name}列名的问题比它的总数多 ${String(-count)} 个`),
  };
}
