/** 全部记录: every record of a ledger with its kind and file, for rules that look at all of them alike. */
import type { LayoutKind } from '../schema/layout.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import type { DataPath } from './node.ts';

export interface LedgerRecord {
  kind: LayoutKind;
  path: string;
  record: object;
}

/** Every record that could be read, without the id and path that reading adds. */
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
  ] as const)
    for (const entry of records) yield recordOf(kind, entry);
  for (const updates of ledger.updates.values())
    for (const entry of updates) yield recordOf('update', entry);
  if (ledger.removed.length > 0)
    yield { kind: 'removed', path: 'evidence/removed.yaml', record: { removed: ledger.removed } };
}

function recordOf(kind: LayoutKind, entry: Entry<object>): LedgerRecord {
  const record: Record<string, unknown> = { ...entry };
  delete record['id'];
  delete record['path'];
  return { kind, path: entry.path, record };
}

/** Every text of a record with its path. */
export function* textsOf(
  value: unknown,
  path: DataPath = [],
): Generator<{ path: DataPath; text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  else if (Array.isArray(value)) {
    for (const [index, held] of value.entries()) yield* textsOf(held, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, held] of Object.entries(value)) yield* textsOf(held, [...path, key]);
  }
}
