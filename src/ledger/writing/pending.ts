/**
 * 整批写入: several files of a ledger written all or none. They are laid down whole in a folder of their own; renaming
 * the plan into place is the moment from which they count. A reader sees the state before it or after it, never between,
 * also when the program is killed while the files are moved to their places: the next writing finishes that.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { withLock } from './lock.ts';

/** Below content/; ignored by everything that reads a ledger, as all names with a dot in front. */
const FOLDER = '.pending';
const PLAN = 'plan.json';

interface Planned {
  /** Below content/. */
  path: string;
  /** Name of the file in the folder. */
  staged: string;
}

/**
 * Writes the files (path below `dir` → text or bytes), all or none, while nobody else does; `before` is run then and may
 * throw. Throws Busy and what the file system throws, having written nothing; only where moving fails after all are laid
 * down, they count as written and `finishPending` moves the rest.
 */
export function writeTogether(
  dir: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  before: () => void = () => undefined,
): void {
  withLock(dir, () => {
    finishPending(dir);
    before();
    layDown(dir, files);
    finishPending(dir);
  });
}

function layDown(dir: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  const folder = join(dir, FOLDER);
  rmSync(folder, { recursive: true, force: true });
  const plan: Planned[] = [...files.keys()].map((path, index) => ({ path, staged: String(index) }));
  for (const { path } of plan)
    if (!isSafe(path)) throw new RangeError(`no path of a ledger: ${path}`);
  try {
    mkdirSync(folder, { recursive: true });
    for (const { path, staged } of plan) {
      writeSynced(join(folder, staged), files.get(path) ?? '');
      mkdirSync(dirname(join(dir, path)), { recursive: true });
    }
    writeSynced(join(folder, `${PLAN}.new`), JSON.stringify(plan));
    renameSync(join(folder, `${PLAN}.new`), join(folder, PLAN));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Moves the files of a batch that was interrupted to their places. True when there was one. */
export function finishPending(dir: string): boolean {
  const plan = planIn(dir);
  if (plan === undefined) return false;
  for (const { path, staged } of plan) {
    const from = join(dir, FOLDER, staged);
    if (!existsSync(from)) continue;
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    renameSync(from, join(dir, path));
  }
  rmSync(join(dir, FOLDER), { recursive: true, force: true });
  return true;
}

/** The files of a batch that still wait to be moved: path below `dir` → bytes. */
export function pendingIn(dir: string): ReadonlyMap<string, Uint8Array> {
  const waiting = new Map<string, Uint8Array>();
  for (const { path, staged } of planIn(dir) ?? []) {
    const from = join(dir, FOLDER, staged);
    if (existsSync(from)) waiting.set(path, readFileSync(from));
  }
  return waiting;
}

function planIn(dir: string): Planned[] | undefined {
  const file = join(dir, FOLDER, PLAN);
  if (!existsSync(file)) return undefined;
  const plan = JSON.parse(readFileSync(file, 'utf8')) as Planned[];
  return plan.filter(({ path, staged }) => isSafe(path) && /^\d+$/u.test(staged));
}

/** A path that stays below the folder. */
function isSafe(path: string): boolean {
  return path
    .split('/')
    .every((part) => part !== '' && !part.startsWith('.') && !/[\\\u0000]/u.test(part));
}

function writeSynced(file: string, data: string | Uint8Array): void {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  const handle = openSync(file, 'w');
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
