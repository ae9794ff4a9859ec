/** 校对规则: one kind of contradiction, found in a whole document at once. */
import type { Finding } from './finding.ts';
import type { Paper } from './paper.ts';

export interface Rule {
  readonly id: string;
  /** Chinese name, shown in the list of what was looked at. */
  readonly name: string;
  readonly check: (paper: Paper) => Finding[];
}
