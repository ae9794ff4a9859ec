import { unitOf } from '../../domain/issue/owner.ts';
import type { Rule } from '../rule.ts';

/** 配合单位: each once, and never the unit that answers for the issue. */
export const assistingRule: Rule = {
  id: 'assisting',
  title: '配合单位不重复，也不是责任单位',
  *check({ ledger }) {
    for (const issue of ledger.issues.values()) {
      const seen = new Set<string>();
      const lead = unitOf(ledger, issue);
      for (const [index, id] of (issue.assisting ?? []).entries()) {
        const at = ['assisting', index];
        if (id === lead)
          yield {
            file: issue.path,
            at,
            message: `${id} 是这个问题的责任单位，不能又是配合单位`,
            remedy: '从 assisting 里删去它；责任单位写错的，改正 unit 或 account',
          };
        else if (seen.has(id))
          yield {
            file: issue.path,
            at,
            message: `配合单位 ${id} 写了两次`,
            remedy: '删去重复的',
          };
        seen.add(id);
      }
    }
  },
};
