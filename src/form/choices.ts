/** What may be chosen in the form: names for people, ids for the record. */
import { states, type State } from '../domain/issue/transition.ts';
import { period } from '../schema/deadline.ts';
import { origins } from '../schema/issue.ts';
import type { Ledger } from '../schema/ledger.ts';
import { unitKinds } from '../schema/unit.ts';
import { reopenGrounds } from '../schema/update.ts';
import type { Choice } from './widget.ts';

/** An issue that may be chosen in the form. */
export interface FormIssue {
  id: string;
  row: number;
  /** The account's name, else the place; empty where the unit says it all. */
  subject: string;
  unit: string;
  finding: string;
  state: State;
}

/** Choices by the name or path of the field. */
export function choicesOf(
  { units, accounts, campaigns, vocabulary }: Ledger,
  issues: readonly FormIssue[],
): Record<string, readonly Choice[]> {
  const named = (records: Iterable<{ id: string; name: string }>): Choice[] =>
    [...records].map(({ id, name }) => ({ label: name, value: id }));
  const table = (names: Readonly<Record<string, string>>): Choice[] =>
    Object.entries(names).map(([value, label]) => ({ label, value }));
  return {
    issue: issues.map(({ id, row, subject, unit: owner, finding, state }) => ({
      label: `${[`第${String(row)}号`, owner, subject].join(' ').trim()}：${finding}（${states[state]}）`,
      value: id,
    })),
    account: [...accounts.values()].map(({ id, name, unit: owner }) => ({
      label: `${name}（${units.get(owner)?.name ?? owner}）`,
      value: id,
    })),
    unit: named(units.values()),
    assisting: named(units.values()),
    campaign: named(campaigns.values()),
    problems: named(vocabulary.problems),
    platform: named(vocabulary.platforms),
    origin: table(origins),
    ground: table(reopenGrounds),
    per: period.options.map((value) => ({
      label: {
        day: '天',
        week: '周',
        month: '月',
        quarter: '季度',
        'half-year': '半年',
        year: '年',
      }[value],
      value,
    })),
    'deadline.kind': table({
      fixed: '到某天为止',
      'fixed-then-ongoing': '到某天为止，之后长期坚持',
      immediate: '立行立改',
      'immediate-then-ongoing': '立行立改，之后长期坚持',
      ongoing: '长期坚持',
      relative: '自某天起多少天',
      recurring: '定期',
      unread: '读不准，待确认',
    }),
    kind: table({ ...unitKinds, website: '网站', 'new-media': '新媒体' }),
  };
}
