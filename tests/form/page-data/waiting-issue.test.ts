/** 待办的一个问题: what may be decided on a report and where each decision leads. Real proposals. (示例区，虚构) */
import { beforeEach, expect, test } from 'vitest';
import { waitingIssue } from '../../../src/form/page-data/waiting-issue.ts';
import { reviewResult } from '../../../src/review/comment/review-result.ts';
import { canonical } from '../../../src/ledger/yaml/canon.ts';
import { issueFile, step, submitted, TODAY, updateFile, World } from '../../git/world.ts';

let world: World;
beforeEach(() => {
  world = new World();
});
function waiting(...args: Parameters<World['review']>) {
  const reviewed = world.review(...args);
  const [story] = reviewed.stories;
  if (story === undefined) throw new Error('no story');
  return waitingIssue(reviewed, story, reviewResult(reviewed).steps);
}
const acts = (...args: Parameters<World['review']>) =>
  waiting(...args).acts.map(({ action }) => action);

test('申请验收的：问题的名字、欠的佐证、能办的几样、各到什么状态', () => {
  const one = waiting(updateFile(submitted()), 'clerk-jia');
  expect(one).toMatchObject({ issue: 'plain-01', name: '序号1 甲街道发布', finding: '未进行备案' });
  expect(one.owed.length).toBeGreaterThan(0);
  expect(one.acts.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['accepted', 'returned']),
  );
  expect(one.outcomes).toMatchObject({ '': '待审核', accepted: '已销号', returned: '退回' });
  expect(one.approved).toEqual([]);
});

test('移交、撤销、重启不在待办里办', () => {
  const possible = acts(updateFile(submitted()), 'clerk-jia');
  for (const act of ['transferred', 'voided', 'reopened']) expect(possible).not.toContain(act);
});

test('验收后要公示、要上级核销的，验收以后还没有销号', () => {
  const after = (issue: string) =>
    waiting(updateFile(submitted(issue)), 'clerk-jia').outcomes['accepted'];
  expect(after('shown-01')).toMatch(/^已验收/u);
  expect(after('plain-04')).toMatch(/^已验收/u);
});

test('有错的报送，什么也不能办', () => {
  const one = waiting(updateFile(submitted('plain-01', { evidence: [] })), 'clerk-jia');
  expect(one.acts).toEqual([]);
  expect(Object.keys(one.outcomes)).toEqual(['']);
});

test('来过几步，从列入起一步一行，带理由和说明；不算数的不列', () => {
  world.settle(
    submitted('plain-01', { reportedOn: '2024-05-20', note: '已报' }),
    step('returned', 'plain-01', { reportedOn: '2024-05-21', reason: '佐证不全' }),
    step('accepted', 'plain-01', { reportedOn: '2024-05-22' }),
  );
  const { story } = waiting(updateFile(submitted()), 'clerk-jia');
  expect(story).toHaveLength(3);
  expect(story[0]).toMatch(/^2024年5月1日 列入清单，/u);
  expect(story[1]).toBe('2024年5月20日 申请验收，待审核：已报');
  expect(story[2]).toMatch(/^2024年5月21日 退回，退回：佐证不全$/u);
});

test('申请延期的日子，照最后一次进展写的', () => {
  const asked = (note: string) =>
    waiting(updateFile(step('progress', 'plain-01', { note })), 'clerk-jia').asked;
  expect(asked('申请延期至2024年7月31日：平台审核慢')).toEqual({
    askedOn: TODAY,
    dueOn: '2024-07-31',
    until: '2024-07-31',
  });
  expect(asked('在改')).toEqual({ askedOn: TODAY });
  expect(waiting(updateFile(submitted()), 'clerk-jia').asked).toEqual({});
});

test('专项要审签的，验收是要别人签的', () => {
  world.put({
    'content/campaigns/plain.yaml': canonical('campaign', {
      name: '示例专项 plain',
      list: { title: '问题清单', reportedBy: '示例区人民政府办公室', listedOn: '2024-05-01' },
      closing: { policy: 'verification' },
      office: 'bangong',
      approval: { from: '2024-05-01', approvers: [{ post: '分管领导' }] },
    }),
  });
  const { approved } = waiting(updateFile(submitted()), 'clerk-jia');
  expect(approved).toContain('accepted');
  expect(approved).not.toContain('extended');
});

test('台账里没有的问题，只有编号', () => {
  const [path, text] = issueFile('plain', 'plain-09');
  const reviewed = world.review(
    { [path]: text, ...updateFile(submitted('plain-98')) },
    'clerk-jia',
  );
  for (const story of reviewed.stories)
    expect(waitingIssue(reviewed, story, [])).toMatchObject({
      name: 'plain-98',
      finding: '',
      acts: [],
    });
});

test('账号现在的登记状态：登记过的写明，没有登记的不写', () => {
  expect(waiting(updateFile(submitted()), 'clerk-jia').registered).toBeUndefined();
  const account = world
    .review(updateFile(submitted()), 'clerk-jia')
    .ledger!.issues.get('plain-01')!.account!;
  world.put({
    [`content/registry/${account}/20240502-090000-aaa.yaml`]: `account: ${account}\nreportedOn: 2024-05-02\naction: entered\nstate: abnormal\nfiledOn: 2024-01-05\nfilingNumber: 示备1号\n`,
  });
  expect(waiting(updateFile(submitted()), 'clerk-jia').registered).toBe('异常');
});
