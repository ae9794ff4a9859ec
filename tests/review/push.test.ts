/** 推送检查: who may move which ref of a bare server, and why not. */
import { expect, test } from 'vitest';
import { judgePush, refUpdates } from '../../src/review/push.ts';
import { submitted, TODAY, updateFile, World } from '../git/world.ts';

const NOTHING = '0'.repeat(40);
const NOW = Math.floor(new Date(`${TODAY}T10:00:00+08:00`).getTime() / 1000);
const BRANCH = 'refs/heads/report/jia-01';

/** A server with main as it is in the world, and nothing else. */
function server() {
  const world = new World();
  const { depot } = world;
  for (const ref of depot.git('for-each-ref', '--format=%(refname)').split('\n').filter(Boolean))
    depot.git('update-ref', '-d', ref);
  depot.branch('main', world.main);
  return world;
}
function pushed(world: World, user: string, ref: string, next: string, old = NOTHING) {
  const input = { repository: world.depot.dir, prefix: 'content/', user, main: 'main' };
  const [verdict] = judgePush({ ...input, today: TODAY, now: NOW }, [{ old, new: next, ref }]);
  if (verdict === undefined) throw new Error('no verdict');
  const said = verdict.reports.flatMap(({ faults }) => faults.map(({ rule }) => rule));
  return { ok: verdict.ok, why: verdict.refusal, said };
}
const proposal = (world: World, said = submitted()) => world.propose(updateFile(said));

test('钩子的输入一行一个；Git 不会写的行是错误', () => {
  expect(refUpdates(`a b refs/heads/x\nc d refs/heads/y\n`)).toEqual([
    { old: 'a', new: 'b', ref: 'refs/heads/x' },
    { old: 'c', new: 'd', ref: 'refs/heads/y' },
  ]);
  expect(() => refUpdates('a b\n')).toThrow(RangeError);
});

test('填报员推自己的报送，收；推别的单位的，检查说不行', () => {
  const world = server();
  const next = proposal(world);
  expect(pushed(world, 'clerk-jia', BRANCH, next)).toMatchObject({ ok: true, why: undefined });
  const other = pushed(world, 'clerk-yi', 'refs/heads/report/yi-01', next);
  expect(other.ok).toBe(false);
  expect(other.said).toContain('not-member');
});

test.each([
  ['没有登录的', '', BRANCH, '服务器没有给出推送人'],
  ['填报员推主分支', 'clerk-jia', 'refs/heads/main', '填报员不能直接推主分支'],
  ['填报员推标签', 'clerk-jia', 'refs/tags/v1', '只能推送分支'],
  ['别的引用', 'rev-1', 'refs/notes/x', '只能推送分支'],
])('%s，不收', (_, user, ref, why) => {
  const world = server();
  expect(pushed(world, user, ref, proposal(world)).why).toContain(why);
});

test('标签由管理员推', () => {
  const world = server();
  expect(pushed(world, 'keeper', 'refs/tags/v1', world.main)).toMatchObject({ ok: true });
});

test('没有主分支的仓库，什么都不收', () => {
  const world = server();
  const next = proposal(world);
  world.depot.git('update-ref', '-d', 'refs/heads/main');
  expect(pushed(world, 'rev-1', BRANCH, next).why).toContain('还没有主分支');
});

test('分支只能指向提交；服务器上的不是推送的人以为的', () => {
  const world = server();
  const tree = world.depot.git('rev-parse', `${world.main}^{tree}`);
  expect(pushed(world, 'clerk-jia', BRANCH, tree).why).toBe('分支只能指向提交');
  expect(pushed(world, 'clerk-jia', BRANCH, proposal(world), world.main).why).toContain(
    '不是推送的人以为的那样',
  );
});

test('主分支：不能删，不能改写，日期不能差一天以上', () => {
  const world = server();
  const main = 'refs/heads/main';
  expect(pushed(world, 'rev-1', main, NOTHING, world.main).why).toBe('主分支不能删除');
  const aside = world.depot.commit(undefined, { 'README.md': 'x' });
  expect(pushed(world, 'rev-1', main, aside, world.main).why).toContain('不能改写历史');
  const late = world.propose(updateFile(submitted()), { at: '2024-06-08T09:00:00+08:00' });
  expect(pushed(world, 'rev-1', main, late, world.main).why).toContain('2024年6月8日');
});

test('主分支上合并没有推送过的分支，不收', () => {
  const world = server();
  const head = proposal(world);
  const merged = world.depot.commit(world.main, {}, { merge: head });
  expect(pushed(world, 'rev-1', 'refs/heads/main', merged, world.main).why).toContain('没有推送过');
});

test('别人的分支不能改也不能删；里面有待审的，审核员也不能删', () => {
  const world = server();
  const head = proposal(world);
  world.depot.branch('report/jia-01', head);
  const other = world.depot.commit(head, { 'README.md': 'x' });
  expect(pushed(world, 'clerk-yi', BRANCH, other, head).why).toContain('别的单位的报送');
  expect(pushed(world, 'rev-1', BRANCH, NOTHING, head).why).toContain('还没有合并的报送');
  expect(pushed(world, 'keeper', BRANCH, NOTHING, head)).toMatchObject({ ok: true });
});
