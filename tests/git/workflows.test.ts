/** The workflow files: what they may, what they never do, and the steps of the review run for real on a local repository. */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditOf } from '../../src/review/audit.ts';
import { MARKER } from '../../src/review/comment/review-comment.ts';
import { GroupServer } from '../sending/servers.ts';
import { Depot, type Entries } from './depot.ts';
import { GitServer } from './http-server.ts';
import { step, submitted, updateFile, worldFiles } from './world.ts';

const program = resolve(import.meta.dirname, '../..');
const folder = join(program, '.github/workflows');

interface Step {
  name: string;
  id?: string;
  if?: string;
  shell?: string;
  uses?: string;
  run?: string;
  env?: Record<string, string>;
}
interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<
    string,
    {
      if?: string;
      'runs-on': string;
      'timeout-minutes': number;
      permissions: object;
      steps: Step[];
    }
  >;
}

const files = readdirSync(folder);
const text = (name: string) => readFileSync(join(folder, name), 'utf8');
const workflow = (name: string) => load(text(name)) as Workflow;
const jobsOf = (name: string) => Object.entries(workflow(name).jobs);
const stepsOf = (name: string) => jobsOf(name).flatMap(([, { steps }]) => steps);

const read = { contents: 'read' };
/** What each job of each file may: a new file or a new permission is a decision that is made here. */
const allowed: Record<string, Record<string, object>> = {
  'publish.yml': {
    check: read,
    audit: read,
    'pages-build': read,
    volumes: read,
    bind: read,
    pages: { pages: 'write', 'id-token': 'write' },
    folder: read,
  },
  // It answers under the request with the job's own token; only the last push has another.
  'decide.yml': { decide: { ...read, 'pull-requests': 'write' } },
  // What was sent is proposed by an account of its own: a request of the job's own token would never be reviewed.
  'remind.yml': { remind: read },
  'review.yml': { review: { ...read, 'pull-requests': 'write' } },
  // Runs what a proposal says of the program: it may read and nothing else.
  'program.yml': { program: read },
  // Run by hand alone, of the main branch.
  'windows.yml': { windows: read },
};
/** Secrets that a file may name. */
const secrets: Record<string, string[]> = {
  'decide.yml': ['secrets.LEDGER_DECIDE_TOKEN'],
  'remind.yml': [
    ...['', '_FROM', '_TO'].map((part) => `secrets.LEDGER_SEND_MAIL${part}`),
    'secrets.LEDGER_SEND_WECOM',
    ...['', '_SECRET'].map((part) => `secrets.LEDGER_SEND_DINGTALK${part}`),
    ...['', '_TOKEN'].map((part) => `secrets.LEDGER_SEND_WEBHOOK${part}`),
    'secrets.LEDGER_REMIND_TOKEN',
  ],
};
/** Minutes that a job may take: the whole of the tests takes longer than any step of a ledger. */
const patience: Record<string, number> = { 'program.yml': 60, 'windows.yml': 60 };

describe('流程文件', () => {
  test('有哪些文件是定好的', () => {
    expect(files.toSorted()).toEqual(Object.keys(allowed).toSorted());
  });

  test.each(files)('%s 引用的动作都钉在提交哈希上，没有检出动作', (name) => {
    for (const { uses } of stepsOf(name)) {
      if (uses === undefined) continue;
      expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/u);
      expect(uses).not.toContain('actions/checkout');
    }
  });

  test.each(files)('%s 默认没有权限，每个任务只有写明的几项', (name) => {
    const { permissions, jobs } = workflow(name);
    expect(permissions).toEqual({});
    const granted = Object.entries(jobs).map(([job, one]) => [job, one.permissions]);
    expect(Object.fromEntries(granted)).toEqual(allowed[name]);
  });

  test.each(files)('%s 的脚本里不拼接表达式，只用写明的机密，出错不放过，有时限', (name) => {
    for (const { run = '' } of stepsOf(name)) expect(run).not.toContain('${{');
    expect([...text(name).matchAll(/secrets\.\w+/gu)].flat()).toEqual(secrets[name] ?? []);
    expect(text(name)).not.toContain('continue-on-error');
    for (const [, job] of jobsOf(name)) {
      expect(job['timeout-minutes']).toBeLessThanOrEqual(patience[name] ?? 15);
      expect(job['runs-on']).not.toContain('latest');
    }
  });

  test('报送检查由目标分支触发，只检出主分支', () => {
    expect(Object.keys(workflow('review.yml').on)).toEqual(['pull_request_target']);
    const checkouts = stepsOf('review.yml').flatMap(({ run = '' }) =>
      [...run.matchAll(/git checkout .*/gu)].map(([line]) => line),
    );
    expect(checkouts).toEqual(['git checkout --quiet --detach refs/review/base']);
  });

  test('先对别的分支提合并请求再改投主分支，会再检查一遍', () => {
    expect(workflow('review.yml').on['pull_request_target']).toEqual({
      types: ['opened', 'synchronize', 'reopened', 'edited'],
      branches: ['main'],
    });
  });

  test('已经合并或关闭的合并请求，评论不再办理', () => {
    expect(workflow('decide.yml').jobs['decide']?.if).toContain(
      "&& github.event.issue.state == 'open' &&",
    );
  });

  test('令牌只给取代码和写摘要的步骤，不写进仓库配置', () => {
    const holders = stepsOf('review.yml').filter(({ env }) => env?.['TOKEN'] !== undefined);
    expect(holders.map(({ id }) => id)).toEqual(['fetch', 'comment']);
    expect(text('review.yml')).not.toMatch(/git config|remote add origin .*TOKEN/u);
  });

  test('发布：不设变量就不发布，内部站不往 Pages 放', () => {
    const jobs = jobsOf('publish.yml') as [string, { if?: string; steps: Step[] }][];
    const conditions = Object.fromEntries(jobs.map(([name, job]) => [name, job.if]));
    expect(conditions).toMatchObject({
      'pages-build': "${{ vars.LEDGER_PUBLISH == 'pages' && vars.LEDGER_VOLUMES == '' }}",
      volumes: "${{ vars.LEDGER_PUBLISH == 'pages' && vars.LEDGER_VOLUMES != '' }}",
      pages:
        "${{ !cancelled() && (needs.pages-build.result == 'success' || needs.bind.result == 'success') }}",
      folder: "${{ vars.LEDGER_PUBLISH == 'folder' }}",
    });
    const builds = jobs.filter(([, { steps }]) =>
      steps.some(({ run }) => run?.includes('--internal')),
    );
    expect(builds.map(([name]) => name)).toEqual(['folder']);
  });
});

describe('请求和问题模板', () => {
  const forms = readdirSync(join(program, '.github/ISSUE_TEMPLATE'));
  test.each(forms)('%s 读得出来，是中文', (name) => {
    const form = load(readFileSync(join(program, '.github/ISSUE_TEMPLATE', name), 'utf8')) as {
      name?: string;
      body?: { type: string }[];
      blank_issues_enabled?: boolean;
    };
    if (name === 'config.yml') {
      expect(form).toEqual({ blank_issues_enabled: false });
      return;
    }
    expect(form.name).toMatch(/[\u4e00-\u9fff]/u);
    expect(form.body?.length).toBeGreaterThan(1);
  });
});

describe('流程的步骤真的运行', () => {
  let root: string;
  let depot: Depot;
  let git: GitServer;
  let api: Server;
  let main: string;
  const asked: { method: string; path: string; body: Record<string, string> }[] = [];
  let comments: object[] = [];

  /** The program as it lies here, with the fictional ledger in place of the shipped one. */
  function programFiles(): Record<string, Uint8Array> {
    const found: Record<string, Uint8Array> = {};
    const walk = (dir: string): void => {
      for (const entry of readdirSync(join(program, dir), { withFileTypes: true })) {
        const path = join(dir, entry.name);
        if (entry.isDirectory()) walk(path);
        else found[path] = readFileSync(join(program, path));
      }
    };
    walk('src');
    walk('public');
    walk('scripts');
    walk('content/templates');
    found['package.json'] = readFileSync(join(program, 'package.json'));
    return found;
  }

  beforeAll(async () => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-flow-')));
    depot = new Depot(join(root, 'shili', 'ledger'));
    const reminding = 'content/vocabulary/reminding.yaml';
    main = depot.commit(undefined, {
      ...worldFiles(),
      ...programFiles(),
      [reminding]: readFileSync(join(program, reminding)),
    });
    depot.branch('main', main);
    git = new GitServer(root);
    await git.start();
    api = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
      request.on('end', () => {
        const { method = '', url: path = '' } = request;
        if (method !== 'GET') asked.push({ method, path, body: JSON.parse(body) });
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify(method === 'GET' ? comments : {}));
      });
    });
    await new Promise<void>((done) => api.listen(0, '127.0.0.1', done));
  });
  afterAll(async () => {
    await git.stop();
    api.closeAllConnections();
    await new Promise((done) => api.close(done));
    rmSync(root, { recursive: true, force: true });
  });
  beforeEach(() => {
    depot.branch('main', main);
    asked.length = 0;
    comments = [];
  });

  /** The review of a head that was proposed as request 7. */
  function run(head: string, author: string, actor: string, decide = '') {
    depot.git('update-ref', 'refs/pull/7/head', head);
    return runSteps('review.yml', {
      'github.token': 'x-access-token',
      'github.actor': actor,
      'github.event.pull_request.base.ref': 'main',
      'github.event.pull_request.head.sha': head,
      'github.event.pull_request.number': '7',
      'github.event.pull_request.user.login': author,
      'vars.LEDGER_DECIDE': decide,
    });
  }

  /** What a comment under request 7 of the clerk does. */
  function typed(body: string, by = 'rev-1') {
    return runSteps('decide.yml', {
      'github.token': 'x-access-token',
      'secrets.LEDGER_DECIDE_TOKEN': 'x-access-token',
      'github.event.repository.default_branch': 'main',
      'github.event.issue.number': '7',
      'github.event.issue.user.login': 'clerk-jia',
      'github.event.comment.user.login': by,
      'github.event.comment.body': body,
      'github.event.comment.html_url': 'https://git.example/shili/ledger/pulls/7#issuecomment-9',
    });
  }

  /** A report that the review let pass, its summary as the runner wrote it. */
  async function passed(): Promise<string> {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(
      new Date(),
    );
    const head = propose(updateFile(submitted('plain-01', { reportedOn: today })));
    const { outcomes } = await run(head, 'clerk-jia', 'clerk-jia', 'yes');
    expect(outcomes['review']).toBe(true);
    comments = [{ id: 2, body: asked[0]?.body['body'] ?? '', user: { login: 'gitea-actions' } }];
    asked.length = 0;
    return head;
  }
  const replies = () =>
    asked.map(({ method, body }) => [method, body['body']?.trim().replaceAll('\u2011', '-')]);

  /** Runs all steps as a runner would: later ones only when those before succeeded, or their condition says so. */
  async function runSteps(
    name: string,
    context: Readonly<Record<string, string>>,
    more: Readonly<Record<string, string>> = {},
    steps = stepsOf(name),
  ) {
    const work = mkdtempSync(join(root, 'work-'));
    const temp = mkdtempSync(join(root, 'temp-'));
    const outcomes: Record<string, boolean> = {};
    let log = '';
    for (const { id = '', if: condition, env = {}, run: script = '' } of steps) {
      const failed = Object.values(outcomes).includes(false);
      if (
        failed &&
        (condition === undefined || (outcomes['review'] ?? outcomes['decide']) === undefined)
      )
        continue;
      if (id === 'install') {
        expect(script).toBe('npm ci --no-audit --no-fund');
        symlinkSync(join(program, 'node_modules'), join(work, 'node_modules'));
        outcomes[id] = true;
        continue;
      }
      const filled = Object.entries(env).map(([name, value]) => [
        name,
        value.replace(/\$\{\{ (.+?) \}\}/gu, (_, key: string) => {
          const found = context[key];
          if (found === undefined) throw new Error(`the test does not know ${key}`);
          return found;
        }),
      ]);
      const { code, text: said } = await shell(script, work, {
        ...Object.fromEntries(filled),
        GITHUB_SERVER_URL: git
          .address('', 'x')
          .replace(/\/\/.*@/u, '//')
          .replace(/\/$/u, ''),
        GITHUB_API_URL: `http://127.0.0.1:${String((api.address() as AddressInfo).port)}/api/v1`,
        GITHUB_REPOSITORY: 'shili/ledger',
        GITHUB_STEP_SUMMARY: join(temp, 'step.md'),
        RUNNER_TEMP: temp,
        ...more,
      });
      outcomes[id] = code === 0;
      log += said;
    }
    return { outcomes, log, work };
  }

  function shell(script: string, cwd: string, env: Record<string, string>) {
    return new Promise<{ code: number | null; text: string }>((done) => {
      const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
        cwd,
        env: { PATH: process.env['PATH'] ?? '', HOME: root, ...env },
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (piece: string) => (said += piece));
      child.on('close', (code) => {
        done({ code, text: said });
      });
    });
  }

  const propose = (entries: Entries) => depot.commit(main, entries);

  test('合规的报送：检查通过，新写一条摘要', async () => {
    const { outcomes, log } = await run(propose(updateFile(submitted())), 'clerk-jia', 'clerk-jia');
    expect([outcomes, log]).toEqual([
      { fetch: true, install: true, review: true, comment: true },
      expect.stringContaining('报送检查：通过'),
    ]);
    expect(asked.map(({ method, path }) => [method, path])).toEqual([
      ['POST', '/api/v1/repos/shili/ledger/issues/7/comments'],
    ]);
    expect(asked[0]?.body['body']).toMatch(new RegExp(`^${MARKER}\n## 报送检查：通过`, 'u'));
  });

  test('不合规的报送：检查失败，摘要照写，更新原来那一条', async () => {
    comments = [
      { id: 1, body: `${MARKER}\n冒充的`, user: { login: 'mallory' } },
      { id: 2, body: `${MARKER}\n上一次`, user: { login: 'gitea-actions' } },
    ];
    const { outcomes } = await run(propose(updateFile(step('accepted'))), 'clerk-jia', 'clerk-jia');
    expect(outcomes).toEqual({ fetch: true, install: true, review: false, comment: true });
    expect(asked.map(({ method, path }) => [method, path])).toEqual([
      ['PATCH', '/api/v1/repos/shili/ledger/issues/comments/2'],
    ]);
    expect(asked[0]?.body['body']).toContain('“验收”由审核员登记');
  });

  test('改检查程序的同时在数据里作弊：运行的是主分支的程序，被拒绝，报送里的程序一行也没有运行', async () => {
    const canary = join(root, 'canary');
    const evil = `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(canary)}, '');\nprocess.exit(0);\n`;
    const head = propose({
      ...updateFile(step('voided', 'plain-01', { reason: '作弊' })),
      'scripts/ledger.ts': evil,
      'scripts/main.ts': evil,
      'src/review/review.ts': 'export const review = () => ({ ok: true });\n',
      'package.json': JSON.stringify({ scripts: { preinstall: `touch ${canary}` } }),
      '.npmrc': 'ignore-scripts=false\n',
      '.gitattributes': '* filter=evil\n',
      '.github/workflows/review.yml': 'on: push\n',
    });
    const { outcomes, log, work } = await run(head, 'clerk-jia', 'clerk-jia');
    expect(outcomes['review']).toBe(false);
    expect(log).toContain('不能修改程序和流程文件');
    expect(log).toContain('“撤销”由审核员登记');
    expect(existsSync(canary)).toBe(false);
    expect(existsSync(join(work, '.npmrc'))).toBe(false);
  });

  test('别人推到这份报送里：推送人不属于这个单位，被拒绝', async () => {
    const { outcomes, log } = await run(propose(updateFile(submitted())), 'clerk-jia', 'clerk-yi');
    expect(outcomes['review']).toBe(false);
    expect(log).toContain('推送人 clerk-yi 不是示例区甲街道办事处的填报员');
  });

  test('令牌不留在工作副本里', async () => {
    const { work } = await run(propose(updateFile(submitted())), 'clerk-jia', 'clerk-jia');
    expect(readFileSync(join(work, '.git/config'), 'utf8')).not.toMatch(/authorization|x-access/iu);
  });

  test('审核员复制摘要里的一行发出，就办了：合并和决定一起进主分支，写明谁办的、凭哪条评论', async () => {
    const head = await passed();
    const [summary] = comments as { body: string }[];
    const line = `/验收 ${head.slice(0, 12)}`;
    expect(summary?.body).toContain(`\`\`\`text\n${line}\n\`\`\``);
    expect(summary?.body).toContain(`/退回 ${head.slice(0, 12)} 理由`);
    const { outcomes, log } = await typed(line);
    expect([outcomes, log]).toEqual([
      { fetch: true, install: true, decide: true, push: true, reply: true },
      expect.stringContaining('已办：plain-01 验收（rev-1）。'),
    ]);
    expect(replies()).toEqual([['POST', '已办：plain-01 验收（rev-1）。']]);
    expect(depot.git('log', '--first-parent', '--format=%an %s', `${main}..main`)).toBe(
      'rev-1 plain-01 验收\nrev-1 收件：plain-01 申请验收',
    );
    expect(depot.git('show', '--format=%b', '--no-patch', 'main')).toContain(
      'rev-1 的评论：https://git.example/shili/ledger/pulls/7#issuecomment-9',
    );
    expect(depot.git('rev-parse', 'main~1^2')).toBe(head);
    const audit = auditOf({ repository: depot.dir, prefix: 'content/' }, 'main');
    expect([audit.faults, audit.vanished]).toEqual([[], []]);
  });

  test('退回要写理由；理由里的记号只是字，进了记录', async () => {
    const head = await passed();
    await typed(`/退回 ${head.slice(0, 12)} 理由`);
    expect(replies()).toEqual([['POST', '没有办：退回要写理由：写在提交号后面。']]);
    expect(depot.git('rev-parse', 'main')).toBe(main);
    const canary = join(root, 'typed');
    await typed(`／退回 ${head.slice(0, 12)} 看不清$(touch ${canary})\n重拍`);
    expect(existsSync(canary)).toBe(false);
    expect(depot.git('show', 'main')).toContain(`reason: 看不清$(touch ${canary}) 重拍`);
  });

  test('不是审核员、评论以后又推送过、摘要是冒充的或没有通过、别的评论：什么也不写', async () => {
    const head = await passed();
    const line = `/验收 ${head.slice(0, 12)}`;
    for (const [body, by, said] of [
      [line, 'clerk-jia', '没有办：clerk-jia 不是审核员。'],
      [
        `/验收 ${'0'.repeat(12)}`,
        'rev-1',
        '没有办：评论里的提交不是现在的：又推送过。等新的审核摘要出来，看过再办。',
      ],
      ['/验收', 'rev-1', '没有办：没有写办的是哪个提交：从审核摘要里复制整行“/验收 …”。'],
    ] as const) {
      asked.length = 0;
      await typed(body, by);
      expect(replies()).toEqual([['POST', said]]);
    }
    asked.length = 0;
    await typed('验收吧，谢谢');
    expect(replies()).toEqual([]);
    comments = comments.map((one) => ({ ...one, user: { login: 'mallory' } }));
    await typed(line);
    expect(replies()[0]?.[1]).toContain('报送检查还没有通过这个提交');
    expect(depot.git('rev-parse', 'main')).toBe(main);
  });

  test('有人更快写了主分支：没有推上去，回话说再发一次', async () => {
    const head = await passed();
    const hook = join(depot.dir, 'hooks/pre-receive');
    writeFileSync(hook, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const { outcomes } = await typed(`/验收 ${head.slice(0, 12)}`);
    rmSync(hook);
    expect(outcomes['push']).toBe(true);
    expect(replies()[0]?.[1]).toContain('再发一次同样的评论');
    expect(depot.git('rev-parse', 'main')).toBe(main);
  });

  test('办的时候程序出错：不推，照样回话', async () => {
    const head = await passed();
    comments = [{ id: 'x' }] as never;
    const { outcomes } = await typed(`/验收 ${head.slice(0, 12)}`);
    expect(outcomes).toEqual({ fetch: true, install: true, decide: false, reply: true });
    expect(replies()).toEqual([
      ['POST', '没有办：流程出错，主分支没有动。请管理员看这次运行的日志。'],
    ]);
    expect(depot.git('rev-parse', 'main')).toBe(main);
  });

  /** The steps of the reminders' job on a working day of the ledger, wherever and whenever this runs. */
  function remind(how: string, token: string, given: Readonly<Record<string, string>> = {}) {
    const tools = mkdtempSync(join(root, 'tools-'));
    writeFileSync(join(tools, 'date'), '#!/bin/sh\necho 2024-07-02\n', { mode: 0o755 });
    const none = (secrets['remind.yml'] ?? []).map((name) => [name, '']);
    return runSteps(
      'remind.yml',
      {
        'github.token': 'x-access-token',
        'github.sha': depot.git('rev-parse', 'refs/heads/main'),
        'github.ref_name': 'main',
        'vars.LEDGER_REMIND': how,
        ...Object.fromEntries(none),
        'secrets.LEDGER_REMIND_TOKEN': token,
        ...given,
      },
      { PATH: `${tools}:${process.env['PATH'] ?? ''}` },
    );
  }

  test('两台各画一册，第三台合订；少了一册就不合订', async () => {
    const job = (one: string) => workflow('publish.yml').jobs[one]?.steps;
    const context = {
      'github.token': 'x-access-token',
      'github.sha': depot.git('rev-parse', 'refs/heads/main'),
      'strategy.job-total': '2',
    };
    const temp = mkdtempSync(join(root, 'bind-'));
    const bind = () => runSteps('publish.yml', context, { RUNNER_TEMP: temp }, job('bind'));
    for (const number of ['1', '2']) {
      const own = mkdtempSync(join(root, 'volume-'));
      const drawn = await runSteps(
        'publish.yml',
        { ...context, 'matrix.volume': number },
        { RUNNER_TEMP: own },
        job('volumes'),
      );
      expect([drawn.outcomes, drawn.log]).toMatchObject([{ volume: true }, drawn.log]);
      // What the two actions in between do.
      mkdirSync(join(temp, 'volumes'), { recursive: true });
      renameSync(join(own, 'volume'), join(temp, `volumes/volume-${number}`));
      const { outcomes, log } = await bind();
      expect(outcomes['bind']).toBe(number === '2');
      expect(existsSync(join(temp, 'public/index.html'))).toBe(number === '2');
      if (number === '1') expect(log).toContain('缺第 2 册（共 2 册）');
    }
  });

  test('催办任务的登记成为一个请求，报送检查让它过；账户没有登记的不过', async () => {
    const without = await remind('record', '');
    expect(without.outcomes).toMatchObject({ list: true, record: false });
    expect(without.log).toContain('没有设 LEDGER_REMIND_TOKEN');
    expect(asked).toEqual([]);
    // Over the emulated server, every account's password is its own name.
    const { outcomes, log } = await remind('record', 'x-access-token');
    expect([outcomes, log]).toEqual([
      { fetch: true, install: true, list: true, record: true },
      expect.stringContaining('已登记 reminders/'),
    ]);
    expect(asked).toEqual([
      {
        method: 'POST',
        path: '/api/v1/repos/shili/ledger/pulls',
        body: {
          base: 'main',
          head: 'remind/2024-07-02',
          title: '登记 2024-07-02 的催办',
          body: '由催办任务列出；确已发出再合并。',
        },
      },
    ]);
    const head = depot.git('rev-parse', 'refs/heads/remind/2024-07-02');
    expect((await run(head, 'reminder-bot', 'reminder-bot')).outcomes['review']).toBe(true);
    const stranger = await run(head, 'github-actions', 'github-actions');
    expect(stranger.outcomes['review']).toBe(false);
    expect(stranger.log).toContain('不在本台账登记的人员中');
  });

  test('发到群里的：发一回，连同回答成为一个请求，报送检查让它过；再运行一次不再发', async () => {
    depot.git('update-ref', '-d', 'refs/heads/remind/2024-07-02');
    const site = worldFiles()['content/site.yaml'] ?? '';
    const sending = depot.commit(main, {
      'content/site.yaml': `${site}sending:\n  wecom: internal\n`,
    });
    depot.git('update-ref', 'refs/heads/main', sending);
    const group = new GroupServer();
    const given = {
      'secrets.LEDGER_SEND_WECOM': `${await group.start()}/send?key=key-of-the-group`,
    };
    const first = await remind('send', 'x-access-token', given);
    expect([first.outcomes, first.log]).toEqual([
      { fetch: true, install: true, list: true, record: true },
      expect.stringContaining('收下（errcode 0 ok）'),
    ]);
    expect(first.log).not.toContain('key-of-the-group');
    const proposals = () => asked.filter(({ path }) => path.endsWith('/shili/ledger/pulls')).length;
    expect(proposals()).toBe(1);
    const head = depot.git('rev-parse', 'refs/heads/remind/2024-07-02');
    expect(depot.git('show', `${head}:content/reminders/2024-07-02-jia-remind.yaml`)).toContain(
      'answer: 企业微信群机器人收下（errcode 0 ok）',
    );
    expect((await run(head, 'reminder-bot', 'reminder-bot')).outcomes['review']).toBe(true);
    const again = await remind('send', 'x-access-token', given);
    expect([again.outcomes['record'], again.log]).toEqual([
      true,
      expect.stringContaining('没有再发'),
    ]);
    expect([group.taken.length, proposals()]).toEqual([1, 1]);
    depot.git('update-ref', 'refs/heads/main', main);
  });
});
