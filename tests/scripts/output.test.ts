/** What a disk that does not take a file is said to have; what Windows alone answers is only given by name here. */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { diskTrouble } from '../../scripts/output.ts';
import { prefixOf } from '../../scripts/forge/review.ts';

const trouble = (code: string): string | undefined =>
  diskTrouble(Object.assign(new Error(code), { code }));

test('文件在 WPS 里开着（EBUSY、EPERM），请先关掉', () => {
  for (const code of ['EBUSY', 'EPERM']) expect(trouble(code)).toMatch(/正开着.*请先关掉它$/u);
  expect([trouble('EACCES'), trouble('EXXX')]).toEqual(['没有写入权限', undefined]);
});

test('仓库里的位置不能是 Windows 的完整路径', () => {
  expect(() => prefixOf(String.raw`C:\台账`)).toThrow(
    String.raw`--content C:\台账 不是仓库里的文件夹`,
  );
  expect(prefixOf(String.raw`台账\县`)).toBe('台账/县/');
});

test('输出到满了的磁盘：说一句，退出码是 1', () => {
  const full = openSync('/dev/full', 'w');
  const program = resolve(import.meta.dirname, '../../scripts/ledger.ts');
  const { status, stderr } = spawnSync(process.execPath, [program, '--help'], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(full);
  expect([status, stderr]).toEqual([1, '磁盘空间不够，没有全部输出 → 处理后再运行一次\n']);
});

test.each([
  [['check', '--content', 'content'], 0, '台账没有错误', ''],
  [['import', 'package.json', '--content', 'content'], 1, '', '没有读出清单'],
  [['没有的命令'], 2, '', '没有“没有的命令”这个命令'],
])('退出码是那个命令的，输出各归各：%j', (args, code, out, err) => {
  const program = resolve(import.meta.dirname, '../../scripts/ledger.ts');
  const ran = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  expect([ran.status, ran.stdout, ran.stderr]).toEqual([
    code,
    expect.stringContaining(out),
    expect.stringContaining(err),
  ]);
});
