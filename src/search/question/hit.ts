/** What a question is answered with: pages by their names, and issues. */
import type { Issues } from './issues.ts';
import type { NamedEntry } from './parts.ts';

/** A page by its name, or an issue by its place in the list. */
export type Hit = PageHit | { kind: 'issue'; place: number };
export interface PageHit {
  kind: 'page';
  entry: NamedEntry;
}

export function pageHits(entries: readonly NamedEntry[]): PageHit[] {
  return [...new Set(entries)].map((entry) => ({ kind: 'page', entry }));
}

/** Those that fit best first; equals as in the list. */
export function issueHits(issues: Issues): Hit[] {
  return [...issues]
    .toSorted(([a, points], [b, others]) => others - points || a - b)
    .map(([place]) => ({ kind: 'issue', place }));
}
