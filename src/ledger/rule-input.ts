/** 规则所见: what the cross-record rules are given, from whatever a ledger was read. */
import { type History, replay } from '../domain/issue/replay.ts';
import type { Issue } from '../schema/issue.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import type { LedgerReading } from './read.ts';
import type { RuleInput } from './rule.ts';

/** What the rules are given; each history is told once. */
export function ruleInput(ledger: Ledger, { known }: Pick<LedgerReading, 'known'>): RuleInput {
  const broken = issuesWithUnreadableUpdates(ledger, known.update.keys());
  const told = new Map<string, History>();
  return {
    ledger,
    known,
    history: (issue) => {
      if (broken.has(issue.id)) return undefined;
      const history = told.get(issue.id) ?? tell(ledger, issue);
      if (history) told.set(issue.id, history);
      return history;
    },
  };
}

/** After the last day of any calendar that people plan by, so that updates of the future count as well. */
const END_OF_TIME = '9999-01-01';

function tell(ledger: Ledger, issue: Entry<Issue>): History | undefined {
  const campaign = ledger.campaigns.get(issue.campaign);
  if (!campaign) return undefined;
  return replay(issue, ledger.updates.get(issue.id) ?? [], {
    campaign,
    timing: ledger.vocabulary.timing,
    today: END_OF_TIME,
  });
}

function issuesWithUnreadableUpdates(ledger: Ledger, known: Iterable<string>): Set<string> {
  const read = new Set([...ledger.updates.values()].flatMap((list) => list.map(({ id }) => id)));
  const broken = new Set<string>();
  for (const id of known) if (!read.has(id)) broken.add(id.slice(0, id.lastIndexOf('/')));
  return broken;
}
