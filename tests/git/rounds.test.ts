/** Whole rounds on a real repository, each step a proposal that is reviewed and merged: what an office does in a year. */
import { beforeEach, describe, expect, test } from 'vitest';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { reviewResult } from '../../src/review/comment/review-result.ts';
import type { Review } from '../../src/review/review.ts';
import { reviewComment } from '../../src/review/comment/review-comment.ts';
import * as samples from './samples.ts';
import {
  type NewUpdate,
  rulesOf,
  step,
  submitted,
  updateFile,
  World,
  worldFiles,
  wrong,
} from './world.ts';
import { proposalRefs } from '../../src/history/proposal/queue.ts';
import { vanishedFrom } from '../../src/history/proposal/vanished.ts';

let world: World;
beforeEach(() => {
  world = new World();
});

/** Hands in a step on its own day and gives the passage from state to state. */
function go(said: NewUpdate, who: string): string {
  return passage(world.pass(updateFile(said), who, said.reportedOn));
}

/** The faults of a step that must be refused on its own day. */
function refused(said: NewUpdate, who: string): string[] {
  const review = world.review(updateFile(said), who, who, said.reportedOn);
  expect(review.ok).toBe(false);
  return wrong(review);
}

function passage(review: Review): string {
  return reviewResult(review)
    .steps.map(({ before, after }) => `${before ?? '?'} → ${after ?? '?'}`)
    .join('；');
}

const on = (reportedOn: string, said: object = {}) => ({ reportedOn, ...said });

/** Every report was received by another hand, nothing was rewritten, every closing had its proof. */
function expectCleanAudit(): void {
  const audit = world.audit();
  expect(audit.faults).toEqual([]);
  expect(audit.updates.every(({ kind }) => kind === 'received')).toBe(true);
  expect(audit.ok).toBe(true);
}

describe('每一种合规的报送都收下', () => {
  test('开始整改、进展、申请验收、退回、再报、验收：销号', () => {
    expect(go(step('started', 'plain-01', on('2024-06-01')), 'clerk-jia')).toBe('待整改 → 整改中');
    expect(go(step('progress', 'plain-01', on('2024-06-02')), 'clerk-jia')).toBe('整改中 → 整改中');
    expect(go(submitted('plain-01', on('2024-06-03')), 'clerk-jia')).toBe('整改中 → 待审核');
    expect(
      go(step('returned', 'plain-01', on('2024-06-04', { reason: '编号不清楚' })), 'rev-1'),
    ).toBe('待审核 → 退回');
    expect(refused(step('accepted', 'plain-01', on('2024-06-05')), 'rev-1')).toEqual([
      'step 不能报“验收”：本轮还没有申请验收',
    ]);
    expect(go(submitted('plain-01', on('2024-06-05')), 'clerk-jia')).toBe('退回 → 待审核');
    expect(go(step('accepted', 'plain-01', on('2024-06-06')), 'rev-1')).toBe('待审核 → 已销号');
    expect(refused(step('progress', 'plain-01', on('2024-06-07')), 'clerk-jia')).toEqual([
      'step 不能报“进展”：已销号',
    ]);
    expectCleanAudit();
  });

  test('立行立改：不经开始整改直接申请验收', () => {
    expect(go(submitted('plain-01', on('2024-05-02')), 'clerk-jia')).toBe('待整改 → 待审核');
    expectCleanAudit();
  });

  test('延期：截止之前申请；过了截止才申请的也登记，不能延到批准以前', () => {
    const extended = (reportedOn: string, askedOn: string, dueOn = '2024-07-31') =>
      step('extended', 'plain-01', { reportedOn, askedOn, dueOn, reason: '等批复' });
    expect(refused(extended('2024-07-02', '2024-07-01', '2024-07-01'), 'rev-1')).toEqual([
      expect.stringContaining('早于报告日期2024年7月2日'),
    ]);
    expect(go(extended('2024-06-28', '2024-06-27'), 'rev-1')).toBe('待整改 → 待整改');
    const late = world.pass(
      updateFile(submitted('plain-01', on('2024-07-05'))),
      'clerk-jia',
      '2024-07-05',
    );
    expect(reviewResult(late).steps[0]).toMatchObject({ dueOn: '2024-07-31', daysLeft: 26 });
    expectCleanAudit();
  });

  test('公示：验收后待销号，公示不足天数不行，期满自动销号', () => {
    go(submitted('shown-01', on('2024-06-01')), 'clerk-jia');
    expect(go(step('accepted', 'shown-01', on('2024-06-02')), 'rev-1')).toBe(
      '待审核 → 已验收待公示',
    );
    const publicity = (until: string) =>
      step('publicity', 'shown-01', { reportedOn: '2024-06-03', from: '2024-06-03', until });
    expect(refused(publicity('2024-06-04'), 'rev-1')).toEqual([
      expect.stringContaining('公示期只有 2 天'),
    ]);
    expect(go(publicity('2024-06-05'), 'rev-1')).toBe('已验收待公示 → 已验收公示中');
    expect(refused(step('progress', 'shown-01', on('2024-06-06')), 'clerk-jia')).toEqual([
      'step 不能报“进展”：已销号',
    ]);
    expectCleanAudit();
  });

  test('上级交办：验收后等核销，登记核销才销号', () => {
    go(submitted('plain-04', on('2024-06-01')), 'clerk-jia');
    expect(go(step('accepted', 'plain-04', on('2024-06-02')), 'rev-1')).toBe(
      '待审核 → 已验收待上级核销',
    );
    const above = step('confirmedAbove', 'plain-04', {
      reportedOn: '2024-06-20',
      confirmedOn: '2024-06-18',
      document: '示例省函〔2024〕9号',
    });
    expect(refused(above, 'clerk-jia')[0]).toContain('由审核员登记');
    go(above, 'rev-1');
    expect(refused(step('progress', 'plain-04', on('2024-06-21')), 'clerk-jia')).toEqual([
      'step 不能报“进展”：已销号',
    ]);
    expectCleanAudit();
  });

  test('长期坚持：验收转长期坚持，复查保持，复查未保持开新一轮', () => {
    const proof = { evidence: [{ link: 'https://mp.example/s/a', day: '2024-06-01' }] };
    go(submitted('plain-03', on('2024-06-01', proof)), 'clerk-jia');
    expect(
      go(step('sustained', 'plain-03', on('2024-06-02', { reviewOn: '2024-09-01' })), 'rev-1'),
    ).toBe('待审核 → 长期坚持');
    expect(go(step('reviewed', 'plain-03', on('2024-09-01', { held: true })), 'rev-1')).toBe(
      '长期坚持 → 长期坚持',
    );
    expect(go(step('reviewed', 'plain-03', on('2024-12-01', { held: false })), 'rev-1')).toBe(
      '长期坚持 → 整改中',
    );
    expectCleanAudit();
  });

  test('重启：要理由和轮次，上一轮的佐证不算这一轮的', () => {
    go(submitted('plain-01', on('2024-06-01')), 'clerk-jia');
    go(step('accepted', 'plain-01', on('2024-06-02')), 'rev-1');
    const reopened = (round: number) =>
      step('reopened', 'plain-01', {
        reportedOn: '2024-06-10',
        reason: '回头看发现备案已失效',
        ground: 'inspection',
        round,
        dueOn: '2024-07-10',
      });
    expect(refused(reopened(3), 'rev-1')).toEqual([expect.stringContaining('应为第 2 轮')]);
    expect(go(reopened(2), 'rev-1')).toBe('已销号 → 待整改');
    expect(refused(submitted('plain-01', on('2024-06-11', { evidence: [] })), 'clerk-jia')).toEqual(
      ['owed “未备案”缺少销号所需的佐证'],
    );
    go(submitted('plain-01', on('2024-06-11')), 'clerk-jia');
    expect(go(step('accepted', 'plain-01', on('2024-06-12')), 'rev-1')).toBe('待审核 → 已销号');
    expectCleanAudit();
  });

  test('空报：进展不写说明也不附材料的，退回以后什么也没有补的，不收；审核员代录的照收', () => {
    const empty = 'empty-report 这份进展没有写说明，也没有附材料';
    const progress = (more: object = {}) =>
      step('progress', 'plain-01', on('2024-06-02', { note: undefined, ...more }));
    expect(refused(progress(), 'clerk-jia')).toEqual([empty]);
    const isTaken = (said: NewUpdate, who: string) =>
      world.review(updateFile(said), who, who, said.reportedOn).ok;
    expect(isTaken(progress({ evidence: [{ number: '受理〔2024〕3号' }] }), 'clerk-jia')).toBe(
      true,
    );
    expect(isTaken(progress({ onBehalfOf: 'jia', channel: '电话' }), 'rev-1')).toBe(true);

    go(submitted('plain-01', on('2024-06-02')), 'clerk-jia');
    go(step('returned', 'plain-01', on('2024-06-03', { reason: '截图看不清' })), 'rev-1');
    const again = (more: object) => submitted('plain-01', on('2024-06-04', more));
    expect(refused(again({ evidence: [] }), 'clerk-jia')).toEqual([
      'empty-report 退回以后没有补充说明，也没有补充材料',
    ]);
    expect(isTaken(again({ evidence: [], note: '换了清楚的截图' }), 'clerk-jia')).toBe(true);
    expect(go(again({}), 'clerk-jia')).toBe('退回 → 待审核');
  });

  test('撤销：要理由；撤销以后只能重启', () => {
    expect(refused(step('voided', 'plain-01', on('2024-06-01')), 'rev-1')).toEqual([
      'reasons “撤销”没有写理由',
    ]);
    expect(
      go(step('voided', 'plain-01', on('2024-06-01', { reason: '账号已移交市级' })), 'rev-1'),
    ).toBe('待整改 → 撤销');
    expect(refused(submitted('plain-01', on('2024-06-02')), 'clerk-jia')).toEqual([
      'step 不能报“申请验收”：已撤销',
    ]);
    expectCleanAudit();
  });

  test('合并即销号的专项：合并单位的申请验收就是验收，佐证当场要齐', () => {
    expect(refused(submitted('merge-01', on('2024-06-01', { evidence: [] })), 'clerk-jia')).toEqual(
      ['owed “未备案”缺少销号所需的佐证'],
    );
    expect(go(submitted('merge-01', on('2024-06-01')), 'clerk-jia')).toBe('待整改 → 已销号');
    expectCleanAudit();
  });
});

describe('人员', () => {
  test('填报员交接：旧人到期之后不能报，新人接着报；交接是加一行，不是删一行', () => {
    const unit = worldFiles()['content/units/jia.yaml'] ?? '';
    const handed = unit.replace(
      '{ account: clerk-jia, from: 2024-01-01 }',
      '{ account: clerk-jia, from: 2024-01-01, until: 2024-06-15 }\n  - { account: clerk-new, from: 2024-06-16 }',
    );
    expect(handed).not.toBe(unit);
    expect(wrong(world.review({ 'content/units/jia.yaml': handed }, 'rev-1'))).toEqual([
      'not-allowed 提交人 rev-1（审核员）不能修改单位',
    ]);
    world.pass({ 'content/units/jia.yaml': handed }, 'keeper');
    const report = (day: string) => submitted('plain-01', on(day));
    expect(refused(report('2024-06-15'), 'clerk-new')[0]).toContain('任期不在今天之内');
    expect(
      world.review(updateFile(report('2024-06-15')), 'clerk-jia', 'clerk-jia', '2024-06-15').ok,
    ).toBe(true);
    expect(refused(report('2024-06-16'), 'clerk-jia')[0]).toContain('任期不在今天之内');
    go(report('2024-06-16'), 'clerk-new');
    expectCleanAudit();
  });

  test('一人兼两个单位的填报员：一次报两个单位，摘要按单位列出影响', () => {
    const entries = { ...updateFile(submitted('plain-01')), ...updateFile(submitted('plain-02')) };
    const review = world.pass(entries, 'clerk-both');
    const report = reviewResult(review);
    expect(report.people[0]?.units).toEqual(['示例区甲街道办事处', '示例区乙镇人民政府']);
    expect(report.effects.map(({ unit }) => unit)).toEqual(['jia', 'yi']);
    const summary = reviewComment(report);
    expect(summary).toContain('| 示例区甲街道办事处 | 待审核和待销号 | 0 | 1 |');
    expect(summary).toContain('| 示例区乙镇人民政府 | 待审核和待销号 | 0 | 1 |');
    expectCleanAudit();
  });

  test('只有一名审核员：代单位录入、自己合并，审计注明单人代录，不算错', () => {
    const entered = submitted('plain-01', { onBehalfOf: 'jia', channel: '报送单' });
    world.pass(updateFile(entered), 'rev-1', '2024-06-10', 'rev-1');
    world.pass(
      updateFile(step('accepted', 'plain-01', { receivedBy: '办公室主任' })),
      'rev-1',
      '2024-06-10',
      'rev-1',
    );
    const audit = world.audit();
    expect(audit.ok).toBe(true);
    expect(audit.updates.map(({ kind }) => kind)).toEqual(['alone-marked', 'alone-marked']);
  });

  test('自己录入自己合并又不注明：审计指出来', () => {
    world.pass(updateFile(submitted('plain-01')), 'clerk-jia');
    world.pass(updateFile(step('accepted')), 'rev-1', '2024-06-10', 'rev-1');
    const audit = world.audit();
    expect(audit.ok).toBe(false);
    expect(audit.faults.map(({ rule }) => rule)).toEqual(['audit-alone']);
  });
});

describe('审计看出绕过检查的改动', () => {
  test('两个姓名不算两个人：有服务器的推送记录按账户认，没有的说看不出', () => {
    const at = '2024-06-10T10:00:00+08:00';
    const files = updateFile(submitted('plain-01', { onBehalfOf: 'jia', channel: '报送单' }));
    const old = world.main;
    const head = world.propose(files, { as: '另一个姓名', at });
    world.main = world.depot.commit(old, files, { merge: head, as: 'rev-1', at });
    const kindsBy = (...accounts: [author: string, merger: string]) =>
      world
        .audit([
          { at: 1, by: accounts[0], ref: 'refs/heads/report/x', old: '0'.repeat(40), new: head },
          { at: 2, by: accounts[1], ref: 'refs/heads/main', old, new: world.main },
        ])
        .updates.map(({ kind }) => kind);
    expect(world.audit([]).updates.map(({ kind }) => kind)).toEqual(['unproven']);
    expect(kindsBy('rev-1', 'REV-1')).toEqual(['alone-marked']);
    expect(kindsBy('clerk-jia', 'rev-1')).toEqual(['received']);
  });

  test('收件日以服务器收到之日为准，不管提交里写的是哪一天', () => {
    const files = updateFile(submitted());
    const old = world.main;
    const head = world.propose(files, { at: '2024-01-01T10:00:00+08:00' });
    world.main = world.depot.commit(old, files, { merge: head, at: '2099-01-01T10:00:00+08:00' });
    const seen = Date.UTC(2024, 5, 10, 2) / 1000;
    const { updates } = world.audit([
      { at: seen, by: 'rev-1', ref: 'refs/heads/main', old, new: world.main },
    ]);
    expect(updates.map(({ receipt }) => receipt.on)).toEqual(['2024-06-10']);
  });

  test('合并时丢掉的报送（merge -s ours 绕过检查直接写进主分支）：待审和审计都指出来', () => {
    const pending = updateFile(submitted());
    const [path = ''] = Object.keys(pending);
    const head = world.propose(pending);
    world.depot.branch('report/buried', head);
    world.main = world.depot.commit(world.main, updateFile(step('started', 'plain-02')), {
      merge: head,
    });
    const audit = world.audit();
    expect(audit.ok).toBe(false);
    expect(
      audit.faults.flatMap(({ rule, file }) =>
        rule === 'audit-buried' ? [`content/${file}`] : [],
      ),
    ).toEqual([path]);
    const place = { repository: world.depot.dir, prefix: 'content/' };
    expect(vanishedFrom(place, world.main, proposalRefs, new Set())).toMatchObject([
      { how: 'buried', updates: [path.slice('content/'.length)] },
    ]);
    world.depot.git('branch', '-D', 'report/buried');
  });

  test('主分支上改、删旧报送，换佐证：一处一处指出', () => {
    const report = updateFile(
      submitted('plain-01', { evidence: [{ number: '1' }, { file: 'a.png' }] }),
    );
    const [path = ''] = Object.keys(report);
    const proof = 'content/evidence/plain-01/a.png';
    world.pass({ ...report, [proof]: samples.png }, 'clerk-jia');
    const other = updateFile(submitted('plain-02'));
    const [gone = ''] = Object.keys(other);
    world.pass(other, 'clerk-yi');
    world.put({
      [path]: canonical('update', submitted('plain-01', { evidence: [{ number: '2' }] })),
      [gone]: null,
      [proof]: samples.jpegPlain,
    });
    const audit = world.audit();
    expect(audit.ok).toBe(false);
    expect(
      audit.faults
        .filter(({ rule }) => rule === 'audit-rewrite')
        .map(({ file, message }) => [`content/${file}`, message.slice(-7)])
        .toSorted(),
    ).toEqual(
      [
        [path, '改动了收过的文件'.slice(-7)],
        [proof, '改动了收过的文件'.slice(-7)],
        [gone, '删除了收过的文件'.slice(-7)],
      ].toSorted(),
    );
  });

  test('登记过的移除不算改动，回放仍然成立', () => {
    const proof = 'content/evidence/plain-01/a.png';
    world.pass(
      {
        ...updateFile(submitted('plain-01', { evidence: [{ number: '1' }, { file: 'a.png' }] })),
        [proof]: samples.png,
      },
      'clerk-jia',
    );
    const removal = world.review({ [proof]: null }, 'keeper');
    const sha256 = /校验值 ([0-9a-f]{64})/u.exec(
      removal.faults.map(({ remedy }) => remedy).join(),
    )?.[1];
    const removed = [
      { file: 'plain-01/a.png', sha256, reason: '截图里有个人信息', removedOn: '2024-06-10' },
    ];
    world.pass(
      { [proof]: null, 'content/evidence/removed.yaml': canonical('removed', { removed }) },
      'keeper',
    );
    expectCleanAudit();
    expect(rulesOf(world.review(updateFile(step('accepted')), 'rev-1'))).toEqual([]);
  });

  test('没有佐证就验收（绕过检查直接写进主分支）：审计指出来', () => {
    world.settle(submitted('plain-01', { evidence: [] }), step('accepted'));
    expect(world.audit().faults.map(({ rule }) => rule)).toContain('evidence-owed');
  });
});
