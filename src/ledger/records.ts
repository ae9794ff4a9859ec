/** 全部记录: every record of a ledger with its kind and file, for rules that look at all of them alike. */
import type { LayoutKind } from '../schema/layout.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import type { DataPath } from './yaml/node.ts';

export interface LedgerRecord {
  kind: LayoutKind;
  path: string;
  /** With the id and path that reading adds. */
  record: object;
}

/** Every record that could be read. */
export function* recordsOf(ledger: Ledger): Generator<LedgerRecord> {
  const { platforms, problems, timing, indicators } = ledger.vocabulary;
  yield { kind: 'site', path: 'site.yaml', record: ledger.site };
  yield { kind: 'platforms', path: 'vocabulary/platforms.yaml', record: { platforms } };
  yield { kind: 'problems', path: 'vocabulary/problems.yaml', record: { problems } };
  yield { kind: 'timing', path: 'vocabulary/timing.yaml', record: timing };
  yield { kind: 'indicators', path: 'vocabulary/indicators.yaml', record: indicators };
  for (const [kind, records] of [
    ['unit', ledger.units.values()],
    ['account', ledger.accounts.values()],
    ['campaign', ledger.campaigns.values()],
    ['issue', ledger.issues.values()],
    ['inspection', ledger.inspections.values()],
    ['bulletin', ledger.bulletins.values()],
    ['selfCheck', ledger.selfChecks],
    ['probe', ledger.probes],
    ['child', ledger.children.values()],
  ] as const)
    for (const entry of records) yield recordOf(kind, entry);
  for (const updates of ledger.updates.values())
    for (const entry of updates) yield recordOf('update', entry);
  for (const steps of ledger.registry.values())
    for (const entry of steps) yield recordOf('registration', entry);
  for (const list of ledger.assignments.values())
    for (const entry of list) yield recordOf('assignment', entry);
  for (const list of ledger.assignedChecks.values())
    for (const entry of list) yield recordOf('assignedCheck', entry);
  for (const kept of ledger.snapshots.public.values())
    for (const entry of kept) yield recordOf('snapshot', entry);
  for (const kept of ledger.snapshots.internal.values())
    for (const entry of kept) yield recordOf('internalSnapshot', entry);
  for (const entry of ledger.rosters.public.values()) yield recordOf('roster', entry);
  for (const entry of ledger.rosters.internal.values()) yield recordOf('internalRoster', entry);
  for (const entry of ledger.reminders) yield recordOf('reminder', entry);
  if (ledger.removed.length > 0)
    yield { kind: 'removed', path: 'evidence/removed.yaml', record: { removed: ledger.removed } };
}

function recordOf(kind: LayoutKind, entry: Entry<object>): LedgerRecord {
  return { kind, path: entry.path, record: entry };
}

/** Every text of a record with its path; with `wanted` only the texts that it lets through. */
export function textsOf(
  value: unknown,
  wanted: (text: string) => boolean = () => true,
): { path: DataPath; text: string }[] {
  const found: { path: DataPath; text: string }[] = [];
  const path: (string | number)[] = [];
  const walk = (at: unknown): void => {
    if (typeof at === 'string') {
      if (wanted(at)) found.push({ path: [...path], text: at });
    } else if (Array.isArray(at)) {
      for (let index = 0; index < at.length; index += 1) {
        path.push(index);
        walk(at[index]);
        path.pop();
      }
    } else if (typeof at === 'object' && at !== null) {
      for (const [key, held] of Object.entries(at)) {
        path.push(key);
        walk(held);
        path.pop();
      }
    }
  };
  walk(value);
  return found;
}
