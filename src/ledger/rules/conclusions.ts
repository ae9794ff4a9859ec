import { stateOn } from '../../domain/issue/timeline.ts';
import { inWords } from '../../day/calendar.ts';
import { UNFINISHED } from '../../domain/issue/transition.ts';
import type { Finding, Rule } from '../rule.ts';

/** 结项: on that day everything is settled or named, and nothing is named that is another's or was settled. */
export const conclusionsRule: Rule = {
  id: 'conclusions',
  title: '结项那天，专项的问题都已销号、长期坚持或撤销，没有办结的逐个列明',
  *check({ ledger, history }) {
    const byCampaign = Map.groupBy(ledger.issues.values(), ({ campaign }) => campaign);
    for (const { id, path: file, list, assigned, concluded } of ledger.campaigns.values()) {
      if (concluded === undefined) continue;
      const { on, remaining } = concluded;
      const wrong = (at: Finding['at'], message: string, remedy: string): Finding => ({
        file,
        at: ['concluded', ...at],
        message,
        remedy,
      });
      if (on < list.listedOn)
        yield wrong(
          ['on'],
          `结项日期${inWords(on)}早于填表日期${inWords(list.listedOn)}`,
          '核对 concluded.on',
        );
      if (assigned !== undefined && concluded.document === undefined)
        yield wrong(
          [],
          '上级布置的自查，结项没有写文号',
          '写上 document：上级同意结项的文号（谁交办谁销号）',
        );
      const own = byCampaign.get(id) ?? [];
      const states = new Map(
        own.flatMap((issue) => {
          const state = stateOn(history(issue)?.timeline ?? [], on);
          return state === undefined ? [] : [[issue.id, state] as const];
        }),
      );
      const open = [...states].flatMap(([issue, state]) => (UNFINISHED.has(state) ? [issue] : []));
      const unnamed = open.filter((issue) => !remaining.includes(issue));
      if (unnamed.length > 0)
        yield wrong(
          ['remaining'],
          `结项那天还有 ${String(unnamed.length)} 个问题没有办结，也没有列明：${unnamed.join('、')}`,
          '先办结，或写进 remaining，结项后继续整改',
        );
      for (const [index, issue] of remaining.entries()) {
        const at = ['remaining', index];
        if (!ledger.issues.has(issue)) continue;
        if (!own.some((one) => one.id === issue))
          yield wrong(at, `${issue} 不是这个专项的问题`, '从 remaining 里删去');
        else if (states.has(issue) && !open.includes(issue))
          yield wrong(at, `${issue} 在结项那天已经办结`, '从 remaining 里删去');
      }
      for (const { id: issue, path, listedOn } of own)
        if (listedOn > on)
          yield {
            file: path,
            at: ['listedOn'],
            message: `列入日期${inWords(listedOn)}在专项结项（${inWords(on)}）之后`,
            remedy: `${issue} 列入别的专项，或撤回结项`,
          };
    }
  },
};
