/** 可取的: what a reader may take away of a place of the site, and the files behind it. */
import type { Face } from '../views/face.ts';
import type { Sheet } from './sheet/sheet.ts';
import { workbook } from './sheet/xlsx.ts';

/** A file of a site that is no page. */
export interface SiteFile {
  /** Below the root of the site, without a slash before it. */
  readonly path: string;
  readonly make: () => Promise<Uint8Array | string> | Uint8Array | string;
  /** Everything that it is made of; only said of what takes longer to make than to compare. */
  readonly of?: () => unknown;
}

/** A file that a reader may take away. */
export interface Download {
  /** From the root of the site. */
  readonly href: string;
  /** What the reader clicks: 问题清单（Excel）. */
  readonly name: string;
  /** The name that the file gets; undefined for what a program subscribes to. */
  readonly saveAs: string | undefined;
}

/** The downloads of a place, and the files behind them. */
export interface Offer {
  readonly downloads: readonly Download[];
  readonly files: readonly SiteFile[];
}

/** Rows up to which a list is offered as a workbook; beyond it the text file is the way. */
export const BOOK_ROWS = 5000;

export function bookOf(face: Face, path: string, saveAs: string, sheet: () => Sheet): Offer {
  const { ledger, today } = face;
  const make = () => workbook([sheet()], { office: ledger.site.authority, on: today });
  return offerOf(path, 'Excel', `${saveAs}.xlsx`, make, sheet);
}

/** A file that bears the office, which is on every page, and the day (src/site-files.ts) besides `of`. */
export function offerOf(
  path: string,
  name: string,
  saveAs: string,
  make: SiteFile['make'],
  of?: SiteFile['of'],
): Offer {
  const file = of === undefined ? { path, make } : { path, make, of };
  return { downloads: [{ href: `/${path}`, name, saveAs }], files: [file] };
}

export function calendarFor(path: string, name: string, make: () => string): Offer {
  return { downloads: [{ href: `/${path}`, name, saveAs: undefined }], files: [{ path, make }] };
}

export function joinedOffers(offers: readonly Offer[]): Offer {
  return {
    downloads: offers.flatMap(({ downloads }) => downloads),
    files: offers.flatMap(({ files }) => files),
  };
}
