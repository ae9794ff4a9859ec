/** 简短的名称: names without what the names of all units begin with (示例区); the head of every page says it. */
import type { Ledger } from '../../schema/ledger.ts';

/** What all names begin with, where each of them goes on behind it by at least two characters; empty for a single one. */
function commonLead(all: readonly string[]): string {
  const [first = '', ...others] = all;
  if (others.length === 0) return '';
  let size = 0;
  const goesOn = (name: string): boolean =>
    name.startsWith(first.slice(0, size + 1)) && name.length >= size + 3;
  while (all.every(goesOn)) size += 1;
  return first.slice(0, size);
}

const areas = new WeakMap<Ledger['units'], string>();

/** The area's name where the names of all units begin with it (示例区); empty elsewhere, as of one unit alone. */
export function areaName({ units }: Pick<Ledger, 'units'>): string {
  const known = areas.get(units);
  if (known !== undefined) return known;
  const lead = commonLead([...units.values()].map(({ name }) => name));
  const area = /^.+[省市区县旗州盟]/u.exec(lead)?.[0] ?? '';
  areas.set(units, area);
  return area;
}

/** A name in a row, where every other row would repeat the area's. What is left must be a name by itself. */
export function shortName(ledger: Pick<Ledger, 'units'>, name: string): string {
  const area = areaName(ledger);
  return area !== '' && name.startsWith(area) && name.length >= area.length + 2
    ? name.slice(area.length)
    : name;
}
