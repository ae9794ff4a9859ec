/** 周报: one page for whoever decides — where things stand, what changed, what needs a decision. */
import { type Day, daysBetween } from '../../day/calendar.ts';
import { figureOf, rowsOf } from '../../domain/figures/figures.ts';
import { flowKinds, flows, flowsBetween } from '../../domain/figures/flows.ts';
import type { IssueStanding, Standing } from '../../domain/issue/standing.ts';
import { standing, standingWithin } from '../../domain/issue/standing.ts';
import type { Action } from '../../schema/update.ts';
import { acceptedStates } from '../../text/terms.ts';
import type { Face } from '../../views/face.ts';
import {
  dayFact,
  copiedFact,
  figureFacts,
  type Value,
  type TemplateValues,
} from '../template/value.ts';

/**
 * The values of brief.md: the days after `since` up to the face's own, of one campaign or all. Of each group so many
 * issues are `named`; the rest is counted.
 */
export function briefValues(
  face: Face,
  campaign: { readonly id: string; readonly name: string } | undefined,
  since: Day,
  named: number,
): TemplateValues {
  const scope = { campaign: campaign?.id };
  const now = standingWithin(face.standing, scope);
  const then = standingWithin(standing(face.ledger, since), scope);
  const { site } = face.ledger;
  return new Map<string, Value>([
    ...figureFacts(now),
    ...changes(now, then, since),
    ['范围', copiedFact(campaign?.name ?? site.name, '专项或台账名称')],
    ['主管机关', copiedFact(site.authority, '站点设置的主管机关')],
    ['起始日期', dayFact(since, '上次统计日')],
    ['统计日期', dayFact(face.today, '统计截止日')],
    ['上次未完成', figureValue(then, 'unfinished', '上次统计日的未完成')],
    ['上次逾期', figureValue(then, 'overdue', '上次统计日的逾期')],
    ['变化明细', changeLines(face, now, since, named)],
    ['领导关注', attentionLines(face, now, named)],
  ]);
}

function figureValue(part: Standing, id: string, from: string): Value {
  const rows = rowsOf(figureOf(part, id));
  return { text: String(rows.length), rows, from };
}

const COUNTED: readonly (readonly [string, Action])[] = [
  ['本期申请验收', 'submitted'],
  ['本期退回', 'returned'],
  ['本期延期', 'extended'],
  ['本期暂缓', 'deferred'],
];

/** What happened after `since`: the ways into 未完成 and out of it by round, the rest by issue. */
function changes(now: Standing, then: Standing, since: Day): [string, Value][] {
  const counted = flowsBetween(then, now);
  return [
    ...flowKinds.map((flow): [string, Value] => {
      const { name, definition } = flows[flow];
      const rows = counted[flow].map(({ issue }) => issue);
      return [`本期${name}`, { text: String(rows.length), rows, from: `本期${definition}` }];
    }),
    ...COUNTED.map(([name, action]): [string, Value] => {
      const rows = now.issues
        .filter((one) => happened(one, since).some((step) => step.action === action))
        .map(({ id }) => id);
      return [name, { text: String(rows.length), rows, from: `${name}的问题` }];
    }),
  ];
}

function happened({ history }: IssueStanding, since: Day) {
  return history.timeline.filter(({ on, refusal }) => on > since && refusal === undefined);
}

/** Closings, returns and reopenings by name, the most telling first. */
function changeLines(face: Face, now: Standing, since: Day, named: number): Value {
  const kinds: readonly (readonly [string, (one: IssueStanding) => boolean])[] = [
    ['重启', (one) => happened(one, since).some(({ action }) => action === 'reopened')],
    ['退回', (one) => happened(one, since).some(({ action }) => action === 'returned')],
    ['销号', ({ history }) => (history.round.closedOn ?? '') > since],
    ['转长期坚持', ({ history }) => (history.round.sustainedOn ?? '') > since],
  ];
  const found = kinds.flatMap(([name, is]) => {
    const issues = now.issues.filter(is);
    return issues.length === 0 ? [] : [{ name, issues }];
  });
  return {
    text: '',
    rows: found.flatMap(({ issues }) => issues.map(({ id }) => id)),
    from: '本期的变化',
    lines: found.map(
      ({ name, issues }) => `${name}${String(issues.length)}个${names(face, issues, named)}。`,
    ),
  };
}

/** What only a leader can move: the longest overdue, what came back, what waits above, what cannot be read. */
function attentionLines(face: Face, now: Standing, named: number): Value {
  const groups = [
    { id: 'overdue', words: '逾期', note: '请研究约谈或明确完成时限' },
    { id: 'reopened', words: '重启过', note: '请督促查明反弹原因' },
    { id: 'held-above', words: acceptedStates.confirm, note: '请报上级核销' },
    { id: 'deferred', words: '因客观原因暂缓', note: '请协调解决' },
    { id: 'review-due', words: '到期未复查', note: '请安排复查' },
    { id: 'unread', words: '时限读不出', note: '请明确截止日' },
  ];
  const found = groups.flatMap(({ id, words, note }) => {
    const rows = rowsOf(figureOf(now, id));
    const issues = now.issues.filter((one) => rows.includes(one.id)).toSorted(byUrgency);
    return issues.length === 0 ? [] : [{ words, note, issues }];
  });
  return {
    text: '',
    rows: found.flatMap(({ issues }) => issues.map(({ id }) => id)),
    from: '需要领导研究的问题',
    lines: joined(
      found.map(
        ({ words, note, issues }) =>
          `${words}${String(issues.length)}个${words === '逾期' ? longest(issues) : ''}${names(face, issues, named)}，${note}`,
      ),
    ),
  };
}

/** At most four lines, so that the page stays one; what is left stands in the last of them. */
function joined(lines: readonly string[]): string[] {
  const last = lines.slice(3).join('；');
  return [...lines.slice(0, 3), ...(last === '' ? [] : [last])].map((line) => `${line}。`);
}

/** The longest overdue first, then the earliest last day. */
function byUrgency(a: IssueStanding, b: IssueStanding): number {
  const day = (one: IssueStanding) => one.history.round.dueOn ?? '9999-12-31';
  return daysBetween(day(b), day(a));
}

/** The first few units with how many issues each has, then how many units there are. */
function names({ ledger }: Face, issues: readonly IssueStanding[], named: number): string {
  if (named === 0) return '';
  const units = [...Map.groupBy(issues, ({ unit }) => unit)];
  const shown = units.slice(0, named).map(([unit, { length }]) => {
    const name = ledger.units.get(unit)?.name ?? unit;
    return length === 1 ? name : `${name}${String(length)}个`;
  });
  const others = units.length > named ? `等${String(units.length)}家单位` : '';
  return `（${shown.join('、')}${others}）`;
}

/** 、最长5天: how long the longest overdue is; empty where nothing is. */
function longest(issues: readonly IssueStanding[]): string {
  const days = issues.flatMap(({ lateness }) =>
    lateness.kind === 'overdue' ? [lateness.days] : [],
  );
  return days.length === 0 ? '' : `、最长${String(Math.max(...days))}天`;
}
