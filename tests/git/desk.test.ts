/** `ledger desk` over a bare server with the hook: alone, and behind Debian's nginx with its password sign-in. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from '../../scripts/site/desk.ts';
import type { SentReport } from '../../src/form/send/endpoint.ts';
import { pushLogOf } from '../../src/history/push-log.ts';
import { WrongUse } from '../../scripts/command.ts';
import { runGit } from './clone.ts';
import { Depot } from './depot.ts';
import { submitted, updateFile, worldFiles } from './world.ts';

const program = resolve(import.meta.dirname, '../..');
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
const KEY = createHash('sha256').update('示例').digest('hex');

let root: string;
let depot: Depot;
let content: string;
let gateway: Desk;
let nginx: ChildProcess;
/** Where nginx listens. */
let port: number;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return address.port;
}

const options = (more: object) => ({
  content,
  port: '4390',
  remote: 'origin',
  branch: 'main',
  allowHost: [],
  ...more,
});

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-desk-')));
  depot = new Depot(join(root, 'ledger.git'));
  depot.branch('main', depot.commit(undefined, worldFiles()));
  execFileSync(process.execPath, [join(program, 'scripts/ledger.ts'), 'install-hook', depot.dir]);
  const clone = join(root, 'office');
  await runGit(root, ['clone', '--quiet', depot.dir, clone]);
  content = join(clone, 'content');
  const keyFile = join(root, 'key');
  writeFileSync(keyFile, `${KEY}\n`, { mode: 0o600 });
  port = await freePort();
  gateway = await openDesk(
    options({
      // On the server itself, as docs/forges.md says.
      content: depot.dir,
      userHeader: 'X-Remote-User',
      gatewayKey: keyFile,
      allowHost: ['taizhang.example'],
    }),
  );
  nginx = startNginx(gateway.port);
  for (let tries = 0; tries < 100; tries += 1) {
    const status = await fetch(`http://127.0.0.1:${String(port)}/`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 401) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('nginx 没有启动 → 先 apt-get install nginx-light');
});
afterAll(() => {
  nginx.kill();
  gateway.close();
  rmSync(root, { recursive: true, force: true });
});

/** As docs/forges.md says, with folders of its own. Every account signs in with its own name as the password. */
function startNginx(desk: number): ChildProcess {
  // A machine without it gets it; where it cannot be had, the test fails.
  if (!existsSync('/usr/sbin/nginx'))
    for (const args of [['update'], ['install', '--yes', '--no-install-recommends', 'nginx-light']])
      spawnSync('apt-get', args, { stdio: 'ignore' });
  const dir = join(root, 'nginx');
  mkdirSync(dir);
  const sha = (password: string) => createHash('sha1').update(password).digest('base64');
  const accounts = ['clerk-jia', 'clerk-old', 'stranger', 'rev-1'];
  writeFileSync(
    join(dir, 'htpasswd'),
    accounts.map((account) => `${account}:{SHA}${sha(account)}\n`).join(''),
  );
  writeFileSync(
    join(dir, 'nginx.conf'),
    `daemon off; pid ${dir}/pid; error_log ${dir}/error.log; worker_processes 1;
user root;
events {}
http {
  access_log off;
  client_body_temp_path ${dir}/body; proxy_temp_path ${dir}/proxy; fastcgi_temp_path ${dir}/f;
  uwsgi_temp_path ${dir}/u; scgi_temp_path ${dir}/s;
  server {
    listen 127.0.0.1:${String(port)};
    server_name taizhang.example;
    auth_basic "ledger";
    auth_basic_user_file ${dir}/htpasswd;
    client_max_body_size 64m;
    location / {
      proxy_pass http://127.0.0.1:${String(desk)};
      proxy_set_header Host $http_host;
      proxy_set_header X-Remote-User $remote_user;
      proxy_set_header X-Ledger-Key ${KEY};
      proxy_set_header Authorization "";
    }
  }
}
`,
  );
  return spawn('/usr/sbin/nginx', ['-c', join(dir, 'nginx.conf'), '-p', dir], { stdio: 'inherit' });
}

let second = 0;

function report(issue: string): SentReport {
  const stamp = `${today.replaceAll('-', '')}-08${String((second += 1)).padStart(4, '0')}`;
  const file = updateFile(submitted(issue, { reportedOn: today }), `${stamp}-abc`);
  return {
    unit: 'jia',
    stamp,
    title: `${issue} 申请验收`,
    words: '附：编号',
    files: Object.entries(file).map(([path, text]) => ({
      path: path.replace('content/', ''),
      base64: Buffer.from(text).toString('base64'),
    })),
  };
}

/** Asks through nginx, as a browser on the inner network does. Every account's password is its own name. */
function through(
  account: string,
  body: object | undefined,
  headers: Readonly<Record<string, string>> = {},
  path = '/api/report',
): Promise<{ status: number; text: string }> {
  const host = `taizhang.example:${String(port)}`;
  const text = body === undefined ? '' : JSON.stringify(body);
  const said = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    origin: `http://${host}`,
  };
  return new Promise((settle, fail) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: body === undefined ? 'GET' : 'POST',
        auth: account.includes(':') ? account : `${account}:${account}`,
        headers: { ...headers, host, ...(body === undefined ? {} : said) },
      },
      (response) => {
        let answer = '';
        response.setEncoding('utf8').on('data', (piece: string) => (answer += piece));
        response.on('end', () => {
          settle({ status: response.statusCode ?? 0, text: answer });
        });
      },
    );
    asked.on('error', fail);
    asked.end(text);
  });
}

test('nginx 登录的人看得到内部站，报送记在他名下，服务器的钩子认他', async () => {
  const home = await through('clerk-jia', undefined, {}, '/index.html');
  expect(home.status).toBe(200);
  expect((await through('clerk-jia', undefined)).text).toBe('{"account":"clerk-jia"}');
  const { status, text } = await through('clerk-jia', report('plain-01'));
  expect([status, text]).toEqual([201, expect.stringContaining('report/jia/')]);
  expect(pushLogOf(depot.dir).map(({ by }) => by)).toEqual(['clerk-jia']);
});

test('经 nginx 冒充别人没有用：请求头由入口改写；口令不对、期满、不认识的进不来', async () => {
  const forged = { 'X-Remote-User': 'rev-1', 'X-Ledger-Key': KEY, X_Remote_User: 'rev-1' };
  expect((await through('clerk-jia', undefined, forged)).text).toBe('{"account":"clerk-jia"}');
  for (const account of ['clerk-old', 'stranger'])
    expect((await through(account, report('plain-04'))).status).toBe(403);
  expect((await through('clerk-jia:x', undefined)).status).toBe(401);
});

test('绕过 nginx 直接找程序：内部站看不到，也送不进来', async () => {
  const direct = `http://127.0.0.1:${String(gateway.port)}/`;
  for (const path of ['', 'index.html', 'api/report']) {
    const headers = { 'X-Remote-User': 'rev-1' };
    expect((await fetch(direct + path, { headers })).status).toBe(403);
  }
});

test('只给本机一个人用：要启动时的地址；不在任的人开不了；两个同时开着各管各的', async () => {
  await expect(openDesk(options({ as: 'clerk-old' }))).rejects.toThrow(WrongUse);
  await expect(openDesk(options({}))).rejects.toThrow(WrongUse);
  await expect(openDesk(options({ userHeader: 'X-Remote-User' }))).rejects.toThrow(WrongUse);
  const [one, other] = [
    await openDesk(options({ as: 'clerk-jia' })),
    await openDesk(options({ as: 'clerk-both' })),
  ];
  try {
    expect(one.port).not.toBe(other.port);
    const ask = async (desk: Desk, cookie: string) => {
      const answer = await fetch(`http://127.0.0.1:${String(desk.port)}/api/report`, {
        headers: { cookie, 'sec-fetch-site': 'same-origin' },
      });
      return [answer.status, await answer.json()] as const;
    };
    const cookies = await Promise.all(
      [one, other].map(async ({ enter }) => {
        const answer = await fetch(enter, { redirect: 'manual' });
        return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      }),
    );
    // A browser sends the cookies of both, since ports of one machine share them.
    const both = cookies.join('; ');
    expect(await ask(one, both)).toEqual([200, { account: 'clerk-jia' }]);
    expect(await ask(other, both)).toEqual([200, { account: 'clerk-both' }]);
    expect((await ask(one, cookies[1] ?? ''))[0]).toBe(401);
    expect(
      (await fetch(`http://127.0.0.1:${String(one.port)}/?key=guess`)).headers.get('set-cookie'),
    ).toBeNull();
  } finally {
    one.close();
    other.close();
  }
  const trees = await runGit(content, ['worktree', 'list', '--porcelain']);
  expect(trees.text.match(/^worktree /gmu)).toHaveLength(1);
});
