/** A repository whose settings, tags or history want the review and the audit to see something else. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { git, GitIncomplete } from '../../src/history/git/git.ts';
import { commitOf } from '../../src/history/place.ts';
import { waitingFor } from '../../src/history/proposal/queue.ts';
import { submitted, updateFile, World, wrong } from './world.ts';

let world: World;
let folder: string;
beforeEach(() => {
  world = new World();
  folder = mkdtempSync(join(tmpdir(), 'ledger-hostile-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const place = () => ({ repository: world.depot.dir, prefix: 'content/' });

/** A commit with these people and this tree, written as bytes: Git itself would take some characters away. */
function written(tree: string, parent: string, name: string, more = ''): string {
  const file = join(folder, 'commit');
  const person = `${name} <x@example.invalid> 1718000000 +0800`;
  writeFileSync(
    file,
    `tree ${tree}\nparent ${parent}\nauthor ${person}\ncommitter ${person}\n${more}\n示例\n`,
  );
  return world.depot.git('hash-object', '-t', 'commit', '-w', '--literally', file);
}

test('与主分支同名的标签不顶替分支：main、origin/main、带后缀的写法都认分支', () => {
  const evil = world.propose({ 'content/site.yaml': 'name: x\n' });
  const { depot, main } = world;
  depot.git('update-ref', 'refs/heads/main', main);
  depot.git('update-ref', 'refs/remotes/origin/main', main);
  for (const name of ['main', 'origin/main']) {
    depot.git('update-ref', `refs/tags/${name}`, evil);
    expect(commitOf(place(), name)?.id).toBe(main);
    expect(commitOf(place(), `${name}~0`)?.id).toBe(main);
  }
  depot.git('update-ref', 'refs/heads/report/a', world.propose(updateFile(submitted())));
  expect(waitingFor(place(), 'main').map(({ ref }) => ref)).toEqual(['refs/heads/report/a']);
  expect(commitOf(place(), 'refs/tags/main')?.id).toBe(evil);
  for (const name of ['main', 'origin/main']) depot.git('update-ref', '-d', `refs/tags/${name}`);
  depot.git('update-ref', '-d', 'refs/heads/report/a');
  depot.git('update-ref', '-d', 'refs/remotes/origin/main');
});

test('姓名里的控制字符遮不住改写：审计照样指出来', () => {
  const entries = updateFile(submitted());
  world.pass(entries, 'clerk-jia');
  const [path = ''] = Object.keys(entries);
  const before = world.main;
  const changed = world.depot.commit(before, { [path]: '改过\n' });
  const tree = world.depot.git('rev-parse', `${changed}^{tree}`);
  for (const name of ['赵\u0001示例', '\u0001', '\u0001\u0002']) {
    world.main = written(tree, before, name);
    expect(world.audit().faults.map(({ rule }) => rule)).toContain('audit-rewrite');
  }
});

test('仓库的设置改不了答复，也不运行程序：签名、文字编码、第一个提交、监视程序、钩子', () => {
  const { depot } = world;
  const mark = join(folder, 'ran');
  const program = join(folder, 'program');
  writeFileSync(program, `#!/bin/sh\necho ran >> '${mark}'\necho 12345\n`);
  chmodSync(program, 0o755);
  const hooks = join(folder, 'hooks');
  mkdirSync(hooks);
  const signature =
    'gpgsig -----BEGIN SSH SIGNATURE-----\n U1NIU0lH\n -----END SSH SIGNATURE-----\n';
  const head = written(
    depot.git('rev-parse', `${world.propose(updateFile(submitted()))}^{tree}`),
    world.main,
    '示例',
    signature,
  );
  const plain = [wrong(world.review(head, 'clerk-jia')), world.audit()];
  const settings = {
    'log.showSignature': 'true',
    'gpg.format': 'ssh',
    'gpg.ssh.program': program,
    'gpg.ssh.allowedSignersFile': program,
    'gpg.program': program,
    'i18n.logOutputEncoding': 'GBK',
    'log.showRoot': 'false',
    'log.diffMerges': 'combined',
    'core.fsmonitor': program,
    'core.hooksPath': hooks,
  };
  for (const [name, value] of Object.entries(settings)) depot.git('config', name, value);
  try {
    expect(commitOf(place(), head)?.id).toBe(head);
    expect([wrong(world.review(head, 'clerk-jia')), world.audit()]).toEqual(plain);
    expect(existsSync(mark)).toBe(false);
  } finally {
    for (const name of Object.keys(settings)) depot.git('config', '--unset-all', name);
  }
});

test('嫁接文件（grafts）改不了历史', () => {
  const head = world.propose(updateFile(submitted()));
  const grafts = join(world.depot.dir, 'info/grafts');
  mkdirSync(join(world.depot.dir, 'info'), { recursive: true });
  try {
    for (const lines of [`${head}\n`, `${world.main} ${head}\n`]) {
      writeFileSync(grafts, lines);
      expect(wrong(world.review(head, 'clerk-jia'))).toEqual([]);
    }
  } finally {
    rmSync(grafts, { force: true });
  }
});

test('缺了内容的仓库说明缺什么、怎么办，不当作没有', () => {
  const nobody = '1'.repeat(40);
  const { dir } = world.depot;
  const lacking = git(dir, ['mktree', '--missing'], `100644 blob ${nobody}\t缺.png\n`);
  const head = written(lacking.toString('utf8').trim(), world.main, '示例');
  expect(() => world.review(head, 'clerk-jia')).toThrow(GitIncomplete);
  expect(() => world.review(head, 'clerk-jia')).toThrow('重新完整克隆');
});

test('写到一半的文件夹（.pending）和锁不能交进来，管理员也不能', () => {
  for (const path of ['.pending/plan.json', '.PENDING/0', '.writing.lock', '.writing.lock.7']) {
    const { ok } = world.review({ [`content/${path}`]: '[]' }, 'maint-1');
    expect([path, ok]).toEqual([path, false]);
  }
});
