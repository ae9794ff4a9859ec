/** 总的情况: how the issues of one unit or account stand, in a sentence that a circular could print. */
import { isWithUnit } from '../../domain/issue/round/owed.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { phases } from '../../domain/issue/transition.ts';
import { states } from '../../text/terms.ts';
import { type Face, mayCallLate } from '../face.ts';
import { OPENLY_LATE } from '../issue/lateness-view.ts';

/**
 * 问题共9个：未完成4个（待单位办理3个，其中逾期1个，临期1个；待审核1个），已销号4个，转入长期坚持1个。 Every part adds up to what it is
 * said of; empty where there are no issues. `own`: what is to be done by the unit itself is called.
 */
export function standingInWords(
  face: Face,
  issues: readonly IssueStanding[],
  own = '待单位办理',
): string {
  if (issues.length === 0) return '';
  const counted = (is: (one: IssueStanding) => boolean): number => issues.filter(is).length;
  const inPhase = (wanted: string): number => counted(({ history }) => history.phase === wanted);
  const tasks = issues.filter(({ history }) => isWithUnit(history));
  const pressing = pressingInWords(face, tasks);
  const open = given([
    [own, tasks.length, pressing === '' ? '' : `，其中${pressing}`],
    ['待审核', inPhase('submitted')],
    [phases.awaiting, inPhase('awaiting')],
  ]);
  const unfinished = tasks.length + inPhase('submitted') + inPhase('awaiting');
  const over = given([
    [states.closed, inPhase('closed')],
    [`转入${states.sustained}`, inPhase('sustained')],
    [states.void, inPhase('void')],
  ]);
  return `${[
    `问题共${String(issues.length)}个：未完成${String(unfinished)}个${open.length === 0 ? '' : `（${open.join('；')}）`}`,
    ...over,
  ].join('，')}。`;
}

function given(
  parts: readonly (readonly [name: string, count: number, more?: string])[],
): string[] {
  return parts.flatMap(([name, count, more = '']) =>
    count === 0 ? [] : [`${name}${String(count)}个${more}`],
  );
}

/** How it is said, by the kind of lateness. */
const PRESSING: readonly (readonly [IssueStanding['lateness']['kind'], string])[] = [
  ['overdue', '逾期'],
  ['in-grace', '宽限期内'],
  ['due-today', '临期'],
  ['due-soon', '临期'],
];

/**
 * 逾期1个，临期2个: of what is with the unit. Where the site may not call each of them late, only those are counted that it
 * may, and called so (公开的逾期).
 */
export function pressingInWords(face: Face, tasks: readonly IssueStanding[]): string {
  const told = tasks.filter(({ issue }) => mayCallLate(face, issue.campaign));
  const late = told.length === tasks.length ? '逾期' : OPENLY_LATE;
  const names = PRESSING.map(([, name]) => name);
  return [...new Set(names)]
    .flatMap((name) => {
      const kinds = PRESSING.filter(([, own]) => own === name).map(([kind]) => kind);
      // What falls due soon reproaches nobody.
      const of = name === '临期' ? tasks : told;
      const count = of.filter(({ lateness }) => kinds.includes(lateness.kind)).length;
      return count === 0 ? [] : [`${name === '逾期' ? late : name}${String(count)}个`];
    })
    .join('，');
}
