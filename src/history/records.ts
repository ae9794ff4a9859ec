/** What Git knows of the records of a ledger, in one answer for the pages. */
import { lastChanges } from './last-changes.ts';
import { mainLineOf } from './main-line.ts';
import { commitOf, placeOf } from './place.ts';
import { waitingFor } from './proposal/queue.ts';
import { receiptsIn, updateReceipts } from './receipts.ts';

/** What Git knows of the ledger; `memory` as in `mainLineOf`. The fictional one of the tests is not in a repository of its own: its makers are no clerks. */
export function recordHistory(folder: string, branch = 'main', memory?: string) {
  const place = placeOf(folder);
  if (place === undefined || place.prefix.startsWith('tests/')) return undefined;
  const has = (revision: string): boolean => commitOf(place, revision) !== undefined;
  if (!has('HEAD')) return undefined;
  const main =
    [`refs/remotes/origin/${branch}`, `refs/heads/${branch}`].find((name) => has(name)) ?? 'HEAD';
  const line = mainLineOf(place, 'HEAD', memory);
  return {
    changes: new Map(
      [...lastChanges(line)].map(([path, { id, on }]) => [
        path,
        { on, commit: id, file: `${place.prefix}${path}` },
      ]),
    ),
    receipts: updateReceipts(receiptsIn(line, place, 'HEAD')),
    waitingSince: waitingFor(place, main).map(({ since }) => since),
  };
}
