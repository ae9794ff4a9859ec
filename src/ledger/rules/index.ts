/** All cross-record rules, in the order in which the documentation lists them. */
import type { Rule } from '../rule.ts';
import { approvalRule } from './approval.ts';
import { assignedChecksRule } from './assigned-checks.ts';
import { assistingRule } from './assisting.ts';
import { bulletinsRule } from './bulletins.ts';
import { datesRule } from './dates.ts';
import { deadlineReadingRule } from './deadline-reading.ts';
import { endedUnitsRule } from './ended-units.ts';
import { evidenceFilesRule } from './evidence-files.ts';
import { evidenceOwedRule } from './evidence-owed.ts';
import { fileNamesRule } from './file-names.ts';
import { handOverRule } from './hand-over.ts';
import { inspectionsRule } from './inspections.ts';
import { oneAccountRule } from './one-account.ts';
import { privacyRule } from './privacy.ts';
import { publicRepositoryRule } from './public-repository.ts';
import { reasonsRule } from './reasons.ts';
import { referencesRule } from './references.ts';
import { registryRule } from './registry.ts';
import { rowsRule } from './rows.ts';
import { selfChecksRule } from './self-checks.ts';
import { sequenceRule } from './sequence.ts';
import { datedSettingsRule } from './dated-settings.ts';
import { totalsRule } from './totals.ts';
import { uniqueIdsRule } from './unique-ids.ts';
import { conclusionsRule } from './conclusions.ts';
import { openingRule } from './opening.ts';
import { yearsRule } from './years.ts';
import { unitNamesRule } from './unit-names.ts';
import { vocabularyRule } from './vocabulary.ts';

export const rules: readonly Rule[] = [
  uniqueIdsRule,
  fileNamesRule,
  referencesRule,
  assistingRule,
  rowsRule,
  vocabularyRule,
  datedSettingsRule,
  unitNamesRule,
  yearsRule,
  datesRule,
  openingRule,
  sequenceRule,
  reasonsRule,
  approvalRule,
  conclusionsRule,
  evidenceFilesRule,
  evidenceOwedRule,
  registryRule,
  handOverRule,
  endedUnitsRule,
  inspectionsRule,
  assignedChecksRule,
  bulletinsRule,
  selfChecksRule,
  totalsRule,
  oneAccountRule,
  deadlineReadingRule,
  privacyRule,
  publicRepositoryRule,
];
