/** A part of 办理指南, as its page lays it out: what it is about, steps in their order, facts, documents. */
import type { Fact } from '../fact.ts';

/** A step of a procedure, in its order. */
export interface GuideStep extends Fact {
  /** What is handed in for it. */
  readonly gives: string;
}

/** A document that a part rests on. */
export interface GuideSource {
  readonly name: string;
  /** What of it this part takes. */
  readonly says: string;
  /** Where it was published; undefined where that is not known. */
  readonly address: string | undefined;
}

export interface GuidePart {
  /** Of its section on the page. */
  readonly id: string;
  readonly title: string;
  readonly intro: string;
  readonly steps: readonly GuideStep[];
  readonly facts: readonly Fact[];
  readonly sources: readonly GuideSource[];
  /** Where it is done, inside. */
  readonly link: { readonly name: string; readonly href: string } | undefined;
}
