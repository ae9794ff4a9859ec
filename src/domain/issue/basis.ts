/** 统计口径: from what a figure was computed, so that two figures that differ say why. */
import { type Day, inWords } from '../../day/calendar.ts';

/**
 * `day`: as things happened, by the day of each report (`reportedOn`), with all that is known now.
 * `commit`: as the ledger was known at a commit, which is what could be published then; `on` is the day counted to.
 */
export type Basis =
  | { readonly by: 'day'; readonly on: Day }
  | { readonly by: 'commit'; readonly commit: string; readonly on: Day };

/** The basis as a Chinese sentence without a full stop, for the head of tables and pages. */
export function basisSentence(basis: Basis): string {
  switch (basis.by) {
    case 'day':
      return `截至${inWords(basis.on)}，按报告日期统计，以现有台账为准`;
    case 'commit':
      return `截至${inWords(basis.on)}，按提交 ${basis.commit.slice(0, 12)} 时的台账统计`;
    default:
      return basis satisfies never;
  }
}
