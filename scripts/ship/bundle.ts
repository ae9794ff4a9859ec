/**
 * `ledger bundle`: one archive with Node, the program and its packages for one system, to be unpacked from a stick where
 * there is no network, no npm and no right to install anything. Everything comes from the lock file by npm's own cache.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { type Zippable, zipSync } from 'fflate';
import { DataFaults } from '../command.ts';
import { shipRendering } from '../site/rendering.ts';
import { programVersion } from '../own/own-files.ts';
import {
  type Lock,
  lockOfPart,
  type PackagePart,
  placesFor,
  type PackageTarget,
  targets,
} from './members.ts';
import { writePackage } from './package-files.ts';
import { keepReached } from './reached.ts';
import { jsonFile } from '../../src/text/notation/json.ts';
import { filesBelow } from '../files.ts';

interface BundleOptions {
  for: keyof typeof targets;
  part: PackagePart;
  out: string;
}

export function bundleCommand(): Command {
  return new Command('bundle')
    .description(
      '打一个离线包：Node、程序和用到的包放在一起，拷到没有网络、没有 npm 的电脑上解开就能用',
    )
    .addOption(
      new Option('--for <系统>', '给哪种系统').choices(Object.keys(targets)).makeOptionMandatory(),
    )
    .addOption(
      new Option(
        '--part <部分>',
        'office：办公室用的全部，含办理台和生成网站；builder：再加打包网页用的工具，给要改网页、用 dev 的人',
      )
        .choices(['office', 'builder'])
        .default('office'),
    )
    .addOption(new Option('--out <文件夹>', '放在哪里').default('dist'))
    .action(bundle);
}

async function bundle({ for: system, part, out }: BundleOptions): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'ledger-bundle-'));
  try {
    const top = join(scratch, '整改台账');
    const program = join(top, 'program');
    mkdirSync(program, { recursive: true });
    writePackage(program);
    await shipRendering(program);
    const made = install(program, part, targets[system]);
    lighten(program);
    if (part === 'office') await keepReached(program, made);
    launchers(top, system);
    const name = `rectification-ledger-${programVersion()}-${system}-${part}`;
    const archive = resolve(out, system === 'win-x64' ? `${name}.zip` : `${name}.tar.gz`);
    mkdirSync(dirname(archive), { recursive: true });
    const unpacked = sizeOf(top);
    if (system === 'win-x64') zip(top, archive);
    else tar(scratch, archive);
    process.stdout.write(
      `${relative('', archive)}：压缩 ${megabytes(statSync(archive).size)}，解开 ${megabytes(unpacked)}。\n` +
        (system === 'win-x64'
          ? '解开后在“整改台账”文件夹里运行 台账.cmd check --content 台账文件夹（Windows 上未实测）。\n'
          : '解开后在“整改台账”文件夹里运行 ./台账 check --content 台账文件夹。\n') +
        '开办公室的内部站（办理台）：同样运行 台账 desk --open --content 台账文件夹。\n',
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Packages for the system, whatever this one is; returns the places of those made for it alone. Throws DataFaults that names what is missing. */
function install(program: string, part: PackagePart, target: PackageTarget): readonly string[] {
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
      `取不到要用的包：${reasonOf(ran.stderr, ran.error)} → 离线包要在装有 npm、包都在 npm 缓存里或能连上 npm 的机器上打`,
    );
  const made = placesFor(lock, target);
  const missing = made.filter((place) => !existsSync(join(program, place, 'package.json')));
  if (missing.length > 0)
    throw new DataFaults(
      `给 ${target.os} ${target.cpu} 的这些包取不到：${missing.map((place) => place.replace('node_modules/', '')).join('、')} → 在能连上 npm 的机器上打，没有打半个包`,
    );
  return made;
}

function reasonOf(stderr: string, error: Error | undefined): string {
  const [line] = stderr
    .split('\n')
    .filter((one) => /\b(?:code|request to|404|ENOTCACHED)\b/u.test(one));
  return (
    error?.message ??
    line?.replace(/^npm error\s*/u, '') ??
    (stderr.trim().split('\n')[0] || '没有说明')
  );
}

/** Takes away what nothing reads: maps, declarations (Astro reads its own), and of Node's package all but Node and its licence. */
function lighten(program: string): void {
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
function launchers(top: string, system: keyof typeof targets): void {
  if (system === 'win-x64') {
    writeFileSync(join(top, '台账.cmd'), '@call "%~dp0program\\bin\\ledger.cmd" %*\r\n');
    return;
  }
  const launcher = join(top, '台账');
  writeFileSync(launcher, '#!/bin/sh\nexec "${0%/*}/program/bin/ledger" "$@"\n');
  chmodSync(launcher, 0o755);
}

function tar(folder: string, archive: string): void {
  const args = ['-czf', archive, '--owner=0', '--group=0', '整改台账'];
  const ran = spawnSync('tar', args, { cwd: folder, encoding: 'utf8' });
  if (ran.status !== 0)
    throw new DataFaults(`没有打成：${ran.error?.message ?? ran.stderr.trim()} → 处理后再运行一次`);
}

function zip(top: string, archive: string): void {
  const files: Zippable = {};
  for (const path of filesBelow(top))
    files[`整改台账/${path}`] = new Uint8Array(readFileSync(join(top, path)));
  writeFileSync(archive, zipSync(files, { level: 6 }));
}

const sizeOf = (folder: string): number =>
  filesBelow(folder).reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
