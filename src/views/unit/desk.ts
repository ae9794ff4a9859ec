/**
 * 办理台: the issues of a unit (or of all) by urgency. Every issue is in one group, and each group is the rows of the
 * figures that it names. Where the site does not call single issues late, what is late stands with all that has a day.
 */
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { phases } from '../../domain/issue/transition.ts';
import { type Face, mayCallLate } from '../face.ts';
import { soonestOrder } from '../issue/issue-order.ts';
import { type IssueRow, issueRow } from '../issue/issue-row.ts';

const groups = {
  overdue: { name: '逾期', figures: ['overdue'] },
  grace: { name: '宽限期内', figures: ['in-grace'] },
  soon: { name: '临期', figures: ['due-soon'] },
  later: { name: '未到期', figures: ['due-later'] },
  deferred: { name: '暂缓', figures: ['deferred'] },
  dated: { name: '有截止日', figures: [] },
  undated: { name: '没有截止日', figures: ['undated'] },
  waiting: { name: '待审核', figures: ['to-verify'] },
  held: { name: phases.awaiting, figures: ['held'] },
  sustained: { name: '长期坚持', figures: ['sustained'] },
  closed: { name: '已销号', figures: ['closed'] },
  void: { name: '撤销', figures: ['void'] },
} as const;
export type DeskGroupId = keyof typeof groups;

export interface DeskGroup {
  readonly id: DeskGroupId;
  readonly name: string;
  /** The figures whose rows these are. */
  readonly figures: readonly string[];
  readonly rows: readonly IssueRow[];
}

/** The groups that have rows, the most urgent first; within a group by the day that the row shows. */
export function deskGroups(face: Face, issues: readonly IssueStanding[]): DeskGroup[] {
  const parts = Map.groupBy(issues, (one) => groupOf(face, one));
  const { by } = soonestOrder(face);
  return (Object.keys(groups) as DeskGroupId[]).flatMap((id) => {
    const part = parts.get(id);
    if (part === undefined) return [];
    const rows = part.toSorted(by).map((one) => issueRow(face, one));
    return [{ id, name: groups[id].name, figures: groups[id].figures, rows }];
  });
}

function groupOf(face: Face, one: IssueStanding): DeskGroupId {
  const { state } = one.history;
  switch (state) {
    case 'submitted':
      return one.history.phase === 'awaiting' ? 'held' : 'waiting';
    case 'sustained':
    case 'closed':
    case 'void':
      return state;
    case 'open':
    case 'rectifying':
    case 'returned':
      return dueGroup(face, one);
    default:
      return state satisfies never;
  }
}

function dueGroup(face: Face, { lateness, issue }: IssueStanding): DeskGroupId {
  const named = mayCallLate(face, issue.campaign);
  switch (lateness.kind) {
    case 'overdue':
      return named ? 'overdue' : 'dated';
    case 'in-grace':
      return named ? 'grace' : 'dated';
    case 'due-today':
    case 'due-soon':
      return 'soon';
    case 'due-later':
      return named ? 'later' : 'dated';
    case 'deferred':
      return 'deferred';
    case 'no-date':
    case 'review':
    case 'void':
    case 'settled-in-time':
    case 'settled-late':
    case 'settled-undated':
    case 'waiting':
    case 'waiting-late':
      return 'undated';
    default:
      return lateness satisfies never;
  }
}
