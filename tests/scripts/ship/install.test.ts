/** 离线包的取包：只要这一部分、这一种系统的；取不到的说是哪个、为什么，不打半个包。Real npm, without a network. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { DataFaults } from '../../../scripts/command.ts';
import { install, whyNotInstalled } from '../../../scripts/ship/install.ts';
import { targets } from '../../../scripts/ship/members.ts';
import { scratch } from '../../documents/run.ts';

let program: string;
/** A program that needs `a`, to bundle pages `esbuild`, and on Linux a package that npm cannot get. */
beforeEach(() => {
  program = scratch();
  const local = (name: string, more: object = {}) => {
    mkdirSync(join(program, 'own', name), { recursive: true });
    writeFileSync(
      join(program, 'own', name, 'package.json'),
      JSON.stringify({ name, version: '1.0.0', ...more }),
    );
    return `file:own/${name}`;
  };
  const dependencies = { a: local('a'), esbuild: local('esbuild') };
  const root = { name: 'program', version: '1.0.0', dependencies };
  writeFileSync(join(program, 'package.json'), JSON.stringify(root));
  writeFileSync(
    join(program, 'npm-shrinkwrap.json'),
    JSON.stringify({
      ...{ name: 'program', version: '1.0.0', lockfileVersion: 3, requires: true },
      packages: {
        '': root,
        ...{ 'own/a': { version: '1.0.0' }, 'own/esbuild': { version: '1.0.0' } },
        'node_modules/a': { resolved: 'own/a', link: true },
        'node_modules/esbuild': { resolved: 'own/esbuild', link: true },
      },
    }),
  );
});
const manifest = () =>
  JSON.parse(readFileSync(join(program, 'package.json'), 'utf8')) as { dependencies: object };

test('没有 npm 的机器：说取不到、为什么；清单已经只剩这一部分要的', () => {
  vi.stubEnv('PATH', scratch());
  const run = () => install(program, 'office', targets['linux-x64']);
  expect(run).toThrow(DataFaults);
  expect(run).toThrow(/^取不到要用的包：.*ENOENT.* → 离线包要在装有 npm/u);
  expect(Object.keys(manifest().dependencies)).toEqual(['a']);
  const lock = readFileSync(join(program, 'npm-shrinkwrap.json'), 'utf8');
  expect(lock).not.toContain('esbuild');
});

test('npm 一声不响略过的：说是哪种系统的哪个包，不打半个包', () => {
  const optionalDependencies = { native: '1.0.0' };
  const root = { name: 'program', version: '1.0.0', dependencies: {}, optionalDependencies };
  const native = {
    ...{ version: '1.0.0', optional: true, resolved: `file:${join(program, 'none.tgz')}` },
    ...{ os: ['linux'], cpu: ['x64'], libc: ['glibc'] },
  };
  writeFileSync(join(program, 'package.json'), JSON.stringify(root));
  writeFileSync(
    join(program, 'npm-shrinkwrap.json'),
    JSON.stringify({
      ...{ name: 'program', version: '1.0.0', lockfileVersion: 3, requires: true },
      packages: { '': root, 'node_modules/native': native },
    }),
  );
  expect(() => install(program, 'office', targets['linux-x64'])).toThrow(
    '给 linux x64 的这些包取不到：native → 在能连上 npm 的机器上打，没有打半个包',
  );
});

test('生成部分连打包网页的也要', () => {
  vi.stubEnv('PATH', scratch());
  expect(() => install(program, 'builder', targets['linux-x64'])).toThrow(DataFaults);
  expect(Object.keys(manifest().dependencies)).toEqual(['a', 'esbuild']);
});

test('npm 说的话里只取说明原因的一句；没有这样一句的取第一句，什么也没有说的说没有说明', () => {
  const said =
    'npm warn 旧\nnpm error code ENOTCACHED\nnpm error request to https://registry.example failed\n';
  expect(whyNotInstalled(said, undefined)).toBe('code ENOTCACHED');
  expect(whyNotInstalled('npm error 404 Not Found\n', undefined)).toBe('404 Not Found');
  expect(whyNotInstalled('\n别的错\n第二句\n', undefined)).toBe('别的错');
  expect(whyNotInstalled(' \n', undefined)).toBe('没有说明');
  expect(whyNotInstalled(said, new Error('spawnSync npm ENOENT'))).toBe('spawnSync npm ENOENT');
});
