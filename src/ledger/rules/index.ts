/** All cross-record rules, in the order in which the documentation lists them. */
import type { Rule } from '../rule.ts';
import { references } from './references.ts';

export const rules: readonly Rule[] = [references];
