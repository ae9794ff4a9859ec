/** Everything that can be wrong with a ledger, in one list. */
import type { History } from '../domain/issue/replay.ts';
import { replay } from '../domain/issue/replay.ts';
import type { Issue } from '../schema/issue.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import type { Content } from './content.ts';
import { byPlace, type Fault } from './fault.ts';
import { identityFaults } from './identity-faults.ts';
import { Positions, type YamlPlace } from './yaml/position.ts';
import { readLedger, type Progress, type LedgerReading } from './read.ts';
import type { Finding, RuleInput } from './rule.ts';
import { rules } from './rules/index.ts';

export interface CheckResult {
  /** Present when site and vocabulary could be read; complete only when `faults` has no `severity: 'fault'`. */
  ledger: Ledger | undefined;
  /** Faults and warnings, in the order of file and line. */
  faults: Fault[];
}

/** Reads and checks a ledger: YAML, schema, cross-record rules. */
export function checkLedger(content: Content, progress?: Progress): CheckResult {
  const reading = readLedger(content, progress);
  const { ledger, faults } = reading;
  if (!ledger) return { ledger, faults: faults.toSorted(byPlace) };
  faults.push(...identityFaults(content));
  const placeOf = placer(content);
  const input = ruleInput(ledger, reading);
  for (const rule of rules) {
    for (const finding of rule.check(input)) {
      faults.push({
        file: finding.file,
        ...placeOf(finding),
        rule: rule.id,
        severity: finding.severity ?? 'fault',
        message: finding.message,
        remedy: finding.remedy,
      });
    }
  }
  return { ledger, faults: faults.toSorted(byPlace) };
}

/** True when nothing is wrong; warnings do not count. */
export function isSound(result: CheckResult): boolean {
  return !result.faults.some(({ severity }) => severity === 'fault');
}

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

/** Finds places; each file is looked at once, however many faults it has. */
function placer(content: Content): (finding: Finding) => YamlPlace {
  const files = new Map<string, Positions>();
  return ({ file, at, key = false }) => {
    const bytes = content.texts.get(file);
    if (!bytes || at.length === 0) return { line: 0, col: 0 };
    const positions = files.get(file) ?? new Positions(new TextDecoder().decode(bytes));
    files.set(file, positions);
    return positions.of(at, key ? 'key' : 'value');
  };
}
