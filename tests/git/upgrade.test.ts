/**
 * `ledger upgrade`: the frozen ledger of version 0.1 in a repository of its own, with its records at the root and in
 * content/, comes to this program by one command; every figure stays, and it is undone before and after the merge.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkLedger, isSound } from '../../src/ledger/check.ts';
import { readFolder } from '../../src/ledger/content.ts';
import { SCHEMA_VERSION } from '../../src/schema/site.ts';
import { countedOn, v1Figures, v1Folder } from '../ledger/frozen.ts';
import { gitEnv } from './depot.ts';

const program = resolve(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(program, 'package.json'), 'utf8')) as {
  version: string;
};
const root = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-upgrade-')));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe.each([
  ['记录在最上层', ''],
  ['记录在 content/', 'content/'],
])('%s', (_, prefix) => {
  const own = join(root, prefix === '' ? 'top' : 'below');
  const content = join(own, prefix);
  const run = (command: string, ...args: string[]): { code: number | null; out: string } => {
    const ran = spawnSync(command, args, { cwd: own, env: gitEnv(root), encoding: 'utf8' });
    return { code: ran.status, out: `${ran.stdout}${ran.stderr}` };
  };
  const git = (...args: string[]): string => run('git', ...args).out.trim();
  const upgrade = (...args: string[]): { code: number | null; out: string } =>
    run(process.execPath, join(program, 'scripts/ledger.ts'), 'upgrade', ...args);
  const branch = `upgrade/${version}`;
  let before = '';

  beforeAll(() => {
    cpSync(v1Folder, content, { recursive: true });
    writeFileSync(join(own, '.ledger-program'), '[program]\n\tversion = 0.1.0\n\tfrom = /srv/x\n');
    writeFileSync(join(own, 'ledger'), '#!/bin/sh\nexec old\n');
    chmodSync(join(own, 'ledger'), 0o755);
    git('init', '--quiet', '--initial-branch=main');
    git('config', 'user.name', '示例');
    git('config', 'user.email', 'demo@example.invalid');
    git('add', '--all');
    git('commit', '--quiet', '-m', '0.1');
    before = git('rev-parse', 'HEAD^{tree}');
  });

  test('先看：列出要改什么，什么都没有写', () => {
    const { code, out } = upgrade('--dry-run');
    expect([code, out]).toEqual([0, expect.stringContaining(`钉住的程序：0.1.0 → ${version}`)]);
    expect(out).toContain(`格式：第 1 版 → 第 ${String(SCHEMA_VERSION)} 版`);
    expect(out).toMatch(/^ {2}\S*vocabulary\/columns\.yaml：多 [1-9]\d* 行/mu);
    expect(out).toMatch(/^ {4}\+ /mu);
    expect([git('branch', '--format=%(refname:short)'), git('status', '--short')]).toEqual([
      'main',
      '',
    ]);
  });

  test('有没提交的改动、钉住的比程序新、没有这个改进：说明，不升级', () => {
    writeFileSync(join(own, '.ledger-program'), '[program]\n\tversion = 99.0.0\n');
    expect(upgrade()).toEqual({
      code: 2,
      out: expect.stringContaining('有没提交的改动') as string,
    });
    git('commit', '--quiet', '--all', '-m', '99');
    expect(upgrade()).toEqual({ code: 2, out: expect.stringContaining('比现在运行的') as string });
    git('reset', '--quiet', '--hard', 'HEAD~1');
    expect(upgrade('--take', 'x.yaml').out).toContain('可取的有：');
  });

  test('一条命令：分支上有新版本和新格式，主分支没有动；不要就删去分支', () => {
    const { code, out } = upgrade();
    expect([code, out]).toEqual([0, expect.stringContaining(`已写成分支 ${branch}`)]);
    expect([git('rev-parse', 'HEAD^{tree}'), git('status', '--short')]).toEqual([before, '']);
    const changed = git('diff', '--name-only', 'main', branch).split('\n');
    expect(changed).toContain('.ledger-program');
    expect(changed.some((path) => path.includes('vocabulary/columns'))).toBe(false);
    git('branch', '-D', branch);
    expect(git('branch', '--format=%(refname:short)')).toBe('main');
  });

  test('取了会改数的词表，先说哪些数会变', () => {
    const { code, out } = upgrade('--take-all', '--dry-run');
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('取了以后，截至2026年6月15日的数会变：'),
    ]);
  });

  test('取了启动文件和栏名再合并：检查没有错误，旧程序在各个日子算出的数一个不差', () => {
    const columns = `${prefix}vocabulary/columns.yaml`;
    const { code, out } = upgrade('--take', 'ledger', '--take', columns);
    expect([code, out]).toEqual([0, expect.stringContaining('（已取）')]);
    expect(out).not.toContain('数会变');
    git('merge', '--quiet', '--no-ff', '-m', '升级', branch);
    const result = checkLedger(readFolder(content));
    expect(isSound(result)).toBe(true);
    for (const [day, figures] of Object.entries(v1Figures))
      expect(countedOn(result.ledger!, day)).toMatchObject(figures);
    expect(git('config', '--file', '.ledger-program', 'program.version')).toBe(version);
    expect(git('ls-files', '--stage', 'ledger')).toMatch(/^100755 /u);
    expect(readFileSync(join(own, 'ledger'), 'utf8')).toContain('bin/ledger');
    expect(upgrade().out).toContain('台账已是这一版，没有要改的。');
  });

  test('合并以后退回：与升级以前一个字节不差', () => {
    git('revert', '--no-edit', '-m', '1', 'HEAD');
    expect(git('rev-parse', 'HEAD^{tree}')).toBe(before);
  });
});
