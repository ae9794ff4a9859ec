/** What commands leave behind: files are there whole or not at all. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

interface Output {
  path: string;
  bytes: Uint8Array | string;
}

/** Writes beside the place and moves it there; folders above are made. */
export function writeWhole(path: string, bytes: Uint8Array | string): void {
  writeAll([{ path, bytes }]);
}

/** Writes every draft before the first is moved, so that a full disk leaves nothing behind. */
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
    throw error;
  }
}
