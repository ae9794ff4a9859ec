/** 收报送: what a form hands in becomes a branch, reviewed here and pushed, or a sentence that says why not. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ON_THE_WAY, ReportDesk } from '../../../../scripts/site/desk/report-in.ts';
import type { SentReport } from '../../../../src/form/send/endpoint.ts';
import { runGit } from '../../../git/clone.ts';
import { Depot } from '../../../git/depot.ts';
import { step, submitted, TODAY, updateFile, worldFiles } from '../../../git/world.ts';

let root: string;
let clone: string;
let desk: ReportDesk;
const at = () => ({
  place: { repository: clone, prefix: 'content/' },
  remote: 'origin',
  main: 'main',
  today: () => TODAY,
});
beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-report-in-')));
  const depot = new Depot(join(root, 'ledger.git'));
  depot.branch('main', depot.commit(undefined, worldFiles()));
  clone = join(root, 'office');
  await runGit(root, ['clone', '--quiet', depot.dir, clone]);
  desk = new ReportDesk(at());
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A report as the form sends it. */
function sent(files: Record<string, string>, more: Partial<SentReport> = {}): SentReport {
  return {
    unit: 'jia',
    stamp: '20240610-090000',
    title: 'plain-01 申请验收',
    words: '',
    files: Object.entries(files).map(([path, text]) => ({
      path: path.replace(/^content\//u, ''),
      base64: Buffer.from(text).toString('base64'),
    })),
    ...more,
  };
}
const branches = async () =>
  (
    await runGit(join(root, 'ledger.git'), [
      'for-each-ref',
      '--format=%(refname:short)',
      'refs/heads',
    ])
  ).text
    .trim()
    .split('\n');

test('认得在任的人，读得出主分支的台账', () => {
  expect([desk.knows('clerk-jia'), desk.knows('clerk-old'), desk.knows('nobody')]).toEqual([
    true,
    false,
    false,
  ]);
  expect(desk.ledger()?.issues.has('plain-01')).toBe(true);
});

test('报送成了一个分支；又送一次，还是那一个；路上的引用清掉', async () => {
  const report = sent(updateFile(submitted()));
  const taken = await desk.take(report, 'clerk-jia');
  expect(taken).toEqual({ kind: 'taken', number: expect.stringMatching(/^report\/jia\//u) });
  expect(await branches()).toHaveLength(2);
  expect(await desk.take(report, 'clerk-jia')).toEqual(taken);
  expect(await branches()).toHaveLength(2);
  expect((await runGit(clone, ['for-each-ref', ON_THE_WAY])).text).toBe('');
});

test.each([
  ['不在任的', 'clerk-old', {}, 'forbidden', '不在本台账登记的在任人员中'],
  ['没有的单位', 'clerk-jia', { unit: 'none' }, 'refused', '台账里没有单位 none'],
])('%s，不收', async (_, account, more, why, sentence) => {
  expect(await desk.take(sent(updateFile(submitted()), more), account)).toMatchObject({
    why,
    sentence: expect.stringContaining(sentence),
  });
});

test('检查没有通过的，原话说回来，没有分支', async () => {
  const before = await branches();
  const refused = await desk.take(sent(updateFile(step('accepted', 'plain-02'))), 'clerk-jia');
  expect(refused).toMatchObject({ kind: 'refused', why: 'refused' });
  expect(await branches()).toEqual(before);
});

test('一件一件来：前面坏了不碍后面', async () => {
  const failed = desk.inTurn(() => Promise.reject(new Error('坏')));
  const next = desk.inTurn(() => Promise.resolve('好'));
  await expect(failed).rejects.toThrow('坏');
  expect(await next).toBe('好');
});

test('连不上台账的仓库，请过一会儿', async () => {
  await runGit(clone, ['remote', 'set-url', 'origin', join(root, 'none')]);
  expect(await desk.take(sent(updateFile(submitted())), 'clerk-jia')).toMatchObject({
    why: 'offline',
  });
});
