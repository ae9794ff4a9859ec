/**
 * 进出: what came into 未完成 and what left it, read from the states that the replay went through and from no name of an
 * action, so that a new action which neither settles nor opens anything changes nothing here. Counted by round: an
 * issue that is settled, opened again and settled again within a period is settled twice. Months, quarters and
 * half-years therefore add up.
 */
import { addDays, type Day, endOfMonth } from '../../day/calendar.ts';
import type { IssueStanding, Standing } from '../issue/standing.ts';
import type { State } from '../issue/transition.ts';
import { isUnfinished } from './state.ts';

/** The ways in (+1) and out (−1), in the order of the balance. */
export const flows = {
  listed: { name: '新列', sign: 1, definition: '列入台账的问题，按列入日期。' },
  reopened: {
    name: '重启',
    sign: 1,
    definition: '已销号、长期坚持或撤销以后又要整改的，按重启或复查未保持的报告日期。',
  },
  closed: { name: '销号', sign: -1, definition: '转为已销号的，按销号日期。' },
  sustained: { name: '转长期坚持', sign: -1, definition: '转入长期坚持的，按转入日期。' },
  withdrawn: {
    name: '撤销',
    sign: -1,
    definition: '未完成而撤销的，按撤销的报告日期；长期坚持中撤销的本来不在未完成里，不计。',
  },
} as const;
export type Flow = keyof typeof flows;
export const flowKinds = Object.keys(flows) as Flow[];

/** The balance, as every page and document states it. */
export const flowRule = `期末未完成 = 期初未完成${flowKinds
  .map((flow) => ` ${flows[flow].sign > 0 ? '+' : '−'} ${flows[flow].name}`)
  .join('')}`;

export interface FlowEvent {
  /** Id of the issue. */
  readonly issue: string;
  readonly round: number;
  readonly flow: Flow;
  readonly on: Day;
}

/** States in which nothing is to be done any more, and the flow that leads into each. */
const settlements: Partial<Record<State, Flow>> = {
  closed: 'closed',
  sustained: 'sustained',
  void: 'withdrawn',
};

/** Every way in and out up to the day of the standing, by day, then issue. */
export function flowEvents({ issues }: Pick<Standing, 'issues'>): FlowEvent[] {
  const events = issues.flatMap(({ id, history }) =>
    history.timeline.flatMap(({ on, round, before, after, refusal }): FlowEvent[] => {
      if (refusal !== undefined) return [];
      const flow = flowBetween(before, after);
      return flow === undefined ? [] : [{ issue: id, round, flow, on }];
    }),
  );
  return events.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
}

function flowBetween(before: State | undefined, after: State): Flow | undefined {
  const settled = settlements[after];
  if (before === undefined) return 'listed';
  const was = settlements[before] !== undefined;
  if (was) return settled === undefined ? 'reopened' : undefined;
  return settled;
}

/** The flows of some days: the ways in and out, and what was unfinished before and after them, by issue. */
export interface Flows extends Readonly<Record<Flow, readonly FlowEvent[]>> {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The flows after the day of `then` up to the day of `now`; both are replayed on their own. */
export function flowsBetween(then: Standing, now: Standing): Flows {
  const events = flowEvents(now).filter(({ on }) => on > then.basis.on);
  const of = (wanted: Flow): FlowEvent[] => events.filter(({ flow }) => flow === wanted);
  return {
    before: idsOf(then.issues),
    listed: of('listed'),
    reopened: of('reopened'),
    closed: of('closed'),
    sustained: of('sustained'),
    withdrawn: of('withdrawn'),
    after: idsOf(now.issues),
  };
}

function idsOf(issues: readonly IssueStanding[]): string[] {
  return issues.filter(isUnfinished).map(({ id }) => id);
}

/** What does not add up, as a Chinese sentence; empty when all is right. */
export function flowImbalances(counted: Flows): string[] {
  const { before, after } = counted;
  const sum = flowKinds.reduce(
    (left, flow) => left + flows[flow].sign * counted[flow].length,
    before.length,
  );
  if (sum === after.length) return [];
  const terms = flowKinds.map((flow) => `${flows[flow].name}${String(counted[flow].length)}个`);
  return [
    `期初未完成${String(before.length)}个，${terms.join('、')}，期末应为${String(sum)}个，而按期末状态是${String(after.length)}个`,
  ];
}

/** A month with its ways in and out in numbers. */
export interface FlowMonth extends Readonly<Record<Flow, number>> {
  /** YYYY-MM. */
  readonly month: string;
  readonly before: number;
  readonly after: number;
}

/** Every month from the first listing to the day of the standing, also those in which nothing moved. */
export function flowMonths({ issues, basis }: Standing): FlowMonth[] {
  const byMonth = Map.groupBy(flowEvents({ issues }), ({ on }) => on.slice(0, 7));
  const [first] = byMonth.keys();
  if (first === undefined) return [];
  const months: FlowMonth[] = [];
  let before = 0;
  for (let end = endOfMonth(`${first}-01`); ; end = endOfMonth(addDays(end, 1))) {
    const month = end.slice(0, 7);
    const events = byMonth.get(month) ?? [];
    const count = (wanted: Flow): number => events.filter(({ flow }) => flow === wanted).length;
    const counted = {
      listed: count('listed'),
      reopened: count('reopened'),
      closed: count('closed'),
      sustained: count('sustained'),
      withdrawn: count('withdrawn'),
    };
    const after = flowKinds.reduce((left, flow) => left + flows[flow].sign * counted[flow], before);
    months.push({ month, before, ...counted, after });
    if (end >= basis.on) return months;
    before = after;
  }
}

/** What `closedOfYear` counts. It is counted by issue, not by round: a part of no flow, but of its 新列. */
export const closedOfYearRule =
  '今年列入的，已销号 = 列入日期在统计日那一年、统计日的状态是已销号的问题，按问题计；以前年份列入、今年销号的在“销号”里，不在这个数里，所以“销号”不能除以“新列”';

/** Of what was listed in the year of the day, what is closed on that day: ids. */
export function closedOfYear({ issues, basis }: Standing): string[] {
  const year = basis.on.slice(0, 4);
  return issues
    .filter(({ issue, history }) => issue.listedOn.startsWith(year) && history.state === 'closed')
    .map(({ id }) => id);
}
