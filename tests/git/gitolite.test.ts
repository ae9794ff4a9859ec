/**
 * Debian's gitolite3 with the hook as the documentation says. Its own shell runs as the forced command of a key would
 * run it; only sshd, which finds the account by its key, is left out.
 */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Clone } from './clone.ts';
import { Depot, gitEnv } from './depot.ts';
import { step, submitted, TODAY, updateFile, worldFiles } from './world.ts';

const program = resolve(import.meta.dirname, '../..');
const root = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-gitolite-')));
const login = join(root, 'login');
let depot: Depot;
let first: string;
const clones = new Map<string, Clone>();

/** The work copy of an account. */
async function of(account: string): Promise<Clone> {
  const made =
    clones.get(account) ??
    (await Clone.of('ssh://git@ledger.invalid/ledger', join(root, 'work', account), [
      ...['-c', `core.sshCommand=${login} ${account}`],
      ...['-c', 'ssh.variant=simple'],
    ]));
  clones.set(account, made);
  return made;
}

beforeAll(() => {
  installGitolite();
  const gitolite = (...args: string[]) =>
    execFileSync('gitolite', args, { env: gitEnv(root), stdio: 'pipe' });
  gitolite('setup', '-a', 'keeper');
  appendFileSync(join(root, '.gitolite/conf/gitolite.conf'), '\nrepo ledger\n    RW+ = @all\n');
  depot = new Depot(join(root, 'repositories/ledger.git'));
  first = depot.commit(undefined, worldFiles());
  depot.branch('main', first);
  gitolite('compile');
  gitolite('setup', '--hooks-only');
  execFileSync(process.execPath, [join(program, 'scripts/ledger.ts'), 'install-hook', depot.dir]);
  // The day of the reviews, which an office leaves to the clock.
  const hook = join(depot.dir, 'hooks/pre-receive');
  const text = readFileSync(hook, 'utf8');
  execFileSync('sh', ['-c', 'cat > "$1"', 'sh', hook], {
    input: text.replace('pre-receive \\', `pre-receive --as-of ${TODAY} \\`),
  });
  // What the line of a key in authorized_keys does: command="gitolite-shell ACCOUNT".
  writeFileSync(
    login,
    `#!/bin/sh
account=$1
for words; do command=$words; done
unset GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL
HOME=${root} USER=git SSH_CONNECTION='127.0.0.1 50000 127.0.0.1 22' SSH_ORIGINAL_COMMAND="$command" \\
  exec /usr/share/gitolite3/gitolite-shell "$account"
`,
    { mode: 0o755 },
  );
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function installGitolite(): void {
  if (existsSync('/usr/share/gitolite3/gitolite-shell')) return;
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', 'gitolite3']])
    execFileSync('apt-get', args, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: 'inherit',
    });
}

test('填报员推报送分支：收下，按 Gitolite 认的账户检查', async () => {
  const clerk = await of('clerk-jia');
  await clerk.commit('report/a', updateFile(submitted()));
  const { ok, text } = await clerk.push('report/a');
  expect([ok, text]).toEqual([true, expect.stringContaining('提交人 clerk-jia')]);
});

test('别的单位的人往这个分支上推、推别的单位的问题、直接推主分支：拒绝', async () => {
  const stranger = await of('clerk-yi');
  await stranger.git('fetch', 'origin');
  await stranger.commit('report/a', updateFile(step('progress', 'plain-02')), 'origin/report/a');
  const onto = await stranger.push('report/a');
  expect(onto.ok).toBe(false);
  await stranger.commit('report/b', updateFile(submitted('plain-01')));
  const other = await stranger.push('report/b');
  expect([other.ok, other.text]).toEqual([
    false,
    expect.stringContaining('不是示例区甲街道办事处的填报员'),
  ]);
  const direct = await stranger.push('report/b:main');
  expect([direct.ok, direct.text]).toEqual([
    false,
    expect.stringContaining('填报员不能直接推主分支'),
  ]);
  expect(depot.git('rev-parse', 'main')).toBe(first);
});

test('审核员合并推送过的分支：收下，提交人是推送它的填报员，不是服务器的系统账户', async () => {
  const reviewer = await of('rev-1');
  await reviewer.git('fetch', 'origin');
  await reviewer.git('checkout', '-B', 'main', 'origin/main');
  await reviewer.git('merge', '--no-ff', '-m', '合并', 'origin/report/a');
  const { ok, text } = await reviewer.push('main');
  expect([ok, text]).toEqual([true, expect.stringContaining('提交人 clerk-jia')]);
  expect(text).toContain('推送人 rev-1');
  expect(depot.git('rev-parse', 'main')).not.toBe(first);
});

test('没有登记的账户推不进来', async () => {
  const nobody = await of('nobody');
  await nobody.commit('report/c', updateFile(submitted()));
  const { ok, text } = await nobody.push('report/c');
  expect([ok, text]).toEqual([false, expect.stringContaining('不在本台账登记的人员中')]);
});
