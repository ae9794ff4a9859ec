/** 写成待审: a branch that is reviewed here, then pushed in the name of whoever sent it. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  filesSent,
  ProposingDesk,
  sentFiles,
  takenBack,
} from '../../../../scripts/site/desk/proposing.ts';
import { ReportDesk } from '../../../../scripts/site/desk/report-in.ts';
import { WaitingDesk } from '../../../../scripts/site/desk/waiting-desk.ts';
import { canonical } from '../../../../src/ledger/yaml/canon.ts';
import { runGit } from '../../../git/clone.ts';
import { Depot } from '../../../git/depot.ts';
import { TODAY, worldFiles } from '../../../git/world.ts';

const sent = (name: string, text = name) => ({
  name,
  base64: Buffer.from(text).toString('base64'),
});

test('送来的文件：按名字排，同名的只读一个，名字不能用的、系统留下的不读', () => {
  const { files, strange } = filesSent([
    sent('乙.xlsx'),
    sent('收回/甲.xlsx'),
    sent('乙.xlsx', '另一份'),
    sent('../外面.xlsx'),
    sent('~$乙.xlsx'),
  ]);
  expect(files.map(({ name, bytes }) => `${name} ${bytes.toString()}`)).toEqual([
    '乙.xlsx 乙.xlsx',
    '收回/甲.xlsx 收回/甲.xlsx',
  ]);
  expect(strange.map(({ message }) => message)).toEqual([
    '有两个文件同名，只读了第一个',
    '文件名不能用，没有读',
  ]);
});

test('页面送来的格式', () => {
  expect(sentFiles.safeParse([sent('a')]).success).toBe(true);
  expect(sentFiles.safeParse([{ name: '', base64: '' }]).success).toBe(false);
  expect(takenBack.safeParse({ commit: 'a'.repeat(40) }).success).toBe(true);
  expect(takenBack.safeParse({ commit: '../x' }).success).toBe(false);
});

let root: string;
let clone: string;
let desk: ProposingDesk;
beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-proposing-')));
  const depot = new Depot(join(root, 'ledger.git'));
  depot.branch('main', depot.commit(undefined, worldFiles()));
  clone = join(root, 'office');
  await runGit(root, ['clone', '--quiet', depot.dir, clone]);
  const at = {
    place: { repository: clone, prefix: 'content/' },
    remote: 'origin',
    main: 'main',
    today: () => TODAY,
  };
  const reports = new ReportDesk(at);
  desk = new ProposingDesk(at, reports, new WaitingDesk(at, reports));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});
const account = (name: string) =>
  canonical('account', { kind: 'new-media', unit: 'jia', name, platform: 'weibo' });

test('不是审核员的不能写', async () => {
  const refused = await desk.asReviewer('clerk-jia', () => Promise.resolve('done'));
  expect(refused).toMatchObject({ status: 403 });
});

test('写成分支：先检查，再推送；别人能看出是不是同一份；本人能撤回，再撤说不在了', async () => {
  const files = new Map([['accounts/jia/jia-weibo.yaml', account('甲街道微博')]]);
  const branch = 'register/jia-weibo';
  const done = await desk.asReviewer('rev-1', (on) =>
    desk.propose({ branch, message: '登记', files }, on),
  );
  expect(done).toEqual({ ok: true, words: `已推送，待审核（${branch}）` });
  const waiting = await desk.asReviewer('rev-1', (on) => Promise.resolve(desk.waiting(branch, on)));
  if (waiting === undefined || 'status' in waiting) throw new Error('not waiting');
  expect(waiting.writes(files)).toBe(true);
  expect(waiting.writes(new Map([['accounts/jia/jia-weibo.yaml', account('别的')]]))).toBe(false);
  expect((await runGit(clone, ['for-each-ref', 'refs/ledger'])).text).toBe('');
  const taken = { commit: waiting.commit };
  expect(await desk.withdraw(taken, 'rev-2')).toMatchObject({ status: 403 });
  expect(await desk.withdraw(taken, 'rev-1')).toMatchObject({ status: 200 });
  expect(await desk.withdraw(taken, 'rev-1')).toMatchObject({ status: 409 });
});

test('检查不让过的不推送，原话说回来', async () => {
  const files = new Map([['accounts/jia/jia-douyin.yaml', 'kind: [']]);
  const done = await desk.asReviewer('rev-1', (on) =>
    desk.propose({ branch: 'register/bad', message: '登记', files }, on),
  );
  expect(done).toMatchObject({ ok: false, words: expect.stringMatching(/^没有收：/u) });
  const refs = await runGit(join(root, 'ledger.git'), ['for-each-ref', 'refs/heads/register/bad']);
  expect(refs.text).toBe('');
});

test('已经不在的，撤不了', async () => {
  expect(await desk.withdraw({ commit: 'a'.repeat(40) }, 'rev-1')).toMatchObject({ status: 409 });
});
