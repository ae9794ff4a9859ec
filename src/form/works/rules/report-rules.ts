/** What judges a report or a decision. */
import { stateInWords } from '../../../domain/issue/state-words.ts';
import { reportRules } from '../../../ledger/report-rules.ts';
import type { WorkRules } from '../../work.ts';

export const reportWorkRules: WorkRules = {
  rules: reportRules,
  course: ({ stories }, _base, subject) => {
    const story = stories.find((one) => one.issue === subject);
    if (story === undefined) return undefined;
    const { before, after, updates } = story;
    const isAccepted = updates.some(({ action }) => action === 'accepted');
    return {
      before: before === undefined ? undefined : stateInWords(before),
      after: stateInWords(after),
      ...(isAccepted && after.state === 'sustained'
        ? { why: '时限含长期坚持，验收后转入长期坚持' }
        : {}),
    };
  },
};
