/** 待办里的抽查: the samples that a proposal draws, which are drawn once. */
import { git } from '../../../src/history/git/git.ts';
import { changesBetween } from '../../../src/history/proposal/proposal.ts';
import { readRecord } from '../../../src/ledger/record.ts';
import { ledgerChange } from '../../../src/review/proposal/change.ts';
import type { Inspection } from '../../../src/schema/inspection.ts';
import type { ReportPlace } from './report-in.ts';

/** The checks of a part of the register that a proposal adds. Throws GitRefused. */
export function samplesIn(
  { repository, prefix }: ReportPlace['place'],
  base: string,
  commit: string,
): Inspection[] {
  const changes = changesBetween(repository, base, commit);
  if (typeof changes === 'string') return [];
  return changes
    .map((change) => ledgerChange(change, prefix))
    .flatMap(({ fileKind, kind, path, after }) => {
      if (fileKind !== 'inspection' || kind !== 'added' || after === undefined) return [];
      const bytes = git(repository, ['cat-file', 'blob', after.object]);
      const reading = readRecord(path, 'inspection', bytes);
      if (!reading.ok) return [];
      const check = reading.value as Inspection;
      return check.scope.kind === 'sample' ? [check] : [];
    });
}
