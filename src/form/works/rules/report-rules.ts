/** What judges a report or a decision. */
import { stateInWords } from '../../../domain/issue/state-words.ts';
import { reportRules } from '../../../ledger/report-rules.ts';
import type { WorkRules } from '../../work.ts';

export const reportWorkRules: WorkRules = {
  rules: reportRules,
  course: ({ stories }, _base, subject) => {
    const story = stories.find((one) => one.issue === subject);
    if (story === undefined) return undefined;
    const { before, after } = story;
    return {
      before: before === undefined ? undefined : stateInWords(before),
      after: stateInWords(after),
    };
  },
};
