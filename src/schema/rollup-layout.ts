/** Which file of content/ is what, of what stands between a ledger and those below it; a part of `layout`. */
import { assignedCheck } from './assigned-check.ts';
import { assignment } from './assignment.ts';
import { child } from './child.ts';
import { internalRoster, roster } from './roster.ts';
import { internalSnapshot, snapshot } from './snapshot.ts';

export const rollupLayout = {
  child: {
    title: '下级台账',
    path: /^children\/(?<id>[^/]+)\.yaml$/u,
    glob: 'children/*.yaml',
    schema: child,
  },
  snapshot: {
    title: '下级快照',
    path: /^snapshots\/(?<folder>[^/]+)\/(?<id>[^/]+)\.yaml$/u,
    glob: 'snapshots/*/*.yaml',
    schema: snapshot,
    inFolder: true,
    // The names of all accounts of a city: some 60 bytes each.
    largest: 4 * 1024 * 1024,
  },
  internalSnapshot: {
    title: '下级内部快照',
    path: /^internal-snapshots\/(?<folder>[^/]+)\/(?<id>[^/]+)\.yaml$/u,
    glob: 'internal-snapshots/*/*.yaml',
    schema: internalSnapshot,
    inFolder: true,
    largest: 4 * 1024 * 1024,
  },
  roster: {
    title: '下级名录',
    path: /^rosters\/(?<id>[^/]+)\.yaml$/u,
    glob: 'rosters/*.yaml',
    schema: roster,
    // Some 200 bytes a problem.
    largest: 4 * 1024 * 1024,
  },
  internalRoster: {
    title: '下级内部名录',
    path: /^internal-rosters\/(?<id>[^/]+)\.yaml$/u,
    glob: 'internal-rosters/*.yaml',
    schema: internalRoster,
    largest: 4 * 1024 * 1024,
  },
  assignment: {
    title: '交办',
    path: /^assignments\/(?<folder>[^/]+)\/(?<id>[^/]+)\.yaml$/u,
    glob: 'assignments/*/*.yaml',
    schema: assignment,
    inFolder: true,
  },
  assignedCheck: {
    title: '交办的检查',
    path: /^assigned-checks\/(?<folder>[^/]+)\/(?<id>[^/]+)\.yaml$/u,
    glob: 'assigned-checks/*/*.yaml',
    schema: assignedCheck,
    inFolder: true,
    // Some 200 bytes an account, for 5,000 of them.
    largest: 4 * 1024 * 1024,
  },
} as const;
