/**
 * `ledger bundle`: one archive with Node, the program and its packages for one system, to be unpacked from a stick where
 * there is no network, no npm and no right to install anything. Everything comes from the lock file by npm's own cache.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { shipRendering } from '../site/rendering.ts';
import { programVersion } from '../own/own-files.ts';
import { launchers, lighten, packInto, sizeBelow, UNPACKED } from './archive.ts';
import { install } from './install.ts';
import { type PackagePart, targets } from './members.ts';
import { writePackage } from './package-files.ts';
import { keepReached } from './reached.ts';

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
    const top = join(scratch, UNPACKED);
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
    const unpacked = sizeBelow(top);
    packInto(scratch, archive);
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

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
