/**
 * 程序包: what `npm run package` makes, installed below `node_modules` in a place that nobody may write to, runs for a
 * user who owns nothing of it: a ledger of its own in another folder is begun, checked, reported to, reviewed, built and
 * served. The packages are those of this checkout, linked; tests/long installs them from the registry.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gitEnv } from './depot.ts';
import { checkout, newPlace, type Ran, runIn } from './machine.ts';

const root = newPlace('ledger-packed');
const packages = join(root, 'place', 'node_modules');
const program = join(packages, 'rectification-ledger');
const work = join(root, 'work');
const own = join(work, 'taizhang');
/** Root may write everywhere, so it lets somebody run who may not. */
const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

const run = (cwd: string, command: string, ...args: string[]): Ran =>
  runIn(command, args, { cwd, env: gitEnv(work), ...somebody });
const ledger = (...args: string[]): Ran => run(own, './ledger', ...args);

/** The program's own files alone: it holds no links, and what the links beside it lead to is not ours. */
function protect(mode: (isFolder: boolean) => number): void {
  for (const entry of readdirSync(program, { withFileTypes: true, recursive: true }))
    chmodSync(join(entry.parentPath, entry.name), mode(entry.isDirectory()));
  chmodSync(program, mode(true));
}

beforeAll(() => {
  chmodSync(root, 0o755);
  const folder = join(root, 'program');
  execFileSync(process.execPath, ['scripts/package.ts', folder], { cwd: checkout, stdio: 'pipe' });
  const archive = readdirSync(root).find((name) => name.endsWith('.tgz')) ?? '';
  mkdirSync(program, { recursive: true });
  execFileSync('tar', ['xzf', join(root, archive), '-C', program, '--strip-components=1']);
  for (const name of readdirSync(join(checkout, 'node_modules')))
    if (name !== '.cache')
      symlinkSync(realpathSync(join(checkout, 'node_modules', name)), join(packages, name));
  protect((isFolder) => (isFolder ? 0o555 : 0o444));
  chmodSync(join(program, 'bin', 'ledger'), 0o555);
  mkdirSync(work);
  if (somebody.uid !== undefined) chownSync(work, somebody.uid, somebody.gid);
  writeFileSync(
    join(work, '答复.txt'),
    '办公室：样例县数据局\n台账名称：样例县整改台账\n审核员：reviewer-1\n管理员：reviewer-1\n仓库：内部\n平台：不用\n公开站地址：\n内部站地址：\n单位名单：\n名册：\n问题清单：\n',
  );
});
afterAll(() => {
  protect((isFolder) => (isFolder ? 0o755 : 0o644));
  rmSync(root, { recursive: true, force: true });
});

test('包里没有 TypeScript，没有只给改程序的人用的文件，也没有机器上的路径', () => {
  const names = readdirSync(program, { recursive: true }).map(String);
  expect(names.filter((name) => /\.ts$|^scripts\/bench|^tests\/(?!fixtures)/u.test(name))).toEqual(
    [],
  );
  const manifest = JSON.parse(readFileSync(join(program, 'package.json'), 'utf8')) as object;
  expect(manifest).toMatchObject({ bin: { ledger: 'scripts/ledger.js' } });
  expect(Object.keys(manifest)).not.toContain('devDependencies');
  const lock = readFileSync(join(program, 'npm-shrinkwrap.json'), 'utf8');
  expect(lock).not.toMatch(/"dev": true|"resolved"|vitest/u);
});

test('在别的文件夹里立台账：init、check、报送、审核', () => {
  const init = run(
    work,
    join(program, 'bin/ledger'),
    'init',
    'taizhang',
    '--answers',
    '答复.txt',
    '--as-of',
    '2026-03-03',
  );
  expect([init.code, init.out]).toEqual([0, expect.stringContaining('已立台账')]);
  expect(ledger('check')).toEqual({
    code: 0,
    out: expect.stringContaining('台账没有错误') as string,
  });
  const base = run(own, 'git', 'rev-parse', 'HEAD').out.trim();
  const unit = ledger(
    'new',
    'unit',
    '--name',
    '样例县甲镇人民政府',
    '--kind',
    'town',
    '--branch',
    'units/jia',
  );
  expect([unit.code, unit.out]).toEqual([0, expect.stringContaining('units/jia')]);
  const people = ['--author', 'reviewer-1', '--actor', 'reviewer-1', '--as-of', '2026-03-04'];
  const review = ledger('review', '--base', base, '--head', 'units/jia', ...people);
  expect([review.code, review.out]).toEqual([0, expect.stringContaining('检查：通过')]);
});

test('build 和 serve：程序的文件夹一个字节没有多', async () => {
  const before = readdirSync(program, { recursive: true }).length;
  const built = ledger('build');
  expect([built.code, built.out]).toEqual([0, expect.stringContaining('已生成公开站')]);
  expect([
    readdirSync(program, { recursive: true }).length,
    existsSync(join(program, '.astro')),
  ]).toEqual([before, false]);
  const style = readdirSync(join(own, 'dist/public/_astro')).find((name) => name.endsWith('.css'));
  // A style sheet whose classes were not looked for in the pages is a third of it.
  expect(readFileSync(join(own, 'dist/public/_astro', style ?? ''), 'utf8').length).toBeGreaterThan(
    60_000,
  );
  const server = spawn(join(own, 'ledger'), ['serve', 'dist/public', '--port', '47211'], {
    cwd: own,
    env: gitEnv(work),
    ...somebody,
  });
  try {
    const said = await new Promise<string>((heard) =>
      server.stdout.once('data', (data: Buffer) => {
        heard(data.toString('utf8'));
      }),
    );
    const address = /http:\/\/\S+?:\d+\//u.exec(said)?.[0] ?? '';
    expect(await (await fetch(address)).text()).toContain('样例县整改台账');
  } finally {
    server.kill();
  }
});
