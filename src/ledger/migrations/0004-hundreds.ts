import type { Migration } from './migration.ts';

/**
 * Version 3 laid the reports on all issues of a campaign side by side, so each commit to a campaign of 8,000 issues cost
 * as much as all of them. No text changes and no report moves: the number alone keeps a program of version 3 from
 * refusing the folder of a hundred as a place where no file belongs.
 */
export const hundredsMigration: Migration = {
  to: 4,
  title: '专项的问题编号在一百以上的，新的报送按每一百个问题分文件夹',
  change: () => new Map(),
};
