/** 同一个文件: a file that stays as it is gets a second name instead of being copied. */
import { linkSync } from 'node:fs';

/** Gives `from` the second name `to`; false where it cannot have one: on another disk, or of another owner. */
export function giveSecondName(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}
