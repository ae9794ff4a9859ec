/** `ledger remind --send` into a folder: shown first, sent once a day with the answers on record. Real groups on this machine. (示例区，虚构) */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { ledgerMeanwhile, scratch } from '../../../documents/run.ts';
import { small, submitted } from '../../../ledger/small.ts';
import { GroupServer } from '../../../sending/servers.ts';

const REMINDING = `rules:
  - { from: 2025-01-01, urgeAfter: 3, circularAfter: 10, interviewAfter: 20, silentAfter: 10, replyWithin: 5 }
`;
let content: string;
let group: GroupServer;
let open: GroupServer;
/** What stands in the environment for each channel, and of those the ones that the settings name. */
let places: Record<string, Record<string, string>>;
let env: Record<string, string>;
beforeEach(async () => {
  content = join(scratch(), 'content');
  group = new GroupServer();
  open = new GroupServer();
  places = {
    dingtalk: {
      LEDGER_SEND_DINGTALK: `${await group.start()}/robot/send?access_token=token-of-the-group`,
      LEDGER_SEND_DINGTALK_SECRET: 'SEC-of-the-group',
    },
    webhook: { LEDGER_SEND_WEBHOOK: `${await open.start()}/hook` },
  };
  lay('{ dingtalk: internal }');
});
function lay(sending: string, more: Record<string, string> = {}): void {
  env = Object.fromEntries(
    Object.entries(places).flatMap(([kind, set]) =>
      sending.includes(kind) ? Object.entries(set) : [],
    ),
  );
  const site = `${small['site.yaml'] ?? ''}reviewers: [{ account: rev-1, from: 2025-01-01 }]\n${sending === '' ? '' : `sending: ${sending}\n`}`;
  for (const [path, text] of Object.entries({
    ...small,
    'vocabulary/reminding.yaml': REMINDING,
    'site.yaml': site,
    ...more,
  })) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
}
const on = (day: string, ...args: string[]) =>
  ledgerMeanwhile(['remind', '--send', '--content', content, '--as-of', day, ...args], env);
const run = (...args: string[]) => on('2026-06-15', ...args);
const real = (...args: string[]) => run('--yes', '--write', ...args);
const records = (): string[] => {
  const dir = join(content, 'reminders');
  return existsSync(dir)
    ? readdirSync(dir).map((name) => readFileSync(join(dir, name), 'utf8'))
    : [];
};

test('预演：每个渠道发什么，一个字也不发；公开的渠道没有公开站上有的就不发', async () => {
  lay('{ dingtalk: internal, webhook: public }');
  const { code, out } = await run();
  expect(code).toBe(0);
  expect(out).toContain('—— 钉钉群机器人（内部） ——');
  expect(out).toContain('甲街道');
  expect(out).toContain('没有公开站上有的，不发。');
  expect(out).not.toMatch(/token-of|SEC-of|127\.0\.0\.1/u);
  expect([group.taken.length, open.taken.length, records()]).toEqual([0, 0, []]);
  const json = JSON.parse((await run('--json')).out) as {
    dryRun: boolean;
    channels: { kind: string; text: string | null }[];
  };
  expect([json.dryRun, json.channels.map(({ kind, text }) => [kind, text === null])]).toEqual([
    true,
    [
      ['dingtalk', false],
      ['webhook', true],
    ],
  ]);
});

test('真的发：发一回，登记带着渠道和回答；当天再来不再发', async () => {
  const { code, out } = await real('--to', '各单位办公室主任');
  expect([code, out]).toEqual([0, expect.stringContaining('钉钉群机器人')]);
  expect(group.taken).toHaveLength(1);
  expect(records()).toEqual([
    expect.stringMatching(/unit: jia[\s\S]*channel: \S+[\s\S]*answer: /u),
  ]);
  expect(records()[0]).toContain('各单位办公室主任');
  expect((await real()).out).toContain('的已经发过、登记过，不再发');
  expect(group.taken).toHaveLength(1);
});

test('休息日不发；没有要催办的不发', async () => {
  expect((await on('2026-06-14', '--yes', '--write')).out).toContain(
    '不上班，不发；下一个工作日是2026年6月15日',
  );
  lay('{ dingtalk: internal }', { 'updates/zx/zx-01/20260320-100000-abc.yaml': submitted });
  expect((await real()).out).toContain('没有发');
  expect(group.taken).toEqual([]);
});

test('没有设好的、没有内部渠道的，不发，也不登记', async () => {
  lay('{ wecom: internal }');
  expect((await real()).code).toBe(2);
  lay('{ webhook: public }');
  expect(await real()).toMatchObject({
    code: 2,
    err: expect.stringContaining('没有可以发的内部渠道') as string,
  });
  lay('');
  expect((await real()).code).toBe(2);
  expect(records()).toEqual([]);
});

test('一个也没有送到的，什么也不登记，改好再发', async () => {
  env['LEDGER_SEND_DINGTALK'] = 'http://127.0.0.1:1/robot/send?access_token=x';
  const { code, err } = await real();
  expect([code, err]).toEqual([1, expect.stringContaining('一个也没有送到，没有登记')]);
  expect(records()).toEqual([]);
});

test('有的送到、有的没有送到：登记送到的，说谁没有收到；给程序的也说', async () => {
  lay('{ dingtalk: internal, wecom: internal }');
  env['LEDGER_SEND_WECOM'] = 'http://127.0.0.1:1/cgi-bin/webhook/send?key=x';
  const { code, out, err } = await real('--json');
  expect(code).toBe(1);
  expect(err).toContain('没有全部送到；今天不会再发');
  expect(err).toContain('转发到内部的渠道');
  const { sent } = JSON.parse(out) as { sent: { kind: string; state: string }[] };
  expect(sent.map(({ kind, state }) => [kind, state === 'taken'])).toEqual(
    expect.arrayContaining([
      ['dingtalk', true],
      ['wecom', false],
    ]),
  );
  expect(records()).toHaveLength(1);
});
