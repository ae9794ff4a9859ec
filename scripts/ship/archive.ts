/** 打包: what is unpacked from a stick, made light, with what a person starts, as one archive. */
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { DataFaults } from '../command.ts';
import { filesBelow } from '../files.ts';
import type { targets } from './members.ts';

/** The folder that an archive is unpacked into. */
export const UNPACKED = '整改台账';

/** Takes away what nothing reads: maps, declarations (Astro reads its own), and of Node's package all but Node and its licence. */
export function lighten(program: string): void {
  const packages = join(program, 'node_modules');
  rmSync(join(packages, '.bin'), { recursive: true, force: true });
  for (const entry of readdirSync(packages, { withFileTypes: true, recursive: true }))
    if (
      entry.isFile() &&
      /\.(?:d\.[cm]?ts|map)$/u.test(entry.name) &&
      !entry.parentPath.includes(join('node_modules', 'astro', 'templates'))
    )
      rmSync(join(entry.parentPath, entry.name));
  for (const name of readdirSync(packages).filter((one) => /^node-(?:linux|win)-/u.test(one)))
    for (const entry of readdirSync(join(packages, name)))
      if (!/^(?:bin|LICENSE|package\.json)$/u.test(entry))
        rmSync(join(packages, name, entry), { recursive: true });
}

/** What a person starts. */
export function launchers(top: string, system: keyof typeof targets): void {
  if (system === 'win-x64') {
    writeFileSync(join(top, '台账.cmd'), '@call "%~dp0program\\bin\\ledger.cmd" %*\r\n');
    return;
  }
  const launcher = join(top, '台账');
  writeFileSync(launcher, '#!/bin/sh\nexec "${0%/*}/program/bin/ledger" "$@"\n');
  chmodSync(launcher, 0o755);
}

/** Packs the folder `UNPACKED` of `folder` as the system unpacks it. Throws DataFaults. */
export function packInto(folder: string, archive: string): void {
  if (archive.endsWith('.zip')) zip(join(folder, UNPACKED), archive);
  else tar(folder, archive);
}

function tar(folder: string, archive: string): void {
  const args = ['-czf', archive, '--owner=0', '--group=0', UNPACKED];
  const ran = spawnSync('tar', args, { cwd: folder, encoding: 'utf8' });
  if (ran.status !== 0)
    throw new DataFaults(`没有打成：${ran.error?.message ?? ran.stderr.trim()} → 处理后再运行一次`);
}

function zip(top: string, archive: string): void {
  const files: Zippable = {};
  for (const path of filesBelow(top))
    files[`${UNPACKED}/${path}`] = new Uint8Array(readFileSync(join(top, path)));
  writeFileSync(archive, zipSync(files, { level: 6 }));
}

/** Bytes of all files below a folder. */
export const sizeBelow = (folder: string): number =>
  filesBelow(folder).reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
