/** Everything that can be wrong with a ledger, in one list. */
import type { Ledger } from '../schema/ledger.ts';
import type { Content } from './content.ts';
import { byPlace, type Fault } from './fault.ts';
import { identityFaults } from './personal/identity-faults.ts';
import { Positions, type YamlPlace } from './yaml/position.ts';
import { readLedger, type Progress } from './read.ts';
import type { ReadRecord } from './record.ts';
import { ruleInput } from './rule-input.ts';
import type { Finding } from './rule.ts';
import { rules } from './rules/index.ts';

export interface CheckResult {
  /** Present when site and vocabulary could be read; complete only when `faults` has no `severity: 'fault'`. */
  ledger: Ledger | undefined;
  /** Faults and warnings, in the order of file and line. */
  faults: Fault[];
}

/** Reads and checks a ledger: YAML, schema, cross-record rules. `read` as in `readLedger`. */
export function checkLedger(content: Content, progress?: Progress, read?: ReadRecord): CheckResult {
  const reading = readLedger(content, progress, read);
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
