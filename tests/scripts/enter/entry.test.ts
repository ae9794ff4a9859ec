/** 录入: files into the folder or onto a branch, all or none. Real folders and real Git. (示例区，虚构) */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataFaults, WrongUse } from '../../../scripts/command.ts';
import { contentWith, enterFiles } from '../../../scripts/enter/entry.ts';
import { PROGRAM } from '../../../scripts/program.ts';
import { readFolder } from '../../../src/ledger/content.ts';
import { scratch, type Scratch } from '../../history/repository.ts';
import { small } from '../../ledger/small.ts';

const AT = '2026-03-01T10:00:00+08:00';
const FILES = new Map<string, string | Uint8Array>([
  ['units/yi.yaml', 'name: 示例区乙街道办事处\nkind: street\n'],
  ['evidence/zx-01/a.png', new Uint8Array([1, 2])],
]);
let made: Scratch;
let content: string;
beforeEach(() => {
  made = scratch();
  // What is under test runs Git as the machine's user, who need not have a name.
  made.git('config', 'user.name', '示例');
  made.git('config', 'user.email', 'demo@example.invalid');
  content = join(made.dir, 'content');
  for (const [path, text] of Object.entries(small)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
});
afterEach(() => made.remove());
const at = (path: string): string => join(content, path);
const why = (enter: () => unknown, kind: typeof DataFaults | typeof WrongUse): string => {
  try {
    enter();
  } catch (error) {
    if (error instanceof kind) return error.message;
    throw error;
  }
  return '';
};

test('写进文件夹，说写在哪里、几个', () => {
  expect(enterFiles(FILES, { content, message: '甲' })).toBe(`已写入 ${content}，2 个文件。`);
  expect(readFileSync(at('units/yi.yaml'), 'utf8')).toContain('乙街道');
  expect([...readFileSync(at('evidence/zx-01/a.png'))]).toEqual([1, 2]);
});

test('读了以后没有人动过，写；动过一个字节、多一份、多一张佐证，都不写', () => {
  const read = readFolder(content);
  expect(enterFiles(new Map(), { content, message: '甲', read })).toContain('0 个文件');
  for (const change of [
    () => writeFileSync(at('units/jia.yaml'), `${small['units/jia.yaml'] ?? ''}\n`),
    () => writeFileSync(at('units/bing.yaml'), 'name: 丙\nkind: street\n'),
    () => {
      mkdirSync(at('evidence/zx-01'), { recursive: true });
      writeFileSync(at('evidence/zx-01/b.png'), 'x');
    },
  ]) {
    const before = readFolder(content);
    change();
    expect(
      why(() => enterFiles(FILES, { content, message: '甲', read: before }), DataFaults),
    ).toMatch(/^读台账以后，另一个命令或编辑器改了它，什么都没有写入/u);
    expect(existsSync(at('units/yi.yaml'))).toBe(false);
  }
});

/** Enters a file larger than a process may write, and prints why it was refused; kept out of this process by its limit. */
const REFUSED = `
process.on('SIGXFSZ', () => {});
const { enterFiles } = await import(process.argv[1]);
try {
  enterFiles(new Map([['evidence/zx-01/a.png', 'x'.repeat(200_000)]]), { content: process.argv[2], message: '甲' });
} catch (error) {
  console.log(error.message);
}`;

test('磁盘不让写，说什么都没有写入', () => {
  const module = pathToFileURL(resolve(PROGRAM, 'scripts/enter/entry.ts')).href;
  const { stdout } = spawnSync(
    'sh',
    [
      '-c',
      'ulimit -f 8; exec "$0" --input-type=module -e "$@"',
      process.execPath,
      REFUSED,
      module,
      content,
    ],
    // What Node keeps of compiled modules is larger than the limit.
    { encoding: 'utf8', env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' } },
  );
  expect(stdout).toMatch(/^(?:文件大小超过系统限制|磁盘空间不够)，什么都没有写入 → /u);
  expect(existsSync(at('evidence'))).toBe(false);
});

test('不在仓库里、仓库里还没有提交的，写不成分支', () => {
  const onto = () => enterFiles(FILES, { content, branch: 'new', message: '甲' });
  expect(why(onto, WrongUse)).toContain('不在有提交的 Git 仓库里');
});

test('写成分支：文件夹不动，说分支、提交和几个文件', () => {
  const base = made.commit('甲', AT);
  const said = enterFiles(FILES, { content, branch: 'new', message: '录入乙街道' });
  const commit = made.git('rev-parse', 'new');
  expect(said).toBe(`已写成分支 new（${commit.slice(0, 12)}），2 个文件；推送后请审核员合并。`);
  expect(existsSync(at('units/yi.yaml'))).toBe(false);
  expect(made.git('rev-parse', 'new^')).toBe(base);
  expect(made.git('log', '-1', '--format=%s', 'new')).toBe('录入乙街道');
  expect(made.git('show', 'new:content/units/yi.yaml')).toContain('乙街道');
});

test('从给的提交长出来；分支已经有了的，什么都不写', () => {
  const base = made.commit('甲', AT);
  made.write('content/units/bing.yaml', 'name: 丙\nkind: street\n');
  made.commit('乙', AT);
  enterFiles(FILES, { content, branch: 'new', base, message: '甲' });
  expect(made.git('rev-parse', 'new^')).toBe(base);
  expect(
    why(() => enterFiles(FILES, { content, branch: 'new', message: '甲' }), DataFaults),
  ).toMatch(/；什么都没有写入$/u);
});

test('加上这些文件的台账：佐证记大小，别的记字节', () => {
  const whole = contentWith(readFolder(content), FILES);
  expect(whole.evidence.get('zx-01/a.png')).toBe(2);
  expect(whole.texts.get('units/yi.yaml')?.length).toBeGreaterThan(20);
  expect(whole.texts.size).toBe(Object.keys(small).length + 1);
});
