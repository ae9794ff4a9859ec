/** 合计: all units of the register together, and what of the ledger is of none of them. */
import type { Face } from '../face.ts';
import { unitsByKind } from './units-by-kind.ts';
import type { UnitRow } from './unit-view.ts';

export interface UnitsSum {
  readonly accounts: number;
  readonly issues: number;
  readonly unfinished: number;
  /** Undefined on the public site. */
  readonly overdue: number | undefined;
  /** Why it is less than the whole of the ledger, as a sentence; empty where it is the same. */
  readonly elsewhere: string;
}

export function sumOfUnits(face: Face): UnitsSum {
  const rows = unitsByKind(face);
  const sum = (of: (row: UnitRow) => number): number => rows.reduce((all, row) => all + of(row), 0);
  const issues = sum((row) => row.issues);
  const rest = face.standing.issues.length - issues;
  return {
    accounts: sum((row) => row.accounts),
    issues,
    unfinished: sum((row) => row.unfinished),
    overdue: face.audience === 'internal' ? sum((row) => row.overdue ?? 0) : undefined,
    elsewhere: rest === 0 ? '' : `台账另有${String(rest)}个问题，责任单位没有登记，不在合计里。`,
  };
}
