/** What commands leave behind: files are there whole or not at all. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { Busy } from '../src/ledger/lock.ts';
import { writeTogether } from '../src/ledger/pending.ts';
import { DataFaults } from './command.ts';

/** A file to write. */
export interface Output {
  path: string;
  bytes: Uint8Array | string;
}

/** Writes beside the place and moves it there; folders above are made. Throws DataFaults. */
export function writeWhole(path: string, bytes: Uint8Array | string): void {
  const target = resolve(path);
  const draft = join(dirname(target), `.${basename(target)}.${String(process.pid)}.tmp`);
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(draft, bytes);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw notWritten(error);
  }
}

/**
 * Writes several files in one step: killed at any moment, all are there or none, at the latest when the next command
 * writes into the folder that holds them all. Throws DataFaults where the disk does not take them.
 */
export function writeAll(files: readonly Output[]): void {
  const [first, ...others] = files.map(({ path, bytes }) => ({ target: resolve(path), bytes }));
  if (first === undefined) return;
  let folder = dirname(first.target);
  for (const { target } of others)
    while (!target.startsWith(join(folder, sep))) folder = dirname(folder);
  const batch = new Map(
    [first, ...others].map(({ target, bytes }) => [
      relative(folder, target).split(sep).join('/'),
      bytes,
    ]),
  );
  try {
    mkdirSync(folder, { recursive: true });
    writeTogether(folder, batch);
  } catch (error) {
    throw notWritten(error);
  }
}

/** What to throw where writing failed: a sentence where the disk is to blame, else the error itself. */
export function notWritten(error: unknown): unknown {
  const reason = diskTrouble(error);
  return reason === undefined
    ? error
    : new DataFaults(`${reason}，什么都没有写出 → 处理后再运行一次`);
}

/** Why a disk did not take what was written, in Chinese; undefined for other errors. */
export function diskTrouble(error: unknown): string | undefined {
  if (error instanceof Busy) return `另一个命令正在往这里写（进程和机器：${error.message}）`;
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return '磁盘空间不够';
    case 'EFBIG':
      return '文件大小超过系统限制';
    case 'EACCES':
    case 'EPERM':
      return '没有写入权限';
    case 'EROFS':
      return '磁盘是只读的';
    case 'EMFILE':
    case 'ENFILE':
      return '系统打开的文件过多';
    default:
      return undefined;
  }
}
