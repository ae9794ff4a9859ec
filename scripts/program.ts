/** Where the program itself lies, and where it keeps what it may lose. Files of the program are found from here, however deep the file that asks. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, extname, isAbsolute, join, resolve } from 'node:path';

/** Absolute path of the program's folder (the one with package.json). */
export const PROGRAM = resolve(import.meta.dirname, '..');

/** The file that runs commands: TypeScript in a checkout, JavaScript in a package. */
export const ENTRY = join(import.meta.dirname, `ledger${extname(import.meta.filename)}`);

/** Somebody works on this program; else it was installed as a package. */
export const isCheckout = ENTRY.endsWith('.ts');

/** Where the program's packages lie: in its own folder, or beside it where it was installed as a package itself. */
export const PACKAGES = existsSync(join(PROGRAM, 'node_modules', 'zod'))
  ? join(PROGRAM, 'node_modules')
  : dirname(PROGRAM);

/** Where it is remembered what was read of the history of ledgers. */
export function historyMemory(): string | undefined {
  const cache = cacheFolder();
  return cache === undefined ? undefined : join(cache, 'history');
}

/**
 * This user's cache: never the program's own folder, which may be read-only and everybody's, nor one that others write
 * to. Undefined for a user without a home.
 */
export function cacheFolder(): string | undefined {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  // The names and addresses of clerks are kept there: a place that depends on the working folder is none.
  const own = [XDG_CACHE_HOME, process.platform === 'win32' ? LOCALAPPDATA : undefined].find(
    (folder) => folder !== undefined && isAbsolute(folder),
  );
  try {
    return join(own ?? join(homedir(), '.cache'), 'rectification-ledger');
  } catch {
    return undefined;
  }
}
