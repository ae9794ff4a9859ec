/** 最近改动: by which commit of the main line each file of a ledger was changed last, and on which day. */
import { git } from './git.ts';
import { type Commit, dayInChina, type Place } from './place.ts';

/** The last changes by path below the ledger's folder, in one pass over the main line. Throws GitRefused. */
export function lastChanges(place: Place, revision = 'HEAD'): ReadonlyMap<string, Commit> {
  const output = git(place.repository, [
    'log',
    '--first-parent',
    '-m',
    '--no-renames',
    '--name-only',
    '-z',
    // A control character can be in no path of a ledger and begins each commit.
    '--format=%x01%H%x00%ct%x00',
    '--end-of-options',
    revision,
    '--',
    place.prefix === '' ? '.' : place.prefix,
  ]);
  const changes = new Map<string, Commit>();
  for (const record of output.toString('utf8').split('\u0001').slice(1)) {
    const [id = '', seconds = '', ...paths] = record.split('\0');
    const commit = { id, on: dayInChina(Number(seconds)) };
    for (const path of paths) {
      const own = path.replace(/^\n/u, '').slice(place.prefix.length).normalize('NFC');
      // The newest comes first.
      if (own !== '' && !changes.has(own)) changes.set(own, commit);
    }
  }
  return changes;
}
