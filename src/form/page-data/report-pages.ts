/** 全部填报页: the pages of all units, each made when first asked for, and which of them there are. */
import type { Face } from '../../views/face.ts';
import type { Ref } from '../../views/address.ts';
import { unitRef } from '../../views/names.ts';
import { unitsByKind } from '../../views/unit/units-by-kind.ts';
import { type InspectionPage, inspectionPage, openInspections } from './inspection-page.ts';
import { findingPage, type RegisterPage, registerPage } from './office-pages.ts';
import type { JudgedApart, OfficePage } from './page-data.ts';
import { type ReportPage, reportPage } from './report-page.ts';
import type { SenderSettings } from '../send/settings.ts';

/** A unit that has a page. */
export interface ReportingUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly href: string;
  /** How many issues are on it. */
  readonly count: number;
}

export interface ReportPages {
  /** Where reports go; undefined where none can be sent. */
  readonly place: SenderSettings | undefined;
  /** What a unit reports, and what the office decides on it. */
  readonly report: (unit: string) => ReportPage;
  readonly decision: (unit: string) => ReportPage;
  /** Where the office enters steps of a unit's accounts, and findings. */
  readonly register: (unit: string) => RegisterPage;
  readonly finding: () => (OfficePage & JudgedApart) | undefined;
  /** Where a check is filled in, the newest first. */
  readonly checks: () => InspectionPage[];
  /** Those that have something on theirs, in the official order. */
  readonly reporting: () => ReportingUnit[];
  readonly deciding: () => ReportingUnit[];
  readonly registering: () => ReportingUnit[];
  /** Who takes what comes on paper or as a sheet. */
  readonly receiver: () => { readonly name: string; readonly phone: string | undefined };
}

/** `blobOf`: Git's name of a record's file. */
export function reportPages(
  face: Face,
  place: SenderSettings | undefined,
  blobOf: (path: string) => string,
): ReportPages {
  const { site, units } = face.ledger;
  const pages = (office: boolean): ((unit: string) => ReportPage) =>
    kept((unit) => reportPage(face, unitRef(face.ledger, unit), place, office));
  const register = kept((unit) => registerPage(face, unitRef(face.ledger, unit), place));
  /** `of`: where something of a unit is entered, and how much of it there is. */
  const having = (of: (unit: string) => readonly [Ref, count: number]): (() => ReportingUnit[]) => {
    let made: ReportingUnit[] | undefined;
    return () =>
      (made ??= unitsByKind(face).flatMap(({ id, name, kind }) => {
        const [{ href }, count] = of(id);
        return count === 0 ? [] : [{ id, name, kind, href, count }];
      }));
  };
  const asked = (page: (unit: string) => ReportPage) =>
    having((id) => [page(id).unit, page(id).issues.length]);
  const [report, decision] = [pages(false), pages(true)];
  const office = site.office === undefined ? undefined : units.get(site.office);
  return {
    place,
    report,
    decision,
    reporting: asked(report),
    deciding: asked(decision),
    register,
    finding: () => findingPage(face, place),
    checks: () => openInspections(face).map((one) => inspectionPage(face, one, { place, blobOf })),
    registering: having((id) => [register(id).unit, register(id).rows.length]),
    receiver: () => ({ name: office?.name ?? site.authority, phone: office?.phone }),
  };
}

/** Made when first asked for, and kept. */
function kept<T>(make: (unit: string) => T): (unit: string) => T {
  const made = new Map<string, { page: T }>();
  return (unit) => {
    const one = made.get(unit) ?? { page: make(unit) };
    made.set(unit, one);
    return one.page;
  };
}
