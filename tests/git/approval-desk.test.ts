/** 拟办、审签 over a bare server with the hook: drafts that survive, one signature for many, and what is refused. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ApprovalDesk } from '../../scripts/site/desk/approval-desk.ts';
import { DecidingDesk } from '../../scripts/site/decide/deciding.ts';
import { DraftStore } from '../../scripts/site/decide/draft-store.ts';
import { ReportDesk } from '../../scripts/site/desk/report-in.ts';
import { WaitingDesk } from '../../scripts/site/desk/waiting-desk.ts';
import type { QueueItem } from '../../src/form/page-data/waiting-report.ts';
import { auditOf } from '../../src/review/audit.ts';
import { addDays } from '../../src/day/calendar.ts';
import { runGit } from './clone.ts';
import { Depot } from './depot.ts';
import { step, submitted, TODAY, updateFile, World, worldFiles, wrong } from './world.ts';

const program = resolve(import.meta.dirname, '../..');
const campaign = 'content/campaigns/plain.yaml';
const approval = `approval:
  from: 2024-06-01
  approvers:
    - { post: 分管副主任, account: rev-2 }
    - { post: 主任 }
`;
const twoActs = (files = worldFiles()) => ({
  ...files,
  [campaign]: `${files[campaign] ?? ''}${approval}`,
});

let root: string;
let depot: Depot;
let first: string;
let clone: string;

const JIA = '序号1 甲街道发布“未进行备案”';
const YI = '序号2 乙镇发布“未进行备案”';

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-approval-')));
  depot = new Depot(join(root, 'ledger.git'));
  first = depot.commit(undefined, twoActs());
  depot.branch('main', first);
  execFileSync(process.execPath, [join(program, 'scripts/ledger.ts'), 'install-hook', depot.dir]);
  const hook = join(depot.dir, 'hooks/pre-receive');
  const said = readFileSync(hook, 'utf8');
  writeFileSync(hook, said.replace('pre-receive \\', `pre-receive --as-of ${TODAY} \\`));
  clone = join(root, 'office');
  await runGit(root, ['clone', '--quiet', depot.dir, clone]);
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});
afterEach(async () => {
  for (const ref of depot.git('for-each-ref', '--format=%(refname)', 'refs/heads').split('\n'))
    if (ref !== 'refs/heads/main') depot.git('update-ref', '-d', ref);
  depot.branch('main', first);
  rmSync(join(depot.dir, 'ledger-pushes.jsonl'), { force: true });
  await runGit(clone, ['update-ref', '-d', 'refs/ledger/drafts']);
});

/** A desk as it is when it has just been started on the office's repository. */
function deskOf(today = TODAY) {
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
  return { waiting, deciding, approvals, drafts };
}

async function pushed(
  branch: string,
  by: string,
  entries: Record<string, string | Buffer>,
  from = first,
) {
  const commit = depot.commit(from, entries, { at: `${TODAY}T10:00:00+08:00` });
  const told = await runGit(
    depot.dir,
    ['push', '--porcelain', depot.dir, `${commit}:refs/heads/${branch}`],
    { REMOTE_USER: by },
  );
  expect(told.ok, told.text).toBe(true);
}
const decision = ({ commit, seen, issues }: QueueItem, action: string, fields = {}) => ({
  commit,
  seen,
  decided: issues.map(({ issue }) => ({ issue, action, fields })),
});
const main = () => depot.git('rev-parse', 'main');

test('拟办不进台账，重启办理台还在；领导在自己的办理台签发，记录写明两人和日期，审计写明是审签人本人录入', async () => {
  await pushed('report/jia/1', 'clerk-jia', updateFile(submitted()));
  await pushed('report/yi/1', 'clerk-yi', updateFile(submitted('plain-02')));
  const desk = deskOf();
  const { waiting } = await desk.waiting.queue('rev-1');
  expect(waiting[0]?.issues[0]?.approved).toEqual(['accepted', 'returned', 'sustained']);
  const [one, other] = ['report/jia/1', 'report/yi/1'].map((name) =>
    waiting.find(({ branch }) => branch === name)!,
  );
  const drafted = await desk.deciding.decide({ items: [decision(one!, 'accepted')] }, 'rev-1');
  expect(drafted).toEqual({ kind: 'drafted', words: `${JIA} 验收（plain-01）` });
  await desk.deciding.decide(
    { items: [decision(other!, 'returned', { reason: '截图看不清，重拍' })] },
    'rev-1',
  );
  expect(main()).toBe(first);
  expect(depot.git('for-each-ref', 'refs/ledger')).toBe('');

  const leader = deskOf();
  const { drafts } = await leader.approvals.list('rev-2');
  expect(drafts.map(({ words, own, isStale }) => [words, own, isStale])).toEqual([
    [`${JIA} 验收（plain-01）`, '分管副主任', false],
    [`${YI} 退回（plain-02）`, '分管副主任', false],
  ]);
  expect(drafts[1]?.lines[0]).toMatchObject({
    unit: '示例区乙镇人民政府',
    opinion: '拟退回；理由：截图看不清，重拍',
    evidence: [{ words: '示例备〔2024〕1号' }],
  });
  expect(leader.approvals.marks().map(([, words]) => words)).toContain(
    `已拟办：${JIA} 验收（plain-01）（rev-1，${TODAY}），等审签`,
  );
  const signed = await leader.approvals.approve(
    { drafts: drafts.map(({ id }) => id), approver: '分管副主任', approvedOn: TODAY },
    'rev-2',
  );
  expect(signed).toEqual({
    kind: 'done',
    words: `${JIA} 验收，已销号（plain-01）；${YI} 退回（plain-02）`,
  });
  const [record] = depot.git('diff', '--name-only', 'main~1', 'main').split('\n');
  expect(depot.git('show', `main:${record ?? ''}`)).toBe(
    `issue: plain-02\naction: returned\nreportedOn: ${TODAY}\nreason: 截图看不清，重拍\napprover: 分管副主任\napprovedOn: ${TODAY}\ndrafter: rev-1\ndraftedOn: ${TODAY}`,
  );
  expect(desk.drafts.all()).toEqual([]);
  const audit = auditOf({ repository: depot.dir, prefix: 'content/' }, 'main');
  expect([audit.ok, audit.vanished]).toEqual([true, []]);
  expect(audit.updates.map(({ kind }) => kind).toSorted()).toEqual([
    'approver-entered',
    'approver-entered',
    'received',
    'received',
  ]);
});

test('领导在纸上签批，经办人照审签单录入：审计写明是凭审签单；签的人、日期不对的不收，拟办还在', async () => {
  await pushed('report/jia/1', 'clerk-jia', updateFile(submitted()));
  const desk = deskOf();
  const [one] = (await desk.waiting.queue('rev-1')).waiting;
  await desk.deciding.decide({ items: [decision(one!, 'accepted')] }, 'rev-1');
  const [draft] = (await desk.approvals.list('rev-1')).drafts;
  expect([draft?.approvers, draft?.own]).toEqual([['分管副主任', '主任'], undefined]);
  const approve = (approver: string, approvedOn: string, account = 'rev-1') =>
    desk.approvals.approve({ drafts: [draft!.id], approver, approvedOn }, account);
  for (const [given, said] of [
    [approve('王某', TODAY), '不是本专项的审签人'],
    [approve('主任', '2024-06-09'), '早于拟办日期'],
    [approve('主任', '2024-06-11'), '晚于签发的报告日期'],
    [approve('主任', TODAY, 'clerk-jia'), '不是审核员'],
  ] as const)
    expect(await given).toMatchObject({ kind: 'not', sentence: expect.stringContaining(said) });
  expect([main(), desk.drafts.all()]).toEqual([
    first,
    [expect.objectContaining({ id: draft!.id })],
  ]);
  expect((await approve('主任', TODAY)).kind).toBe('done');
  const audit = auditOf({ repository: depot.dir, prefix: 'content/' }, 'main');
  expect(audit.updates.map(({ kind }) => kind)).toEqual(['received', 'approved-entered']);
  expect(await approve('主任', TODAY)).toMatchObject({ kind: 'not', status: 409 });
});

test('审签人自己拟办的，自己不能签；拟办当时就按签发来检查；又办一次就换掉；可以撤回', async () => {
  await pushed('report/jia/1', 'clerk-jia', updateFile(submitted()));
  const desk = deskOf();
  const [one] = (await desk.waiting.queue('rev-2')).waiting;
  const without = await desk.deciding.decide({ items: [decision(one!, 'returned')] }, 'rev-2');
  expect(without).toMatchObject({ kind: 'not', sentence: expect.stringContaining('理由') });
  await desk.deciding.decide(
    { items: [decision(one!, 'sustained', { reviewOn: '2024-09-01' })] },
    'rev-2',
  );
  await desk.deciding.decide({ items: [decision(one!, 'accepted')] }, 'rev-2');
  const { drafts } = await desk.approvals.list('rev-2');
  expect(drafts.map(({ words, approvers, own }) => [words, approvers, own])).toEqual([
    [`${JIA} 验收（plain-01）`, ['主任'], undefined],
  ]);
  const ids = drafts.map(({ id }) => id);
  expect(
    await desk.approvals.approve(
      { drafts: ids, approver: '分管副主任', approvedOn: TODAY },
      'rev-2',
    ),
  ).toMatchObject({ kind: 'not', sentence: expect.stringContaining('自己拟办、自己审签') });
  expect(await desk.approvals.withdraw({ drafts: ids }, 'clerk-jia')).toMatchObject({
    status: 403,
  });
  expect((await desk.approvals.withdraw({ drafts: ids }, 'rev-1')).kind).toBe('done');
  expect(desk.drafts.all()).toEqual([]);
});

test('单位又报、别人先写了同一个问题：拟办标明情况变了，签发不了', async () => {
  await pushed('report/jia/1', 'clerk-jia', updateFile(submitted()));
  const desk = deskOf();
  const [one] = (await desk.waiting.queue('rev-1')).waiting;
  await desk.deciding.decide({ items: [decision(one!, 'accepted')] }, 'rev-1');
  depot.branch('main', depot.commit(first, updateFile(step('progress', 'plain-01'))));
  const [draft] = (await desk.approvals.list('rev-2')).drafts;
  expect(draft?.isStale).toBe(true);
  expect(
    await desk.approvals.approve(
      { drafts: [draft!.id], approver: '分管副主任', approvedOn: TODAY },
      'rev-2',
    ),
  ).toMatchObject({ kind: 'not', status: 409 });
});

test('迟报的，头天拟办、第二天签发：提醒里多了一天，拟办不作废', async () => {
  const [reported, before] = [addDays(TODAY, -9), addDays(TODAY, -1)];
  await pushed(
    'report/jia/1',
    'clerk-jia',
    updateFile(submitted('plain-01', { reportedOn: reported })),
  );
  const yesterday = deskOf(before);
  const [one] = (await yesterday.waiting.queue('rev-1')).waiting;
  expect(one?.faults.map(({ words }) => words).join()).toContain('早 8 天');
  await yesterday.deciding.decide({ items: [decision(one!, 'accepted')] }, 'rev-1');
  const desk = deskOf();
  const [draft] = (await desk.approvals.list('rev-2')).drafts;
  expect(draft?.isStale).toBe(false);
  const given = { drafts: [draft!.id], approver: '分管副主任', approvedOn: TODAY };
  expect(await desk.approvals.approve(given, 'rev-2')).toMatchObject({ kind: 'done' });
});

test('排在前面的人改了拟办，后面照旧拟办的签发不写进台账', async () => {
  await pushed('report/jia/1', 'clerk-jia', updateFile(submitted()));
  const desk = deskOf();
  const [one] = (await desk.waiting.queue('rev-1')).waiting;
  await desk.deciding.decide({ items: [decision(one!, 'accepted')] }, 'rev-1');
  const drafts = desk.drafts.all().map(({ id }) => id);
  const given = { drafts, approver: '分管副主任', approvedOn: TODAY };
  const told = await Promise.all([
    desk.deciding.decide({ items: [decision(one!, 'returned', { reason: '看不清' })] }, 'rev-1'),
    desk.approvals.approve(given, 'rev-2'),
  ]);
  expect(told).toMatchObject([{ kind: 'drafted' }, { kind: 'not', status: 409 }]);
  expect(main()).toBe(first);
});

test('拟办以后不再审签的人，自己的办理台不能再签，照审签单录入的还可以选他', async () => {
  const files = twoActs();
  const left = files[campaign].replace(
    'account: rev-2 }',
    `account: rev-2, until: ${addDays(TODAY, -1)} }`,
  );
  const settled = depot.commit(first, { [campaign]: left });
  depot.branch('main', settled);
  await pushed('report/jia/1', 'clerk-jia', updateFile(submitted('plain-01', {})), settled);
  const desk = deskOf();
  const [one] = (await desk.waiting.queue('rev-1')).waiting;
  await desk.deciding.decide({ items: [decision(one!, 'accepted')] }, 'rev-1');
  desk.drafts.change((all) => all.map((draft) => ({ ...draft, draftedOn: addDays(TODAY, -1) })));
  const [draft] = (await desk.approvals.list('rev-2')).drafts;
  expect([draft?.approvers, draft?.own]).toEqual([['分管副主任', '主任'], undefined]);
});

test('两个办理台同时拟办，谁的也不丢', () => {
  const draft = (at: number) => ({
    ...{ commit: String(at).repeat(40), seen: 'a'.repeat(64), decided: [] },
    ...{ id: crypto.randomUUID(), drafter: 'rev-1', draftedOn: TODAY, words: String(at) },
  });
  const [a, b] = [new DraftStore(clone), new DraftStore(clone)];
  let isFirst = true;
  a.change((drafts) => {
    // Somebody else is faster, between the reading and the writing.
    if (isFirst) b.change((others) => [...others, draft(2)]);
    isFirst = false;
    return [...drafts, draft(1)];
  });
  expect(a.all().map(({ words }) => words)).toEqual(['2', '1']);
});

test('单位从同一个仓库取，取不到拟办；原来藏起的照旧藏着', async () => {
  await runGit(clone, ['config', 'transfer.hideRefs', 'refs/private']);
  await runGit(clone, ['update-ref', 'refs/private/a', 'HEAD']);
  const drafts = new DraftStore(clone);
  for (const at of [1, 2])
    drafts.change(() => [
      {
        ...{ commit: 'c'.repeat(40), seen: 'a'.repeat(64), decided: [], words: String(at) },
        ...{ id: crypto.randomUUID(), drafter: 'rev-1', draftedOn: TODAY },
      },
    ]);
  expect((await runGit(clone, ['for-each-ref'])).text).toContain('refs/ledger/drafts');
  const { text } = await runGit(root, ['ls-remote', clone]);
  expect(text).toContain('refs/heads/main');
  expect(text).not.toMatch(/refs\/(?:ledger|private)/u);
});

test('不经办理台也是同一条规则：没有审签的决定，检查不让过；写全的过', () => {
  const world = new World();
  world.put({ [campaign]: twoActs()[campaign] });
  world.settle(submitted());
  expect(wrong(world.review(updateFile(step('accepted')), 'rev-1'))).toEqual([
    'approval 本专项的决定要审签，“验收”没有写拟办人、拟办日期、审签人、审签日期',
  ]);
  const whole = {
    ...{ drafter: 'rev-1', draftedOn: TODAY, approver: '主任', approvedOn: TODAY },
  };
  expect(wrong(world.review(updateFile(step('accepted', 'plain-01', whole)), 'rev-1'))).toEqual([]);
});
