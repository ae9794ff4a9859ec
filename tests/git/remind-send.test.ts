/** `ledger remind --send` on real clones of a real repository, to a real mail server and real groups on this machine. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { review } from '../../src/review/review.ts';
import { SCHEMA_VERSION } from '../../src/schema/site.ts';
import { GroupServer, MailServer } from '../sending/servers.ts';
import { Depot, gitEnv } from './depot.ts';
import { issueFile, worldFiles } from './world.ts';

const program = resolve(import.meta.dirname, '../../scripts/ledger.ts');
/** A Tuesday after the day of most problems. */
const DAY = '2024-07-02';
const BRANCH = `refs/heads/remind/${DAY}`;

let root: string;
let depot: Depot;
let main: string;
let group: GroupServer;
let open: GroupServer;
let mail: MailServer;
let env: Record<string, string>;

beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-send-')));
  depot = new Depot(join(root, 'ledger.git'));
  const reminding = 'content/vocabulary/reminding.yaml';
  const member = (account: string) => ({ account, from: '2024-01-01' });
  main = depot.commit(undefined, {
    ...worldFiles(),
    [reminding]: readFileSync(resolve(import.meta.dirname, '../..', reminding)),
    'content/site.yaml': canonical('site', {
      schemaVersion: SCHEMA_VERSION,
      name: '示例区整改台账（虚构）',
      authority: '示例区人民政府办公室',
      address: 'https://open.example/',
      internalAddress: 'https://inside.example/',
      repository: 'internal',
      office: 'bangong',
      reviewers: [member('rev-1')],
      maintainers: [member('keeper')],
      robots: [member('reminder-bot')],
      sending: { mail: 'internal', dingtalk: 'internal', webhook: 'public' },
    }),
    // The one campaign that the public site lists with who is late.
    'content/campaigns/open.yaml': canonical('campaign', {
      name: '公开的示例专项',
      list: { title: '问题清单', reportedBy: '示例区人民政府办公室', listedOn: '2024-05-01' },
      office: 'bangong',
      publication: { level: 'list', overdueNames: true },
    }),
    ...Object.fromEntries([issueFile('open', 'open-01')]),
  });
  depot.branch('main', main);
  group = new GroupServer();
  open = new GroupServer();
  mail = new MailServer();
  env = {
    ...gitEnv(root),
    LEDGER_SEND_MAIL: await mail.start(),
    LEDGER_SEND_MAIL_FROM: 'office@mail.example',
    LEDGER_SEND_MAIL_TO: 'all@mail.example,yi=clerk@yi.example',
    LEDGER_SEND_DINGTALK: `${await group.start()}/robot/send?access_token=token-of-the-group`,
    LEDGER_SEND_DINGTALK_SECRET: 'SEC-of-the-group',
    LEDGER_SEND_WEBHOOK: `${await open.start()}/hook`,
  };
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function clone(name: string): string {
  const folder = join(root, name);
  const identity = ['-c', 'user.name=催办', '-c', 'user.email=remind@localhost'];
  execFileSync('git', ['clone', '--quiet', ...identity, depot.dir, folder], { env: gitEnv(root) });
  return folder;
}

interface Run {
  readonly code: number | null;
  readonly out: string;
}

function start(cwd: string, ...args: string[]) {
  const child = spawn(process.execPath, [program, 'remind', '--send', '--as-of', DAY, ...args], {
    cwd,
    env,
  });
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => (out += piece));
  const done = new Promise<Run>((finish) => {
    child.on('close', (code) => {
      finish({ code, out });
    });
  });
  return { child, done };
}

const send = (cwd: string, ...args: string[]) => start(cwd, ...args).done;
const heads = () => depot.git('for-each-ref', '--format=%(refname)', 'refs/heads/remind');
const recordOn = (ref: string, unit: string) =>
  depot.git('show', `${ref}:content/reminders/${DAY}-${unit}-remind.yaml`);
const messages = () => [group, open].map(({ taken }) => taken.length);

describe('催办发出', () => {
  test('不加 --yes 是预演：一个字也不发，什么都不写，不露出地址和密钥', async () => {
    const here = clone('a');
    const { code, out } = await send(here);
    expect([code, out]).toEqual([0, expect.stringContaining('以上是预演，什么都没有发')]);
    expect(out).toContain('邮件（内部）：2 个收件人，其中 1 个只收本单位的');
    expect(out).toContain('钉钉群机器人（内部）');
    expect(out).not.toMatch(/token-of|SEC-of|secret|@mail|127\.0\.0\.1/u);
    expect([messages(), mail.mails, heads()]).toEqual([[0, 0], [], '']);
  });

  test('发一回，带着回答登记一回；同一个克隆、没有更新的克隆、合并以后都不再发', async () => {
    const here = clone('a');
    const stale = clone('stale');
    const first = await send(here, '--yes');
    expect([first.code, first.out]).toEqual([0, expect.stringContaining('已推送到 origin')]);
    expect(messages()).toEqual([1, 1]);
    expect(mail.mails.map(({ to }) => to)).toEqual(['all@mail.example', 'clerk@yi.example']);
    const { text } = group.taken[0]?.body as { text: { content: string } };
    expect(text.content).toMatch(/^【整改催办】2024年7月2日/u);
    expect(text.content).toContain('https://inside.example/overdue.html');
    const record = recordOn(BRANCH, 'jia');
    expect(record).toContain('channel: 邮件、钉钉群机器人、网络钩子');
    expect(record).toContain(
      'answer: 邮件2 封收下；钉钉群机器人收下（errcode 0 ok）；网络钩子收下（200）',
    );
    expect(record).not.toMatch(/13800138000|token-of|SEC-of/u);
    // The scheduled job's account may hand it in.
    const person = { author: 'reminder-bot', actor: 'reminder-bot' };
    const head = depot.git('rev-parse', BRANCH);
    const where = { repository: depot.dir, prefix: 'content/', today: DAY };
    expect(review({ ...where, ...person, base: main, head }).faults).toEqual([]);

    for (const folder of [here, stale]) {
      const again = await send(folder, '--yes');
      expect([again.code, again.out]).toEqual([0, expect.stringContaining('没有再发')]);
    }
    depot.git('update-ref', 'refs/heads/main', head);
    depot.git('update-ref', '-d', BRANCH);
    const merged = await send(stale, '--yes');
    expect([merged.code, merged.out]).toEqual([0, expect.stringContaining('已经发过')]);
    expect([messages(), mail.mails.length, heads()]).toEqual([[1, 1], 2, '']);
  });

  test('公开的群只有公开站上有的：公开专项里点名逾期的，公开的地址', async () => {
    await send(clone('a'), '--yes');
    const { text } = open.taken[0]?.body as { text: string };
    expect(text).toBe(
      '【整改催办】2024年7月2日，请以下单位按时整改、报送：\n逾期1个：示例区甲街道办事处1\n详见 https://open.example/overdue.html',
    );
  });

  test('两台机器同时发，只有一台发出', async () => {
    const runs = await Promise.all([send(clone('a'), '--yes'), send(clone('b'), '--yes')]);
    // Whoever comes second, before the answers are there, cannot know that all is well.
    for (const { code, out } of runs)
      expect([code, out]).toEqual([out.includes('没有平台的回答') ? 1 : 0, out]);
    expect(runs.filter(({ out }) => out.includes('没有再发'))).toHaveLength(1);
    expect(messages()).toEqual([1, 1]);
  });

  test('发到一半被停掉：记录在，没有回答；再运行也不再发，以 1 退出，请人看', async () => {
    group.reply = 'silence';
    const here = clone('a');
    const { child, done } = start(here, '--yes');
    await expect.poll(() => group.taken.length, { timeout: 60_000 }).toBe(1);
    child.kill('SIGKILL');
    await done;
    expect(recordOn(BRANCH, 'jia')).not.toContain('answer');
    for (const folder of [clone('b'), here]) {
      const again = await send(folder, '--yes');
      expect([again.code, again.out]).toEqual([
        1,
        expect.stringContaining('没有平台的回答；没有再发'),
      ]);
    }
    expect(messages()).toEqual([1, 0]);
  });

  test('一个也没有送到：什么都不留，公开的群没有发；改好再运行就发', async () => {
    env['LEDGER_SEND_MAIL'] = await new MailServer().start('wrong');
    group.reply = { status: 200, text: '{"errcode":310000,"errmsg":"sign not match"}' };
    const here = clone('a');
    const failed = await send(here, '--yes');
    expect(failed.code).toBe(1);
    expect(failed.out).toContain('没有收（errcode 310000 sign not match）');
    expect(failed.out).toContain('内部的渠道都没有送到，公开的没有发');
    expect([heads(), open.taken]).toEqual(['', []]);
    group.reply = { status: 200, text: '{"errcode":0,"errmsg":"ok"}' };
    // Half of it arrives: recorded, said, and not sent again.
    const half = await send(here, '--yes');
    expect([half.code, half.out]).toEqual([1, expect.stringContaining('邮件（内部）没有全部送到')]);
    expect(recordOn(BRANCH, 'jia')).toContain('channel: 钉钉群机器人、网络钩子');
    expect((await send(here, '--yes')).out).toContain('没有再发');
  });

  test('休息日不出声；没有设好的不发，也不占住这一天', async () => {
    const here = clone('a');
    const off = await send(here, '--yes', '--as-of', '2024-07-06');
    expect([off.code, off.out]).toEqual([0, expect.stringContaining('不上班，不发')]);
    delete env['LEDGER_SEND_DINGTALK'];
    const unready = await send(here, '--yes');
    expect([unready.code, unready.out]).toEqual([
      2,
      expect.stringContaining('没有设环境变量 LEDGER_SEND_DINGTALK'),
    ]);
    expect([messages(), mail.mails, heads()]).toEqual([[0, 0], [], '']);
  });

  test('没有仓库的写进文件夹，一样只发一回', async () => {
    const here = clone('a');
    const first = await send(here, '--yes', '--write');
    expect(first.code).toBe(0);
    const file = join(here, `content/reminders/${DAY}-jia-remind.yaml`);
    expect(readFileSync(file, 'utf8')).toContain('answer: ');
    expect((await send(here, '--yes', '--write')).out).toContain('已经发过');
    expect(messages()).toEqual([1, 1]);
  });
});
