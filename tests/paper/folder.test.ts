/** Folders of files that somebody sent, with names and things that are no files. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesBack } from '../../scripts/enter/receive/folder-back.ts';
import { bytesAt, filesAt, readPapers } from '../../src/paper/folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-folder-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('GBK 的文件名照样读；读不出的、有看不见的字的不读，一个不影响别的', () => {
  const named = (bytes: Buffer) => Buffer.concat([Buffer.from(`${folder}/`), bytes]);
  writeFileSync(named(Buffer.from('bda8d6fe2e637376', 'hex')), 'a');
  for (const name of ['一.csv\u001b[31m', '二\n三.csv', '四\u202etxt.csv'])
    writeFileSync(join(folder, name), 'a');
  writeFileSync(named(Buffer.from([0x61, 0xff, 0x2e])), 'a');
  const { files, unread } = filesBack(folder);
  expect(files.map(({ name }) => name)).toEqual(['建筑.csv']);
  expect(unread).toHaveLength(4);
  for (const { file, refusal } of unread) {
    expect(file).not.toMatch(/[\u0000-\u001f\u202e]/u);
    expect(refusal.remedy).toContain('改个名字');
  }
});

test('链接、管道不是文件：说明，不等', async () => {
  execFileSync('mkfifo', [join(folder, '管道.xlsx')]);
  symlinkSync('/etc/passwd', join(folder, '链接.docx'));
  mkdirSync(join(folder, '文件夹.xlsx'));
  const { files, unread } = filesAt(folder, true);
  expect(files).toEqual([]);
  expect(unread.map(({ file }) => file).toSorted()).toEqual(['管道.xlsx', '链接.docx']);
  for (const path of [join(folder, '管道.xlsx'), '/dev/zero']) {
    const read = await readPapers(path, () => false);
    expect(read.unread[0]?.refusal.problem).toContain('不是文件');
  }
});

test('打不开的子文件夹、套得太深的，只说那一个，别的照收', () => {
  // Deeper than a path may be long: an archive unpacks so, and not even root can list it.
  const deep = '层'.repeat(80);
  execFileSync('bash', [
    '-c',
    `cd "$0" && mkdir 关着 && echo a > 关着/里.csv && echo a > 外.csv && mkdir 旁 && echo a > 旁/旁.csv && chmod 0 关着 && for _ in $(seq 20); do mkdir ${deep} && cd ${deep} || exit 1; done`,
    folder,
  ]);
  const isRoot = process.getuid?.() === 0;
  const said = filesAt(folder, true);
  execFileSync('rm', ['-rf', join(folder, deep)]);
  // Root may read anywhere.
  expect(said.files.map(({ name }) => name)).toEqual([
    ...(isRoot ? ['关着/里.csv'] : []),
    '外.csv',
    '旁/旁.csv',
  ]);
  expect(said.unread.map(({ file }) => file.slice(0, 2))).toEqual(
    isRoot ? ['层层'] : ['关着', '层层'],
  );
  for (const { refusal } of said.unread) expect(refusal.problem).toContain('文件夹读不出');
  rmSync(join(folder, '关着'), { recursive: true });
});

test('列出以后不见了的、太大的，说一句', () => {
  const small = { problem: '太大', remedy: '拆开' };
  expect(bytesAt({ name: 'a', path: join(folder, '没有') }, 9, small)).toEqual({
    refusal: expect.objectContaining({
      problem: expect.stringContaining('读不出') as string,
    }) as object,
  });
  writeFileSync(join(folder, '大.csv'), '0123456789');
  expect(bytesAt({ name: 'a', path: join(folder, '大.csv') }, 9, small)).toEqual({
    refusal: small,
  });
});
