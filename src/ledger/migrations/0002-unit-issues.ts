import type { Migration } from './migration.ts';

/**
 * Version 1 knew only problems of accounts. No text changes: the number alone keeps a program of version 1 from reading
 * a ledger in which a problem may have no account.
 */
export const unitIssues: Migration = {
  to: 2,
  title: '问题可以不涉及账号，直接属于责任单位（unit），并可写配合单位（assisting）和地点（place）',
  change: () => new Map(),
};
