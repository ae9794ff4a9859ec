import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { git, GitRefused } from '../../src/history/git/git.ts';
import { commitOf, dayOfSeconds, placeOf } from '../../src/history/place.ts';
import { scratch, type Scratch } from './repository.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let repo: Scratch;
let first: string;
let second: string;

beforeAll(() => {
  repo = scratch();
  repo.write('content/site.yaml', 'name: 示例（虚构）\n');
  first = repo.commit('示例甲', '2024-03-01T15:59:59Z');
  repo.write('content/site.yaml', 'name: 示例二（虚构）\n');
  second = repo.commit('示例乙', '2024-03-01T16:00:00Z');
  repo.git('tag', 'v1', first);
});
afterAll(() => {
  repo.remove();
});

describe('台账在仓库里的位置', () => {
  test('文件夹在仓库里：写明仓库和路径；仓库顶层路径为空', () => {
    expect(placeOf(join(repo.dir, 'content'))).toEqual({
      repository: repo.dir,
      prefix: 'content/',
    });
    expect(placeOf(repo.dir)).toEqual({ repository: repo.dir, prefix: '' });
  });

  test('不在仓库里、没有这个文件夹：没有位置', () => {
    const outside = mkdtempSync(join(tmpdir(), 'ledger-outside-'));
    expect(placeOf(outside)).toBeUndefined();
    expect(placeOf(join(outside, 'gone'))).toBeUndefined();
    rmSync(outside, { recursive: true });
  });

  test('在钩子里运行时不被 Git 自己的环境变量带偏', () => {
    process.env['GIT_DIR'] = join(repo.dir, 'gone');
    try {
      expect(placeOf(repo.dir)?.repository).toBe(repo.dir);
    } finally {
      delete process.env['GIT_DIR'];
    }
  });
});

describe('提交', () => {
  const place = () => placeOf(join(repo.dir, 'content'))!;

  test('哈希、短哈希、分支、标签都认', () => {
    for (const name of [second, second.slice(0, 10), 'main', 'HEAD']) {
      expect(commitOf(place(), name)).toEqual({ id: second, on: '2024-03-02' });
    }
    expect(commitOf(place(), 'v1')).toEqual({ id: first, on: '2024-03-01' });
  });

  test('没有的、像选项的、指向文件的都不认', () => {
    for (const name of ['gone', '--all', '-n', '', 'HEAD:content/site.yaml']) {
      expect(commitOf(place(), name)).toBeUndefined();
    }
  });

  test('东八区的日子：16 点（世界时）起是次日', () => {
    expect(dayOfSeconds(Date.UTC(2024, 1, 29, 15, 59, 59) / 1000)).toBe('2024-02-29');
    expect(dayOfSeconds(Date.UTC(2024, 1, 29, 16, 0, 0) / 1000)).toBe('2024-03-01');
    expect(dayOfSeconds(Date.UTC(2023, 11, 31, 16, 0, 0) / 1000)).toBe('2024-01-01');
  });
});

describe('运行 Git', () => {
  test('Git 不答应时说是哪个命令、为什么', () => {
    expect(() => git(repo.dir, ['cat-file', '-t', 'gone'])).toThrow(GitRefused);
    expect(() => git(repo.dir, ['cat-file', '-t', 'gone'])).toThrow(
      /^git cat-file 没有成功：fatal: Not a valid object name gone$/u,
    );
  });

  test('没有写命令时 Git 也不答应', () => {
    expect(() => git(repo.dir, [])).toThrow(/^git {2}没有成功：/u);
  });

  test('程序自己用错时不当作“没有”', () => {
    expect(() => placeOf('a\0b')).toThrow(TypeError);
    expect(() => commitOf(placeOf(repo.dir)!, 'a\0b')).toThrow(TypeError);
  });

  test('没有装 Git 时说无法运行', () => {
    const path = process.env['PATH'];
    process.env['PATH'] = join(repo.dir, 'gone');
    try {
      expect(() => git(repo.dir, ['status'])).toThrow(/^无法运行 git：/u);
    } finally {
      process.env['PATH'] = path;
    }
  });
});
