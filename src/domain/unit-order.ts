/** 本级单位序列: the one order in which units stand, on every page and in every paper. */
import { unitKinds, type Unit } from '../schema/unit.ts';

const KINDS = Object.keys(unitKinds);

/** By the place that the office gave (`order`), those without one behind; then by kind. Equals keep their order, that of the ids. */
export function bySequence(
  a: Pick<Unit, 'order' | 'kind'>,
  b: Pick<Unit, 'order' | 'kind'>,
): number {
  return (
    (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER) ||
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)
  );
}

/**
 * `list` in the order of the units that its members belong to (`unitOf`: ids), those of no registered unit behind; members
 * of one unit keep their order. `units`: a ledger's, which are read in the order of `bySequence`.
 */
export function inUnitOrder<T>(
  units: ReadonlyMap<string, unknown>,
  list: readonly T[],
  unitOf: (one: T) => string,
): T[] {
  const places = new Map([...units.keys()].map((id, place) => [id, place]));
  const placeOf = (one: T): number => places.get(unitOf(one)) ?? places.size;
  return list.toSorted((a, b) => placeOf(a) - placeOf(b));
}
