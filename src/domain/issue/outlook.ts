/** 办了以后: what readers will see of an issue once a reviewer has decided, told beforehand by the rules that decide. */
import type { Day } from '../../day/calendar.ts';
import { nextStep } from './next-step.ts';
import type { History } from './replay.ts';
import { stateInWords } from './state-words.ts';
import { type Move, type Policy, transition } from './transition.ts';

/**
 * Moves whose outcome hangs on nothing that is filled in. A round that is accepted anew owes all of it: a return takes
 * publicity and confirmation away (`round.ts`).
 */
const PLAIN = new Set<Move>(['accepted', 'returned', 'sustained', 'extended', 'deferred']);

/** The state in words after a reviewer's move on `today`; undefined where it is refused or hangs on what is filled in. */
export function stateAfter(
  move: Move,
  { phase, round }: Pick<History, 'phase' | 'round'>,
  policy: Policy,
  today: Day,
): string | undefined {
  const outcome = transition(move, 'reviewer', policy, phase);
  if (!PLAIN.has(move) || 'refusal' in outcome) return undefined;
  const next = nextStep(outcome.to, round, policy, today);
  return stateInWords({ phase: outcome.to, next });
}
