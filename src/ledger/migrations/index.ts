/**
 * Every step from version 1 on, in order. There is none yet: version 1 is the first that anybody has used.
 * How to add one: README.md beside this file.
 */
import type { Migration } from '../migration.ts';

export const migrations: readonly Migration[] = [];
