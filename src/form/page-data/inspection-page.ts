/** 填检查结果: what the page of a check is told — its accounts, what is asked of each, and what the rules look at. */
import { judgedRows } from '../../domain/inspection/inspection.ts';
import { ownInspections } from '../../domain/inspection/sample.ts';
import { accountOn } from '../../domain/ledger-on.ts';
import { platformOf } from '../../domain/issue/standing.ts';
import type { Inspection } from '../../schema/inspection.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import { fillInspectionAddress, type Ref } from '../../views/address.ts';
import type { Face } from '../../views/face.ts';
import { platformRef, unitRef } from '../../views/names.ts';
import { hostsInWords } from '../../views/unit/host-view.ts';
import { officeOf } from './report-page.ts';
import type { PageData } from './page-data.ts';
import type { SenderSettings } from '../send/settings.ts';
import { inspectionSlice } from '../slice/office-slice.ts';
import type { accountKinds } from '../../text/terms.ts';

/** An account of a check, as the checker finds it. */
export interface InspectedAccount {
  readonly id: string;
  readonly name: string;
  readonly kind: keyof typeof accountKinds;
  /** 微信公众号，甲街道办事处 */
  readonly about: string;
  readonly lookBack: boolean;
  readonly address: string | undefined;
}

export interface InspectionData extends Pick<PageData, 'sender' | 'place' | 'slice'> {
  readonly inspection: string;
  /** Git's name of the file as it was when the page was made. */
  readonly replaces: string;
  readonly accounts: readonly InspectedAccount[];
  readonly indicators: Readonly<
    Record<InspectedAccount['kind'], readonly { readonly id: string; readonly name: string }[]>
  >;
}

export interface InspectionPage {
  readonly check: Ref;
  readonly total: number;
  /** Accounts without a result. */
  readonly left: number;
  /** False where the repository is public: it holds no files of what was seen. */
  readonly takesPictures: boolean;
  readonly data: InspectionData;
}

/** The office's own checks that are filled in: those with something left, and the newest. */
export function openInspections({ ledger }: Face): Entry<Inspection>[] {
  const all = ownInspections(ledger).toSorted((a, b) => (a.checkedOn < b.checkedOn ? 1 : -1));
  return all.filter((one, at) => at === 0 || leftIn(ledger, one) > 0);
}

function leftIn(ledger: Ledger, inspection: Inspection): number {
  return judgedRows(ledger, inspection).filter(({ result }) => result === 'unchecked').length;
}

export function inspectionPage(
  face: Face,
  inspection: Entry<Inspection>,
  { place, blobOf }: { place: SenderSettings | undefined; blobOf: (path: string) => string },
): InspectionPage {
  const { ledger } = face;
  const { id, name, edition, checkedOn, accounts, path } = inspection;
  const veto = ledger.vocabulary.indicators.editions.find((one) => one.id === edition)?.veto;
  const named = (kind: InspectedAccount['kind']) =>
    (veto?.[kind] ?? []).map(({ id: indicator, name: title }) => ({ id: indicator, name: title }));
  return {
    check: { id, name, href: fillInspectionAddress(id) },
    total: accounts.length,
    left: leftIn(ledger, inspection),
    takesPictures: ledger.site.repository !== 'public',
    data: {
      inspection: id,
      replaces: blobOf(path),
      accounts: accounts.flatMap(({ account: of, lookBack }): InspectedAccount[] => {
        const account = accountOn(ledger, of, checkedOn);
        if (account === undefined) return [];
        const platform = platformRef(ledger, platformOf(account)).name;
        const hosts = hostsInWords(face, of, checkedOn);
        return [
          {
            id: of,
            name: account.name,
            kind: account.kind,
            about: `${platform}，${hosts === '' ? unitRef(ledger, account.unit).name : hosts}`,
            lookBack,
            address: account.address,
          },
        ];
      }),
      indicators: { website: named('website'), 'new-media': named('new-media') },
      sender: officeOf(ledger.site),
      place,
      slice: inspectionSlice(ledger, inspection),
    },
  };
}
