/**
 * 报送所涉规则: the rules that can find something in a report or a decision, which is what the forms of the site write. The
 * others look at settings, registers, checks and bulletins, and are not sent to a browser.
 */
import type { Rule } from '../rule.ts';
import { datesRule } from './dates.ts';
import { endedUnitsRule } from './ended-units.ts';
import { evidenceFilesRule } from './evidence-files.ts';
import { fileNamesRule } from './file-names.ts';
import { handOverRule } from './hand-over.ts';
import { privacyRule } from './privacy.ts';
import { publicRepositoryRule } from './public-repository.ts';
import { reasonsRule } from './reasons.ts';
import { referencesRule } from './references.ts';
import { uniqueIdsRule } from './unique-ids.ts';
import { yearsRule } from './years.ts';

export const reportRules: readonly Rule[] = [
  uniqueIdsRule,
  fileNamesRule,
  referencesRule,
  yearsRule,
  datesRule,
  reasonsRule,
  evidenceFilesRule,
  handOverRule,
  endedUnitsRule,
  privacyRule,
  publicRepositoryRule,
];
