/** All cross-record rules, in the order in which the documentation lists them. */
import type { Rule } from '../rule.ts';
import { assisting } from './assisting.ts';
import { bulletins } from './bulletins.ts';
import { dates } from './dates.ts';
import { deadlineReading } from './deadline-reading.ts';
import { endedUnits } from './ended-units.ts';
import { evidenceFiles } from './evidence-files.ts';
import { evidenceOwed } from './evidence-owed.ts';
import { fileNames } from './file-names.ts';
import { handOver } from './hand-over.ts';
import { inspections } from './inspections.ts';
import { oneAccount } from './one-account.ts';
import { privacy } from './privacy.ts';
import { publicRepository } from './public-repository.ts';
import { reasons } from './reasons.ts';
import { references } from './references.ts';
import { registry } from './registry.ts';
import { rows } from './rows.ts';
import { selfChecks } from './self-checks.ts';
import { sequence } from './sequence.ts';
import { datedSettings } from './dated-settings.ts';
import { totals } from './totals.ts';
import { uniqueIds } from './unique-ids.ts';
import { unitNames } from './unit-names.ts';
import { vocabulary } from './vocabulary.ts';

export const rules: readonly Rule[] = [
  uniqueIds,
  fileNames,
  references,
  assisting,
  rows,
  vocabulary,
  datedSettings,
  unitNames,
  dates,
  sequence,
  reasons,
  evidenceFiles,
  evidenceOwed,
  registry,
  handOver,
  endedUnits,
  inspections,
  bulletins,
  selfChecks,
  totals,
  oneAccount,
  deadlineReading,
  privacy,
  publicRepository,
];
