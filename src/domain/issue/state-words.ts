/** 状态的说法: the state of an issue as readers see it; what was accepted says what it still waits for. */
import { acceptedStates, type AwaitedStep, awaitedSteps, states } from '../../text/terms.ts';
import type { NextStep } from './next-step.ts';
import { type Phase, stateOf } from './transition.ts';

/** How far an issue has come, and what comes next. */
interface Course {
  readonly phase: Phase;
  readonly next: NextStep;
}

/** The step that an accepted issue waits at (已验收待销号); undefined of any other. */
export function awaitedStep({ phase, next }: Course): AwaitedStep | undefined {
  return phase === 'awaiting' && Object.hasOwn(awaitedSteps, next.step)
    ? (next.step as AwaitedStep)
    : undefined;
}

/** The state in words. */
export function stateInWords(course: Course): string {
  const step = awaitedStep(course);
  return step === undefined ? states[stateOf(course.phase)] : acceptedStates[step];
}
