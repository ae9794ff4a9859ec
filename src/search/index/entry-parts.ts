/** What entries of several kinds say alike. */
import { isUnfinished } from '../../domain/figures/state.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import type { CardAnswer, SearchEntry } from '../record.ts';

export function filledTexts(values: readonly (string | undefined)[]): string[] {
  return values.flatMap((value) => (value === undefined || value === '' ? [] : [value]));
}

export function relativeAddress(address: string): string {
  return address.replace(/^\//u, '');
}

/** 问题9个，其中未完成4个; nothing where there are none. */
export function countWords(issues: readonly IssueStanding[]): string[] {
  return issues.length === 0 ? [] : [`问题${openWords(issues)}`];
}

/** 9个，其中未完成4个 */
export function openWords(issues: readonly IssueStanding[]): string {
  const open = issues.filter(isUnfinished).length;
  const words = open === 0 ? '没有未完成的' : `其中未完成${String(open)}个`;
  return `${String(issues.length)}个${issues.length === 0 ? '' : `，${words}`}`;
}

/** A page, or a place on one, that answers a question of how it is done. */
export function pageEntry(
  address: string,
  title: string,
  summary: string,
  names: readonly string[],
  answers?: CardAnswer,
): SearchEntry {
  return {
    kind: 'page',
    address: relativeAddress(address),
    title,
    summary,
    names,
    known: [],
    codes: [],
    within: [],
    of: undefined,
    count: 0,
    ...(answers && { answers }),
  };
}
