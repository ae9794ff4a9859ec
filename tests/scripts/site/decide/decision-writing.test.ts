/** 决定的写法: the merge and the record, as the hook will judge them. */
import { expect, test } from 'vitest';
import {
  decisionTold,
  decisionWords,
  stepOf,
  writeDecision,
} from '../../../../scripts/site/decide/decision-writing.ts';
import { waitingReport } from '../../../../src/form/page-data/waiting-report.ts';
import { review } from '../../../../src/review/review.ts';
import { submitted, TODAY, updateFile, World } from '../../../git/world.ts';

/** A submission of plain-01 that waits, and the decision on it. */
function made(world: World, decided: { action: string; fields?: Record<string, string> }[] = []) {
  const commit = world.propose(updateFile(submitted()), { as: 'clerk-jia' });
  const place = { repository: world.depot.dir, prefix: 'content/' };
  const reviewed = review({
    ...place,
    base: world.main,
    head: commit,
    author: 'clerk-jia',
    actor: 'clerk-jia',
    today: TODAY,
  });
  const report = waitingReport(reviewed);
  const item = { issues: report.issues, steps: report.steps, title: '报送' };
  const written = writeDecision({
    place,
    commit,
    author: 'clerk-jia',
    item,
    decided: decided.map(({ action, fields = {} }) => ({ issue: 'plain-01', action, fields })),
    signature: undefined,
    tip: world.main,
    ledger: reviewed.ledger!,
    account: 'rev-1',
    today: TODAY,
    ref: 'refs/ledger/sending/test',
  });
  return { written, item };
}

test('只收件：一个合并；验收：合并上面再一个记录', () => {
  const world = new World();
  const only = made(world).written;
  expect(
    'tip' in only &&
      world.depot.git('log', '--first-parent', '--format=%an %s', `${world.main}..${only.tip}`),
  ).toBe('rev-1 收件：plain-01 申请验收');
  const accepted = made(world, [{ action: 'accepted' }]).written;
  if (!('tip' in accepted)) throw new Error(accepted.sentence);
  expect(
    world.depot.git('log', '--first-parent', '--format=%s', `${world.main}..${accepted.tip}`),
  ).toBe('plain-01 验收\n收件：plain-01 申请验收');
  const [path = ''] = world.depot
    .git('diff', '--name-only', `${accepted.tip}~1`, accepted.tip)
    .split('\n');
  expect(world.depot.git('show', `${accepted.tip}:${path}`)).toBe(
    `issue: plain-01\naction: accepted\nreportedOn: ${TODAY}\nreceivedBy: 审核员`,
  );
});

test('退回没有写理由、不能这样办的，说一句，没有写成', () => {
  const world = new World();
  const said = (action: string, fields = {}) => {
    const { written } = made(world, [{ action, fields }]);
    return 'sentence' in written ? written.sentence : '';
  };
  expect(said('returned')).toContain('理由');
  expect(said('returned', { reason: '截图看不清' })).toBe('');
  expect(said('reopened')).toContain('现在不能这样办');
});

test('一句话：记录里的、给人看的；拟办的还没有变成什么', () => {
  const { item } = made(new World());
  const decided = [{ issue: 'plain-01', action: 'accepted', fields: {} }];
  expect(decisionWords(decided, item)).toBe('plain-01 验收');
  expect(decisionWords([], item)).toBe('收件：plain-01');
  expect(decisionWords([], { issues: [], title: '清单' })).toBe('收件：清单');
  expect(decisionTold(decided, item, false)).toBe(
    '序号1 甲街道发布“未进行备案” 验收，已销号（plain-01）',
  );
  expect(decisionTold(decided, item, true)).toBe('序号1 甲街道发布“未进行备案” 验收（plain-01）');
  expect(decisionTold([], { issues: [], title: '清单' }, false)).toBe('收件：清单');
  const long = {
    ...item,
    issues: item.issues.map((one) => ({ ...one, finding: '很'.repeat(40) })),
  };
  expect(decisionTold(decided, long, false)).toContain(`${'很'.repeat(30)}……`);
});

test('要不要审签看的是哪一步', () => {
  expect(stepOf('reopened', { ground: 'lapsed' }, TODAY)).toEqual({
    action: 'reopened',
    reportedOn: TODAY,
    ground: 'lapsed',
  });
});
