/**
 * 分组: a standing cut into parts, each a standing of its own, so that every figure can be computed of a part.
 *
 * Every dimension but `problem` puts each issue into exactly one part: the parts add up to the whole. An issue with
 * two problems counts once in the whole and once under each of its problems: there the parts add up to `items`
 * (项次), which is the sum over the issues of how many parts each is in.
 */
import { WEBSITE, states } from '../../text/terms.ts';
import type { Ledger } from '../../schema/ledger.ts';
import { inUnitOrder } from '../unit-order.ts';
import { NO_ACCOUNT, noAccountName } from '../issue/owner.ts';
import { type IssueStanding, type Standing, withIssues } from '../issue/standing.ts';

export const dimensions = {
  unit: {
    name: '单位',
    definition: '按责任单位（涉及账号的，为账号的主办单位），每个问题只在一个单位；配合单位不计。',
  },
  platform: {
    name: '平台',
    definition: '按账号所在平台，政府网站、不涉及账号的单列，每个问题只在一个平台。',
  },
  problem: {
    name: '问题类别',
    definition: '一个问题归入几类就在几类中各计一次，各类之和是项次，可能大于问题数。',
  },
  deadlineKind: { name: '时限类型', definition: '按时限原文读出的类型，每个问题只在一类。' },
  dueOn: { name: '截止日', definition: '按本轮现行截止日（含延期），没有的归“无截止日”。' },
  listedYear: {
    name: '列入年份',
    definition: '按列入日期所在的年，每个问题只在一年；以后重启的仍在列入的那一年。',
  },
  closedMonth: { name: '销号月份', definition: '按本轮销号日所在月份，没有销号的归“未销号”。' },
  state: { name: '状态', definition: '按统计日的状态，每个问题只在一种状态。' },
} as const;
export type Dimension = keyof typeof dimensions;

/** A part: `key` is an id, a day, a month (YYYY-MM), a year or empty for none of these; `name` is Chinese. */
export interface BreakdownPart {
  readonly key: string;
  readonly name: string;
  readonly standing: Standing;
}

export interface Breakdown {
  readonly dimension: Dimension;
  /** In the order of the key, units in the official sequence; the empty key last. */
  readonly parts: readonly BreakdownPart[];
  /** 项次: the sum of the parts' sizes; equal to the number of issues but for problems. */
  readonly items: number;
}

/** Cuts the issues of `whole` by `dimension`; parts without issues do not appear. */
export function breakdown(whole: Standing, dimension: Dimension): Breakdown {
  const groups = new Map<string, IssueStanding[]>();
  for (const issue of whole.issues) {
    for (const key of new Set(keysOf(issue, dimension))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [issue]);
      else group.push(issue);
    }
  }
  const sorted = [...groups].toSorted(([a], [b]) => keyOrder(a, b));
  const { units } = whole.ledger;
  const ordered = dimension === 'unit' ? inUnitOrder(units, sorted, ([key]) => key) : sorted;
  const parts = ordered.map(([key, issues]) => ({
    key,
    name: nameOf(key, dimension, whole.ledger),
    standing: withIssues(whole, issues),
  }));
  return {
    dimension,
    parts,
    items: parts.reduce((sum, { standing }) => sum + standing.issues.length, 0),
  };
}

/** Keys differ, so there is no tie. */
function keyOrder(a: string, b: string): number {
  if (a === '') return 1;
  return b === '' || a < b ? -1 : 1;
}

function keysOf({ issue, unit, platform, history }: IssueStanding, dimension: Dimension): string[] {
  switch (dimension) {
    case 'unit':
      return [unit];
    case 'platform':
      return [platform];
    case 'problem':
      return issue.problems;
    case 'deadlineKind':
      return [issue.deadline.kind];
    case 'dueOn':
      return [history.round.dueOn ?? ''];
    case 'listedYear':
      return [issue.listedOn.slice(0, 4)];
    case 'closedMonth':
      return [history.round.closedOn?.slice(0, 7) ?? ''];
    case 'state':
      return [history.state];
    default:
      return dimension satisfies never;
  }
}

/** The deadline kinds in Chinese. */
export const deadlineGroups = {
  fixed: '限期',
  'fixed-then-ongoing': '限期后长期坚持',
  immediate: '立即整改',
  'immediate-then-ongoing': '立即整改并长期坚持',
  ongoing: '长期整改',
  relative: '按天数推算',
  recurring: '按频次',
  unread: '待确认',
} as const;

function nameOf(key: string, dimension: Dimension, ledger: Ledger): string {
  switch (dimension) {
    case 'unit':
      return ledger.units.get(key)?.name ?? (key === '' ? '未登记单位' : key);
    case 'platform':
      return platformName(key, ledger);
    case 'problem':
      return ledger.vocabulary.problems.find(({ id }) => id === key)?.name ?? key;
    case 'deadlineKind':
      return deadlineGroups[key as keyof typeof deadlineGroups];
    case 'dueOn':
      return key === '' ? '无截止日' : key;
    case 'listedYear':
      return `${key}年`;
    case 'closedMonth':
      return key === '' ? '未销号' : key;
    case 'state':
      return states[key as keyof typeof states];
    default:
      return dimension satisfies never;
  }
}

function platformName(key: string, { vocabulary }: Ledger): string {
  if (key === WEBSITE.id) return WEBSITE.name;
  if (key === NO_ACCOUNT) return noAccountName;
  if (key === '') return '未登记账号';
  return vocabulary.platforms.find(({ id }) => id === key)?.name ?? key;
}
