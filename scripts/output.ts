/** What commands leave behind: files are there whole or not at all. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DataFaults } from './command.ts';

/** A file to write. */
export interface Output {
  path: string;
  bytes: Uint8Array | string;
}

/** Writes beside the place and moves it there; folders above are made. */
export function writeWhole(path: string, bytes: Uint8Array | string): void {
  writeAll([{ path, bytes }]);
}

/** Writes every draft before the first is moved, so that a full disk leaves nothing behind. Throws DataFaults then. */
export function writeAll(files: readonly Output[]): void {
  const moves = files.map(({ path, bytes }) => {
    const target = resolve(path);
    const draft = join(dirname(target), `.${basename(target)}.${String(process.pid)}.tmp`);
    return { target, draft, bytes };
  });
  try {
    for (const { target, draft, bytes } of moves) {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(draft, bytes);
    }
    for (const { target, draft } of moves) renameSync(draft, target);
  } catch (error) {
    for (const { draft } of moves) rmSync(draft, { force: true });
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
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return '磁盘空间不够';
    case 'EFBIG':
      return '文件大小超过系统限制';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return '没有写入权限';
    default:
      return undefined;
  }
}
