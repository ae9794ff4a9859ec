/** The endpoint of the office's own site: what it takes, where that goes, and what it refuses — attacks among it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { byGateway, byKey, answerEndpoint, type Who } from '../../scripts/site/serving/endpoint.ts';
import { hostsOf } from '../../scripts/site/serving/guard.ts';
import { ReportDesk } from '../../scripts/site/desk/report-in.ts';
import { BUSY_PATIENCE, siteServer } from '../../scripts/site/serving/static.ts';
import { LARGEST_REPORT, type SentReport } from '../../src/form/send/endpoint.ts';
import { branchOf } from '../../src/form/send/proposal.ts';
import { senderFor } from '../../src/form/send/sender.ts';
import { pushLogOf } from '../../src/history/push-log.ts';
import { runGit } from './clone.ts';
import { Depot } from './depot.ts';
import { step, submitted, TODAY, updateFile, worldFiles } from './world.ts';

const program = resolve(import.meta.dirname, '../..');
const KEY = 'k'.repeat(32);

let root: string;
/** Where the ledger lives, with the hook. */
let depot: Depot;
let first: string;
let clone: string;
let site: Server;
let port: number;
/** Who asks; each test may say otherwise. */
let who: (request: Parameters<ReturnType<typeof byKey>>[0]) => Who;
let desk: ReportDesk;

const today = () => TODAY;

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-endpoint-')));
  depot = new Depot(join(root, 'ledger.git'));
  first = depot.commit(undefined, worldFiles());
  depot.branch('main', first);
  execFileSync(process.execPath, [join(program, 'scripts/ledger.ts'), 'install-hook', depot.dir]);
  const hook = join(depot.dir, 'hooks/pre-receive');
  writeFileSync(
    hook,
    readFileSync(hook, 'utf8').replace('pre-receive \\', `pre-receive --as-of ${TODAY} \\`),
  );
  clone = join(root, 'office');
  await runGit(root, ['clone', '--quiet', depot.dir, clone]);
  writeFileSync(join(root, 'index.html'), '首页');
  desk = deskOf();
  site = siteServer(root, {
    patience: BUSY_PATIENCE,
    names: ['taizhang.example'],
    besides: answerEndpoint({
      path: '/api/report',
      hosts: hostsOf('127.0.0.1', ['taizhang.example']),
      who: (request) => who(request),
      take: (report, account) => desk.take(report, account),
    }),
  });
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  ({ port } = site.address() as AddressInfo);
  await desk.refresh();
});
afterAll(() => {
  site.closeAllConnections();
  site.close();
  rmSync(root, { recursive: true, force: true });
});
afterEach(async () => {
  who = byKey('ledger-key', KEY, 'clerk-jia');
  desk = deskOf();
  for (const ref of branches()) depot.git('update-ref', '-d', ref);
  depot.branch('main', first);
  rmSync(join(depot.dir, 'ledger-pushes.jsonl'), { force: true });
  expect((await runGit(clone, ['status', '--porcelain', '--ignored'])).text).toBe('');
  expect((await runGit(clone, ['for-each-ref', 'refs/ledger'])).text).toBe('');
});
who = byKey('ledger-key', KEY, 'clerk-jia');

function deskOf(repository = clone): ReportDesk {
  const remote = repository === clone ? 'origin' : undefined;
  return new ReportDesk({ place: { repository, prefix: 'content/' }, remote, main: 'main', today });
}

function branches(): string[] {
  return depot
    .git('for-each-ref', '--format=%(refname)', 'refs/heads')
    .split('\n')
    .filter((name) => name !== 'refs/heads/main');
}

let second = 0;

function report(said = submitted(), unit = 'jia', more: Record<string, Buffer> = {}): SentReport {
  const stamp = `20240610-08${String((second += 1)).padStart(4, '0')}`;
  const files = Object.entries({ ...updateFile(said, `${stamp}-abc`), ...more });
  return {
    unit,
    stamp,
    title: '示例区甲街道 申请验收',
    words: '附：编号',
    files: files.map(([path, data]) => ({
      path: path.replace('content/', ''),
      base64: Buffer.from(data).toString('base64'),
    })),
  };
}

interface Answered {
  status: number;
  data: { why?: string; sentence?: string; number?: string; account?: string };
}

/** Asks as a page of the site does, with whatever is said otherwise. */
function post(
  body: object | string,
  headers: Record<string, string | undefined> = {},
  method = 'POST',
): Promise<Answered> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const all: Record<string, string | undefined> = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    origin: `http://127.0.0.1:${String(port)}`,
    cookie: `ledger-key=${KEY}`,
    ...headers,
  };
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  return new Promise((settle, fail) => {
    const asked = ask(
      {
        host: '127.0.0.1',
        port,
        path: '/api/report',
        method,
        headers: Object.fromEntries(given) as Record<string, string>,
      },
      (response) => {
        let said = '';
        response.setEncoding('utf8').on('data', (piece: string) => (said += piece));
        response.on('end', () => {
          const data = JSON.parse(said) as Answered['data'];
          settle({ status: response.statusCode ?? 0, data });
        });
      },
    );
    asked.on('error', fail);
    asked.end(method === 'POST' ? text : undefined);
  });
}

test('报送变成服务器上的一个分支：一个提交，推送人是登录的人，工作副本不动', async () => {
  const one = report();
  const { status, data } = await post(one);
  expect([status, data]).toEqual([201, { number: expect.any(String) as unknown }]);
  expect(branches()).toEqual([`refs/heads/${data.number ?? ''}`]);
  const [ref = ''] = branches();
  expect(depot.git('rev-list', '--count', `main..${ref}`)).toBe('1');
  expect(depot.git('diff', '--name-status', `main...${ref}`)).toBe(
    `A\tcontent/${one.files[0]?.path ?? ''}`,
  );
  expect(depot.git('log', '-1', '--format=%an %s', ref)).toBe(`clerk-jia ${one.title}`);
  expect(pushLogOf(depot.dir).map(({ by }) => by)).toEqual(['clerk-jia']);
  expect((await post('', {}, 'GET')).data).toEqual({ account: 'clerk-jia' });
});

test('同一份再送一次（答复丢了）：找到原来的，不重复；浏览器里的送法也一样', async () => {
  const one = report();
  const [a, b] = await Promise.all([post(one), post(one)]);
  expect(a).toEqual(b);
  expect(branches()).toHaveLength(1);
  const sender = senderFor(
    { kind: 'endpoint', address: `http://127.0.0.1:${String(port)}/api/report` },
    {
      fetch: (to, init = {}) => {
        const headers = new Headers(init.headers);
        headers.set('cookie', `ledger-key=${KEY}`);
        headers.set('origin', `http://127.0.0.1:${String(port)}`);
        headers.set('sec-fetch-site', 'same-origin');
        return fetch(to, { ...init, headers });
      },
      address: () => '',
      leave: () => undefined,
      rename: () => undefined,
      session: undefined,
      kept: undefined,
      isSecure: false,
    },
  );
  expect(await sender.whoAmI()).toEqual({ account: 'clerk-jia' });
  const again = {
    ...one,
    files: one.files.map(({ path, base64 }) => ({ path, bytes: Buffer.from(base64, 'base64') })),
  };
  expect(await sender.send(again)).toEqual({ kind: 'sent', number: a.data.number });
  expect(branches()).toHaveLength(1);
});

test('审核不通过的：审核的原话回来，什么也不写', async () => {
  const { status, data } = await post(report(step('accepted')));
  expect([status, data.why]).toEqual([422, 'refused']);
  expect(data.sentence).toContain('验收');
  const future = await post(report(submitted('plain-01', { reportedOn: '2024-06-11' })));
  expect(future.data.sentence).toContain('还没有到（今天是2024年6月10日）');
  expect(branches()).toEqual([]);
});

test('服务器的钩子拒绝的：钩子的原话回来', async () => {
  const hook = join(depot.dir, 'hooks/pre-receive');
  const kept = readFileSync(hook, 'utf8');
  writeFileSync(hook, '#!/bin/sh\necho "✗ 今天停收报送"\nexit 1\n');
  try {
    const { status, data } = await post(report());
    expect([status, data.why, data.sentence]).toEqual([422, 'refused', '✗ 今天停收报送']);
  } finally {
    writeFileSync(hook, kept);
  }
  expect(branches()).toEqual([]);
});

test('不在任的、不认识的账户，别的单位的问题，拒绝', async () => {
  for (const account of ['clerk-old', 'stranger']) {
    who = () => ({ account });
    expect((await post(report())).data).toMatchObject({ why: 'forbidden' });
  }
  who = () => ({ account: 'clerk-yi' });
  expect((await post(report())).data.why).toBe('refused');
  expect(branches()).toEqual([]);
});

test('别的网页、改指到本机的域名、没有钥匙的、方法和类型不对的，都不能借它写', async () => {
  const elsewhere: [Record<string, string | undefined>, string?][] = [
    [{ origin: undefined }],
    [{ origin: 'null' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: `http://127.0.0.1:${String(port + 1)}` }],
    [{ origin: `http://evil.example:${String(port)}`, host: `evil.example:${String(port)}` }],
    [{ host: `127.0.0.1.evil.example:${String(port)}` }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ cookie: undefined }],
    [{ cookie: `ledger-key=${'x'.repeat(32)}` }],
    [{ cookie: `ledger-key=${KEY}x` }],
    [{ cookie: `other=${KEY}` }],
    [{ 'content-type': 'text/plain' }],
    [{ 'content-type': 'multipart/form-data; boundary=x' }],
    [{ 'content-type': 'application/jsonp' }],
    [{}, 'PUT'],
    [{}, 'DELETE'],
    [{}, 'OPTIONS'],
  ];
  for (const [headers, method] of elsewhere) {
    const { status, data } = await post(report(), headers, method);
    expect([headers, method, status >= 400, data.number]).toEqual([
      headers,
      method,
      true,
      undefined,
    ]);
    expect(data.sentence).toMatch(/[\u4e00-\u9fff]/u);
  }
  const large = await post('', { 'content-length': String(LARGEST_REPORT + 1) });
  expect(large.status).toBe(413);
  expect(branches()).toEqual([]);
});

test('冒充入口、冒充登录的人：没有密钥、密钥不对、写两个、写怪字，都拒绝', async () => {
  who = byGateway({ header: 'x-remote-user', key: KEY, only: undefined });
  const gate = { cookie: undefined, 'x-ledger-key': KEY };
  const forged: Record<string, string | undefined>[] = [
    { cookie: undefined, 'x-remote-user': 'rev-1' },
    { ...gate, 'x-ledger-key': 'x'.repeat(32), 'x-remote-user': 'rev-1' },
    { ...gate, 'x-remote-user': '' },
    { ...gate, 'x-remote-user': 'rev-1, clerk-jia' },
    { ...gate, 'x-remote-user': '../rev-1' },
    { ...gate, x_remote_user: 'rev-1' },
    { ...gate },
  ];
  for (const headers of forged) {
    const { status, data } = await post(report(), headers);
    expect([headers, status === 401 || status === 403, data.number]).toEqual([
      headers,
      true,
      undefined,
    ]);
  }
  const own = { ...gate, host: 'taizhang.example', origin: 'https://taizhang.example' };
  expect((await post(report(), { ...own, 'x-remote-user': 'clerk-jia' })).status).toBe(201);
  who = byGateway({ header: 'x-remote-user', key: KEY, only: 'rev-1' });
  const other = await post(report(), { ...own, 'x-remote-user': 'clerk-jia' });
  expect([other.status, other.data.sentence]).toEqual([
    403,
    expect.stringContaining('只供 rev-1 使用'),
  ]);
  expect(branches()).toHaveLength(1);
});

test('佐证名里的路径、脚本，写不下的内容：拒绝，仓库外面什么也没有', async () => {
  const one = report();
  const [file] = one.files;
  const names = [
    '../escaped.yaml',
    'updates/../../escaped.yaml',
    '/etc/escaped',
    'evidence/plain-01/..',
    'evidence/plain-01/.git/hooks/x',
    '.git/hooks/pre-receive',
    'evidence\\plain-01\\a.png',
    'evidence/plain-01/a\u0000.png',
    'evidence/plain-01/a\u202egnp.png',
    'evidence//a.png',
    'evidence/plain-01/<img src=x onerror=alert(1)>.png',
    'C:/escaped.png',
  ];
  for (const path of names) {
    const { status, data } = await post({ ...one, files: [{ ...file, path }] });
    expect([path, status]).toEqual([path, 400]);
    expect(data.sentence).toContain('不能用');
  }
  const wrong: unknown[] = [
    '{',
    '[]',
    {},
    { ...one, files: [] },
    { ...one, unit: '../x' },
    { ...one, stamp: 'now' },
    { ...one, files: [{ ...file, base64: '<>' }] },
    { ...one, files: [file, file] },
    { ...one, more: 1 },
    JSON.stringify(one).replace('{', '{"__proto__":{"account":"rev-1"},'),
  ];
  for (const body of wrong) expect((await post(body as object)).status).toBe(400);
  expect(branches()).toEqual([]);
});

test('说明里的脚本只是字：照原样存下，答复不是网页', async () => {
  const note = '<script>alert(1)</script> 已办';
  const { data, status } = await post(report(submitted('plain-01', { note })));
  expect(status).toBe(201);
  const ref = data.number ?? '';
  const path = depot.git('diff', '--name-only', `main...${ref}`);
  expect(depot.git('show', `${ref}:${path}`)).toContain(note);
});

test('两个人同时送：一个一个办，都收下；仓库停了就说，修好再送不丢', async () => {
  const sent = await Promise.all(
    ['plain-01', 'plain-04', 'merge-01'].map((issue) => post(report(submitted(issue)))),
  );
  expect(sent.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(branches()).toHaveLength(3);
  await runGit(clone, ['remote', 'set-url', 'origin', join(root, 'gone.git')]);
  const one = report(submitted('shown-01'));
  expect((await post(one)).data).toMatchObject({ why: 'offline' });
  await runGit(clone, ['remote', 'set-url', 'origin', depot.dir]);
  expect((await post(one)).status).toBe(201);
});

test('主分支走了以后送的，从最新的主分支拉分支', async () => {
  const next = depot.commit(first, { 'README.md': '# 新\n' });
  depot.branch('main', next);
  const { data } = await post(report());
  expect(depot.git('rev-parse', `${data.number ?? ''}^`)).toBe(next);
});

test('没有远端，仓库就在本机（裸仓库）：一样收下，一样过钩子', async () => {
  desk = deskOf(depot.dir);
  const { status, data } = await post(report());
  expect(status).toBe(201);
  expect(branches()).toEqual([`refs/heads/${data.number ?? ''}`]);
  expect(pushLogOf(depot.dir).map(({ by }) => by)).toEqual(['clerk-jia']);
});

test('两个收件口同时收同一份：一个分支', async () => {
  const one = report();
  const other = deskOf();
  const both = await Promise.all([desk.take(one, 'clerk-jia'), other.take(one, 'clerk-jia')]);
  expect(branches()).toHaveLength(1);
  const taken = both.filter(({ kind }) => kind === 'taken');
  expect(taken.length).toBeGreaterThan(0);
  // Whoever lost the race is told, and finds it when it is sent again.
  expect((await other.take(one, 'clerk-jia')).kind).toBe('taken');
});

test('推送到一半被强行结束：服务器上没有，工作副本没动；下次启动清掉，再送一次就到', async () => {
  const hook = join(depot.dir, 'hooks/pre-receive');
  const kept = readFileSync(hook, 'utf8');
  const waiting = join(root, 'waiting');
  const one = report();
  writeFileSync(hook, `#!/bin/sh\necho > "${waiting}"\nsleep 30\n`);
  let child: ChildProcess | undefined;
  try {
    child = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `const { ReportDesk } = await import(${JSON.stringify(join(program, 'scripts/site/desk/report-in.ts'))});
const desk = new ReportDesk({ place: { repository: ${JSON.stringify(clone)}, prefix: 'content/' }, remote: 'origin', main: 'main', today: () => ${JSON.stringify(TODAY)} });
await desk.take(${JSON.stringify(one)}, 'clerk-jia');`,
      ],
      { detached: true, stdio: 'ignore' },
    );
    await expect.poll(() => readFileSync(waiting, 'utf8'), { timeout: 20_000 }).toBe('\n');
    process.kill(-child.pid!, 'SIGKILL');
  } finally {
    writeFileSync(hook, kept);
  }
  expect(branches()).toEqual([]);
  expect((await runGit(clone, ['status', '--porcelain'])).text).toBe('');
  desk = deskOf();
  expect((await post(one)).status).toBe(201);
  expect(branches()).toEqual([
    `refs/heads/${branchOf({ ...one, files: one.files.map(({ path, base64 }) => ({ path, bytes: Buffer.from(base64, 'base64') })) })}`,
  ]);
});
