/** 指标: a figure with its definition, which readers see on the about page and beside every table. */
import { countedFigure, type FigureValue, type RowKind } from './figure-value.ts';
import type { IssueStanding, Standing } from '../issue/standing.ts';

export interface Figure {
  readonly id: string;
  /** Chinese name. */
  readonly name: string;
  /** One Chinese sentence that says exactly what is counted. */
  readonly definition: string;
  /** The counting word: 家, 个, 天; empty for rates. */
  readonly unit: '个' | '家' | '天' | '';
  /** `rows`: counted from the ledger's records; `source`: copied from what a source reports. */
  readonly basis: 'rows' | 'source';
  /** What the ids in the value's rows are. */
  readonly rowKind: RowKind;
  readonly group: FigureGroup;
  readonly value: (standing: Standing) => FigureValue;
}

/** The groups in which figures are shown, in this order. */
export const figureGroups = {
  extent: '范围',
  state: '状态',
  lateness: '时限',
  share: '比率',
  pace: '用时',
} as const;
export type FigureGroup = keyof typeof figureGroups;

/** The ids of the issues that `is` holds for, in the ledger's order. */
export function rowsWhere(standing: Standing, is: (issue: IssueStanding) => boolean): string[] {
  return standing.issues.filter(is).map(({ id }) => id);
}

/** A figure that counts the issues that `is` holds for. */
export function countingFigure(
  group: FigureGroup,
  id: string,
  name: string,
  definition: string,
  is: (issue: IssueStanding) => boolean,
): Figure {
  const value = (standing: Standing): FigureValue => countedFigure(rowsWhere(standing, is));
  return { id, name, definition, unit: '个', basis: 'rows', rowKind: 'issue', group, value };
}
