/** 最近改动: by which commit of the main line each file of a ledger was changed last, and on which day. */
import type { Additions } from './additions.ts';
import { type Commit, dayOfSeconds } from './place.ts';

/** The last changes by path below the ledger's folder. */
export function lastChanges({ received }: Additions): ReadonlyMap<string, Commit> {
  const changes = new Map<string, Commit>();
  // The newest comes first.
  for (const { commit: id, seconds, paths, changed } of received) {
    const commit = { id, on: dayOfSeconds(seconds) };
    for (const path of [...paths, ...changed]) if (!changes.has(path)) changes.set(path, commit);
  }
  return changes;
}
