/** 本级单位序列: the one order in which units stand, on every page and in every paper. */
import type { Unit, UnitKind } from '../schema/unit.ts';

const KINDS: Readonly<Record<UnitKind, number>> = {
  office: 0,
  department: 1,
  street: 2,
  town: 3,
  township: 4,
  other: 5,
};

/** By the place that the office gave (`order`), those without one behind; then by kind. Equals keep their order, that of the ids. */
export function bySequence(
  a: Pick<Unit, 'order' | 'kind'>,
  b: Pick<Unit, 'order' | 'kind'>,
): number {
  return (
    (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER) ||
    KINDS[a.kind] - KINDS[b.kind]
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
