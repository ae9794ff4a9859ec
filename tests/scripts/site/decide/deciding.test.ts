/** 待办的决定: one push of the merge and the record; what changed meanwhile is looked at anew. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DecidingDesk } from '../../../../scripts/site/decide/deciding.ts';
import { DraftStore } from '../../../../scripts/site/decide/draft-store.ts';
import { ReportDesk } from '../../../../scripts/site/desk/report-in.ts';
import { WaitingDesk } from '../../../../scripts/site/desk/waiting-desk.ts';
import type { QueueItem } from '../../../../src/form/page-data/waiting-report.ts';
import { canonical } from '../../../../src/ledger/yaml/canon.ts';
import { runGit } from '../../../git/clone.ts';
import { Depot } from '../../../git/depot.ts';
import { submitted, TODAY, updateFile, worldFiles } from '../../../git/world.ts';

const approval = canonical('campaign', {
  name: '示例专项 shown',
  list: { title: '问题清单', reportedBy: '示例区人民政府办公室', listedOn: '2024-05-01' },
  closing: { policy: 'verification', publicityDays: 3 },
  approval: { from: '2024-01-01', approvers: [{ post: '分管副主任', account: 'rev-2' }] },
  office: 'bangong',
});
let root: string;
let depot: Depot;
let first: string;
let waiting: WaitingDesk;
let drafts: DraftStore;
let deciding: DecidingDesk;

/** One office with four reports that wait; every test decides on its own. */
beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-deciding-')));
  depot = new Depot(join(root, 'ledger.git'));
  first = depot.commit(undefined, { ...worldFiles(), 'content/campaigns/shown.yaml': approval });
  depot.branch('main', first);
  for (const issue of ['plain-01', 'plain-04', 'merge-01', 'shown-01'])
    depot.branch(
      `report/jia/${issue}`,
      depot.commit(first, updateFile(submitted(issue)), { as: 'clerk-jia' }),
    );
  const clone = join(root, 'office');
  await runGit(root, ['clone', '--quiet', depot.dir, clone]);
  const at = {
    place: { repository: clone, prefix: 'content/' },
    remote: 'origin',
    main: 'main',
    today: () => TODAY,
  };
  const reports = new ReportDesk(at);
  waiting = new WaitingDesk(at, reports);
  drafts = new DraftStore(clone);
  deciding = new DecidingDesk(at, reports, waiting, drafts);
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

async function itemOf(issue: string): Promise<QueueItem> {
  await waiting.fetch();
  const all = [...waiting.look('rev-1').values()].map(({ item }) => item);
  const found = all.find(({ issues }) => issues[0]?.issue === issue);
  if (found === undefined) throw new Error(issue);
  return found;
}
const decision = ({ commit, seen, issues }: QueueItem, action: string, fields = {}) => ({
  commit,
  seen,
  decided: action === '' ? [] : issues.map(({ issue }) => ({ issue, action, fields })),
});
const main = () => depot.git('log', '--first-parent', '--format=%s', `${first}..main`);

test('验收：合并和记录一起到主分支，说成了什么；办过的不能再办', async () => {
  const given = decision(await itemOf('plain-01'), 'accepted');
  expect(await deciding.decide({ items: [given] }, 'rev-1')).toEqual({
    kind: 'done',
    words: '序号1 甲街道发布“未进行备案” 验收，已销号（plain-01）',
  });
  expect(main()).toContain('plain-01 验收\n收件：plain-01 申请验收');
  expect(await deciding.decide({ items: [given] }, 'rev-1')).toMatchObject({ status: 409 });
});

test('不是审核员的、不在了的、情况变了的、没有写理由的，都不写', async () => {
  const one = await itemOf('plain-04');
  const given = decision(one, 'accepted');
  const before = main();
  const told = async (item: typeof given, account = 'rev-1') =>
    deciding.decide({ items: [item] }, account);
  expect(await told(given, 'clerk-jia')).toMatchObject({ status: 403 });
  expect(await told({ ...given, commit: 'a'.repeat(40) })).toMatchObject({ status: 409 });
  expect(await told({ ...given, seen: 'b'.repeat(40) })).toMatchObject({
    sentence: expect.stringContaining('情况变了'),
  });
  expect(await told(decision(one, 'returned'))).toMatchObject({
    status: 422,
    sentence: expect.stringContaining('理由'),
  });
  expect(main()).toBe(before);
});

test('要审签的先拟办：不写主分支，留下拟办；与不用审签的不能一起办', async () => {
  const before = main();
  const signed = decision(await itemOf('shown-01'), 'accepted');
  const plain = decision(await itemOf('merge-01'), '');
  expect(await deciding.decide({ items: [signed, plain] }, 'rev-1')).toMatchObject({
    status: 422,
    sentence: expect.stringContaining('分开办'),
  });
  expect(await deciding.decide({ items: [signed] }, 'rev-1')).toMatchObject({ kind: 'drafted' });
  expect(main()).toBe(before);
  expect(drafts.all().map(({ drafter }) => drafter)).toEqual(['rev-1']);
});
