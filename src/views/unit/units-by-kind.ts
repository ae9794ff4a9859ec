/** All units, in the order of their kinds and then of the register. */
import { unitKinds } from '../../schema/unit.ts';
import type { Edition } from '../edition.ts';
import { type UnitRow, unitRow } from './unit-view.ts';

const known = new WeakMap<Edition, readonly UnitRow[]>();

/** Made once an edition: many pages begin with it. */
export function unitsByKind(edition: Edition): readonly UnitRow[] {
  const made = known.get(edition) ?? counted(edition);
  known.set(edition, made);
  return made;
}

function counted(edition: Edition): UnitRow[] {
  const rows = [...edition.ledger.units.values()].map((unit) => unitRow(edition, unit));
  const kinds = Map.groupBy(rows, ({ kind }) => kind);
  return Object.values(unitKinds).flatMap((kind) => kinds.get(kind) ?? []);
}
