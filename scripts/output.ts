/** What commands leave behind: files are there whole or not at all. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { Busy } from '../src/ledger/writing/lock.ts';
import { writeTogether } from '../src/ledger/writing/pending.ts';
import { safeWord } from '../src/intake/sheet-back/report/attachment.ts';
import { DataFaults, WrongUse } from './command.ts';

/** A file to write. */
export interface Output {
  path: string;
  bytes: Uint8Array | string;
}

/**
 * The names of units as parts of file names, by their ids: no name leads into another folder or is more than a system takes. Of two
 * that would be called the same, the later one is called by its id too.
 */
export function unitWords(
  units: readonly { readonly id: string; readonly name: string }[],
): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    units.map(({ id, name }) => {
      const safe = safeWord(name);
      const isFree = safe !== '' && !taken.has(safe.toLowerCase());
      const word = isFree ? safe : [safe, id].filter((part) => part !== '').join('-');
      taken.add(word.toLowerCase());
      return [id, word];
    }),
  );
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

/** Refuses a folder to write where something is already. Throws WrongUse. */
export function refuseTaken(folder: string): void {
  if (isFree(resolve(folder))) return;
  throw new WrongUse(`已经有 ${folder}`, '换一个文件夹名，或先移走它');
}

/** Nothing there, or an empty folder. */
function isFree(target: string): boolean {
  if (!existsSync(target)) return true;
  return statSync(target).isDirectory() && readdirSync(target).length === 0;
}

/** All files of a new folder, or none: it is filled beside its place and moved there. Names may have folders in them. */
export function writeFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  const target = resolve(folder);
  const draft = join(dirname(target), `.${basename(target)}.${String(process.pid)}.tmp`);
  try {
    mkdirSync(dirname(target), { recursive: true });
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft);
    for (const [name, bytes] of files) {
      mkdirSync(dirname(join(draft, name)), { recursive: true });
      writeFileSync(join(draft, name), bytes);
    }
    // Windows moves nothing onto a folder, be it empty.
    if (existsSync(target)) rmdirSync(target);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
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
    case 'EBUSY':
    case 'ETXTBSY':
      return '文件正开着（WPS、Excel 或别的程序），请先关掉它';
    // On Windows a file that WPS holds open answers like one that may not be written.
    case 'EPERM':
      return '没有写入权限，或文件正开着（WPS、Excel 等），请先关掉它';
    case 'EACCES':
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
