/** What a question is answered with: pages by their names, and issues. */
import type { Issues } from './issues.ts';
import type { NamedEntry } from './parts.ts';

/** A page by its name, or an issue. */
export type Hit<Data> = PageHit | { kind: 'issue'; id: string; data: () => Promise<Data> };
export interface PageHit {
  kind: 'page';
  entry: NamedEntry;
}

export function pages(entries: readonly NamedEntry[]): PageHit[] {
  return [...new Set(entries)].map((entry) => ({ kind: 'page', entry }));
}

export function issueHits<Data>(issues: Issues<Data>): Hit<Data>[] {
  return [...issues.values()]
    .toSorted((a, b) => b.points - a.points || a.order - b.order)
    .map(({ result }) => ({ kind: 'issue', id: result.id, data: result.data }));
}
