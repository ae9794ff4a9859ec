/** 同一个文件: a file that stays as it is gets a second name instead of being copied. */
import { linkSync, readFileSync, statSync, unlinkSync } from 'node:fs';

/**
 * Gives `from` the second name `to`; false where it cannot have one: on another disk, of another owner (whose mode could
 * not be set), or where what lies there is not what is wanted any more, since another build has put its own site there.
 */
export function giveSecondName(
  from: string,
  to: string,
  isWanted: (bytes: Buffer) => boolean,
): boolean {
  try {
    if (statSync(from).uid !== process.getuid?.()) return false;
    linkSync(from, to);
  } catch {
    return false;
  }
  // Only now nobody can change what is looked at: a site is replaced by other files, never written over.
  if (isWanted(readFileSync(to))) return true;
  unlinkSync(to);
  return false;
}
