/** 列名的问题: an issue of this ledger as ledgers above and lists of several ledgers name it. */
import { isUnfinished } from '../../domain/figures/state.ts';
import type { IssueStanding } from '../../domain/issue/standing.ts';
import { states } from '../../text/terms.ts';
import type { Roster } from '../../schema/roster.ts';
import { issueAddress } from '../address.ts';
import type { Face } from '../face.ts';
import { issueTitle } from '../issue/issue-title.ts';
import { platformRef, unitRef } from '../names.ts';

export type NamedIssue = Roster['issues'][number];

export function namedIssue({ ledger }: Pick<Face, 'ledger'>, one: IssueStanding): NamedIssue {
  const { id, issue, unit, platform, history } = one;
  const names = ledger.vocabulary.problems;
  return {
    id,
    title: oneLine(issueTitle(one)),
    unit: unitRef(ledger, unit).name,
    platform: platformRef(ledger, platform).name,
    problems: issue.problems.map((key) => names.find((known) => known.id === key)?.name ?? key),
    state: states[history.state],
    dueOn: isUnfinished(one) ? history.round.dueOn : undefined,
    href: issueAddress(id),
  };
}

/** As a name may be: a line, not longer than one. */
function oneLine(text: string): string {
  // Never half of a character.
  return [...text.replaceAll(/\s+/gu, ' ').trim()].slice(0, 200).join('').trim();
}
