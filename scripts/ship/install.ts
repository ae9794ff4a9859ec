/** 取包: the packages of a part for a system, by npm's own cache and out of the lock file. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonFile } from '../../src/text/notation/json.ts';
import { DataFaults } from '../command.ts';
import {
  type Lock,
  lockOfPart,
  type PackagePart,
  placesFor,
  type PackageTarget,
} from './members.ts';

/** Packages for the system, whatever this one is; returns the places of those made for it alone. Throws DataFaults that names what is missing. */
export function install(
  program: string,
  part: PackagePart,
  target: PackageTarget,
): readonly string[] {
  const path = join(program, 'npm-shrinkwrap.json');
  const lock = lockOfPart(JSON.parse(readFileSync(path, 'utf8')) as Lock, part);
  const manifestPath = join(program, 'package.json');
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Record<string, unknown>;
  const { dependencies } = lock.packages[''] ?? {};
  writeFileSync(path, jsonFile(lock));
  writeFileSync(manifestPath, jsonFile({ ...manifest, dependencies }));
  const args = ['ci', '--omit=dev', '--ignore-scripts', '--prefer-offline', '--no-audit'];
  args.push('--no-fund', '--loglevel=error', `--os=${target.os}`, `--cpu=${target.cpu}`);
  if (target.libc !== undefined) args.push(`--libc=${target.libc}`);
  const ran = spawnSync('npm', args, {
    cwd: program,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (ran.status !== 0)
    throw new DataFaults(
      `取不到要用的包：${whyNotInstalled(ran.stderr, ran.error)} → 离线包要在装有 npm、包都在 npm 缓存里或能连上 npm 的机器上打`,
    );
  const made = placesFor(lock, target);
  const missing = made.filter((place) => !existsSync(join(program, place, 'package.json')));
  if (missing.length > 0)
    throw new DataFaults(
      `给 ${target.os} ${target.cpu} 的这些包取不到：${missing.map((place) => place.replace('node_modules/', '')).join('、')} → 在能连上 npm 的机器上打，没有打半个包`,
    );
  return made;
}

/** Why npm got nothing, in a line: that it could not be started, or what it says itself. */
export function whyNotInstalled(stderr: string, error: Error | undefined): string {
  // Nothing was said where nothing was started, whatever the types of Node tell.
  if (error !== undefined) return error.message;
  const [line] = stderr
    .split('\n')
    .filter((one) => /\b(?:code|request to|404|ENOTCACHED)\b/u.test(one));
  return line?.replace(/^npm error\s*/u, '') ?? (stderr.trim().split('\n')[0] || '没有说明');
}
