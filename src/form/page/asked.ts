/** 先填好的: what stands in a form before anybody types — days, the next round, a line for each piece that is owed. */
import { evidenceOfRound, missingEvidence } from '../../domain/issue/owed.ts';
import { type History, replay } from '../../domain/issue/replay.ts';
import type { Ledger } from '../../schema/ledger.ts';
import type { FormField } from '../field.ts';
import { today } from './clock.ts';
import type { Piece } from './pieces.ts';

/** The issue's history so far. */
function historyOf(
  { issues, campaigns, updates, vocabulary }: Ledger,
  id: string,
): History | undefined {
  const record = issues.get(id);
  const campaign = record && campaigns.get(record.campaign);
  if (record === undefined || campaign === undefined) return undefined;
  return replay(record, updates.get(id) ?? [], {
    campaign,
    timing: vocabulary.timing,
    today: today(),
  });
}

/** What stands in a field before anybody types. */
export function presetOf(
  ledger: Ledger,
  issue: string,
  { path, preset }: FormField,
): string | undefined {
  if (preset === 'today') return today();
  const round = path === 'round' ? historyOf(ledger, issue)?.round.number : undefined;
  return round === undefined ? undefined : String(round + 1);
}

/** What a closing still owes and a line can prove, each as a line to fill in. */
export function askedPieces(ledger: Ledger, issue: string): Piece[] {
  const record = ledger.issues.get(issue);
  const history = historyOf(ledger, issue);
  if (record === undefined || history === undefined) return [];
  const held = evidenceOfRound(history, history.round.number);
  return missingEvidence(record, ledger.vocabulary.problems, held).flatMap(({ owed }): Piece[] => {
    // The kind that the office names first is the one that it likes best.
    const [kind] = owed.kinds;
    return kind === 'number' || kind === 'link'
      ? [{ kind, value: '', day: '', asked: owed.ask, dated: owed.dated }]
      : [];
  });
}
