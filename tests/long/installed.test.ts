/** What is installed from the registry or unpacked from a bundle is enough to check, build and serve. Needs the registry and some minutes. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'ledger-installed-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

test('只装 npm ci --omit=dev 的，能检查、生成、查看', async () => {
  const program = join(folder, 'program');
  const site = join(folder, 'site');
  const run = (command: string, ...args: string[]) => {
    const ran = spawnSync(command, args, { cwd: program, encoding: 'utf8' });
    return [ran.status, ran.status === 0 ? '' : ran.stderr];
  };
  const root = resolve(import.meta.dirname, '../..');
  expect(spawnSync('git', ['clone', '-q', root, program]).status).toBe(0);
  expect(run('npm', 'ci', '--omit=dev', '--no-audit', '--no-fund')).toEqual([0, '']);
  const node = join(program, 'node_modules/.bin/node');
  expect(run(node, 'scripts/ledger.ts', 'check')).toEqual([0, '']);
  const example = ['--content', 'tests/fixtures/shili', '--out', site];
  expect(run(node, 'scripts/ledger.ts', 'build', ...example)).toEqual([0, '']);
  const server = spawn(node, ['scripts/ledger.ts', 'serve', site, '--port', '47123'], {
    cwd: program,
  });
  try {
    await new Promise((heard) => server.stdout.once('data', heard));
    expect((await fetch('http://127.0.0.1:47123/')).status).toBe(200);
  } finally {
    server.kill();
  }
});

test('npm install 程序包.tgz：检查、生成', () => {
  const root = resolve(import.meta.dirname, '../..');
  const place = join(folder, 'place');
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), '{}');
  const packed = spawnSync(process.execPath, ['scripts/package.ts', join(folder, 'packed')], {
    cwd: root,
    encoding: 'utf8',
  });
  const archive = resolve(root, packed.stdout.trim());
  const run = (command: string, ...args: string[]) => {
    const ran = spawnSync(command, args, { cwd: place, encoding: 'utf8' });
    return [ran.status, ran.status === 0 ? '' : ran.stderr];
  };
  expect(run('npm', 'install', '--omit=dev', '--no-audit', '--no-fund', archive)).toEqual([0, '']);
  const program = join(place, 'node_modules/rectification-ledger');
  const example = ['--content', join(program, 'tests/fixtures/shili')];
  expect(run(join(program, 'bin/ledger'), 'check', ...example)).toEqual([0, '']);
  expect(run(join(program, 'bin/ledger'), 'build', ...example, '--out', 'site')).toEqual([0, '']);
});

test('builder 离线包：没有 Node、npm 和网络，生成内部站', () => {
  const root = resolve(import.meta.dirname, '../..');
  const args = [
    'scripts/ledger.ts',
    'bundle',
    '--for',
    'linux-x64',
    '--part',
    'builder',
    '--out',
    folder,
  ];
  const made = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  const [, unpacked = ''] = /解开 (\d+) MB/u.exec(made.stdout) ?? [];
  expect(Number(unpacked)).toBeGreaterThan(200);
  expect(Number(unpacked)).toBeLessThanOrEqual(480);
  const archive = readdirSync(folder).find((name) => name.endsWith('-builder.tar.gz')) ?? '';
  spawnSync('tar', ['xzf', join(folder, archive), '-C', folder]);
  const top = join(folder, '整改台账');
  const content = join(top, 'program/tests/fixtures/shili');
  const build = [join(top, '台账'), 'build', '--internal', '--content', content, '--out', 'inside'];
  const built = spawnSync('/usr/bin/unshare', ['--net', '--map-root-user', '--', ...build], {
    cwd: folder,
    env: { PATH: '/nonexistent', HOME: folder },
    encoding: 'utf8',
  });
  expect([built.status, built.stdout]).toEqual([0, expect.stringContaining('已生成内部站')]);
});
