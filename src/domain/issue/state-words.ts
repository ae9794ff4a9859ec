/** 状态的说法: the state of an issue as readers see it; what was accepted says what it still waits for. */
import { acceptedStates, states } from '../../text/terms.ts';
import type { NextStep } from './next-step.ts';
import { type Phase, stateOf } from './transition.ts';

/** The state in words. */
export function stateInWords({ phase, next }: { phase: Phase; next: NextStep }): string {
  return phase === 'awaiting' && Object.hasOwn(acceptedStates, next.step)
    ? acceptedStates[next.step as keyof typeof acceptedStates]
    : states[stateOf(phase)];
}
