/** 结项、机构调整: the campaigns that can be concluded, and the units that there are, to be chosen from at the desk. */
import { isLive } from '../domain/ledger-on.ts';
import type { Face } from './face.ts';

interface Choice {
  readonly id: string;
  readonly name: string;
}

export function openCampaignsOf({ ledger }: Face): Choice[] {
  return [...ledger.campaigns.values()]
    .filter(({ concluded }) => concluded === undefined)
    .map(({ id, name }) => ({ id, name }));
}

export function liveUnitsOf({ ledger, today }: Face): Choice[] {
  return [...ledger.units.values()]
    .filter((unit) => isLive(unit, today))
    .map(({ id, name }) => ({ id, name }));
}
