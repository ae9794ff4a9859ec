/** 报送和决定: a new report on an issue. */
import { updatePath } from '../../text/update-path.ts';
import type { Work } from '../work.ts';

export const reportWork: Work = {
  rules: async () => (await import('./rules/report-rules.ts')).reportWorkRules,
  record: ({ issues }, { subject, action, fields, stamp }) => {
    const campaign = issues.get(subject)?.campaign ?? '';
    return {
      kind: 'update',
      path: updatePath({ campaign, id: subject }, stamp),
      value: { issue: subject, action, ...fields },
    };
  },
  count: ({ updates }, subject) => updates.get(subject)?.length ?? 0,
};
