/**
 * 报送所涉规则: the rules that can find something in a report or a decision. The other forms of the site add theirs
 * (form/works/); no page is sent rules that it does not need.
 */
import type { Rule } from './rule.ts';
import { approvalRule } from './rules/approval.ts';
import { datesRule } from './rules/dates.ts';
import { endedUnitsRule } from './rules/ended-units.ts';
import { evidenceFilesRule } from './rules/evidence-files.ts';
import { fileNamesRule } from './rules/file-names.ts';
import { handOverRule } from './rules/hand-over.ts';
import { privacyRule } from './rules/privacy.ts';
import { publicRepositoryRule } from './rules/public-repository.ts';
import { reasonsRule } from './rules/reasons.ts';
import { referencesRule } from './rules/references.ts';
import { uniqueIdsRule } from './rules/unique-ids.ts';
import { yearsRule } from './rules/years.ts';

export const reportRules: readonly Rule[] = [
  uniqueIdsRule,
  fileNamesRule,
  referencesRule,
  yearsRule,
  datesRule,
  reasonsRule,
  approvalRule,
  evidenceFilesRule,
  handOverRule,
  endedUnitsRule,
  privacyRule,
  publicRepositoryRule,
];
