/** What lies beside Pagefind's index: the issues' texts as results show them, and which issues have a facet's value. Shared by the build and the browser. */
import { shownFacets, type FacetName, facetNames } from '../record.ts';

/** So many issues stand in one file of texts. */
export const TEXTS_A_FILE = 100;

/** An issue as a result shows it. */
export type IssueText = readonly [address: string, title: string, summary: string];

/** Of one facet: its values, and for each issue the places of its own among them. */
export interface FacetTable {
  readonly values: readonly string[];
  /** In the order of the issues; a number alone where an issue has one value. */
  readonly of: readonly (number | readonly number[])[];
}
/** A file of facets. */
export type FacetTables = Readonly<Partial<Record<FacetName, FacetTable>>>;

/** The file of a facet, below the folder of the search; those that are rendered beside results are needed together. */
export function facetFile(name: FacetName): string {
  return shownFacets.includes(name)
    ? 'facets/drawn.json'
    : `facets/${String(facetNames.indexOf(name))}.json`;
}

/** The file in which the text of the issue at `place` stands. */
export function textFile(place: number): string {
  return `texts/${String(Math.floor(place / TEXTS_A_FILE))}.json`;
}

/** The places of the issues by value. */
export function byValue({ values, of }: FacetTable): ReadonlyMap<string, readonly number[]> {
  const places = values.map((): number[] => []);
  for (const [place, own] of of.entries())
    for (const at of typeof own === 'number' ? [own] : own) places[at]?.push(place);
  return new Map(values.map((value, at) => [value, places[at] ?? []]));
}

/**
 * How Pagefind's list calls an issue: its place among the issues in hexadecimal digits, the last digit first. What
 * stands side by side then differs at the front and ends alike, which is what gzip makes shortest of all that was tried.
 */
export const pageName = (place: number): string => turned(place.toString(16));

/** The place of the issue that is called so. */
export const placeNamed = (name: string): number => Number.parseInt(turned(name), 16);

function turned(digits: string): string {
  return [...digits].toReversed().join('');
}
