/**
 * 写入锁: one command at a time writes into a folder. The lock is a file that names who holds it; another waits a while,
 * then says so. What a program that was killed left behind is noticed and taken away.
 */
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Thrown where another command goes on writing. */
export class Busy extends Error {}

const LOCK = '.writing.lock';
/** How long is waited. Milliseconds. */
const PATIENCE = 20_000;
const PAUSE = 50;

/** Runs `work` while nobody else writes into `dir`. Throws Busy, and what the file system throws. */
export function withLock<T>(dir: string, work: () => T, patience = PATIENCE): T {
  const lock = join(dir, LOCK);
  const own = join(dir, `${LOCK}.${String(process.pid)}`);
  writeFileSync(own, `${String(process.pid)} ${hostname()}`);
  try {
    take(lock, own, patience);
    try {
      return work();
    } finally {
      rmSync(lock, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** A link is made in one step, with its words in it: nobody sees half of a lock. */
function take(lock: string, own: string, patience: number): void {
  for (const until = performance.now() + patience; ;) {
    try {
      linkSync(own, lock);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (isLeftBehind(lock) && clear(lock, own)) continue;
    if (performance.now() > until) throw new Busy(`${holderOf(lock)}，锁是 ${lock}`);
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
  }
}

/**
 * Takes away a lock that was left behind; false while another command is about it. Only one looks and takes at a time:
 * between the look and the taking another could have cleared it and hold a lock of its own by then.
 */
function clear(lock: string, own: string): boolean {
  const clearing = `${lock}.clearing`;
  try {
    linkSync(own, clearing);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (isLeftBehind(clearing)) rmSync(clearing, { force: true });
    return false;
  }
  try {
    if (isLeftBehind(lock)) rmSync(lock, { force: true });
    return true;
  } finally {
    rmSync(clearing, { force: true });
  }
}

function holderOf(lock: string): string {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return '';
  }
}

/** True where the holder runs no more; whether one on another machine does, nobody can see from here. */
function isLeftBehind(lock: string): boolean {
  const [pid = '', host = ''] = holderOf(lock).split(' ');
  return host === hostname() && !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
