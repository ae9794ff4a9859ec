/** 记录改动: when the record behind a page was changed last, with where it lies on the forge. Internal only. */
import { commitsAddress, fileAddress } from '../text/forge-address.ts';
import {
  accountAddress,
  bulletinAddress,
  campaignAddress,
  inspectionAddress,
  issueAddress,
  unitAddress,
} from './address.ts';
import { type DayView, dayView } from './day-view.ts';
import type { Face, RecordChange } from './face.ts';

export interface ChangedView {
  readonly on: DayView;
  /** The page of the record's file on the forge; of all commits, where the page has no record of its own. */
  readonly href: string | undefined;
}

export interface ChangedViews {
  /** By the address of a page that has a record of its own. */
  readonly byAddress: { readonly get: (address: string) => ChangedView | undefined };
  /** Of the whole ledger, for every other page. */
  readonly whole: ChangedView;
}

/** Undefined on the public site, and where Git knows nothing of the ledger. */
export function changedViews(face: Face): ChangedViews | undefined {
  const { ledger, records, today } = face;
  const changes = records?.changes;
  if (changes === undefined || changes.size === 0) return undefined;
  const { forge } = ledger.site;
  const latest = (all: readonly RecordChange[]): RecordChange | undefined =>
    all.toSorted((a, b) => (a.on < b.on ? 1 : -1))[0];
  const view = (address: string, path: string, ...more: readonly string[]) => {
    const last = latest([path, ...more].flatMap((one) => changes.get(one) ?? []));
    if (last === undefined) return [];
    const file = changes.get(path)?.file ?? last.file;
    return [[address, { on: dayView(last.on, today), href: fileAddress(forge, file) }] as const];
  };
  const newest = latest([...changes.values()]);
  if (newest === undefined) return undefined;
  const paths = (entries: readonly { readonly path: string }[] | undefined): string[] =>
    (entries ?? []).map(({ path }) => path);
  return {
    whole: { on: dayView(newest.on, today), href: commitsAddress(forge) },
    byAddress: new Map([
      ...[...ledger.issues.values()].flatMap(({ id, path }) =>
        view(issueAddress(id), path, ...paths(ledger.updates.get(id))),
      ),
      ...[...ledger.accounts.values()].flatMap(({ id, path }) =>
        view(accountAddress(id), path, ...paths(ledger.registry.get(id))),
      ),
      ...[...ledger.units.values()].flatMap(({ id, path }) => view(unitAddress(id), path)),
      ...[...ledger.campaigns.values()].flatMap(({ id, path }) => view(campaignAddress(id), path)),
      ...[...ledger.inspections.values()].flatMap(({ id, path }) =>
        view(inspectionAddress(id), path),
      ),
      ...[...ledger.bulletins.values()].flatMap(({ id, path }) => view(bulletinAddress(id), path)),
    ]),
  };
}
