/** A pending report or decision that somebody else's proposal carries in its history and drops from its tree. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Entries } from './depot.ts';
import * as samples from './samples.ts';
import { rulesOf, step, submitted, updateFile, World, wrong } from './world.ts';

let world: World;
beforeEach(() => {
  world = new World();
});

const BURIED = '分支的历史里有这份报送，最后却没有了：合并后它会像收过一样从待审里消失';
const OVERRIDDEN = '合并别的分支时丢掉了那边的这份报送：合并后它会像收过一样从待审里消失';
const NOT_YI = '分支的历史里动过这个文件：提交人 clerk-yi 不是示例区甲街道办事处的填报员';

/** The faults of a proposal, which must be refused. */
function refused(head: string, author: string, actor = author): string[] {
  const review = world.review(head, author, actor);
  expect(review.ok).toBe(false);
  return wrong(review);
}

/** `git merge -s ours`: both parents, the tree of the first, and files of one's own. */
function ours(first: string, second: string, entries: Entries = {}): string {
  return world.depot.commit(first, entries, { merge: second });
}

const harmless = () => updateFile(step('started', 'plain-02'));

describe('借历史埋掉别人的报送', () => {
  test('带上别的单位的报送再丢掉（merge -s ours），拒绝', () => {
    const pending = world.propose(updateFile(submitted()));
    const head = ours(world.propose(harmless()), pending);
    expect(refused(head, 'clerk-yi')).toEqual([`passing ${NOT_YI}`]);
    expect(refused(world.depot.commit(head, {}), 'clerk-yi')).toEqual([`passing ${NOT_YI}`]);
    expect(refused(ours(world.main, pending), 'clerk-both')).toEqual([`buried ${BURIED}`]);
  });

  test('审核员未合并的决定被填报员带上再丢掉，拒绝', () => {
    world.settle(submitted('plain-01', { reportedOn: '2024-06-01' }));
    const decision = updateFile(step('returned', 'plain-01', { reason: '不清楚' }));
    const [path = ''] = Object.keys(decision);
    const pending = world.propose(decision);
    expect(refused(ours(world.propose(harmless()), pending), 'clerk-yi')).toEqual([
      `passing ${NOT_YI}`,
    ]);
    const report = updateFile(step('progress'));
    const dropped = refused(ours(world.propose(report), pending), 'clerk-jia');
    expect(dropped).toContain('passing 分支的历史里有审核员的“退回”，最后却不是它');
    // A report of one's own in its place, so that the path is there.
    const [text = ''] = Object.values(report);
    const swapped = ours(world.main, pending, { [path]: text });
    expect(refused(swapped, 'clerk-jia')).toContain(
      'passing 分支的历史里有审核员的“退回”，最后却不是它',
    );
  });

  test('审核员自己也不能合并了又丢掉', () => {
    const pending = world.propose(updateFile(submitted()));
    expect(refused(ours(world.main, pending), 'rev-1')).toEqual([`buried ${BURIED}`]);
  });

  test('一次并进许多（octopus）、并到别的文件夹（subtree）、并进去再删、删了再换名，都拒绝', () => {
    const report = updateFile(submitted());
    const [path = ''] = Object.keys(report);
    const [text = ''] = Object.values(report);
    const pending = world.propose(report);
    const { depot } = world;
    const tree = depot.git('rev-parse', `${world.main}^{tree}`);
    const parents = [world.main, world.propose(harmless()), pending].flatMap((one) => ['-p', one]);
    const octopus = depot.git('commit-tree', '-m', '示例', ...parents, tree);
    expect(rulesOf(world.review(octopus, 'clerk-both'))).toEqual(['buried']);
    const folder = { mode: '040000', data: depot.git('rev-parse', `${pending}^{tree}`) };
    const subtree = ours(world.main, pending, { 'content/updates/plain-02': folder });
    expect(rulesOf(world.review(subtree, 'clerk-both'))).toContain('buried');
    const honest = depot.commit(world.main, report, { merge: pending });
    expect(rulesOf(world.review(depot.commit(honest, { [path]: null }), 'clerk-both'))).toEqual([
      'buried',
    ]);
    const renamed = { [path]: null, [path.replace('.yaml', 'x.yaml')]: text };
    expect(rulesOf(world.review(depot.commit(pending, renamed), 'clerk-both'))).toEqual(['buried']);
  });

  test('合并时取了另一边的内容：那一边没有见过的版本不能丢', () => {
    const stamp = '20240610-090000-abc';
    const pending = world.propose(updateFile(step('progress', 'plain-01', { note: '甲' }), stamp));
    const own = world.propose(updateFile(step('progress', 'plain-01', { note: '乙' }), stamp));
    expect(refused(ours(own, pending), 'clerk-jia')).toEqual([`buried ${OVERRIDDEN}`]);
  });

  test('用 replace 引用改接历史，看到的仍是原来的历史', () => {
    const pending = world.propose(updateFile(submitted()));
    const head = ours(world.propose(harmless()), pending);
    const innocent = world.depot.commit(world.main, harmless());
    world.depot.git('replace', head, innocent);
    expect(refused(head, 'clerk-yi')).toEqual([`passing ${NOT_YI}`]);
    world.depot.git('replace', '-d', head);
  });

  test('交叉的历史藏在分支里面，照样看得出', () => {
    const { depot } = world;
    const pending = world.propose(updateFile(submitted()));
    const own = world.propose(updateFile(step('started')));
    const left = depot.commit(own, {}, { merge: pending });
    const right = depot.commit(pending, updateFile(step('started')), { merge: own });
    const head = depot.commit(left, {}, { merge: right });
    expect(rulesOf(world.review(head, 'clerk-jia'))).toContain('buried');
  });

  test('动了别人的文件又还原，拒绝', () => {
    const old = updateFile(step('started'), '20240601-090000-old');
    world.put(old);
    const [path = ''] = Object.keys(old);
    const issue = 'content/issues/plain/plain-01.yaml';
    const text = world.depot.git('show', `${world.main}:${issue}`);
    const [now = ''] = Object.values(old);
    expect(
      refused(world.propose([{ [path]: null }, { [path]: now, ...harmless() }]), 'clerk-yi'),
    ).toEqual(['passing 分支的历史里动过这个文件：报送只能新增，不能删除：合并过的报送是历史']);
    const edited = [
      { [issue]: text.replace('立即', '不') },
      { [issue]: `${text}\n`, ...harmless() },
    ];
    expect(refused(world.propose(edited), 'clerk-yi')[0]).toContain('（填报员）不能修改问题');
  });

  test('别的单位的佐证只是路过，也拒绝', () => {
    const path = 'content/evidence/plain-01/a.png';
    const entries = [{ [path]: samples.png }, { [path]: null, ...harmless() }];
    expect(refused(world.propose(entries), 'clerk-yi')).toEqual([`passing ${NOT_YI}`]);
  });

  test('本单位的人改自己的草稿、先更新分支再报、合并时两边都留下，可以', () => {
    const stamp = '20240610-090000-own';
    const draft = world.propose(updateFile(step('started'), stamp));
    const better = updateFile(step('started', 'plain-01', { note: '改' }), stamp);
    const edited = world.depot.commit(draft, better);
    world.put(harmless());
    const updated = world.depot.commit(world.main, better, { merge: edited });
    expect(world.review(updated, 'clerk-jia').faults).toEqual([]);
    const other = updateFile(step('progress'));
    const both = world.depot.commit(updated, other, { merge: world.propose(other) });
    expect(wrong(world.review(both, 'clerk-jia'))).toEqual([]);
  });
});
