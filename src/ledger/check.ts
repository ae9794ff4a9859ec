/** Everything that can be wrong with a ledger, in one list. */
import type { Ledger } from '../schema/ledger.ts';
import type { Content } from './content.ts';
import { byPlace, type Fault } from './fault.ts';
import { locate } from './position.ts';
import { readLedger, type Progress } from './read.ts';
import { rules } from './rules/index.ts';

export interface CheckResult {
  /** Present when site and vocabulary could be read; complete only when `faults` has no `severity: 'fault'`. */
  ledger: Ledger | undefined;
  /** Faults and warnings, in the order of file and line. */
  faults: Fault[];
}

/** Reads and checks a ledger: YAML, schema, cross-record rules. */
export function checkLedger(content: Content, progress?: Progress): CheckResult {
  const { ledger, faults, known } = readLedger(content, progress);
  if (ledger) {
    for (const rule of rules) {
      for (const finding of rule.check({ ledger, known })) {
        faults.push({
          file: finding.file,
          ...placeOf(content, finding.file, finding.at, finding.key ?? false),
          rule: rule.id,
          severity: finding.severity ?? 'fault',
          message: finding.message,
          remedy: finding.remedy,
        });
      }
    }
  }
  return { ledger, faults: faults.toSorted(byPlace) };
}

/** True when nothing is wrong; warnings do not count. */
export function isSound(result: CheckResult): boolean {
  return !result.faults.some(({ severity }) => severity === 'fault');
}

function placeOf(
  content: Content,
  file: string,
  at: readonly (string | number)[],
  key: boolean,
): { line: number; col: number } {
  const bytes = content.texts.get(file);
  if (!bytes || at.length === 0) return { line: 0, col: 0 };
  return locate(new TextDecoder().decode(bytes), at, key ? 'key' : 'value');
}
