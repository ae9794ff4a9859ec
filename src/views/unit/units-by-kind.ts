/** All units, in the order of their kinds and then of the register. */
import { unitKinds } from '../../schema/unit.ts';
import type { Edition } from '../edition.ts';
import { type UnitRow, unitRow } from './unit-view.ts';

export function unitsByKind(edition: Edition): UnitRow[] {
  const rows = [...edition.ledger.units.values()].map((unit) => unitRow(edition, unit));
  const kinds = Map.groupBy(rows, ({ kind }) => kind);
  return Object.values(unitKinds).flatMap((kind) => kinds.get(kind) ?? []);
}
