/** 校对规则: one kind of contradiction, found in a whole document at once. */
import type { Contradiction } from './contradiction.ts';
import type { ReadDocument } from './document/paper.ts';

export interface ProofRule {
  readonly id: string;
  /** Chinese name, shown in the list of what was looked at. */
  readonly name: string;
  readonly check: (paper: ReadDocument) => Contradiction[];
}
