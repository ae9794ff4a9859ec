/** 全部填报页: the pages of all units, each made when first asked for, and which of them there are. */
import type { Edition } from '../views/edition.ts';
import { unitRef } from '../views/names.ts';
import { unitsByKind } from '../views/unit/units-by-kind.ts';
import { type ReportPage, reportPage } from './report-page.ts';
import type { SenderSettings } from './send/settings.ts';

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
  /** Those that have something on theirs, in the official order. */
  readonly reporting: () => ReportingUnit[];
  readonly deciding: () => ReportingUnit[];
  /** Who takes what comes on paper or as a sheet. */
  readonly receiver: { readonly name: string; readonly phone: string | undefined };
}

export function reportPages(edition: Edition, place: SenderSettings | undefined): ReportPages {
  const { site, units } = edition.ledger;
  const pages = (office: boolean): ((unit: string) => ReportPage) => {
    const made = new Map<string, ReportPage>();
    return (unit) => {
      const page =
        made.get(unit) ?? reportPage(edition, unitRef(edition.ledger, unit), place, office);
      made.set(unit, page);
      return page;
    };
  };
  const having = (page: (unit: string) => ReportPage): ReportingUnit[] =>
    unitsByKind(edition).flatMap(({ id, name, kind }) => {
      const { issues, unit } = page(id);
      return issues.length === 0 ? [] : [{ id, name, kind, href: unit.href, count: issues.length }];
    });
  const [report, decision] = [pages(false), pages(true)];
  const office = site.office === undefined ? undefined : units.get(site.office);
  return {
    place,
    report,
    decision,
    reporting: () => having(report),
    deciding: () => having(decision),
    receiver: { name: office?.name ?? site.authority, phone: office?.phone },
  };
}
