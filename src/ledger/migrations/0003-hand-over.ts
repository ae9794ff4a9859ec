import type { Migration } from './migration.ts';

/**
 * Version 2 knew units and accounts without a life: nobody could hand them over. No text changes: the number alone keeps
 * a program of version 2 from counting what was handed over as its first owner's, and from passing over reports that lie
 * in the folder of their campaign.
 */
export const handOverMigration: Migration = {
  to: 3,
  title:
    '单位可以更名（formerNames）、撤并（ended），账号和不涉及账号的问题可以移交（transferred），报送按专项分文件夹',
  change: () => new Map(),
};
