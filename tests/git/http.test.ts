/** Git over HTTP with the hook installed as the documentation says: what is let in, what is not, and what the pusher reads. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Clone, runGit } from './clone.ts';
import { Depot } from './depot.ts';
import { GitServer } from './http-server.ts';
import * as samples from './samples.ts';
import { step, submitted, TODAY, updateFile, worldFiles } from './world.ts';

const program = resolve(import.meta.dirname, '../..');

let root: string;
let depot: Depot;
let server: GitServer;
let first: string;
const clones = new Map<string, Clone>();

/** The work copy of an account. */
async function of(account: string): Promise<Clone> {
  const made =
    clones.get(account) ??
    (await Clone.of(server.address('ledger.git', account), join(root, account)));
  clones.set(account, made);
  return made;
}

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-http-')));
  depot = new Depot(join(root, 'ledger.git'));
  first = depot.commit(undefined, worldFiles());
  depot.branch('main', first);
  execFileSync(process.execPath, [join(program, 'scripts/ledger.ts'), 'install-hook', depot.dir]);
  // The day of the reviews, which an office leaves to the clock.
  const hook = join(depot.dir, 'hooks/pre-receive');
  const text = readFileSync(hook, 'utf8');
  execFileSync('sh', ['-c', 'cat > "$1"', 'sh', hook], {
    input: text.replace('pre-receive \\', `pre-receive --as-of ${TODAY} \\`),
  });
  server = new GitServer(root);
  await server.start();
});
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});
beforeEach(() => {
  for (const ref of depot.git('for-each-ref', '--format=%(refname)').split('\n'))
    if (ref !== 'refs/heads/main') depot.git('update-ref', '-d', ref);
  depot.git('update-ref', 'refs/heads/main', first);
  rmSync(join(depot.dir, 'ledger-pushes.jsonl'), { force: true });
});

const mainNow = () => depot.git('rev-parse', 'main');

test('登录不对的推送不进门', async () => {
  const clone = await of('clerk-jia');
  const { ok } = await clone.git(
    'push',
    server.address('ledger.git', 'clerk-jia', 'wrong'),
    'origin/main:refs/heads/x',
  );
  expect(ok).toBe(false);
});

test('填报员推报送分支：收下，推送人当场看到摘要', async () => {
  const clone = await of('clerk-jia');
  await clone.commit('report/a', updateFile(submitted()));
  const { ok, text } = await clone.push('report/a');
  expect([ok, text]).toEqual([true, expect.stringContaining('报送检查：通过')]);
  expect(text).toContain('示例区甲街道办事处 plain-01 申请验收：待整改 → 待审核');
});

test('推别的单位的问题、改程序、改旧报送：拒绝，并说明原因', async () => {
  const clone = await of('clerk-jia');
  await clone.commit('report/a', updateFile(submitted('plain-02')));
  let answer = await clone.push('report/a');
  expect(answer.ok).toBe(false);
  expect(answer.text).toContain('不是示例区乙镇人民政府的填报员');
  await clone.commit('report/b', { 'src/review/review.ts': 'export const ok = true;\n' });
  answer = await clone.push('report/b');
  expect(answer.ok).toBe(false);
  expect(answer.text).toContain('不能修改程序和流程文件');
  await clone.commit('report/c', { 'content/issues/plain/plain-01.yaml': null });
  answer = await clone.push('report/c');
  expect(answer.ok).toBe(false);
  expect(answer.text).toContain('问题不能删除');
  expect(depot.git('branch', '--list', 'report/*')).toBe('');
});

test('填报员直接推主分支：拒绝；推标签和别的引用：拒绝', async () => {
  const clone = await of('clerk-jia');
  await clone.commit('report/a', updateFile(submitted()));
  const direct = await clone.push('report/a:main');
  expect(direct.ok).toBe(false);
  expect(direct.text).toContain('填报员不能直接推主分支');
  for (const ref of ['refs/tags/v1', 'refs/notes/x', `refs/replace/${first}`]) {
    const { ok, text } = await clone.push(`report/a:${ref}`);
    expect([ok, text]).toEqual([false, expect.stringContaining('只能推送分支')]);
  }
  expect(mainNow()).toBe(first);
});

test('审核员合并推送过的分支：收下；提交人按服务器的记录认', async () => {
  const clerk = await of('clerk-jia');
  await clerk.commit('report/a', updateFile(submitted()));
  await clerk.push('report/a');
  const reviewer = await of('rev-1');
  await reviewer.git('fetch', 'origin');
  await reviewer.git('checkout', '-B', 'main', 'origin/main');
  await reviewer.git('merge', '--no-ff', '-m', '合并', 'origin/report/a');
  const { ok, text } = await reviewer.push('main');
  expect([ok, text]).toEqual([true, expect.stringContaining('提交人 clerk-jia')]);
  expect(text).toContain('推送人 rev-1');
  expect(mainNow()).not.toBe(first);
});

test('审核员合并没有推送过的提交、快进合并填报员的提交：拒绝', async () => {
  const reviewer = await of('rev-1');
  await reviewer.commit('local', updateFile(submitted()));
  await reviewer.git('checkout', '-B', 'main', 'origin/main');
  await reviewer.git('merge', '--no-ff', '-m', '合并', 'local');
  const unseen = await reviewer.push('main');
  expect(unseen.ok).toBe(false);
  expect(unseen.text).toContain('没有推送过');
  const clerk = await of('clerk-jia');
  await clerk.commit('report/a', updateFile(submitted()));
  await clerk.push('report/a');
  await reviewer.git('fetch', 'origin');
  const fast = await reviewer.push('origin/report/a:main');
  expect(fast.ok).toBe(false);
  expect(fast.text).toContain('git merge --no-ff');
  expect(mainNow()).toBe(first);
});

test('合并时夹带：合并提交里多出来的验收被拒绝', async () => {
  const clerk = await of('clerk-jia');
  await clerk.commit('report/a', updateFile(submitted()));
  await clerk.push('report/a');
  const reviewer = await of('rev-1');
  await reviewer.git('fetch', 'origin');
  await reviewer.git('checkout', '-B', 'main', 'origin/main');
  await reviewer.git('merge', '--no-ff', '--no-commit', 'origin/report/a');
  const [[path, text]] = Object.entries(updateFile(step('accepted'), '20240610-230000')) as [
    [string, string],
  ];
  execFileSync('sh', ['-c', 'cat > "$1"', 'sh', join(reviewer.dir, path)], { input: text });
  await reviewer.git('add', '--all');
  await reviewer.git('commit', '-m', '合并');
  const answer = await reviewer.push('main');
  expect(answer.ok).toBe(false);
  expect(answer.text).toContain('“验收”由审核员登记');
});

test('改写、删除主分支：审核员也不行', async () => {
  const reviewer = await of('rev-1');
  await reviewer.git('checkout', '--quiet', '--orphan', 'rewritten', 'origin/main');
  await reviewer.git('commit', '--quiet', '--message', '改写');
  const forced = await reviewer.push('--force', 'rewritten:main');
  expect([forced.ok, forced.text]).toEqual([false, expect.stringContaining('不能改写历史')]);
  const deleted = await reviewer.push(':main');
  expect([deleted.ok, deleted.text]).toEqual([false, expect.stringContaining('主分支不能删除')]);
  expect(mainNow()).toBe(first);
});

test('往别的单位的分支上推、强推、删除：拒绝，原来的报送还在', async () => {
  const jia = await of('clerk-jia');
  await jia.commit('report/a', updateFile(submitted()));
  await jia.push('report/a');
  const kept = depot.git('rev-parse', 'report/a');
  const yi = await of('clerk-yi');
  await yi.git('fetch', 'origin');
  await yi.commit('report/a', updateFile(submitted('plain-02')), 'origin/report/a');
  const above = await yi.push('report/a');
  await yi.commit('report/a', updateFile(submitted('plain-02')));
  const forced = await yi.push('--force', 'report/a');
  const deleted = await yi.push(':report/a');
  for (const { ok, text } of [above, forced, deleted])
    expect([ok, text]).toEqual([false, expect.stringContaining('别的单位的报送')]);
  expect(depot.git('rev-parse', 'report/a')).toBe(kept);
  expect((await jia.push(':report/a')).ok).toBe(true);
});

test('佐证文件过大、类型不对：推送就被拒绝，仓库里不留下', async () => {
  const clone = await of('clerk-jia');
  const named = { evidence: [{ number: '1' }, { file: 'a.png' }] };
  await clone.commit('report/a', {
    ...updateFile(submitted('plain-01', named)),
    'content/evidence/plain-01/a.png': samples.html,
  });
  const { ok, text } = await clone.push('report/a');
  expect([ok, text]).toEqual([false, expect.stringContaining('文件是网页')]);
  const blob = (
    await clone.git('rev-parse', 'report/a:content/evidence/plain-01/a.png')
  ).text.trim();
  expect(() => depot.git('cat-file', '-e', blob)).toThrow();
});

test('一次推多个分支，一个不合格就都不收', async () => {
  const clone = await of('clerk-jia');
  await clone.commit('report/good', updateFile(submitted()));
  await clone.commit('report/bad', updateFile(step('accepted')));
  expect((await clone.push('report/good', 'report/bad')).ok).toBe(false);
  expect(depot.git('branch', '--list', 'report/*')).toBe('');
});

/** The branch of an account in another's copy, up to date. */
async function fetched(account: string): Promise<Clone> {
  const clone = await of(account);
  await clone.git('fetch', '--prune', 'origin');
  return clone;
}

/** What `ledger audit` and `ledger queue` say on the server. */
function onServer(command: string, ...args: string[]): string {
  const run = spawnSync(
    process.execPath,
    [join(program, 'scripts/ledger.ts'), command, '--content', depot.dir, ...args],
    { encoding: 'utf8' },
  );
  return run.stdout + run.stderr;
}

test('填报员删除、续写审核员的分支：拒绝，不会记成审核员的代录', async () => {
  const reviewer = await of('rev-1');
  await reviewer.commit(
    'report/behalf',
    updateFile(submitted('plain-01', { onBehalfOf: 'jia', channel: '电话' })),
  );
  expect((await reviewer.push('report/behalf')).ok).toBe(true);
  const kept = depot.git('rev-parse', 'report/behalf');
  const clerk = await fetched('clerk-jia');
  await clerk.commit(
    'report/behalf',
    updateFile(step('progress', 'plain-03', { onBehalfOf: 'jia' })),
    'origin/report/behalf',
  );
  for (const pushed of ['report/behalf', ':report/behalf', '+main:report/behalf'])
    expect([pushed, (await clerk.push(pushed)).ok]).toEqual([pushed, false]);
  expect(depot.git('rev-parse', 'report/behalf')).toBe(kept);
});

test('审核员不能删除、退回别人没有合并的报送；可以更新分支', async () => {
  const clerk = await of('clerk-jia');
  await clerk.commit('report/a', updateFile(submitted()));
  await clerk.push('report/a');
  const reviewer = await fetched('rev-2');
  for (const pushed of [':report/a', '+origin/main:report/a']) {
    const { ok, text } = await reviewer.push(pushed);
    expect([ok, text]).toEqual([false, expect.stringContaining('别人还没有合并的报送')]);
  }
  await reviewer.git('checkout', '-B', 'report/a', 'origin/report/a');
  await reviewer.git('commit', '--allow-empty', '-m', '更新');
  expect((await reviewer.push('report/a')).ok).toBe(true);
});

/** A push as a client of one's own would send it, which says what it likes of where the refs stand. */
async function pushedByHand(
  account: string,
  clone: Clone,
  { old, tip, ref }: { old: string; tip: string; ref: string },
): Promise<string> {
  const line = `${old} ${tip} ${ref}\0report-status`;
  const length = (Buffer.byteLength(line) + 4).toString(16).padStart(4, '0');
  const pack = execFileSync('git', ['-C', clone.dir, 'pack-objects', '--revs', '--stdout', '-q'], {
    input: `${tip}\n^${first}\n`,
  });
  const { host } = new URL(server.address('ledger.git', account));
  const answer = await fetch(`http://${host}/ledger.git/git-receive-pack`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${account}:${account}`).toString('base64')}`,
      'content-type': 'application/x-git-receive-pack-request',
    },
    body: Buffer.concat([Buffer.from(`${length}${line}0000`), pack]),
  });
  return answer.text();
}

test('谎报分支原来在哪里，抢不走别人的分支：不收，也不进推送记录', async () => {
  const clerk = await of('clerk-jia');
  await clerk.commit('report/a', updateFile(submitted()));
  await clerk.push('report/a');
  const kept = depot.git('rev-parse', 'report/a');
  const record = readFileSync(join(depot.dir, 'ledger-pushes.jsonl'), 'utf8');
  const thief = await fetched('clerk-yi');
  await thief.commit('report/y', updateFile(step('progress', 'plain-02')));
  const tip = (await thief.git('rev-parse', 'report/y')).text.trim();
  for (const old of ['0'.repeat(40), first, tip]) {
    const said = await pushedByHand('clerk-yi', thief, { old, tip, ref: 'refs/heads/report/a' });
    expect(said).toContain('ng refs/heads/report/a pre-receive hook declined');
  }
  expect(readFileSync(join(depot.dir, 'ledger-pushes.jsonl'), 'utf8')).toBe(record);
  for (const pushed of [':report/a', '+report/y:report/a'])
    expect([pushed, (await thief.push(pushed)).ok]).toEqual([pushed, false]);
  expect(depot.git('rev-parse', 'report/a')).toBe(kept);
});

test('占住别的报送、催办要用的分支名：不收，别的单位照常报送', async () => {
  const yi = await of('clerk-yi');
  await yi.commit('report/y', updateFile(step('progress', 'plain-02')));
  for (const name of ['report', 'report/jia', `remind/${TODAY}`, 'inspection'])
    expect([name, (await yi.push(`report/y:refs/heads/${name}`)).ok]).toEqual([name, false]);
  const jia = await of('clerk-jia');
  await jia.commit('report/jia/a', updateFile(submitted()));
  expect((await jia.push('report/jia/a')).ok).toBe(true);
});

test('自己撤回的报送：服务器记下是谁、哪一天，待审和审计都说', async () => {
  const clerk = await of('clerk-jia');
  const report = updateFile(submitted());
  const [path = ''] = Object.keys(report);
  await clerk.commit('report/back', report);
  await clerk.push('report/back');
  expect((await clerk.push(':report/back')).ok).toBe(true);
  const words = `没有收件就不见了：${path.slice('content/'.length)}`;
  for (const command of ['queue', 'audit'])
    expect(onServer(command)).toMatch(
      new RegExp(`${words}（.* clerk-jia 删除了分支 report/back）`, 'u'),
    );
});

test('合并提交写的日期不是今天，冒写别人的姓名：拒绝或不算数', async () => {
  const reviewer = await of('rev-1');
  const report = updateFile(submitted('plain-01', { onBehalfOf: 'jia', channel: '电话' }));
  await reviewer.commit('report/own', report);
  await reviewer.push('report/own');
  for (const day of ['2026-01-01T10:00:00', '2099-01-01T10:00:00']) {
    await reviewer.git('fetch', 'origin');
    await reviewer.git('checkout', '-B', 'main', 'origin/main');
    await reviewer.git('merge', '--no-ff', '-m', '合并', 'origin/report/own');
    await runGit(reviewer.dir, ['commit', '--amend', '--no-edit', '--date', day], {
      GIT_COMMITTER_DATE: day,
    });
    const { ok, text } = await reviewer.push('main');
    expect([day, ok, text]).toEqual([day, false, expect.stringContaining('收件日以收到之日为准')]);
  }
  await reviewer.git('checkout', '-B', 'main', 'origin/main');
  await reviewer.git('merge', '--no-ff', '-m', '合并', 'origin/report/own');
  await reviewer.git(
    'commit',
    '--amend',
    '--no-edit',
    '--author',
    '另一位 <other@example.invalid>',
  );
  expect((await reviewer.push('main')).ok).toBe(true);
  expect(onServer('audit')).toContain('单人代录 1');
});

test('填报员不能写收件人；与账户相像的字不是那个账户', async () => {
  const clerk = await of('clerk-jia');
  await clerk.commit('report/a', updateFile(submitted('plain-01', { receivedBy: '办公室主任' })));
  const { ok, text } = await clerk.push('report/a');
  expect([ok, text]).toEqual([false, expect.stringContaining('收件人由审核员登记')]);
});

test('服务器没有给出账户时拒绝推送', () => {
  const clerk = depot.commit(first, updateFile(submitted()));
  expect(() =>
    execFileSync(join(depot.dir, 'hooks/pre-receive'), {
      cwd: depot.dir,
      input: `${'0'.repeat(40)} ${clerk} refs/heads/report/a\n`,
      env: { PATH: process.env['PATH'] ?? '' },
      stdio: ['pipe', 'pipe', 'pipe'],
    }),
  ).toThrow();
});

test('已有别的钩子时安装不覆盖', () => {
  expect(() =>
    execFileSync(
      process.execPath,
      [join(program, 'scripts/ledger.ts'), 'install-hook', depot.dir],
      { stdio: 'pipe' },
    ),
  ).toThrow(/没有覆盖/u);
});
