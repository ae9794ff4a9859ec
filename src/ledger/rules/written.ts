/**
 * 填报所涉规则: the rules that can find something in a record that a form writes. The others look at settings, checks and
 * bulletins, and are not sent to a browser.
 */
import type { Rule } from '../rule.ts';
import { assistingRule } from './assisting.ts';
import { datesRule } from './dates.ts';
import { deadlineReadingRule } from './deadline-reading.ts';
import { endedUnitsRule } from './ended-units.ts';
import { evidenceFilesRule } from './evidence-files.ts';
import { fileNamesRule } from './file-names.ts';
import { handOverRule } from './hand-over.ts';
import { oneAccountRule } from './one-account.ts';
import { openingRule } from './opening.ts';
import { privacyRule } from './privacy.ts';
import { publicRepositoryRule } from './public-repository.ts';
import { reasonsRule } from './reasons.ts';
import { referencesRule } from './references.ts';
import { registryRule } from './registry.ts';
import { rowsRule } from './rows.ts';
import { uniqueIdsRule } from './unique-ids.ts';
import { unitNamesRule } from './unit-names.ts';
import { vocabularyRule } from './vocabulary.ts';
import { yearsRule } from './years.ts';

export const writtenRules: readonly Rule[] = [
  uniqueIdsRule,
  fileNamesRule,
  referencesRule,
  assistingRule,
  rowsRule,
  vocabularyRule,
  unitNamesRule,
  yearsRule,
  datesRule,
  openingRule,
  reasonsRule,
  evidenceFilesRule,
  registryRule,
  handOverRule,
  endedUnitsRule,
  oneAccountRule,
  deadlineReadingRule,
  privacyRule,
  publicRepositoryRule,
];
