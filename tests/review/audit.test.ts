/** 审计: by whose hands each report entered the main line, and what was done to what was received. */
import { expect, test } from 'vitest';
import { step, submitted, updateFile, World } from '../git/world.ts';

test('他人合并的收到了；同一个人推送又合并的，没有注明的是错，注明代录的不是', () => {
  const world = new World();
  world.pass(updateFile(submitted('plain-01')), 'clerk-jia');
  expect(world.audit()).toMatchObject({ ok: true, complete: true, faults: [] });
  expect(world.audit().updates.map(({ kind }) => kind)).toEqual(['received']);
  world.pass(
    updateFile(step('returned', 'plain-01', { reason: '没有佐证' })),
    'rev-1',
    undefined,
    'rev-1',
  );
  const audit = world.audit();
  expect(audit.ok).toBe(false);
  expect(audit.faults.map(({ rule }) => rule)).toEqual(['audit-alone']);
  world.pass(
    updateFile(step('progress', 'plain-02', { onBehalfOf: 'yi', receivedBy: '审核员' })),
    'rev-1',
    undefined,
    'rev-1',
  );
  expect(
    world
      .audit()
      .updates.map(({ kind }) => kind)
      .toSorted(),
  ).toEqual(['alone', 'alone-marked', 'received']);
});

test('没有服务器的记录，两边姓名不同也不能证明是两个人', () => {
  const world = new World();
  world.pass(updateFile(submitted('plain-01')), 'clerk-jia');
  expect(world.audit([]).updates.map(({ kind }) => kind)).toEqual(['unproven']);
});

test('收过的文件改了、删了，说出是谁；一开始就有的是建账时录入', () => {
  const world = new World();
  const file = updateFile(submitted('plain-01'));
  const [path = ''] = Object.keys(file);
  world.pass(file, 'clerk-jia');
  world.put({ [path]: Object.values(file)[0]!.replace('1号', '2号') });
  const changed = world.audit().faults.find(({ rule }) => rule === 'audit-rewrite');
  expect(changed?.message).toContain('改动了收过的文件');
  world.put({ [path]: null });
  const told = world.audit().faults.filter(({ rule }) => rule === 'audit-rewrite');
  expect(told.map(({ message }) => /删除|改动/u.exec(message)?.[0]).toSorted()).toEqual([
    '删除',
    '改动',
  ]);
});

test('合并时丢掉的报送，说出来；没有佐证就销号的，也说', () => {
  const world = new World();
  const head = world.propose(updateFile(submitted('plain-01')));
  world.main = world.depot.commit(world.main, {}, { merge: head });
  expect(world.audit().faults.map(({ rule }) => rule)).toContain('audit-buried');
  const other = new World();
  other.settle({ ...submitted('plain-01'), evidence: undefined }, step('accepted', 'plain-01'));
  expect(other.audit().faults.map(({ rule }) => rule)).toContain('evidence-owed');
});

test('台账读不出来，没有法审计', () => {
  const world = new World();
  world.put({ 'content/site.yaml': null });
  expect(world.audit().faults.map(({ rule }) => rule)).toContain('audit-unreadable');
});
