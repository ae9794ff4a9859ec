/** 比率: always with numerator and denominator; 已销号, 长期坚持 and 未完成 are never merged. */
import { type FigureValue, rate } from './figure-value.ts';
import type { IssueStanding, Standing } from '../issue/standing.ts';
import { type Figure, rowsWhere } from './figure.ts';
import { isOverdue } from './lateness.ts';
import { isUnfinished, isValid } from './state.ts';

/** The share of the valid issues that `is` holds for. */
function shareOfValid(standing: Standing, is: (issue: IssueStanding) => boolean): FigureValue {
  return rate(
    rowsWhere(standing, (issue) => isValid(issue) && is(issue)),
    rowsWhere(standing, isValid),
  );
}

/** 按期率: of the issues that are settled and had a last day, those that were handed in on time. */
function inTimeRate(standing: Standing): FigureValue {
  // What was 长期坚持 and was withdrawn then keeps the day on which it settled.
  const inTimeOf = (issue: IssueStanding): boolean | undefined =>
    isValid(issue) && !isUnfinished(issue) ? issue.inTime : undefined;
  return rate(
    rowsWhere(standing, (issue) => inTimeOf(issue) === true),
    rowsWhere(standing, (issue) => inTimeOf(issue) !== undefined),
  );
}

const common = { unit: '', basis: 'rows', rowKind: 'issue', group: 'share' } as const;

export const rateFigures: readonly Figure[] = [
  {
    ...common,
    id: 'closed-rate',
    name: '销号率',
    definition: '已销号 ÷ 有效问题。长期坚持的不算销号。',
    value: (standing) => shareOfValid(standing, ({ history }) => history.state === 'closed'),
  },
  {
    ...common,
    id: 'sustained-rate',
    name: '长期坚持占比',
    definition: '长期坚持 ÷ 有效问题。',
    value: (standing) => shareOfValid(standing, ({ history }) => history.state === 'sustained'),
  },
  {
    ...common,
    id: 'unfinished-rate',
    name: '未完成占比',
    definition: '未完成 ÷ 有效问题。',
    value: (standing) => shareOfValid(standing, isUnfinished),
  },
  {
    ...common,
    id: 'overdue-rate',
    name: '逾期率',
    definition: '逾期 ÷ 有效问题。',
    value: (standing) => shareOfValid(standing, isOverdue),
  },
  {
    ...common,
    id: 'in-time-rate',
    name: '按期率',
    definition:
      '已销号或长期坚持、且本轮有截止日的问题中，最后一次申请验收不晚于截止日（含延期、宽限天数）、也没有逾期后才批准延期的占比；按单位报送日算，审核用时不计。',
    value: inTimeRate,
  },
];
