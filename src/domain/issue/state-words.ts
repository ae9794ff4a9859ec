/** 状态的说法: the state of an issue as readers see it; what was accepted says what it still waits for. */
import type { NextStep } from './next-step.ts';
import { type Phase, stateOf, states } from './transition.ts';

/** 已验收待销号, by what comes next; nothing says it in other words. */
export const held = {
  publicise: '已验收，待公示',
  publicity: '已验收，公示中',
  confirm: '已验收，等上级核销',
} as const;

/** The state in words. */
export function stateInWords({ phase, next }: { phase: Phase; next: NextStep }): string {
  return phase === 'held' && Object.hasOwn(held, next.step)
    ? held[next.step as keyof typeof held]
    : states[stateOf(phase)];
}
