/** All units under the headings of their kinds: the kinds as the official sequence comes to them, the units of a kind in it. */
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
  return [...kinds.values()].flat();
}
