/** All units, in the order of their kinds and then of the register. */
import { unitKinds } from '../../schema/unit.ts';
import type { Face } from '../face.ts';
import { type UnitRow, unitRow } from './unit-view.ts';

const known = new WeakMap<Face, readonly UnitRow[]>();

/** Made once a face: many pages begin with it. */
export function unitsByKind(face: Face): readonly UnitRow[] {
  const made = known.get(face) ?? counted(face);
  known.set(face, made);
  return made;
}

function counted(face: Face): UnitRow[] {
  const rows = [...face.ledger.units.values()].map((unit) => unitRow(face, unit));
  const kinds = Map.groupBy(rows, ({ kind }) => kind);
  return Object.values(unitKinds).flatMap((kind) => kinds.get(kind) ?? []);
}
