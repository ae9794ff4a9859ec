/** 最近改动: by which commit of the main line each file of a ledger was changed last, and on which day. */
import { logOf, pathsBelow } from './log.ts';
import { type Commit, dayInChina, type Place } from './place.ts';

/** The last changes by path below the ledger's folder, in one pass over the main line. Throws GitRefused. */
export function lastChanges(place: Place, revision = 'HEAD'): ReadonlyMap<string, Commit> {
  const changes = new Map<string, Commit>();
  for (const { fields, rest } of logOf(
    place.repository,
    ['%H', '%ct'],
    [
      ...['--first-parent', '-m', '--no-renames', '--name-only', '--end-of-options', revision],
      ...['--', place.prefix === '' ? '.' : place.prefix],
    ],
  )) {
    const [id = '', seconds = ''] = fields;
    const commit = { id, on: dayInChina(Number(seconds)) };
    // The newest comes first.
    for (const own of pathsBelow(place.prefix, rest))
      if (own !== '' && !changes.has(own)) changes.set(own, commit);
  }
  return changes;
}
