/** 一台机器: a folder of its own, what is run there, and the office's bundle unpacked beside a PATH with Git alone. */
import { execFileSync, spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gitEnv } from './depot.ts';

/** The program that is tested. */
export const checkout = resolve(import.meta.dirname, '../..');

/** How a command ended, with all that it said. */
export interface Ran {
  code: number | null;
  out: string;
}

/** A new folder, by its real path: what is started in it may ask where it lies. */
export function newPlace(name: string): string {
  return realpathSync(mkdtempSync(join(tmpdir(), `${name}-`)));
}

/** Runs a command and waits for it; one that could not be started has no code and says why. */
export function runIn(command: string, args: readonly string[], how: SpawnSyncOptions): Ran {
  const { status, stdout, stderr, error } = spawnSync(command, args, { ...how, encoding: 'utf8' });
  return { code: status, out: `${stdout}${stderr}${error?.message ?? ''}` };
}

/** Git's environment in `place`, with `bin/` there as the whole PATH. */
export function bareEnv(place: string): Record<string, string> {
  return { ...gitEnv(place), PATH: join(place, 'bin') };
}

/** Packs the office's part for this system and unpacks it into `place`, beside `bin/` with Git alone; what packing said. */
export function unpackBundle(place: string): string {
  const args = ['bundle', '--for', 'linux-x64', '--part', 'office', '--out', place];
  const said = execFileSync(process.execPath, ['scripts/ledger.ts', ...args], {
    cwd: checkout,
    encoding: 'utf8',
  });
  const archive = readdirSync(place).find((name) => name.endsWith('-office.tar.gz')) ?? '';
  execFileSync('tar', ['xzf', join(place, archive), '-C', place]);
  mkdirSync(join(place, 'bin'));
  symlinkSync('/usr/bin/git', join(place, 'bin/git'));
  return said;
}
