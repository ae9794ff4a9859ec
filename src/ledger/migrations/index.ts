/** Every step from version 1 on, in order. How to add one: README.md beside this file. */
import type { Migration } from './migration.ts';
import { unitIssues } from './0002-unit-issues.ts';
import { handOverMigration } from './0003-hand-over.ts';
import { hundredsMigration } from './0004-hundreds.ts';

export const migrations: readonly Migration[] = [unitIssues, handOverMigration, hundredsMigration];
