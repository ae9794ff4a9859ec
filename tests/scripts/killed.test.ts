/** Commands that write several files, killed at every write: all or nothing; and two of them at once. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readFolder } from '../../src/ledger/content.ts';
import { withLock } from '../../src/ledger/writing/lock.ts';
import { writeTogether } from '../../src/ledger/writing/pending.ts';
import { small } from '../ledger/small.ts';
import { scratch } from '../documents/run.ts';
import { fillSheet } from '../git/office-round.ts';
import { png } from '../git/samples.ts';

const root = resolve(import.meta.dirname, '../..');
const program = join(root, 'scripts/ledger.ts');
const preload = join(import.meta.dirname, 'killed.mjs');

const list = `问题清单
填表日期：2026年3月1日
序号,政府网站/政务新媒体,主办单位,存在问题,整改措施,整改时限
2,微信公众号：甲街道发布,示例区甲街道办事处,更新不及时,及时更新,2026年6月30日
3,微信公众号：甲街道发布,示例区甲街道办事处,更新不及时,按月更新,2026年7月31日`;

function place(): string {
  const dir = scratch();
  const columns = readFileSync(join(root, 'content/vocabulary/columns.yaml'), 'utf8');
  writeTogether(
    dir,
    new Map([...Object.entries(small), ['vocabulary/columns.yaml', columns]] as [string, string][]),
  );
  return dir;
}

function stateOf(dir: string): string {
  const { texts, evidence } = readFolder(dir);
  const read = [...texts].map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]);
  return JSON.stringify([read, [...evidence]]);
}

function run(args: string[], killAt?: number) {
  return spawnSync(
    process.execPath,
    [...(killAt === undefined ? [] : ['--import', preload]), program, ...args],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ...(killAt === undefined ? {} : { LEDGER_KILL_AT: String(killAt) }) },
    },
  );
}

/**
 * Runs a command once whole, then killed at every `stride`-th write from `begin` on; after each the ledger is as before or
 * as after. All commands write by `writeTogether`, which one of them is killed in everywhere: the others at other writes.
 */
function killedEverywhere(
  argsFor: (dir: string) => string[],
  mark: string,
  { begin, stride, made = place }: { begin: number; stride: number; made?: () => string },
): number {
  const whole = made();
  const before = stateOf(whole);
  const done = run(argsFor(whole));
  expect([done.status, done.stderr.replace(/^统计截止日：.*\n/u, '')]).toEqual([0, '']);
  const after = stateOf(whole).replaceAll(new RegExp(mark, 'gu'), '');
  expect(after).not.toBe(before);
  let kills = 0;
  for (let at = begin; at < 200; at += stride) {
    const dir = made();
    const killed = run(argsFor(dir), at);
    const state = stateOf(dir).replaceAll(new RegExp(mark, 'gu'), '');
    expect([before, after]).toContain(state);
    if (killed.signal === null) break;
    kills += 1;
    // The next command is not held up by what the killed one left, and changes nothing of it.
    writeTogether(dir, new Map([['templates/x.txt', 'x']]));
    expect(existsSync(join(dir, '.pending'))).toBe(false);
    expect(existsSync(join(dir, '.writing.lock'))).toBe(false);
  }
  return kills;
}

test('导入清单（import --write）在写的途中被强行结束：全有或全无', () => {
  const file = join(scratch(), '清单.csv');
  writeFileSync(file, list);
  const args = (dir: string) => [
    ...['import', file, '--content', dir, '--campaign', 'zx', '--listed-on', '2026-03-01'],
    ...['--write'],
  ];
  expect(killedEverywhere(args, '$^', { begin: 1, stride: 2 })).toBeGreaterThan(5);
});

test('报送（update，与印发、收件同一条路）在写的途中被强行结束：全有或全无', () => {
  const args = (dir: string) => [
    ...['update', 'zx-01', '--content', dir, '--action', 'started', '--note', '开始'],
    ...['--as-of', '2026-03-05'],
  ];
  expect(
    killedEverywhere(args, '\\d{8}-\\d{6}-[0-9a-z]{3}', { begin: 2, stride: 4 }),
  ).toBeGreaterThan(1);
});

test('监测清单（observe --write，与 circular --freeze 同一条路）在写的途中被强行结束：全有或全无', () => {
  const file = join(scratch(), '监测清单.csv');
  writeFileSync(file, '账号名称,平台,最近更新日期,问题描述\n甲街道发布,微信公众号,2026-06-01,错字');
  const args = (dir: string) => [
    ...['observe', file, '--content', dir, '--on', '2026-06-15', '--write'],
  ];
  expect(killedEverywhere(args, '$^', { begin: 3, stride: 4 })).toBeGreaterThan(1);
});

test('交回的报送单（receive --write）在写的途中被强行结束：全有或全无，佐证也一样', async () => {
  const [sheets, back] = [scratch(), scratch()];
  const day = ['--as-of', '2026-06-15'];
  const sent = run(['collect', '--content', place(), '--campaign', 'zx', '--out', sheets, ...day]);
  expect([sent.status, sent.stderr]).toEqual([0, expect.not.stringContaining('→')]);
  const [sheet = ''] = readdirSync(sheets).filter((name) => name.endsWith('.xlsx'));
  const filled = await fillSheet(new Uint8Array(readFileSync(join(sheets, sheet))), (issues) => ({
    ...{ reporter: '示例人', approver: '示例人', reportedOn: '2026-06-14' },
    rows: { [issues[0] ?? '']: { 本次报送: '进展', 情况说明: '已经更新', 佐证: 'a.png' } },
  }));
  writeFileSync(join(back, sheet), filled.bytes);
  writeFileSync(join(back, 'a.png'), png);
  const args = (dir: string) => [
    ...['receive', back, '--content', dir, '--received-by', '示例人', '--write', ...day],
  ];
  expect(
    killedEverywhere(args, '\\d{8}-\\d{6}-[0-9a-z]{3}', { begin: 4, stride: 4 }),
  ).toBeGreaterThan(1);
});

test('通报留底（circular --freeze --write）在写的途中被强行结束：全有或全无', () => {
  const shili = join(root, 'tests/fixtures/shili');
  const made = (): string => {
    const dir = scratch();
    for (const part of ['site.yaml', 'vocabulary', 'units', 'accounts', 'inspections'])
      cpSync(join(shili, part), join(dir, part), { recursive: true });
    for (const part of ['campaigns', 'templates'])
      cpSync(join(shili, part), join(dir, part), { recursive: true });
    return dir;
  };
  const args = (dir: string) => [
    ...['circular', '2026-q2-check', '--freeze', '--number', '示办发〔2026〕9号', '--write'],
    ...['--content', dir, '--as-of', '2026-07-01'],
  ];
  expect(killedEverywhere(args, '$^', { begin: 5, stride: 4, made })).toBeGreaterThan(1);
});

test('两个命令同时写一个台账：等，不丢，也不混', async () => {
  const dir = place();
  const module = JSON.stringify(join(root, 'src/ledger/writing/pending.ts'));
  const writers = Array.from({ length: 6 }, (_, number) => {
    const script = `
      import { writeTogether } from ${module};
      for (let turn = 0; turn < 20; turn += 1)
        writeTogether(${JSON.stringify(dir)}, new Map([['a', 'b', 'c'].map((name) => 'issues/zx/w-' + name + '.yaml')].flat().map((path) => [path, '${String(number)}-' + turn])));
    `;
    return spawn(process.execPath, ['--input-type=module', '-e', script]);
  });
  const codes = await Promise.all(
    writers.map((child) => new Promise((done) => child.once('close', done))),
  );
  expect(codes).toEqual([0, 0, 0, 0, 0, 0]);
  const left = ['a', 'b', 'c'].map((name) =>
    readFileSync(join(dir, `issues/zx/w-${name}.yaml`), 'utf8'),
  );
  expect(new Set(left).size).toBe(1);
  expect(existsSync(join(dir, '.writing.lock'))).toBe(false);
});

test('别的命令一直在写，等过时候就说；没有了主人的锁不挡路', () => {
  const dir = place();
  withLock(dir, () => {
    expect(() => withLock(dir, () => 1, 100)).toThrow(String(process.pid));
  });
  const gone = spawnSync(process.execPath, ['-e', 'console.log(process.pid)'], {
    encoding: 'utf8',
  });
  const lock = join(dir, '.writing.lock');
  cpSync(join(dir, 'site.yaml'), lock);
  writeFileSync(
    lock,
    `${gone.stdout.trim()} ${spawnSync('hostname', { encoding: 'utf8' }).stdout.trim()}`,
  );
  expect(withLock(dir, () => 2, 100)).toBe(2);
});

test('读过以后台账被别人改了，不写', () => {
  const dir = place();
  const args = [
    'update',
    'zx-01',
    '--content',
    dir,
    '--action',
    'started',
    '--as-of',
    '2026-03-05',
  ];
  const script = join(scratch(), 'change.mjs');
  // Another hand changes the ledger at the moment in which this command begins to write.
  writeFileSync(
    script,
    `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const real = fs.linkSync;
fs.linkSync = (...args) => { fs.appendFileSync(${JSON.stringify(join(dir, 'site.yaml'))}, '# x\\n'); return real(...args); };
syncBuiltinESMExports();`,
  );
  const ran = spawnSync(process.execPath, ['--import', script, program, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(ran.status).toBe(1);
  expect(ran.stderr).toContain('另一个命令或编辑器改了它，什么都没有写入');
  expect(existsSync(join(dir, 'updates'))).toBe(false);
});

test.each([
  ['ENOSPC', '磁盘空间不够'],
  ['EROFS', '磁盘是只读的'],
  ['EACCES', '没有写入权限'],
  ['EMFILE', '系统打开的文件过多'],
])('写的时候遇到 %s，说“%s”，退出码是 1，不留下半个', (code, words) => {
  const dir = place();
  const before = stateOf(dir);
  const script = join(scratch(), 'fail.mjs');
  writeFileSync(
    script,
    `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
for (const name of ['writeSync', 'linkSync']) fs[name] = () => { throw Object.assign(new Error('x'), { code: '${code}' }); };
syncBuiltinESMExports();`,
  );
  const args = [
    'update',
    'zx-01',
    '--content',
    dir,
    '--action',
    'started',
    '--as-of',
    '2026-03-05',
  ];
  const ran = spawnSync(process.execPath, ['--import', script, program, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  expect([ran.status, ran.stderr]).toEqual([1, expect.stringContaining(words)]);
  expect(stateOf(dir)).toBe(before);
});

test('台账文件夹没有写入权限，说一句话', () => {
  const dir = place();
  chmodSync(dir, 0o555);
  const args = [
    'update',
    'zx-01',
    '--content',
    dir,
    '--action',
    'started',
    '--as-of',
    '2026-03-05',
  ];
  const ran = run(args);
  chmodSync(dir, 0o755);
  // Root may write anywhere.
  if (process.getuid?.() === 0) expect(ran.status).toBe(0);
  else expect([ran.status, ran.stderr]).toEqual([1, expect.stringContaining('没有写入权限')]);
});

test('两个命令同时清掉没有主人的锁：仍是一个一个写', async () => {
  const dir = scratch();
  writeFileSync(join(dir, '.writing.lock'), `999999999 ${hostname()}`);
  const started = (how: string) =>
    new Promise<number | null>((settle) => {
      const holder = join(import.meta.dirname, 'slow-clearing.mjs');
      spawn(process.execPath, [holder, dir, how]).on('close', settle);
    });
  const slow = started('slow');
  await vi.waitUntil(() => existsSync(join(dir, 'clearing')), { timeout: 10_000 });
  expect(await Promise.all([slow, started('quick')])).toEqual([0, 0]);
  expect(existsSync(join(dir, '.writing.lock'))).toBe(false);
});
