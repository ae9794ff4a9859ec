/**
 * 销号佐证: what a closing owes by the kinds of its problems (content/vocabulary/problems.yaml). Everything that the
 * unit and the reviewer handed in during the round counts; a link or a number is as good as a picture.
 */
import type { Evidence, EvidenceKind } from '../../../schema/evidence.ts';
import type { Issue } from '../../../schema/issue.ts';
import type { EvidenceOwed, Problem } from '../../../schema/vocabulary.ts';
import type { History } from '../replay.ts';
import { WITH_UNIT } from '../transition.ts';

/** A piece of evidence that is still missing, and for which kind of problem. */
export interface Missing {
  readonly problem: Problem;
  readonly owed: EvidenceOwed;
}

/** What `issue` owes before it may be closed and `evidence` does not prove. Kinds without a record owe nothing. */
export function missingEvidence(
  issue: Pick<Issue, 'problems'>,
  problems: readonly Problem[],
  evidence: readonly Evidence[],
): Missing[] {
  return issue.problems.flatMap((id) => {
    const problem = problems.find((one) => one.id === id);
    if (problem === undefined) return [];
    return problem.owes
      .filter((owed) => !evidence.some((piece) => proves(piece, owed)))
      .map((owed) => ({ problem, owed }));
  });
}

/** All evidence that was handed in during `round` up to and including `update` (an id), or in the whole round. */
export function evidenceOfRound(
  { timeline }: Pick<History, 'timeline'>,
  round: number,
  update?: string,
): Evidence[] {
  const counted = timeline.filter((entry) => entry.round === round && entry.refusal === undefined);
  const last =
    update === undefined ? -1 : counted.findIndex((entry) => entry.update?.id === update);
  const upTo = last < 0 ? counted : counted.slice(0, last + 1);
  return upTo.flatMap((entry) => entry.update?.evidence ?? []);
}

/** The kind of a piece of evidence. */
export function evidenceKind(piece: Evidence): EvidenceKind {
  if ('link' in piece) return 'link';
  if ('number' in piece) return 'number';
  return 'file' in piece ? 'file' : 'stored';
}

function proves(piece: Evidence, { kinds, dated }: EvidenceOwed): boolean {
  return kinds.includes(evidenceKind(piece)) && (!dated || piece.day !== undefined);
}

/**
 * 销号需提交的佐证: what an issue whose next step is the unit's own is asked for, a sentence for each piece; where it has
 * several kinds of problem each sentence names its own. None where the unit has handed in or nothing is owed.
 */
export function owedLines(
  issue: Pick<Issue, 'problems'>,
  problems: readonly Problem[],
  history: Pick<History, 'timeline' | 'round' | 'state'>,
): string[] {
  if (!isWithUnit(history)) return [];
  return linesOf(issue, askedEvidence(issue, problems, history));
}

/** Everything that a closing owes, handed in or not, in the words of `owedLines`: what a reviewer holds a report against. */
export function closingLines(
  issue: Pick<Issue, 'problems'>,
  problems: readonly Problem[],
): string[] {
  return linesOf(issue, missingEvidence(issue, problems, []));
}

function linesOf(issue: Pick<Issue, 'problems'>, missing: readonly Missing[]): string[] {
  const isOne = new Set(issue.problems).size === 1;
  return missing.map(({ problem, owed }) => (isOne ? owed.ask : `“${problem.name}”${owed.ask}`));
}

/** What the unit is asked for now: what is missing; of what was sent back, everything once more. */
export function askedEvidence(
  issue: Pick<Issue, 'problems'>,
  problems: readonly Problem[],
  history: Pick<History, 'timeline' | 'round' | 'state'>,
): Missing[] {
  const held = history.state === 'returned' ? [] : evidenceOfRound(history, history.round.number);
  return missingEvidence(issue, problems, held);
}

/** True where the next step is the unit's own: it has not asked for the closing of this round, or was sent back. */
export function isWithUnit({ state }: Pick<History, 'state'>): boolean {
  return WITH_UNIT.has(state);
}
