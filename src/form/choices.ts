/** What may be chosen in the form: names for people, ids for the record. */
import { states, type State } from '../domain/issue/transition.ts';
import { deadlineKinds, periods } from '../text/terms.ts';
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

/** Choices by the name or path of the field; of units none that have ended. */
export function choicesOf(
  { units, accounts, campaigns, vocabulary }: Ledger,
  issues: readonly FormIssue[],
): Record<string, readonly Choice[]> {
  const present = [...units.values()].filter(({ ended }) => ended === undefined);
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
    unit: named(present),
    assisting: named(present),
    to: named(present),
    campaign: named(campaigns.values()),
    problems: named(vocabulary.problems),
    platform: named(vocabulary.platforms),
    origin: table(origins),
    ground: table(reopenGrounds),
    per: table(periods),
    'deadline.kind': table(deadlineKinds),
    kind: table({ ...unitKinds, website: '网站', 'new-media': '新媒体' }),
  };
}
