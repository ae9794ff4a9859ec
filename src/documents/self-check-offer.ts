/** 自查表的下载: the sheet of each unit for a self-check that goes on, beside its page and the unit's. Internal only. */
import type { Face } from '../views/face.ts';
import { selfCheckSheetAddress } from '../views/address.ts';
import { hasSheets } from '../views/self-check/self-check-view.ts';
import { isLive } from '../domain/ledger-on.ts';
import { bookOf, joinedOffers, type Offer } from './offer.ts';
import { selfCheckSheet } from './sheet/self-check-sheet.ts';

/** Of every unit that there is, since who reported may report again; nothing where the self-check is over. */
export function selfCheckOffer(face: Face, id: string): Offer {
  const { ledger, today } = face;
  const campaign = ledger.campaigns.get(id);
  if (campaign === undefined || !hasSheets(face, campaign)) return { downloads: [], files: [] };
  return joinedOffers(
    [...ledger.units.values()]
      .filter((unit) => isLive(unit, today))
      .map((unit) =>
        bookOf(face, selfCheckSheetAddress(id, unit.id).slice(1), `自查表-${unit.name}`, () =>
          selfCheckSheet(campaign, unit),
        ),
      ),
  );
}
