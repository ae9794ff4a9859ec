/** 校对规则: one kind of contradiction, found in a whole document at once. */
import type { Contradiction } from './contradiction';
import type { ReadDocument } from './document/paper';

export interface ProofRule {
  readonly id: string;
  /** Chinese name, shown in the list of what was looked at. */
  readonly name: string;
  readonly check: (paper: ReadDocument) => Contradiction[];
}
