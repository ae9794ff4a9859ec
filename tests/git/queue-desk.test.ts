/** 待办 over a bare server with the hook: what waits, deciding in one checked push, lost races, and attacks on its doors. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import type { Server } from 'node:http';
import { request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ApprovalDesk } from '../../scripts/site/desk/approval-desk.ts';
import { ConfirmDesk } from '../../scripts/site/desk/confirm-desk.ts';
import { DecidingDesk } from '../../scripts/site/decide/deciding.ts';
import { DraftStore } from '../../scripts/site/decide/draft-store.ts';
import { byGateway, byKey, type Who } from '../../scripts/site/serving/endpoint.ts';
import { hostsOf } from '../../scripts/site/serving/guard.ts';
import { queueDoor } from '../../scripts/site/desk/queue-door.ts';
import { ListDesk } from '../../scripts/site/desk/list-desk.ts';
import { PaperDesk } from '../../scripts/site/desk/paper-desk.ts';
import { ProposingDesk } from '../../scripts/site/desk/proposing.ts';
import { RecordDesk } from '../../scripts/site/record-desk.ts';
import { ReportDesk } from '../../scripts/site/desk/report-in.ts';
import { SheetBackDesk } from '../../scripts/site/desk/sheet-back-desk.ts';
import { BUSY_PATIENCE, siteServer } from '../../scripts/site/serving/static.ts';
import { WaitingDesk } from '../../scripts/site/desk/waiting-desk.ts';
import type { QueueItem } from '../../src/form/page-data/waiting-report.ts';
import { replay } from '../../src/domain/issue/replay.ts';
import { stateInWords } from '../../src/domain/issue/state-words.ts';
import { pushLogOf } from '../../src/history/push-log.ts';
import { readRecord } from '../../src/ledger/record.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { auditOf } from '../../src/review/audit.ts';
import type { Inspection } from '../../src/schema/inspection.ts';
import { runGit } from './clone.ts';
import { Depot } from './depot.ts';
import { fillSheet, filesOf } from './office-round.ts';
import { html, png } from './samples.ts';
import { step, submitted, TODAY, updateFile, worldFiles } from './world.ts';

const program = resolve(import.meta.dirname, '../..');
const KEY = 'k'.repeat(32);
const JIA = '序号1 甲街道发布“未进行备案”';

let root: string;
let depot: Depot;
let first: string;
let clone: string;
let site: Server;
let port: number;
let who: (request: Parameters<ReturnType<typeof byKey>>[0]) => Who;
let hook: string;
let kept: string;
let today = TODAY;
let desk: ReturnType<typeof deskOf>;

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-queue-')));
  depot = new Depot(join(root, 'ledger.git'));
  const shipped = (name: string) => [
    `content/vocabulary/${name}.yaml`,
    readFileSync(join(program, `content/vocabulary/${name}.yaml`)),
  ];
  first = depot.commit(undefined, {
    ...worldFiles(),
    ...(Object.fromEntries(['columns', 'reminding'].map(shipped)) as Record<string, Buffer>),
    'content/evidence/plain-02/旧照.png': Buffer.from(png),
  });
  depot.branch('main', first);
  execFileSync(process.execPath, [join(program, 'scripts/ledger.ts'), 'install-hook', depot.dir]);
  hook = join(depot.dir, 'hooks/pre-receive');
  kept = readFileSync(hook, 'utf8').replace('pre-receive \\', `pre-receive --as-of ${TODAY} \\`);
  writeFileSync(hook, kept);
  clone = join(root, 'office');
  await runGit(root, ['clone', '--quiet', depot.dir, clone]);
  writeFileSync(join(root, 'index.html'), '首页');
  desk = deskOf();
  site = siteServer(root, { patience: BUSY_PATIENCE, besides: (...given) => door(...given) });
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  ({ port } = site.address() as AddressInfo);
});
afterAll(() => {
  site.closeAllConnections();
  site.close();
  rmSync(root, { recursive: true, force: true });
});
afterEach(async () => {
  today = TODAY;
  who = byKey('ledger-key', KEY, 'rev-1');
  writeFileSync(hook, kept);
  rmSync(join(clone, '.git/hooks/pre-push'), { force: true });
  for (const ref of depot.git('for-each-ref', '--format=%(refname)', 'refs/heads').split('\n'))
    if (ref !== 'refs/heads/main') depot.git('update-ref', '-d', ref);
  depot.branch('main', first);
  rmSync(join(depot.dir, 'ledger-pushes.jsonl'), { force: true });
  desk = deskOf();
  expect((await runGit(clone, ['status', '--porcelain', '--ignored'])).text).toBe('');
  expect((await runGit(clone, ['for-each-ref', 'refs/ledger'])).text).toBe('');
});
who = byKey('ledger-key', KEY, 'rev-1');

function deskOf() {
  const at = {
    place: { repository: clone, prefix: 'content/' },
    remote: 'origin',
    main: 'main',
    today: () => today,
  };
  const reports = new ReportDesk(at);
  const waiting = new WaitingDesk(at, reports);
  const drafts = new DraftStore(clone);
  const deciding = new DecidingDesk(at, reports, waiting, drafts);
  const approvals = new ApprovalDesk(at, reports, waiting, deciding, drafts);
  const proposing = new ProposingDesk(at, reports, waiting);
  const back = new SheetBackDesk(proposing);
  const papers = new PaperDesk({
    content: join(clone, 'content'),
    folder: join(root, 'papers'),
    today: () => TODAY,
  });
  const lists = new ListDesk(proposing);
  const confirms = new ConfirmDesk(proposing);
  const records = new RecordDesk(proposing);
  return {
    reports,
    waiting,
    deciding,
    back,
    lists,
    confirms,
    papers,
    records,
    approvals,
    proposing,
  };
}

const door: ReturnType<typeof queueDoor> = (request, response) => {
  return queueDoor({
    hosts: hostsOf('127.0.0.1', []),
    who: (one) => who(one),
    waiting: desk.waiting,
    desk: desk.deciding,
    back: desk.back,
    lists: desk.lists,
    confirms: desk.confirms,
    papers: desk.papers,
    records: desk.records,
    proposing: desk.proposing,
    approvals: desk.approvals,
  })(request, response);
};

interface Answered {
  status: number;
  text: string;
  type: string | undefined;
  headers: Record<string, unknown>;
  data: { waiting: QueueItem[]; words?: string; sentence?: string; why?: string };
}

function call(
  path: string,
  body?: object,
  headers: Record<string, string | undefined> = {},
  method = body === undefined ? 'GET' : 'POST',
): Promise<Answered> {
  const text = body === undefined ? '' : JSON.stringify(body);
  const all: Record<string, string | undefined> = {
    ...(body === undefined
      ? {}
      : {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(text)),
          origin: `http://127.0.0.1:${String(port)}`,
        }),
    cookie: `ledger-key=${KEY}`,
    ...headers,
  };
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  return new Promise((settle, fail) => {
    const asked = ask(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        headers: Object.fromEntries(given) as Record<string, string>,
      },
      (response) => {
        let said = '';
        response.setEncoding('utf8').on('data', (piece: string) => (said += piece));
        response.on('end', () => {
          let data = {} as Answered['data'];
          try {
            data = JSON.parse(said) as Answered['data'];
          } catch {
            // A file.
          }
          const { statusCode: status = 0, headers: head } = response;
          settle({ status, text: said, type: head['content-type'], headers: head, data });
        });
      },
    );
    asked.on('error', fail);
    asked.end(text);
  });
}

/** A branch that somebody pushed to the server, hook and all. */
async function pushed(
  branch: string,
  by: string,
  entries: Record<string, string | Buffer>,
  on = TODAY,
): Promise<string> {
  const commit = depot.commit(first, entries, { at: `${on}T10:00:00+08:00` });
  const told = await runGit(
    depot.dir,
    ['push', '--porcelain', depot.dir, `${commit}:refs/heads/${branch}`],
    { REMOTE_USER: by },
  );
  expect(told.ok, told.text).toBe(true);
  return commit;
}

const queue = async (): Promise<QueueItem[]> => (await call('/api/queue')).data.waiting;
const main = () => depot.git('rev-parse', 'main');

/** What the page sends for a report whose every issue is decided so. */
const decision = ({ commit, seen, issues }: QueueItem, action = '', fields = {}) => ({
  commit,
  seen,
  decided: action === '' ? [] : issues.map(({ issue }) => ({ issue, action, fields })),
});
const decide = (items: object[]) => call('/api/decisions', { items });

test('什么名字的分支都数，等得最久的在前；检查的话、应交与已交、经过、能怎样办都在', async () => {
  await pushed('report/jia/1', 'clerk-jia', updateFile(submitted()));
  await pushed(
    'receive/yi-1',
    'rev-2',
    updateFile(submitted('plain-02', { onBehalfOf: 'yi', channel: '报送单' })),
    '2024-06-07',
  );
  await pushed(
    '随便起的',
    'rev-2',
    updateFile(
      step('progress', 'plain-03', { note: '在改', onBehalfOf: 'jia', channel: '报送单' }),
    ),
    '2024-06-03',
  );
  const waiting = await queue();
  expect(waiting.map(({ branch, days, author }) => [branch, days, author])).toEqual([
    ['随便起的', 7, 'rev-2'],
    ['receive/yi-1', 3, 'rev-2'],
    ['report/jia/1', 0, 'clerk-jia'],
  ]);
  const one = waiting.find(({ branch }) => branch === 'report/jia/1')!;
  expect([one.ok, one.verdict, one.days]).toEqual([true, '检查通过', 0]);
  expect(one.steps[0]).toMatchObject({ before: '待整改', after: '待审核', actionName: '申请验收' });
  expect(one.steps[0]?.evidence[0]).toEqual({
    kind: 'number',
    value: '示例备〔2024〕1号',
    isPicture: false,
    notes: [],
  });
  expect(one.issues[0]?.owed).toHaveLength(1);
  expect(one.issues[0]?.story).toEqual(['2024年5月1日 列入清单，待整改']);
  expect(one.issues[0]?.acts.map(({ title }) => title)).toEqual(['验收', '退回', '转长期坚持']);
  const going = waiting.find(({ branch }) => branch === '随便起的')!;
  expect(going.issues[0]?.acts.map(({ title }) => title)).toEqual(['延期', '暂缓']);
});

test('验收是一次推送：合并和决定记录一起到，推送人、提交人是审核员，审计干净', async () => {
  await pushed('report/jia/1', 'clerk-jia', updateFile(submitted()));
  const [one] = await queue();
  const { status, data } = await decide([decision(one!, 'accepted')]);
  expect([status, data.words]).toEqual([201, `${JIA} 验收，已销号（plain-01）`]);
  expect(await queue()).toEqual([]);
  expect(depot.git('log', '--first-parent', '--format=%an %s', `${first}..main`)).toBe(
    'rev-1 plain-01 验收\nrev-1 收件：plain-01 申请验收',
  );
  expect(pushLogOf(depot.dir).map(({ by, ref }) => `${by} ${ref}`)).toEqual([
    'clerk-jia refs/heads/report/jia/1',
    'rev-1 refs/heads/main',
  ]);
  const audit = auditOf({ repository: depot.dir, prefix: 'content/' }, 'main');
  expect([audit.ok, audit.vanished]).toEqual([true, []]);
  expect(audit.updates.map(({ kind }) => kind)).toEqual(['received', 'alone-marked']);
  const [record] = depot.git('diff', '--name-only', 'main~1', 'main').split('\n');
  expect(depot.git('show', `main:${record ?? ''}`)).toBe(
    `issue: plain-01\naction: accepted\nreportedOn: ${TODAY}\nreceivedBy: 审核员`,
  );
});

test('按下以前就说办了以后是什么状态，与写进去以后台账说的一样', async () => {
  const reported = ['plain-01', 'plain-04', 'merge-01', 'shown-01', 'plain-03'];
  const evidence = [{ link: 'https://example.org/a', day: '2024-06-09' }];
  for (const issue of reported)
    await pushed(
      `report/jia/${issue}`,
      'clerk-jia',
      updateFile(submitted(issue, issue === 'plain-03' ? { evidence } : {})),
    );
  const told = new Map(
    (await queue()).map(({ issues: [issue] }) => [issue!.issue, issue!.outcomes]),
  );
  const decides = { returned: '退回', sustained: '长期坚持' };
  const kept = '已验收待上级核销';
  const shown = '已验收待公示';
  expect(Object.fromEntries(told)).toEqual({
    'plain-01': { '': '待审核', accepted: '已销号', ...decides },
    'plain-04': { '': '待审核', accepted: kept, ...decides, sustained: kept },
    'merge-01': { '': '已销号' },
    'shown-01': { '': '待审核', accepted: shown, ...decides, sustained: shown },
    'plain-03': { '': '待审核', accepted: '长期坚持', ...decides },
  });
  for (const [issue, outcomes] of told) {
    const one = (await queue()).find(({ issues }) => issues[0]?.issue === issue)!;
    const act = 'accepted' in outcomes ? 'accepted' : '';
    expect((await decide([decision(one, act)])).status).toBe(201);
    await desk.waiting.fetch();
    const { issues, updates, campaigns, vocabulary } = desk.reports.ledger()!;
    const record = issues.get(issue)!;
    const campaign = campaigns.get(record.campaign)!;
    const settings = { campaign, timing: vocabulary.timing, today: TODAY };
    const after = replay(record, updates.get(issue) ?? [], settings);
    expect([issue, stateInWords(after)]).toEqual([issue, outcomes[act]]);
  }
});

test('退回要写理由：没有写的不写入；写了的，理由在记录里；只收件不写决定', async () => {
  await pushed('report/jia/1', 'clerk-jia', updateFile(submitted()));
  const [one] = await queue();
  const without = await decide([decision(one!, 'returned')]);
  expect(without.status).toBe(422);
  expect(without.data.sentence).toContain('理由');
  expect(main()).toBe(first);
  expect((await decide([decision(one!, 'returned', { reason: '截图看不清，重拍' })])).status).toBe(
    201,
  );
  expect(depot.git('show', 'main')).toContain('reason: 截图看不清，重拍');
  await pushed(
    'report/jia/2',
    'clerk-jia',
    updateFile(step('progress', 'plain-03', { note: '在改' })),
  );
  const [other] = await queue();
  expect((await decide([decision(other!)])).data.words).toBe(
    '序号3 甲街道发布“内容更新不及时” 收件，整改中（plain-03）',
  );
});

test('检查没有通过的不能收；服务器的钩子不收的，原话回来，什么也没有写', async () => {
  await pushed('report/jia/1', 'clerk-jia', updateFile(submitted()));
  await pushed('report/jia/2', 'clerk-jia', updateFile(submitted()));
  const [one, other] = await queue();
  writeFileSync(hook, '#!/bin/sh\necho "✗ 今天停收"\nexit 1\n');
  const refused = await decide([decision(one!, 'accepted')]);
  expect([refused.status, refused.data.sentence]).toEqual([422, '服务器没有收：✗ 今天停收']);
  expect(main()).toBe(first);
  writeFileSync(hook, kept);
  expect((await decide([decision(one!, 'accepted')])).status).toBe(201);
  // The second says the same of an issue that is closed by now.
  const [stale] = await queue();
  expect(stale).toMatchObject({ commit: other!.commit, ok: false });
  expect(stale!.faults[0]?.words).toContain('不能报“申请验收”');
  expect(stale!.issues[0]?.acts).toEqual([]);
  const late = await decide([decision(stale!)]);
  expect([late.status, late.data.sentence]).toEqual([422, expect.stringContaining('检查没有通过')]);
  expect((await decide([decision(other!, 'accepted')])).data.sentence).toContain('情况变了');
});

test('别人先写了主分支：不相干的，重新核对再写并说明；两个人办同一份，后一个被告知', async () => {
  await pushed('report/jia/1', 'clerk-jia', updateFile(submitted()));
  const [one] = await queue();
  const faster = depot.commit(first, { 'README.md': '# 改过\n' });
  const race = join(clone, '.git/hooks/pre-push');
  writeFileSync(
    race,
    `#!/bin/sh\nrm "$0"\ngit --git-dir="${depot.dir}" update-ref refs/heads/main ${faster}\n`,
  );
  chmodSync(race, 0o755);
  const { status, data } = await decide([decision(one!, 'accepted')]);
  expect([status, data.words]).toEqual([
    201,
    `${JIA} 验收，已销号（plain-01）（刚才有别人先写了主分支，已重新核对再写入）`,
  ]);
  expect(existsSync(race)).toBe(false);
  expect(depot.git('merge-base', 'main', faster)).toBe(faster);

  await pushed('report/yi/1', 'clerk-yi', updateFile(submitted('plain-02')));
  const [both] = await queue();
  const second = deskOf();
  const item = decision(both!, 'returned', { reason: '示例' });
  const answers = await Promise.all([
    desk.deciding.decide({ items: [decision(both!, 'accepted')] }, 'rev-1'),
    second.deciding.decide({ items: [item] }, 'rev-2'),
  ]);
  expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['done', 'not']);
  const loser = answers.find(({ kind }) => kind === 'not');
  expect(loser).toMatchObject({
    status: 409,
    sentence: expect.stringContaining('已经有人办了') as unknown,
  });
});

test('成批办：佐证没有逐件打开的、有提醒的，不许；都看过的一次推送', async () => {
  const withLink = submitted('plain-01', {
    evidence: [{ number: '示例备〔2024〕1号' }, { link: 'https://example.org/a' }],
  });
  await pushed('report/jia/1', 'clerk-jia', updateFile(withLink));
  await pushed('report/yi/1', 'clerk-yi', updateFile(submitted('plain-02')));
  const waiting = await queue();
  const items = () => waiting.map((one) => decision(one, 'accepted'));
  const unseen = await decide(items());
  expect([unseen.status, unseen.data.sentence]).toEqual([
    422,
    expect.stringContaining('佐证还没有逐件打开看过'),
  ]);
  expect(main()).toBe(first);
  const linked = waiting.find(({ branch }) => branch === 'report/jia/1')!;
  const opened = await call(`/api/evidence/${linked.commit}/0`);
  expect([opened.status, opened.headers['location']]).toEqual([303, 'https://example.org/a']);
  expect((await decide(items())).status).toBe(201);
  expect(depot.git('rev-list', '--count', '--first-parent', `${first}..main`)).toBe('4');
  expect(pushLogOf(depot.dir).filter(({ ref }) => ref === 'refs/heads/main')).toHaveLength(1);
});

test('用过的图片标明在哪里用过，这样的不许成批办；图片能看，按第几件要，名字里的路径没有用', async () => {
  const file = '照片.png';
  await pushed('report/jia/1', 'clerk-jia', {
    ...updateFile(
      submitted('plain-01', {
        evidence: [{ number: '示例备〔2024〕1号' }, { file }],
      }),
    ),
    [`content/evidence/plain-01/${file}`]: Buffer.from(png),
  });
  await pushed('report/yi/1', 'clerk-yi', updateFile(submitted('plain-02')));
  const waiting = await queue();
  const one = waiting.find(({ branch }) => branch === 'report/jia/1')!;
  const piece = one.steps[0]?.evidence.find(({ kind }) => kind === 'file');
  expect(piece).toMatchObject({ at: 0, isPicture: true });
  expect(piece?.notes).toEqual([expect.stringContaining('evidence/plain-02/旧照.png')]);
  const shown = await call(`/api/evidence/${one.commit}/0`);
  expect([shown.status, shown.type]).toEqual([200, 'image/png']);
  const many = await decide(waiting.map((item) => decision(item, 'accepted')));
  expect([many.status, many.data.sentence]).toEqual([422, expect.stringContaining('有提醒')]);
  for (const path of [
    `/api/evidence/${one.commit}/1`,
    `/api/evidence/${first}/0`,
    `/api/evidence/${one.commit}/..%2f..%2fsite.yaml`,
    `/api/evidence/${one.commit}/0/../../../site.yaml`,
    '/api/evidence/HEAD/0',
  ])
    expect((await call(path)).status, path).not.toBe(200);
});

test('浏览器会运行的佐证只作文件下载；说明里的脚本只是字', async () => {
  const note = '<img src=x onerror=alert(1)>';
  const commit = depot.commit(first, {
    ...updateFile(submitted('plain-01', { note, evidence: [{ file: 'a.png' }] })),
    'content/evidence/plain-01/a.png': Buffer.from(html),
  });
  // Past the hook, as on a server that has none.
  depot.branch('怪分支', commit);
  const [one] = await queue();
  expect([one!.ok, one!.steps[0]?.note]).toEqual([false, note]);
  const answer = await call('/api/queue');
  expect(answer.type).toMatch(/^application\/json/u);
  const shown = await call(`/api/evidence/${one!.commit}/0`);
  expect([shown.type, shown.headers['content-disposition']]).toEqual([
    'application/octet-stream',
    'attachment',
  ]);
  expect(shown.headers['content-security-policy']).toContain('sandbox');
});

test('佐证的文件名写成别处的路径：办不了，也打不开别处的文件', async () => {
  const paths = ['../../site.yaml', '../plain-02/旧照.png', '/etc/passwd', '..\\旧照.png', '.'];
  for (const [at, file] of paths.entries()) {
    const said = `issue: plain-01\naction: submitted\nreportedOn: ${TODAY}\nevidence:\n  - { file: ${JSON.stringify(file)} }\n`;
    const path = `content/updates/plain-01/20240610-0900${String(at).padStart(2, '0')}-abc.yaml`;
    // Past the hook, as on a server that has none.
    depot.branch(`怪名字-${String(at)}`, depot.commit(first, { [path]: said }));
  }
  const waiting = await queue();
  expect(waiting.length).toBe(paths.length);
  for (const one of waiting) {
    expect([one.branch, one.ok]).toEqual([one.branch, false]);
    expect((await call(`/api/evidence/${one.commit}/0`)).status).toBe(404);
    expect((await decide([decision(one)])).status).toBe(422);
  }
  expect(main()).toBe(first);
});

test('别的网页、改指的域名、没有钥匙、伪造钥匙、填报员、冒充登录的人：看不到，也办不了', async () => {
  await pushed('report/jia/1', 'clerk-jia', updateFile(submitted()));
  const [one] = await queue();
  const body = { items: [decision(one!, 'accepted')] };
  const bad: Record<string, string | undefined>[] = [
    { origin: undefined },
    { origin: 'https://evil.example' },
    { origin: `http://127.0.0.1:${String(port + 1)}` },
    { host: 'evil.example' },
    { cookie: undefined },
    { cookie: `ledger-key=${'x'.repeat(32)}` },
    { 'content-type': 'text/plain' },
    { 'sec-fetch-site': 'cross-site' },
  ];
  for (const headers of bad)
    expect(
      (await call('/api/decisions', body, headers)).status,
      JSON.stringify(headers),
    ).toBeGreaterThanOrEqual(400);
  for (const path of ['/api/queue', `/api/evidence/${one!.commit}/0`])
    for (const headers of [
      { cookie: undefined },
      { 'sec-fetch-site': 'cross-site' },
      { host: 'evil.example' },
    ])
      expect((await call(path, undefined, headers)).status).toBeGreaterThanOrEqual(400);
  for (const strange of [
    {},
    { items: [] },
    { items: [{ ...body.items[0], commit: '../main' }] },
    { ...body, as: 'rev-2' },
  ])
    expect((await call('/api/decisions', strange)).status).toBe(400);
  expect((await call('/api/decisions')).status).toBe(405);
  const forged = {
    items: [
      {
        ...body.items[0],
        decided: [
          {
            issue: 'plain-01',
            action: 'accepted',
            fields: { issue: 'plain-04', action: 'voided', reportedOn: '2020-01-01' },
          },
        ],
      },
    ],
  };
  who = () => ({ account: 'stranger' });
  expect((await call('/api/waiting')).status).toBe(403);
  who = () => ({ account: 'clerk-jia' });
  expect((await call('/api/waiting')).data.waiting).toEqual([
    { issue: 'plain-01', since: TODAY, number: 'report/jia/1' },
  ]);
  expect((await call('/api/queue')).status).toBe(403);
  expect((await call('/api/decisions', body)).status).toBe(403);
  who = byGateway({ header: 'x-remote-user', key: KEY, only: undefined });
  expect((await call('/api/decisions', body, { 'x-remote-user': 'rev-1' })).status).toBe(403);
  expect(main()).toBe(first);
  // Fields that the decision does not ask for are not written.
  who = byKey('ledger-key', KEY, 'rev-1');
  expect((await call('/api/decisions', forged)).status).toBe(201);
  expect(depot.git('show', 'main')).not.toMatch(/plain-04|voided|2020-01-01/u);
});

test('推送到一半被强行结束：服务器上没有，工作副本没动；下次启动清掉，再办一次就成', async () => {
  await pushed('report/jia/1', 'clerk-jia', updateFile(submitted()));
  const [one] = await queue();
  const waiting = join(root, 'waiting');
  writeFileSync(hook, `#!/bin/sh\necho > "${waiting}"\nsleep 30\n`);
  const from = (file: string) => JSON.stringify(join(program, 'scripts/site', file));
  const child: ChildProcess = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const { ReportDesk } = await import(${from('desk/report-in.ts')});
const { WaitingDesk } = await import(${from('desk/waiting-desk.ts')});
const { DecidingDesk } = await import(${from('decide/deciding.ts')});
const at = { place: { repository: ${JSON.stringify(clone)}, prefix: 'content/' }, remote: 'origin', main: 'main', today: () => ${JSON.stringify(TODAY)} };
const reports = new ReportDesk(at);
await new DecidingDesk(at, reports, new WaitingDesk(at, reports)).decide(${JSON.stringify({ items: [decision(one!, 'accepted')] })}, 'rev-1');`,
    ],
    { detached: true, stdio: 'ignore' },
  );
  await expect.poll(() => existsSync(waiting), { timeout: 20_000 }).toBe(true);
  process.kill(-child.pid!, 'SIGKILL');
  writeFileSync(hook, kept);
  expect(main()).toBe(first);
  desk = deskOf();
  expect((await runGit(clone, ['for-each-ref', 'refs/ledger'])).text).toBe('');
  expect((await decide([decision(one!, 'accepted')])).status).toBe(201);
});

/** The sheet of 甲 as it was sent out, filled in with a filing number, as the page sends it with a picture beside it. */
async function sheetBack(
  evidence = '示例备〔2024〕1号',
): Promise<{ name: string; base64: string }[]> {
  const out = mkdtempSync(join(root, 'sent-'));
  execFileSync(
    process.execPath,
    [
      ...[join(program, 'scripts/ledger.ts'), 'collect', '--campaign', 'plain', '--out', out],
      ...['--content', join(clone, 'content'), '--as-of', TODAY],
    ],
    { stdio: 'pipe' },
  );
  const sent = filesOf(out).find(({ name }) => name.includes('甲'))!;
  const { bytes } = await fillSheet(sent.bytes, () => ({
    reporter: '办公室主任',
    approver: '分管负责人',
    reportedOn: TODAY,
    rows: { 'plain-01': { 本次报送: '申请验收', 完成日期: '6月9日', 佐证: evidence } },
  }));
  return [{ name: '收回/甲.xlsx', base64: Buffer.from(bytes).toString('base64') }];
}
const giveBack = (body: object, headers = {}) => call('/api/returned', body, headers);
const branches = () => depot.git('for-each-ref', '--format=%(refname:short)', 'refs/heads');

test('拖进来的报送单：先只预览，与 receive 同样的话；写入要收件人和看过的预览；推送后在待办里，再拖一次是收过的', async () => {
  const files = [
    ...(await sheetBack()),
    { name: '收回/别的.png', base64: Buffer.from(png).toString('base64') },
    { name: '收回/~$甲.xlsx', base64: '' },
  ];
  const shown = await giveBack({ receivedBy: '政务公开股', files });
  const preview = shown.data as unknown as Record<string, never>;
  expect([shown.status, preview['branches'], preview['words']]).toEqual([
    200,
    1,
    '收到 1 个单位：新报送 1 条，已收过 0 条，不用再登记 0 条，要改正 0 处。',
  ]);
  expect(shown.text).toContain('序号1 甲街道发布（plain-01） 申请验收：已收到，等审核。');
  expect(shown.text).toContain('没有报送单提到这个文件，没有收');
  expect(shown.text).not.toContain('~$');
  expect(branches()).toBe('main');

  const { seen } = preview;
  expect((await giveBack({ receivedBy: '别的股', files, seen })).status).toBe(409);
  expect((await giveBack({ receivedBy: '政务公开股', files: files.slice(1), seen })).status).toBe(
    409,
  );
  expect(branches()).toBe('main');
  const taken = await giveBack({ receivedBy: '政务公开股', files, seen });
  expect([taken.status, taken.text]).toEqual([
    201,
    expect.stringContaining('已推送，待审核（receive/jia-'),
  ]);
  const [one] = await queue();
  expect(one).toMatchObject({
    ok: true,
    branch: expect.stringMatching(/^receive\/jia-/u) as unknown,
  });
  expect(depot.git('show', one!.commit)).toMatch(/onBehalfOf: jia[^]*receivedBy: 政务公开股/u);
  expect(pushLogOf(depot.dir).map(({ by }) => by)).toEqual(['rev-1']);
  const again = await giveBack({ receivedBy: '政务公开股', files });
  expect(again.data).toMatchObject({ branches: 0 });
  expect(again.text).toContain('以前收过，待审核，不必再报');
});

test('交回的不对：逐格说明，不写入；服务器不收的，原话回来', async () => {
  const wrong = await giveBack({ receivedBy: '股', files: await sheetBack('见微信群') });
  expect(wrong.data).toMatchObject({ branches: 0 });
  expect(wrong.text).toContain('没有收，请改正');
  const files = await sheetBack();
  const { seen } = (await giveBack({ receivedBy: '股', files })).data as unknown as {
    seen: string;
  };
  writeFileSync(hook, '#!/bin/sh\necho "✗ 今天停收"\nexit 1\n');
  const refused = await giveBack({ receivedBy: '股', files, seen });
  expect(refused.text).toContain('"ok":false');
  expect(refused.text).toContain('服务器没有收：✗ 今天停收');
  expect(branches()).toBe('main');
});

test('没有服务器、只有一个文件夹的，收件写进本仓库的分支', async () => {
  const alone = join(root, 'alone');
  await runGit(root, ['clone', '--quiet', depot.dir, alone]);
  const at = {
    place: { repository: alone, prefix: 'content/' },
    remote: undefined,
    main: 'main',
    today: () => TODAY,
  };
  const reports = new ReportDesk(at);
  const back = new SheetBackDesk(new ProposingDesk(at, reports, new WaitingDesk(at, reports)));
  const given = { receivedBy: '股', files: await sheetBack() };
  const preview = await back.take(given, 'rev-1');
  const seen = 'seen' in preview ? preview.seen : '';
  expect(await back.take({ ...given, seen }, 'rev-1')).toMatchObject({ sent: [{ ok: true }] });
  const refs = await runGit(alone, ['for-each-ref', '--format=%(refname)', 'refs/heads']);
  expect(refs.text).toContain('refs/heads/receive/jia-');
});

const file = { name: 'a.png', base64: 'AAAA' };
/** What the pages send to the doors of papers that come in. */
const DOORS: readonly (readonly [path: string, body: object])[] = [
  ['/api/returned', { receivedBy: '股', files: [file] }],
  ['/api/list', { files: [file], answers: [] }],
  ['/api/confirmed', { files: [file], answers: [] }],
  ['/api/papers', { paper: 'report', of: 'plain' }],
  ['/api/records', { what: { kind: 'findings', of: 'a' } }],
  ['/api/taken-back', { commit: 'a'.repeat(40) }],
];

test.each(DOORS)('%s 的门：别的网页、没有钥匙、填报员、太大的进不来', async (path, body) => {
  const bad: Record<string, string | undefined>[] = [
    { origin: undefined },
    { origin: 'https://evil.example' },
    { host: 'evil.example' },
    { cookie: undefined },
    { cookie: `ledger-key=${'x'.repeat(32)}` },
    { 'content-type': 'text/plain' },
    { 'sec-fetch-site': 'cross-site' },
    { 'content-length': String(64 * 1024 * 1024 + 1) },
  ];
  for (const headers of bad)
    expect(
      (await call(path, body, headers)).status,
      JSON.stringify(headers),
    ).toBeGreaterThanOrEqual(400);
  expect((await call(path)).status).toBe(405);
  for (const strange of [
    {},
    { ...body, files: [] },
    { ...body, as: 'rev-2' },
    { ...body, seen: '../main' },
    { ...body, files: [{ name: 'a.png', base64: '<script>' }] },
    { ...body, paper: 'init' },
    { ...body, of: '--content' },
  ])
    expect((await call(path, strange)).status, JSON.stringify(strange)).toBe(400);
  who = () => ({ account: 'clerk-jia' });
  expect((await call(path, body)).status).toBe(403);
  who = byGateway({ header: 'x-remote-user', key: KEY, only: undefined });
  expect((await call(path, body, { 'x-remote-user': 'rev-1' })).status).toBe(403);
  expect(branches()).toBe('main');
});

test('收件、清单的格子里不能写别的；文件名里的路径和脚本没有用', async () => {
  expect((await giveBack({ receivedBy: '股\nissue: plain-04', files: [file] })).status).toBe(400);
  for (const campaign of ['../../site', '2026-Jiancha', 'a--b']) {
    const { status, data } = await giveList({ campaign });
    expect([status, data.sentence]).toEqual([422, expect.stringContaining('专项编号只用')]);
  }
  for (const strange of [
    { listedOn: '不知道' },
    { answers: [{ ask: '别的', text: '', answer: ['x'] }] },
  ])
    expect((await giveList(strange)).status, JSON.stringify(strange)).toBe(400);
  const names = [
    '../../site.yaml',
    '/etc/passwd',
    'C:\\a.xlsx',
    'a\u202egnp.exe',
    '<b onerror=x>.png',
  ];
  const named = await giveBack({
    receivedBy: '股',
    files: names.map((name) => ({ name, base64: 'AAAA' })),
  });
  expect([named.status, named.type]).toEqual([200, 'application/json; charset=utf-8']);
  expect(named.text.match(/文件名不能用，没有读/gu)).toHaveLength(names.length);
  expect(named.text).not.toContain('\u202e');
});

/** A list as an office pastes it: a title, a column and a platform that nobody knows, two rows. */
const LISTED = `示例区第三季度检查问题清单
填表日期：2024年6月5日
序号\t主办单位\t网站/新媒体\t存在问题\t整改措施\t整改时限
1\t示例区甲街道办事处\t微信公众号：甲街道发布\t未进行备案\t立即办理备案\t7月31日前
2\t示例区乙镇\t微信公众号：乙镇发布\t内容更新不及时\t及时更新\t尽快
`;
const listFiles = (text = LISTED) => [
  { name: '粘贴的文字.txt', base64: Buffer.from(text).toString('base64') },
];
const giveList = (body: object, headers = {}) =>
  call('/api/list', { files: listFiles(), answers: [], campaign: '2024-q3', ...body }, headers);

test('清单拖进来：先问再写，一条也不多写；答完整份一个分支，待办里收进台账；再拖一次没有变化', async () => {
  const asked = (await giveList({})).data as unknown as {
    questions: { ask: string; text: string; candidates: { answer: string }[] }[];
    open: string;
    seen: string;
  };
  expect(asked.questions.map(({ ask, text }) => `${ask} ${text}`)).toEqual([
    'origin ',
    'unit 示例区乙镇',
    'deadline 尽快',
  ]);
  expect(asked.open).toBe('还有 3 处要确认，什么都没有写入。');
  const early = await giveList({ seen: asked.seen });
  expect([early.status, early.data.sentence]).toEqual([422, asked.open]);

  const wanted = ['本级检查', 'yi', '立即整改'];
  const answers = asked.questions.map(({ ask, text }, index) => ({
    ask,
    text,
    answer: [wanted[index]],
  }));
  const ready = (await giveList({ answers })).data as unknown as {
    words: string[];
    rows: string[][];
    records: string;
    open: string;
    seen: string;
  };
  expect([ready.open, ready.records]).toEqual(['', '专项 1 个、问题 2 个']);
  expect(ready.words[0]).toContain('读出 2 条：新增 2');
  expect(ready.rows.map(([first]) => first)).toEqual([
    expect.stringContaining('新增 第1条 2024-q3-01：'),
    expect.stringContaining('新增 第2条 2024-q3-02：'),
  ]);
  expect(branches()).toBe('main');
  const other = await giveList({ answers, listedOn: '2024-06-06', seen: ready.seen });
  expect([other.status, branches()]).toEqual([409, 'main']);

  const sent = await giveList({ answers, seen: ready.seen });
  expect([sent.status, sent.data.sentence]).toEqual([
    201,
    `已推送，待审核（import/2024-q3-${ready.seen.slice(0, 8)}）`,
  ]);
  expect(main()).toBe(first);
  const [one] = await queue();
  expect(one).toMatchObject({
    ok: true,
    title: '导入清单：新增 2 条、改动 0 条（2024-q3）',
    issues: [],
    steps: [],
  });
  expect(one!.others).toHaveLength(3);
  // What is no finding stands first; a finding says what it is about.
  expect(one!.others[0]).not.toContain('新增问题');
  expect(one!.others[1]).toMatch(/^新增问题 序号1 .+：.+（.+）$/u);
  expect((await decide([decision(one!)])).data.words).toBe(`收件：${one!.title}`);
  expect(depot.git('ls-tree', '-r', '--name-only', 'main', 'content/issues/2024-q3')).toBe(
    'content/issues/2024-q3/2024-q3-01.yaml\ncontent/issues/2024-q3/2024-q3-02.yaml',
  );
  expect(auditOf({ repository: depot.dir, prefix: 'content/' }, 'main').ok).toBe(true);

  const again = await giveList({ answers });
  expect(again.data).toMatchObject({ records: '', open: '', questions: [] });
  // Many runs of Git, which a slow machine starts slowly; no time is judged.
}, 600_000);

test('清单读不出的、要问而没有答的、会弄坏台账的：说明白，什么都不写；记住栏名是管理员的事', async () => {
  const none = await giveList({ files: listFiles('今天天气很好。') });
  expect([none.status, none.data.sentence]).toEqual([422, expect.stringContaining('没有读出清单')]);
  const mixed = await giveList({
    files: [...listFiles(), { name: '图.png', base64: Buffer.from(png).toString('base64') }],
  });
  expect(mixed.text).toContain('图.png 没有读：文件是图片');
  const strange = LISTED.replace('存在问题', '毛病所在').replace('尽快', '长期整改');
  const column = [{ ask: 'column', text: '毛病所在', answer: ['存在问题'] }];
  const rest = [
    { ask: 'origin', text: '', answer: ['本级检查'] },
    { ask: 'unit', text: '示例区乙镇', answer: ['yi'] },
  ];
  const open = await giveList({ files: listFiles(strange), answers: [] });
  expect(open.text).toContain('"ask":"column"');
  const learned = await giveList({ files: listFiles(strange), answers: [...column, ...rest] });
  expect(learned.data).toMatchObject({ open: '', records: '专项 1 个、问题 2 个' });
  expect(learned.text).toContain('栏名的新叫法不写进栏名表');
  expect(branches()).toBe('main');
});

test('发文：做出来的就是命令写的，只能下载；做不成的，说的是命令的话；台账不动', async () => {
  const make = async (of: object) => {
    const { status, data } = await call('/api/papers', of);
    return { ...(data as unknown as Record<string, unknown>), status };
  };
  const report = await make({ paper: 'report', of: 'merge' });
  expect(report).toMatchObject({
    status: 200,
    words: expect.stringContaining('已写出 merge-报告.docx。') as unknown,
    text: expect.stringContaining('示例专项 merge') as unknown,
    files: [{ name: 'merge-报告.docx' }],
  });
  const { id } = report as unknown as { id: string };
  const file = await call(`/api/papers/${id}/0`);
  expect([file.status, file.type, file.headers['content-disposition']]).toEqual([
    200,
    'application/octet-stream',
    `attachment; filename*=UTF-8''${encodeURIComponent('merge-报告.docx')}`,
  ]);
  const sheets = await make({ paper: 'sheets', of: 'plain' });
  expect(sheets).toMatchObject({
    words: '已生成 2 个单位的报送单，共 4 条。',
    text: '',
    files: [
      { name: '整改报送单-示例区乙镇人民政府.xlsx' },
      { name: '整改报送单-示例区甲街道办事处.xlsx' },
      { name: '整改销号申请表-示例区乙镇人民政府.docx' },
      { name: '整改销号申请表-示例区甲街道办事处.docx' },
    ],
  });
  const all = await call(`/api/papers/${(sheets as unknown as { id: string }).id}/all`);
  expect(all.text.startsWith('PK')).toBe(true);

  // Two rows of this world say the same, which is said as the command says it.
  const wrong = await make({ paper: 'report', of: 'plain' });
  expect([wrong.status, (wrong as { sentence?: string }).sentence]).toEqual([
    422,
    expect.stringMatching(/与第2行的内容完全相同[^]*没有生成，请先核对台账和模板/u),
  ]);
  const none = await make({ paper: 'urge', of: 'jia' });
  expect([none.status, (none as { sentence?: string }).sentence]).toEqual([
    422,
    expect.stringContaining('示例区甲街道办事处没有逾期问题，不需要督办函'),
  ]);
  for (const path of [`${id}/9`, `${id}/../0`, `${'0'.repeat(36)}/0`, `${id}/0/../../../site.yaml`])
    expect((await call(`/api/papers/${path}`)).status, path).toBe(404);
  for (const headers of [{ cookie: undefined }, { host: 'evil.example' }])
    expect((await call(`/api/papers/${id}/0`, undefined, headers)).status).toBeGreaterThan(400);
  who = () => ({ account: 'clerk-jia' });
  expect((await call(`/api/papers/${id}/0`)).status).toBe(403);
  expect(branches()).toBe('main');
});

test('上级核销：名单里认得的一次登记，认不准的问，没有验收的不收；少了文号、日期不写', async () => {
  const held = depot.commit(first, {
    ...updateFile(submitted('plain-04', { reportedOn: '2024-06-01' }), '20240601-090000-abc'),
    ...updateFile(
      step('accepted', 'plain-04', { reportedOn: '2024-06-02' }),
      '20240602-090000-abc',
    ),
  });
  depot.branch('main', held);
  const paper = (text: string) => ({
    files: [{ name: '核销名单.txt', base64: Buffer.from(text).toString('base64') }],
    answers: [] as object[],
  });
  const ask = (body: object) => call('/api/confirmed', body);
  const said = { document: '示例销〔2024〕1号', confirmedOn: '2024-06-08' };

  const bare = await ask(paper('plain-04\n'));
  expect(bare.data).toMatchObject({
    rows: [['核销 序号4 甲街道发布（plain-04）', '未进行备案']],
    open: '还没有写核销文号、核销日期。什么都没有写入。',
  });
  const unknown = '1. 别处的账号发布\n2. plain-04\n';
  const asked = (await ask({ ...paper(unknown), ...said })).data as unknown as {
    questions: { text: string; candidates: { answer: string }[] }[];
  };
  expect(asked.questions).toMatchObject([
    { candidates: [{ answer: 'plain-04' }, { answer: '无' }] },
  ]);
  const answers = asked.questions.map(({ text }) => ({ ask: 'same', text, answer: ['无'] }));
  const body = { ...paper(unknown), ...said, answers };
  const ready = (await ask(body)).data as unknown as { open: string; seen: string };
  expect(ready.open).toBe('');
  expect((await ask({ ...body, confirmedOn: '2024-06-09', seen: ready.seen })).status).toBe(409);
  expect(branches()).toBe('main');
  const sent = await ask({ ...body, seen: ready.seen });
  expect([sent.status, sent.data.sentence]).toEqual([
    201,
    expect.stringContaining('已推送，待审核（confirm/'),
  ]);
  const [one] = await queue();
  expect(one).toMatchObject({ ok: true, title: '上级核销 1 个问题' });
  expect(one!.steps[0]).toMatchObject({ issue: 'plain-04', after: '已销号' });
  expect((await decide([decision(one!)])).status).toBe(201);
  expect(depot.git('log', '-1', '-m', '-p', 'main')).toContain('document: 示例销〔2024〕1号');
  expect((await ask(body)).data).toMatchObject({ records: '', open: '' });
});

interface Shown {
  words: string[];
  rows: string[];
  seen: string;
}
const recordOf = (what: object, seen?: string) => call('/api/records', { what, seen });

/** Looks at what would be put on record, has it written, and takes it in 待办; with the lines that 待办 said of it. */
async function putOnRecord(what: object): Promise<Shown & { others: readonly string[] }> {
  const shown = await recordOf(what);
  expect(shown.status, shown.text).toBe(200);
  const { seen, ...rest } = shown.data as unknown as Shown;
  const sent = await recordOf(what, seen);
  expect([sent.status, sent.data.sentence]).toEqual([
    201,
    expect.stringContaining('已推送，待审核（'),
  ]);
  // A second click, or a second desk, is told where it waits.
  expect((await recordOf(what, seen)).data.sentence).toContain('在待办里等着');
  const one = (await queue()).find(({ ok }) => ok);
  expect((await decide([decision(one!)])).status).toBe(201);
  return { seen, ...rest, others: one!.others };
}

test('检查：抽取、开列问题、印发存档都从办理台登记，与命令写的一样；预览以后变了的、印发过的不写', async () => {
  const draw = {
    kind: 'check',
    id: '2024-q2-check',
    name: '2024年第二季度检查',
    campaign: '2024-q2',
    replyBy: '2024-07-10',
  };
  const drawn = await putOnRecord(draw);
  expect(drawn.words).toEqual([
    '2024年第二季度检查：全部检查。应查 2 个，列入 2 个，其中回头看 0 个。',
  ]);
  expect(drawn.rows).toEqual([
    '抽取 示例区甲街道办事处 甲街道发布（jia-wechat）',
    '抽取 示例区乙镇人民政府 乙镇发布（yi-wechat）',
  ]);
  const path = 'content/inspections/2024-q2-check.yaml';
  const text = depot.git('show', `main:${path}`);
  execFileSync(
    process.execPath,
    [
      ...[join(program, 'scripts/ledger.ts'), 'sample', '--id', draw.id, '--name', draw.name],
      ...['--campaign', draw.campaign, '--reply-by', draw.replyBy, '--as-of', TODAY],
      ...['--content', join(clone, 'content'), '--remote', 'none', '--branch', 'same'],
    ],
    { stdio: 'pipe' },
  );
  expect((await runGit(clone, ['show', `same:${path}`])).text.trim()).toBe(text);
  await runGit(clone, ['branch', '-q', '-D', 'same']);
  expect((await recordOf(draw)).data.sentence).toContain('检查 2024-q2-check 已经有了');

  const early = await recordOf({ kind: 'circular', of: '2024-q2-check' });
  expect([early.status, early.data.sentence]).toEqual([
    422,
    expect.stringContaining('还有2个账号没有检查结果'),
  ]);
  expect(early.data.sentence).not.toContain('npx');
  const checked = (account: string, m2: object) => ({
    account,
    results: [
      { indicator: 'M1', result: 'passed' },
      { indicator: 'M2', ...m2 },
      { indicator: 'M3', result: 'passed' },
    ],
  });
  const reading = readRecord(path, 'inspection', Buffer.from(`${text}\n`));
  if (!reading.ok) throw new Error('the check that was drawn is none');
  const filled = canonical('inspection', {
    ...(reading.value as Inspection),
    accounts: [
      checked('jia-wechat', { result: 'failed', finding: '5月1日以后没有更新' }),
      checked('yi-wechat', { result: 'passed' }),
    ],
  });
  depot.branch('main', depot.commit(main(), { [path]: filled }));

  // Stamps move with the clock: what was shown a second ago still is what is written.
  const found = await putOnRecord({ kind: 'findings', of: '2024-q2-check' });
  expect(found.words[0]).toContain('新列问题 1，重启 0');
  expect(found.rows[0]).toContain('新列 甲街道发布：');
  expect(depot.git('ls-tree', '-r', '--name-only', 'main', 'content/issues/2024-q2')).toBe(
    'content/issues/2024-q2/2024-q2-01.yaml',
  );
  const nothing = await recordOf({ kind: 'findings', of: '2024-q2-check' });
  expect([nothing.status, nothing.data.sentence]).toEqual([
    422,
    expect.stringContaining('没有要写入的'),
  ]);

  const bare = { kind: 'circular', of: '2024-q2-check', number: '示例办〔2024〕9号' };
  const open = (await recordOf(bare)).data as unknown as Shown & { blanks: string[] };
  expect([open.blanks, open.seen]).toEqual([['主送机关', '检查的依据', '长效管理的要求'], '']);
  // It was issued four days before somebody got to keep it, and says so.
  const what = {
    ...bare,
    issuedOn: TODAY,
    say: open.blanks.map((blank) => ({ blank, words: `示例${blank}` })),
  };
  today = '2024-06-14';
  writeFileSync(hook, kept.replace(TODAY, today));
  const ahead = await recordOf({ ...what, issuedOn: '2024-06-15' });
  expect([ahead.status, ahead.data.sentence]).toEqual([
    422,
    expect.stringContaining('印发日期 2024年6月15日还没有到'),
  ]);
  const shown = (await recordOf(what)).data as unknown as Shown;
  const changed = await recordOf({ ...what, number: '示例办〔2024〕8号' }, shown.seen);
  expect([changed.status, branches().includes('bulletin/')], changed.text).toEqual([409, false]);
  await putOnRecord(what);
  expect(depot.git('show', 'main:content/bulletins/2024-q2-check.yaml')).toMatch(
    /publishedOn: 2024-06-10\nnumber: 示例办〔2024〕9号[^]*示例主送机关/u,
  );
  const twice = await recordOf(what);
  expect(twice.data.sentence).toContain('2024-q2-check 已经印发，不能改 → 数字有误的另印一份');
  await putOnRecord({ ...what, corrects: '2024-q2-check' });
  expect(depot.git('show', 'main:content/bulletins/2024-q2-check-2.yaml')).toContain(
    'corrects: 2024-q2-check',
  );
  expect(depot.git('log', '--first-parent', '--format=%an', `${first}..main`)).not.toContain(
    'rev-2',
  );
  // Each test here begins by setting main back, which the audit tells.
  const { vanished } = auditOf({ repository: depot.dir, prefix: 'content/' }, 'main');
  expect(vanished.filter(({ how }) => how !== 'rewound')).toEqual([]);
}, 120_000);

test('登记错了的：本人在待办里看到，写对的换掉它，或撤回；别人的、单位的报送，谁也撤不了', async () => {
  const draw = { kind: 'check', id: '2024-q2-check', name: '2024年第二季度检察', campaign: 'q2' };
  const put = async (what: object) => {
    const { seen } = (await recordOf(what)).data as unknown as Shown;
    return recordOf(what, seen);
  };
  expect((await put(draw)).status).toBe(201);
  const right = { ...draw, name: '2024年第二季度检查' };
  const shown = (await recordOf(right)).data as unknown as Shown;
  expect(shown.words[0]).toBe(
    '待办里已有你登记的一份“建立检查 2024年第二季度检察”，写的不一样：写入就换掉它',
  );
  who = () => ({ account: 'rev-2' });
  const other = await recordOf(right, shown.seen);
  expect([other.status, other.data.sentence]).toEqual([
    409,
    expect.stringContaining('rev-1 登记过一份“建立检查 2024年第二季度检察”'),
  ]);
  const [theirs] = await queue();
  expect(theirs).toMatchObject({ mayWithdraw: false });
  const no = await call('/api/taken-back', { commit: theirs!.commit });
  expect([no.status, branches()]).toEqual([403, 'inspection/2024-q2-check\nmain']);

  who = byKey('ledger-key', KEY, 'rev-1');
  expect((await recordOf(right, shown.seen)).status).toBe(201);
  const [mine, ...none] = await queue();
  expect([mine!.title, mine!.mayWithdraw, none]).toEqual(['建立检查 2024年第二季度检查', true, []]);
  // What was looked at and has been replaced since is no longer there to be taken back.
  expect((await call('/api/taken-back', { commit: theirs!.commit })).status).toBe(409);
  const back = await call('/api/taken-back', { commit: mine!.commit });
  expect([back.status, back.data.words]).toEqual([200, '已撤回：建立检查 2024年第二季度检查']);
  expect([branches(), await queue()]).toEqual(['main', []]);

  // A sample is drawn once: on another day it keeps its seed, and nobody takes it back to draw another.
  const sample = { ...draw, share: 50 };
  const scopeOf = () => {
    const path = 'content/inspections/2024-q2-check.yaml';
    const bytes = Buffer.from(depot.git('show', `inspection/2024-q2-check:${path}`));
    const reading = readRecord(path.slice('content/'.length), 'inspection', bytes);
    if (!reading.ok) throw new Error('not read');
    const { name, scope, accounts } = reading.value as Inspection;
    return { name, scope, list: accounts.map(({ account }) => account) };
  };
  expect((await put(sample)).status).toBe(201);
  const before = scopeOf();
  const seed = Number(TODAY.replaceAll('-', ''));
  expect(before.scope).toEqual({ kind: 'sample', seed, share: 50 });
  today = '2024-06-28';
  for (const share of [100, undefined]) {
    const { status, data } = await recordOf({ ...sample, share });
    expect([status, data.sentence]).toEqual([422, expect.stringContaining('比例不能换')]);
  }
  const named = { ...sample, name: right.name, checkedOn: TODAY };
  expect(((await recordOf(named)).data as unknown as Shown).words[1]).toContain(
    `抽取号是原来抽的 ${String(seed)}`,
  );
  expect((await put(named)).status).toBe(201);
  expect(scopeOf()).toEqual({ ...before, name: right.name });
  const [sampled] = await queue();
  expect(sampled).toMatchObject({ mayWithdraw: false });
  const never = await call('/api/taken-back', { commit: sampled!.commit });
  expect([never.status, never.data.sentence]).toEqual([
    403,
    expect.stringContaining('不能撤回重抽'),
  ]);
  expect(branches()).toBe('inspection/2024-q2-check\nmain');
  depot.git('update-ref', '-d', 'refs/heads/inspection/2024-q2-check');
  today = TODAY;

  // A unit's sheet that this reviewer took in waits in this reviewer's name too.
  const sheet = submitted('plain-02', { onBehalfOf: 'yi', channel: '报送单' });
  const commit = await pushed('receive/yi-1', 'rev-1', updateFile(sheet));
  const [unit] = await queue();
  expect(unit).toMatchObject({ author: 'rev-1', mayWithdraw: false });
  expect((await call('/api/taken-back', { commit })).status).toBe(403);
  expect(branches()).toContain('receive/yi-1');
}, 240_000);

test('结项：由管理员，没有办结的列明；写的与命令一样；结过的不再结', async () => {
  const what = { kind: 'conclusion', of: 'merge', document: '示例办〔2024〕3号', open: 'all' };
  const no = await recordOf(what);
  expect([no.status, no.data.sentence]).toEqual([
    422,
    '结项改的是专项的设置，由管理员提交 → 请管理员办理，或用兼任审核员和管理员的账户打开办理台',
  ]);
  const site = depot.git('show', 'main:content/site.yaml');
  const both = site.replace('account: keeper', 'account: rev-1');
  depot.branch('main', depot.commit(first, { 'content/site.yaml': `${both}\n` }));
  const open = await recordOf({ ...what, open: 'none' });
  expect([open.status, open.data.sentence]).toEqual([
    422,
    expect.stringMatching(/merge-01 待整改[^]*还有 1 个没有办结 → 先办结/u),
  ]);
  expect((await recordOf({ ...what, on: '2024-06-11' })).data.sentence).toContain('还没有到');
  expect((await recordOf({ ...what, of: 'none' })).status).toBe(422);
  execFileSync(
    process.execPath,
    [
      ...[join(program, 'scripts/ledger.ts'), 'conclude', 'merge', '--on', TODAY],
      ...['--document', what.document, '--remaining', 'all', '--as-of', TODAY],
      ...['--content', join(clone, 'content'), '--branch', 'same'],
    ],
    { stdio: 'pipe' },
  );
  const path = 'content/campaigns/merge.yaml';
  const byCommand = (await runGit(clone, ['show', `same:${path}`])).text.trim();
  await runGit(clone, ['branch', '-q', '-D', 'same']);
  const shown = await putOnRecord(what);
  expect(shown.words[1]).toBe('结项日期2024年6月10日，继续整改 1 个，文号 示例办〔2024〕3号');
  expect(shown.rows).toEqual([expect.stringContaining('继续整改 merge-01 待整改')]);
  expect(depot.git('show', `main:${path}`)).toBe(byCommand);
  expect(byCommand).toContain('remaining:');
  expect((await recordOf(what)).data.sentence).toContain('已于2024年6月10日结项');
}, 240_000);

test('机构调整：更名、合并由管理员，写的与命令一样；少写了的指出来', async () => {
  const merge = {
    ...{ kind: 'hand-over', of: 'yi', change: 'merge', into: 'jia', on: TODAY },
    document: '示例编〔2024〕5号',
  };
  expect((await recordOf(merge)).data.sentence).toContain('机构调整改的是单位的资料，由管理员提交');
  const site = depot.git('show', 'main:content/site.yaml');
  const both = site.replace('account: keeper', 'account: rev-1');
  depot.branch('main', depot.commit(first, { 'content/site.yaml': `${both}\n` }));
  const { kind, of } = merge;
  for (const [given, said] of [
    [{ kind, of, change: 'rename' }, '没有写新的名称 → 写新名称再预览'],
    [{ kind, of, change: 'merge' }, '没有选并入哪个单位 → 选一个再预览'],
    [{ ...merge, on: '2024-06-11' }, '2024年6月11日还没有到'],
    [{ ...merge, of: 'none' }, 'none'],
  ] as const)
    expect((await recordOf(given)).data.sentence).toContain(said);

  const renamed = await putOnRecord({
    kind,
    of: 'jia',
    change: 'rename',
    renamed: '示例区甲子街道办事处',
  });
  expect(renamed.rows.join('\n')).toContain('示例区甲子街道办事处');
  expect(depot.git('show', 'main:content/units/jia.yaml')).toContain('示例区甲子街道办事处');

  const byCommand = execFileSync(
    process.execPath,
    [
      ...[join(program, 'scripts/ledger.ts'), 'hand-over', of, '--to', 'jia', '--on', TODAY],
      ...['--document', merge.document, '--as-of', TODAY, '--dry-run'],
      ...['--content', join(clone, 'content')],
    ],
    { encoding: 'utf8' },
  );
  const shown = await putOnRecord(merge);
  expect(byCommand).toContain(shown.rows.join('\n'));
  expect(depot.git('show', 'main:content/units/yi.yaml')).toMatch(/ended:[^]*successors:[^]*jia/u);
  const again = await recordOf(merge);
  expect([again.status, again.data.sentence]).toEqual([422, expect.stringContaining('已经合并')]);
}, 240_000);

test('填错的一格：说的是那一格的话；不是本页填的才叫刷新', async () => {
  const draw = { kind: 'check', id: 'a-check', name: '检查', campaign: 'a' };
  const wrong = async (given: object) => {
    const { status, data } = await recordOf({ ...draw, ...given });
    return [status, data.sentence];
  };
  expect(await wrong({ share: '两成' })).toEqual([
    422,
    '抽查百分之几：写 1 到 100 的整数；全部检查的不写 → 改了再预览',
  ]);
  expect((await wrong({ checkedOn: '2024-02-30' }))[1]).toBe(
    '检查日：2024-02-30 不是日历上有的日子 → 改了再预览',
  );
  expect((await wrong({ id: '第二季度' }))[1]).toContain('检查编号：编号只能用小写字母');
  expect((await wrong({ kind: 'hand-over', change: 'rename', of: undefined }))[1]).toContain(
    '选的那一个：空着 → 填了、选了再预览',
  );
  expect((await wrong({ name: ' ' }))[1]).toBe('检查名称：没有写 → 改了再预览');
  expect((await wrong({ more: 1 }))[1]).toContain('刷新本页');
  expect((await wrong({ kind: 'all' }))[1]).toContain('刷新本页');
});

test('催办：发出以后登记，一天一回；放假的日子不登记；服务器不收的，原话回来', async () => {
  const what = { kind: 'reminders', channel: '工作群', to: '各单位办公室主任' };
  const off = await recordOf(what);
  expect([off.status, off.data.sentence]).toEqual([
    422,
    '2024年6月10日不上班，不催办，也不登记 → 下一个工作日是2024年6月11日',
  ]);
  today = '2024-06-28';
  writeFileSync(hook, kept.replace(TODAY, today));
  const shown = (await recordOf(what)).data as unknown as Shown;
  expect(shown.words[0]).toMatch(/^登记2024年6月28日发出的催办：\d 份/u);
  writeFileSync(hook, '#!/bin/sh\necho 服务器在维护\nexit 1\n');
  const refusal = await recordOf(what, shown.seen);
  expect([refusal.status, refusal.data.sentence]).toEqual([422, '服务器没有收：服务器在维护']);
  expect(branches()).toBe('main');
  writeFileSync(hook, kept.replace(TODAY, today));
  // By whom and how it was sent, and not by the path of its file.
  const { others } = await putOnRecord(what);
  expect(others[0]).toMatch(/^新增催办 示例区甲街道办事处 \S+，2024年6月28日发出$/u);
  expect(depot.git('ls-tree', '-r', '--name-only', 'main', 'content/reminders')).toContain(
    'content/reminders/2024-06-28-jia-',
  );
  expect(depot.git('log', '-1', '-m', '-p', 'main')).toContain('channel: 工作群');
  expect((await recordOf(what)).status).toBe(422);
}, 60_000);
