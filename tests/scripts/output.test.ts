/** What a disk that does not take a file is said to have; what Windows alone answers is only given by name here. */
import { spawnSync } from 'node:child_process';
import { closeSync, cpSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { diskTrouble, unitWords } from '../../scripts/output.ts';
import { prefixOf } from '../../scripts/forge/review.ts';
import { ledger as run, scratch } from '../documents/run.ts';

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

test('单位名称作文件名：不带路径和系统不许的符号，不太长，同名的分得开', () => {
  const names = [
    '甲/../../../逃出去',
    String.raw`C:\甲\..\乙`,
    '甲:?*"<>|乙',
    '甲'.repeat(300),
    '///',
    '..',
    '甲街道',
    '甲街道.',
  ];
  const words = [...unitWords(names.map((name, at) => ({ id: `u${String(at)}`, name }))).values()];
  expect(new Set(words).size).toBe(names.length);
  for (const word of words) {
    expect(word).toMatch(/^[^.\s/\\:*?"<>|][^/\\:*?"<>|]*$/u);
    expect(word.length).toBeLessThan(60);
  }
  expect(words.slice(-3)).toEqual(['u5', '甲街道', '甲街道-u7']);
});

test('单位名称里写着路径：报送单仍在写明的文件夹里，一个单位两份', () => {
  const dir = scratch();
  const content = join(dir, 'a/b/content');
  cpSync('tests/fixtures/shili', content, { recursive: true });
  const hostile = new Map([
    ['示例区残疾人联合会', '甲/../../../逃出去'],
    ['示例区壬街道办事处', '甲:?*"<>|乙'],
    ['示例区壬申乡人民政府', '甲'.repeat(300)],
  ]);
  for (const name of readdirSync(join(content, 'units'))) {
    const file = join(content, 'units', name);
    const text = readFileSync(file, 'utf8');
    const odd = hostile.get(/^name: (.*)$/mu.exec(text)?.[1] ?? '');
    if (odd !== undefined)
      writeFileSync(
        file,
        text.replace(/^name: .*$/mu, () => `name: ${JSON.stringify(odd)}`),
      );
  }
  const out = join(dir, 'a/b/out');
  const collected = ['collect', '--campaign', '2026-q1', '--out', out, '--form', 'both'];
  const { code, err } = run(...collected, '--content', content, '--as-of', '2026-06-15');
  expect([code, err]).toEqual([0, '']);
  expect(readdirSync(out)).toHaveLength(8);
  expect([dir, join(dir, 'a'), join(dir, 'a/b')].map((one) => readdirSync(one).toSorted())).toEqual(
    [['a'], ['b'], ['content', 'out']],
  );
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
