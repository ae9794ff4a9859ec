/**
 * 不见了的报送: what was handed in, is no longer pending and was never received. It was buried in the history of another
 * proposal, its branch was deleted, or its branch was put back to what it was before.
 */
import { logOf } from '../git/log.ts';
import { commitAt, dayOfSeconds, type Place } from '../place.ts';
import { changesBetween } from './proposal.ts';
import { isNothing, type Push, pushLogOf } from '../push-log.ts';
import { isAncestor, pushesOf, refsLike } from '../git/refs.ts';

export interface Vanished {
  readonly how: 'buried' | 'deleted' | 'rewound';
  /** The branch that held it, or the commit that brought it where no branch is known. */
  readonly where: string;
  /** Paths of updates below the ledger's folder. */
  readonly updates: readonly string[];
  /** The account that deleted or rewound the branch, and the day; only the server's log says. */
  readonly by?: string;
  readonly on?: string;
}

/** All that vanished unmerged, as far as the repository can tell. `pending` are updates that still wait somewhere. */
export function vanishedFrom(
  place: Place,
  main: string,
  patterns: readonly string[],
  pending: ReadonlySet<string>,
  pushes: readonly Push[] = pushLogOf(place.repository),
): Vanished[] {
  const base = commitAt(place, main);
  const received = everReceived(place, base);
  const missing = (paths: readonly string[]) =>
    [...new Set(paths)].filter((path) => !received.has(path) && !pending.has(path));
  const found: Vanished[] = [
    ...buriedIn(place, base).map(({ commit, paths }) => ({
      how: 'buried' as const,
      where: commit,
      updates: missing(paths),
    })),
    ...pushes.flatMap((push): Vanished[] =>
      push.lost === undefined
        ? []
        : [
            {
              how: isNothing(push.new) ? 'deleted' : 'rewound',
              where: push.ref,
              updates: missing(push.lost),
              by: push.by,
              on: dayOfSeconds(push.at),
            },
          ],
    ),
    ...rewound(place, base, patterns).map(({ ref, updates }) => ({
      how: 'rewound' as const,
      where: ref,
      updates: missing(updates),
    })),
  ];
  const told = new Set<string>();
  return found.flatMap((one): Vanished[] => {
    const updates = one.updates.filter((path) => !told.has(path));
    for (const path of updates) told.add(path);
    return updates.length === 0 ? [] : [{ ...one, updates }];
  });
}

/** Updates that a commit on the way to `head` adds and `base` does not have. */
export function pendingUpdates(
  { repository, prefix }: Place,
  base: string,
  head: string,
): string[] {
  const changes = changesBetween(repository, base, head);
  if (typeof changes === 'string') return [];
  return changes
    .filter(
      ({ path, before, after }) =>
        before === undefined && after !== undefined && path.startsWith(`${prefix}updates/`),
    )
    .map(({ path }) => path.slice(prefix.length));
}

/** Every update that the main line ever held. */
function everReceived(place: Place, base: string): Set<string> {
  return new Set(added(place, base, ['--first-parent', '-m']).flatMap(({ paths }) => paths));
}

/** Updates that commits behind the main line brought; what the main line never held is buried there. */
function buriedIn(place: Place, base: string) {
  // Without --full-history Git leaves out the side of a merge that the merge passed over.
  return added(place, base, ['--full-history']);
}

function added({ repository, prefix }: Place, base: string, how: readonly string[]) {
  const which = ['--diff-filter=A', '--no-renames', '--name-only', base, '--', `${prefix}updates`];
  return logOf(repository, ['%H'], [...how, ...which]).map(({ fields: [commit = ''], rest }) => ({
    commit,
    paths: rest.map((path) => path.slice(prefix.length)),
  }));
}

/** Branches whose log holds commits that they have no longer. Deleting a branch deletes its log: see the server's. */
function rewound(place: Place, base: string, patterns: readonly string[]) {
  const { repository } = place;
  return refsLike(repository, patterns).flatMap(({ name, commit }) =>
    [...new Set(pushesOf(repository, name).map((push) => push.commit))]
      .filter((old) => !isAncestor(repository, old, commit) && !isAncestor(repository, old, base))
      .map((old) => ({ ref: name, updates: pendingUpdates(place, base, old) })),
  );
}
