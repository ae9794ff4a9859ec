/** 网站: what stands on every page — whose it is, to which day it counts, what its foot says. */
import type { Audience } from '../schema/field.ts';
import type { Site } from '../schema/site.ts';
import { type ChangedViews, changedViews } from './changed-view.ts';
import { type DayView, dayView } from './day-view.ts';
import type { Face } from './face.ts';
import type { Fact } from './fact.ts';

export interface SiteView {
  readonly name: string;
  readonly authority: string;
  readonly audience: Audience;
  readonly asOf: DayView;
  /** 截至2020年5月13日，不反映此后情况 */
  readonly asOfSentence: string;
  /** The address of this site, the public or the internal one, without a slash at its end; undefined where it has none. */
  readonly address: string | undefined;
  /** Shown on every page of a fictional ledger. */
  readonly fiction: string | undefined;
  readonly footer: readonly Fact[];
  /** The office's, of those of the foot; undefined where the ledger names none. */
  readonly phone: string | undefined;
  /** Where anybody says what is wrong on a government website (我为政府网站找错); on the public site, where named. */
  readonly corrections: string | undefined;
  /** When the records were changed last; undefined on the public site and outside Git. */
  readonly changed: ChangedViews | undefined;
}

export function siteView(face: Face): SiteView {
  const { ledger, today, audience } = face;
  const { site } = ledger;
  const asOf = dayView(today, today);
  return {
    name: site.name,
    authority: site.authority,
    audience,
    asOf,
    asOfSentence: `截至${asOf.words}${noteOf(site)}`,
    address: (audience === 'internal' ? site.internalAddress : site.address)?.replace(/\/$/u, ''),
    fiction: site.fiction,
    footer: footerOf(site),
    phone: site.footer?.phone,
    corrections: audience === 'public' ? site.footer?.corrections : undefined,
    changed: changedViews(face),
  };
}

/** The note belongs to the ledger's own pinned day; another day counts as any other. */
function noteOf({ asOfNote }: Site): string {
  return asOfNote === undefined ? '' : `，${asOfNote}`;
}

function footerOf({ footer }: Site): Fact[] {
  const lines: [string, string | undefined][] = [
    ['主办单位', footer?.host],
    ['承办单位', footer?.operator],
    ['联系电话', footer?.phone],
    ['网站标识码', footer?.siteCode],
    ['ICP备案号', footer?.icp],
    ['公安备案号', footer?.police],
  ];
  return lines.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}
