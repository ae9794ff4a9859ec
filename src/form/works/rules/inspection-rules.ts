/** The rules that can find something in the results of a check. */
import { reportRules } from '../../../ledger/report-rules.ts';
import type { Rule } from '../../../ledger/rule.ts';
import { inspectionsRule } from '../../../ledger/rules/inspections.ts';
import { openingRule } from '../../../ledger/rules/opening.ts';

export const inspectionRules: readonly Rule[] = [...reportRules, openingRule, inspectionsRule];
