/** 待办的门: who may ask what, in which way, and which desk answers. Over HTTP, with the real desks behind it. (示例区，虚构) */
import { writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { DecidingDesk } from '../../../../scripts/site/decide/deciding.ts';
import { DraftStore } from '../../../../scripts/site/decide/draft-store.ts';
import { ApprovalDesk } from '../../../../scripts/site/desk/approval-desk.ts';
import { ConfirmDesk } from '../../../../scripts/site/desk/confirm-desk.ts';
import { ListDesk } from '../../../../scripts/site/desk/list-desk.ts';
import { PaperDesk } from '../../../../scripts/site/desk/paper-desk.ts';
import { queueDoor } from '../../../../scripts/site/desk/queue-door.ts';
import { SheetBackDesk } from '../../../../scripts/site/desk/sheet-back-desk.ts';
import { RecordDesk } from '../../../../scripts/site/record-desk.ts';
import { byKey } from '../../../../scripts/site/serving/endpoint.ts';
import { hostsOf } from '../../../../scripts/site/serving/guard.ts';
import { siteServer } from '../../../../scripts/site/serving/static.ts';
import type { QueueItem } from '../../../../src/form/page-data/waiting-report.ts';
import { png } from '../../../git/samples.ts';
import { report } from '../../../ledger/small.ts';
import { officeClone, type OfficeClone } from './office-clone.ts';

const KEY = 'k'.repeat(32);
const DAY = '2026-06-12';
let office: OfficeClone;
let site: Server;
let address: string;
let commit: string;
let account: string;

beforeAll(async () => {
  office = officeClone({}, true);
  const { root, depot, first, at, reports, waiting, proposing } = office;
  commit = depot.commit(
    first,
    {
      'content/updates/zx/zx-01/20260612-090000-abc.yaml': report(
        ...(['progress', DAY, 'note: 在改\nevidence: [{ file: 图.png }]\n'] as const),
      ),
      'content/evidence/zx-01/图.png': Buffer.from(png),
    },
    { as: 'clerk-jia', at: `${DAY}T10:00:00+08:00` },
  );
  depot.branch('report/jia/1', commit);
  writeFileSync(join(root, 'index.html'), '首页');
  const drafts = new DraftStore(depot.dir);
  const desk = new DecidingDesk(at, reports, waiting, drafts);
  const door = queueDoor({
    hosts: hostsOf('127.0.0.1', []),
    who: (request) => byKey('ledger-key', KEY, account)(request),
    ...{ waiting, desk, proposing },
    approvals: new ApprovalDesk(at, reports, waiting, desk, drafts),
    back: new SheetBackDesk(proposing),
    lists: new ListDesk(proposing),
    confirms: new ConfirmDesk(proposing),
    // A file where the folder should be: whatever is made there breaks.
    papers: new PaperDesk({
      content: join(root, 'content'),
      folder: join(root, 'index.html'),
      today: at.today,
    }),
    records: new RecordDesk(proposing),
  });
  site = siteServer(root, { besides: door });
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${String((site.address() as AddressInfo).port)}`;
});
afterAll(() => {
  site.closeAllConnections();
  site.close();
  office.remove();
});

interface Answer {
  readonly status: number;
  readonly data: { sentence?: string; waiting?: QueueItem[] } & Record<string, unknown>;
}

/** Asks as somebody who is signed in; `undefined` is somebody who is not. */
async function ask(as: string | undefined, path: string, body?: unknown): Promise<Answer> {
  account = as ?? '';
  const cookie: Record<string, string> = as === undefined ? {} : { cookie: `ledger-key=${KEY}` };
  const sent = { 'content-type': 'application/json', origin: address };
  const response = await fetch(`${address}${path}`, {
    headers: { ...cookie, ...(body === undefined ? {} : sent) },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  const { status } = response;
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return { status, data: isJson ? (JSON.parse(text) as Answer['data']) : { text } };
}

/** Every address that the door answers, and what a page sends there. */
const file = { name: '名单.txt', base64: Buffer.from('没有写问题').toString('base64') };
const unknown = 'a'.repeat(40);
const drafts = ['00000000-0000-4000-8000-000000000000'];
const POSTED: readonly (readonly [path: string, body: object, status: number, said: RegExp])[] = [
  [
    '/api/decisions',
    { items: [{ commit: unknown, seen: 'b'.repeat(64), decided: [] }] },
    409,
    /./u,
  ],
  ['/api/approvals', { drafts, approver: '主任', approvedOn: DAY }, 409, /./u],
  ['/api/withdrawals', { drafts }, 409, /./u],
  ['/api/taken-back', { commit: unknown }, 409, /已经有人收了，或撤回了/u],
  ['/api/returned', { receivedBy: '股', files: [file] }, 200, /收到 0 个单位/u],
  ['/api/list', { files: [file], answers: [] }, 422, /清单/u],
  ['/api/confirmed', { files: [file], answers: [] }, 200, /名单里读出 0 行/u],
  ['/api/records', { what: { kind: 'findings', of: 'none' } }, 422, /none/u],
];
const READ = [
  '/api/queue',
  '/api/drafts',
  `/api/evidence/${unknown}/0`,
  `/api/papers/${drafts[0] ?? ''}/all`,
];

test('不是这些地址的，留给网站', async () => {
  expect(await ask('rev-1', '/index.html')).toMatchObject({ status: 200, data: { text: '首页' } });
  for (const path of ['/api/queue/1', '/api/evidence/HEAD/0', '/api/papers/../0', '/api/none'])
    expect([path, (await ask('rev-1', path)).status]).toEqual([path, 404]);
});

test.each([...READ, '/api/waiting'])('%s：没有登录的看不到，不许写', async (path) => {
  expect((await ask(undefined, path)).status).toBe(401);
  const written = await ask('rev-1', path, {});
  expect([403, 405]).toContain(written.status);
});

test('有哪几个问题在等，在任的人都能看；不在任的不能', async () => {
  const waiting = [{ issue: 'zx-01', since: DAY, number: 'report/jia/1' }];
  expect(await ask('clerk-jia', '/api/waiting')).toEqual({ status: 200, data: { waiting } });
  expect(await ask('nobody', '/api/waiting')).toMatchObject({
    status: 403,
    data: { sentence: '不在本台账登记的在任人员中：请办公室登记。' },
  });
});

test('别的只有审核员能看、能办', async () => {
  for (const path of READ)
    expect((await ask('clerk-jia', path)).data.sentence).toBe('clerk-jia 不是审核员，看不到待办。');
  const [path, body] = POSTED[0]!;
  expect((await ask('clerk-jia', path, body)).status).toBe(403);
});

test('待办和拟办', async () => {
  const { data } = await ask('rev-1', '/api/queue');
  expect(data).toMatchObject({ account: 'rev-1', isFresh: true, drafted: [] });
  expect(data.waiting?.map(({ branch }) => branch)).toEqual(['report/jia/1']);
  expect(await ask('rev-1', '/api/drafts')).toMatchObject({
    ...{ status: 200, data: { account: 'rev-1', drafts: [] } },
  });
});

test('佐证按提交和第几件要；没有的、不再留着的文稿，说没有', async () => {
  const shown = await fetch(`${address}/api/evidence/${commit}/0`, {
    headers: { cookie: `ledger-key=${KEY}` },
  });
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(Buffer.from(png));
  expect((await ask('rev-1', `/api/evidence/${commit}/1`)).data.sentence).toContain('没有这件佐证');
  for (const which of ['all', '0'])
    expect((await ask('rev-1', `/api/papers/${drafts[0] ?? ''}/${which}`)).data.sentence).toContain(
      '这份文稿不在了',
    );
});

test.each(POSTED)('%s：样子不对的不看；对的由它自己的一桌答', async (path, body, status, said) => {
  expect((await ask('rev-1', path)).status).toBe(405);
  const strange = await ask('rev-1', path, { ...body, more: 1 });
  expect([strange.status, strange.data.sentence]).toEqual([
    400,
    '内容不是本页填的、选的：刷新本页再来。',
  ]);
  const told = await ask('rev-1', path, body);
  expect([told.status, JSON.stringify(told.data)]).toEqual([status, expect.stringMatching(said)]);
});

test('办成的答“已写入”：收一份进展', async () => {
  const [item] = (await ask('rev-1', '/api/queue')).data.waiting ?? [];
  const { seen } = item!;
  const done = await ask('rev-1', '/api/decisions', { items: [{ commit, seen, decided: [] }] });
  expect([done.status, done.data['kind']]).toEqual([201, 'done']);
});

test('程序出错的，说不知道写入没有，可以再来', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const broken = await ask('rev-1', '/api/papers', { paper: 'report', of: 'zx' });
  expect([broken.status, broken.data.sentence]).toEqual([
    500,
    '程序出错，不知道写入没有：刷新再看，不会重复。',
  ]);
  expect(told).toHaveBeenCalledWith(expect.stringContaining('办理时出错：'));
});
