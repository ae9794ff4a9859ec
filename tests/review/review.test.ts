/** 报送检查: what of a proposal is told once and where; what no longer can be looked at. Real repositories. (示例区，虚构) */
import { beforeEach, expect, test } from 'vitest';
import { rulesOf, step, submitted, updateFile, World, wrong } from '../git/world.ts';

let world: World;
beforeEach(() => {
  world = new World();
});

test('合规的报送：没有错，路径从仓库顶上写起', () => {
  const reviewed = world.review(updateFile(submitted()), 'clerk-jia');
  expect([reviewed.ok, wrong(reviewed)]).toEqual([true, []]);
  expect(reviewed.changes.map(({ full }) => full)).toEqual([
    expect.stringMatching(/^content\/updates\/plain-01\//u),
  ]);
  expect(reviewed.effects.map(({ unit }) => unit)).toEqual(['jia']);
});

test('同一个人交、推的是一个人；两个人的是两个', () => {
  const people = (author: string, actor?: string) =>
    world.review(updateFile(submitted()), author, actor).people.length;
  expect([people('clerk-jia'), people('clerk-jia', 'rev-1')]).toEqual([1, 2]);
});

test('什么也没有改的，只提醒；没有登记的人不收', () => {
  const none = world.review(world.main, 'clerk-jia');
  expect([none.ok, rulesOf(none, 'warning')]).toEqual([true, ['empty']]);
  expect(rulesOf(world.review(updateFile(submitted()), 'nobody')).length).toBeGreaterThan(0);
});

test('台账里原来就有的错，别人的报送不背；自己改出来的要说', () => {
  world.put({ 'content/units/bing.yaml': 'name: 示例区丙镇人民政府\nkind: 不对\n' });
  expect(wrong(world.review(updateFile(submitted()), 'clerk-jia'))).toEqual([]);
  const own = world.review(
    { 'content/units/ding.yaml': 'name: 示例区丁镇人民政府\nkind: 不对\n' },
    'keeper',
  );
  expect(own.ok).toBe(false);
  expect(own.faults.map(({ file }) => file)).toContain('content/units/ding.yaml');
  expect(own.faults.map(({ file }) => file)).not.toContain('content/units/bing.yaml');
});

test('自己的变更让别处出了错，也要说', () => {
  const gone = world.review({ 'content/units/yi.yaml': null }, 'keeper');
  expect(gone.faults.some(({ file }) => file !== 'content/units/yi.yaml')).toBe(true);
});

test('不该放的文件、没有报送提到的佐证，各只说一次', () => {
  const stray = world.review({ 'content/乱放.txt': 'x', ...updateFile(submitted()) }, 'clerk-jia');
  expect(stray.faults.filter(({ file }) => file === 'content/乱放.txt')).toHaveLength(1);
  const loose = world.review(
    { 'content/evidence/plain-01/a.png': 'x', ...updateFile(submitted()) },
    'clerk-jia',
  );
  expect(new Set(loose.faults.map(({ rule }) => rule)).has('evidence-files')).toBe(false);
  expect(loose.ok).toBe(false);
});

test('报送的步骤不对，说步骤一次，不再按台账的规则说一遍', () => {
  const reviewed = world.review(updateFile(step('accepted')), 'rev-1');
  expect(reviewed.ok).toBe(false);
  const rules = rulesOf(reviewed);
  expect(new Set(rules).size).toBe(rules.length);
  expect(rules).not.toContain('steps');
});

test('没有跟上主分支的照看，说没有跟上', () => {
  const head = world.propose(updateFile(submitted()));
  world.settle(submitted('plain-02'));
  const reviewed = world.review(head, 'clerk-jia');
  expect([reviewed.ok, reviewed.outdated]).toEqual([true, true]);
});

test('来历不同的、主分支自己读不出的，只说这一条', () => {
  const alien = world.depot.commit(undefined, { 'README.md': '别的\n' });
  const unrelated = world.review(alien, 'clerk-jia');
  expect([unrelated.ok, unrelated.faults.length, unrelated.changes]).toEqual([false, 1, []]);
  expect(unrelated.people).toHaveLength(1);
  world.put({ 'content/site.yaml': 'name: [\n' });
  expect(wrong(world.review(updateFile(submitted()), 'clerk-jia'))).toEqual([
    expect.stringContaining('base-unreadable 主分支的台账读不出来'),
  ]);
});

test('提议把台账改得读不出的，不算合规', () => {
  const reviewed = world.review({ 'content/site.yaml': 'name: [\n' }, 'keeper');
  expect([reviewed.ok, reviewed.ledger, reviewed.stories]).toEqual([false, undefined, []]);
});
