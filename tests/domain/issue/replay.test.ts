import { describe, expect, test } from 'vitest';
import { basisOf, inOrder, replay } from '../../../src/domain/issue/replay.ts';
import type { Role } from '../../../src/domain/membership.ts';
import {
  historyOf,
  issueOf,
  merging,
  ongoing,
  publicity7,
  type Said,
  timingOf,
  updatesOf,
  verification,
} from '../sample.ts';

const issue = issueOf();
const fromCity = issueOf({ origin: 'city' });
const started: Said = { action: 'started', reportedOn: '2024-03-05' };
const submitted: Said = { action: 'submitted', reportedOn: '2024-03-10' };
const accepted: Said = { action: 'accepted', reportedOn: '2024-03-12' };
const shown: Said = {
  action: 'publicity',
  reportedOn: '2024-03-13',
  from: '2024-03-13',
  until: '2024-03-19',
};
const confirmed: Said = {
  action: 'confirmedAbove',
  reportedOn: '2024-03-25',
  confirmedOn: '2024-03-22',
  document: '示例〔2024〕1号',
};
const reopened: Said = {
  action: 'reopened',
  reportedOn: '2024-06-01',
  reason: '又停更了',
  ground: 'recurrence',
  round: 2,
  dueOn: '2024-06-30',
};

describe('次序', () => {
  test('先按报告日期，再按编号；与读入的次序无关', () => {
    const made = updatesOf(issue, accepted, submitted, started, submitted);
    const ordered = inOrder(made).map(({ id }) => id);
    expect(ordered).toEqual([
      'demo-01/20240305-090002',
      'demo-01/20240310-090001',
      'demo-01/20240310-090003',
      'demo-01/20240312-090000',
    ]);
    expect(inOrder(made.toReversed()).map(({ id }) => id)).toEqual(ordered);
    expect(inOrder([made[0]!, made[0]!])).toHaveLength(2);
  });
});

describe('一轮走完', () => {
  const day = (today: string) => historyOf(issue, [started, submitted, accepted], today);

  test('报告日前一天还没有发生，当天算发生', () => {
    const states = [
      '2024-03-04',
      '2024-03-05',
      '2024-03-09',
      '2024-03-10',
      '2024-03-11',
      '2024-03-12',
    ];
    expect(states.map((today) => day(today).state)).toEqual([
      'open',
      'rectifying',
      'rectifying',
      'submitted',
      'submitted',
      'closed',
    ]);
  });

  test('销号之后的全貌', () => {
    const history = day('2024-03-12');
    expect(history).toMatchObject({
      issue: 'demo-01',
      basis: { by: 'day', on: '2024-03-12' },
      state: 'closed',
      phase: 'closed',
      round: {
        number: 1,
        submittedOn: '2024-03-10',
        acceptedOn: '2024-03-12',
        closedOn: '2024-03-12',
      },
      next: { owner: 'nobody', step: 'none' },
      faults: [],
    });
    expect(history.rounds).toEqual([history.round]);
    expect(
      history.timeline.map(({ on, action, round, before, after }) => [
        on,
        action,
        round,
        before,
        after,
      ]),
    ).toEqual([
      ['2024-03-01', 'listed', 1, undefined, 'open'],
      ['2024-03-05', 'started', 1, 'open', 'rectifying'],
      ['2024-03-10', 'submitted', 1, 'rectifying', 'submitted'],
      ['2024-03-12', 'accepted', 1, 'submitted', 'closed'],
    ]);
  });

  test('不合次序的一步不改状态，记下是哪一份、为什么', () => {
    const history = historyOf(issue, [accepted, started], '2024-03-31');
    expect(history.state).toBe('rectifying');
    expect(history.faults).toEqual([
      {
        update: updatesOf(issue, accepted)[0],
        sentence: '本轮还没有申请验收；请单位先报“申请验收”',
      },
    ]);
    expect(history.timeline[2]).toMatchObject({
      action: 'accepted',
      before: 'rectifying',
      after: 'rectifying',
      refusal: '本轮还没有申请验收；请单位先报“申请验收”',
    });
  });

  test('状态可以而条件不够的也不计', () => {
    const ahead: Said = { ...submitted, completedOn: '2024-03-11' };
    const history = historyOf(issue, [ahead], '2024-03-31');
    expect(history.state).toBe('open');
    expect(history.faults[0]?.sentence).toBe(
      '完成日期2024年3月11日晚于报告日期2024年3月10日；整改完成后再申请验收',
    );
  });
});

describe('公示', () => {
  const day = (today: string, ...more: Said[]) =>
    historyOf(issue, [submitted, accepted, ...more], today, { campaign: publicity7 });

  test('验收之后不销号，没有公示就一直等', () => {
    const history = day('2030-01-01');
    expect(history).toMatchObject({
      state: 'submitted',
      phase: 'awaiting',
      next: { owner: 'reviewer', step: 'publicise' },
    });
  });

  test('公示止日当天还没有销号，次日销号', () => {
    expect(day('2024-03-19', shown)).toMatchObject({
      state: 'submitted',
      phase: 'awaiting',
      next: { owner: 'nobody', step: 'publicity', by: '2024-03-20' },
    });
    const history = day('2024-03-20', shown);
    expect(history).toMatchObject({ state: 'closed', round: { closedOn: '2024-03-20' } });
    expect(history.timeline.at(-1)).toEqual({
      on: '2024-03-20',
      action: 'settled',
      update: undefined,
      round: 1,
      words: { before: '已验收待销号', after: '已销号' },
      before: 'submitted',
      after: 'closed',
      receivedOn: undefined,
      receivedLate: undefined,
      refusal: undefined,
    });
  });

  test('公示天数不够的公示不算', () => {
    const short: Said = { ...shown, until: '2024-03-18' };
    const history = day('2024-04-30', short);
    expect(history.phase).toBe('awaiting');
    expect(history.faults).toHaveLength(1);
  });

  test('公示期内有异议可以退回，重来要重新公示', () => {
    const back: Said = { action: 'returned', reportedOn: '2024-03-19', reason: '有异议' };
    const again: Said = { action: 'submitted', reportedOn: '2024-04-01' };
    const ok: Said = { action: 'accepted', reportedOn: '2024-04-02' };
    expect(day('2024-03-31', shown, back)).toMatchObject({
      state: 'returned',
      round: { returns: 1, acceptedOn: undefined, publicity: undefined },
    });
    expect(day('2030-01-01', shown, back, again, ok).phase).toBe('awaiting');
  });

  test('期满次日才报的退回太晚：已经销号', () => {
    const back: Said = { action: 'returned', reportedOn: '2024-03-20', reason: '有异议' };
    const history = day('2024-03-31', shown, back);
    expect(history.state).toBe('closed');
    expect(history.faults[0]?.sentence).toBe('已销号；情况有变的，由审核员登记“重启”并写明依据');
    expect(history.timeline.map(({ action }) => action)).toEqual([
      'listed',
      'submitted',
      'accepted',
      'publicity',
      'settled',
      'returned',
    ]);
  });

  test('公示过后才补登的，登记当天销号', () => {
    const late: Said = { ...shown, reportedOn: '2024-04-10' };
    expect(day('2024-04-09', late).phase).toBe('awaiting');
    expect(day('2024-04-10', late)).toMatchObject({
      state: 'closed',
      round: { closedOn: '2024-04-10' },
    });
  });

  test('延续的时限公示期满转长期坚持，复查日从那天起', () => {
    const standing = issueOf({ deadline: ongoing });
    const history = historyOf(standing, [submitted, accepted, shown], '2024-03-20', {
      campaign: publicity7,
    });
    expect(history).toMatchObject({
      state: 'sustained',
      round: { sustainedOn: '2024-03-20', closedOn: undefined, reviewOn: '2024-06-18' },
    });
    expect(history.timeline.at(-1)?.after).toBe('sustained');
  });
});

describe('上级交办', () => {
  const day = (today: string, ...more: Said[]) =>
    historyOf(fromCity, [submitted, accepted, ...more], today);

  test('区里验收不算销号，等上级', () => {
    expect(day('2030-01-01')).toMatchObject({
      state: 'submitted',
      phase: 'awaiting',
      next: { owner: 'above', step: 'confirm' },
    });
  });

  test('登记核销的前一天没有销号，当天销号', () => {
    expect(day('2024-03-24', confirmed).phase).toBe('awaiting');
    expect(day('2024-03-25', confirmed)).toMatchObject({
      state: 'closed',
      round: { confirmedOn: '2024-03-25', closedOn: '2024-03-25' },
    });
  });

  test('又要公示又要核销的，两样都到才销号', () => {
    const both = (today: string, ...more: Said[]) =>
      historyOf(fromCity, [submitted, accepted, ...more], today, { campaign: publicity7 });
    expect(both('2024-03-25', confirmed).phase).toBe('awaiting');
    expect(both('2024-03-24', shown, confirmed).phase).toBe('awaiting');
    expect(both('2024-03-25', shown, confirmed).round.closedOn).toBe('2024-03-25');
    const early: Said = {
      ...confirmed,
      reportedOn: '2024-03-14',
      confirmedOn: '2024-03-14',
    };
    expect(both('2024-03-19', shown, early).phase).toBe('awaiting');
    expect(both('2024-03-20', shown, early).round.closedOn).toBe('2024-03-20');
  });
});

describe('合并即销号', () => {
  test('申请验收当天销号', () => {
    expect(historyOf(issue, [submitted], '2024-03-10', { campaign: merging })).toMatchObject({
      state: 'closed',
      round: { submittedOn: '2024-03-10', acceptedOn: '2024-03-10', closedOn: '2024-03-10' },
    });
  });

  test('上级交办的仍等上级核销', () => {
    expect(historyOf(fromCity, [submitted], '2024-03-31', { campaign: merging }).phase).toBe(
      'awaiting',
    );
    expect(
      historyOf(fromCity, [submitted, confirmed], '2024-03-31', { campaign: merging }).state,
    ).toBe('closed');
  });
});

describe('改销号规则', () => {
  const campaign = {
    closing: {
      policy: 'verification' as const,
      publicityDays: 7,
      earlier: [{ until: '2024-03-12', policy: 'verification' as const, publicityDays: 0 }],
    },
  };

  test('旧规则最后一天验收的照旧销号，次日验收的要公示', () => {
    expect(historyOf(issue, [submitted, accepted], '2030-01-01', { campaign }).state).toBe(
      'closed',
    );
    const next: Said = { action: 'accepted', reportedOn: '2024-03-13' };
    expect(historyOf(issue, [submitted, next], '2030-01-01', { campaign }).phase).toBe('awaiting');
  });

  test('按要公示的规则验收的，以后不要公示了也等公示完', () => {
    const relaxed = {
      closing: {
        policy: 'verification' as const,
        publicityDays: 0,
        earlier: [{ until: '2024-03-12', policy: 'verification' as const, publicityDays: 7 }],
      },
    };
    const day = (today: string, ...more: Said[]) =>
      historyOf(issue, [submitted, accepted, ...more], today, { campaign: relaxed });
    expect(day('2030-01-01').next.step).toBe('publicise');
    expect(day('2024-03-20', shown).round.closedOn).toBe('2024-03-20');
    expect(day('2024-03-20', { ...shown, until: '2024-03-18' }).faults).toHaveLength(1);
  });
});

describe('重启和复查', () => {
  test('重启开始第二轮，第一轮的销号日不变', () => {
    const history = historyOf(issue, [submitted, accepted, reopened], '2024-06-01');
    expect(history).toMatchObject({
      state: 'open',
      round: { number: 2, startedOn: '2024-06-01', ground: 'recurrence', dueOn: '2024-06-30' },
    });
    expect(history.rounds.map(({ number, closedOn }) => [number, closedOn])).toEqual([
      [1, '2024-03-12'],
      [2, undefined],
    ]);
    expect(history.timeline.at(-1)).toMatchObject({ round: 2, before: 'closed', after: 'open' });
  });

  test('重启前一天的数字不受重启影响', () => {
    const before = historyOf(issue, [submitted, accepted], '2024-05-31');
    expect(historyOf(issue, [submitted, accepted, reopened], '2024-05-31')).toEqual(before);
  });

  test('撤销有误的可以重启', () => {
    const voided: Said = { action: 'voided', reportedOn: '2024-03-20', reason: '重复登记' };
    const history = historyOf(issue, [voided, reopened], '2024-06-01');
    expect(history.state).toBe('open');
    expect(history.rounds[0]?.voidedOn).toBe('2024-03-20');
  });

  test('长期坚持复查未保持：回到整改中，新的一轮；再验收又转长期坚持', () => {
    const standing = issueOf({ deadline: ongoing });
    const lapsed: Said = { action: 'reviewed', reportedOn: '2024-06-10', held: false };
    const again: Said = { action: 'submitted', reportedOn: '2024-06-20' };
    const ok: Said = { action: 'accepted', reportedOn: '2024-06-21' };
    const story = [submitted, accepted, lapsed, again, ok];
    expect(historyOf(standing, story, '2024-06-10')).toMatchObject({
      state: 'rectifying',
      round: { number: 2, ground: 'lapsed' },
    });
    const history = historyOf(standing, story, '2024-06-30');
    expect(history.state).toBe('sustained');
    expect(history.rounds.map(({ sustainedOn }) => sustainedOn)).toEqual([
      '2024-03-12',
      '2024-06-21',
    ]);
  });
});

describe('口径', () => {
  test('给了提交就按提交', () => {
    expect(basisOf('2024-03-01', undefined)).toEqual({ by: 'day', on: '2024-03-01' });
    expect(basisOf('2024-03-01', 'abc')).toEqual({ by: 'commit', commit: 'abc', on: '2024-03-01' });
    const settings = {
      campaign: verification,
      timing: timingOf(),
      today: '2024-03-01',
      commit: 'abc',
    };
    expect(replay(issue, [], settings).basis).toEqual(basisOf('2024-03-01', 'abc'));
  });

  test('迟收的报送：按报告日期那天已计入，按当时的提交还没有', () => {
    const made = updatesOf(issue, submitted, accepted);
    const receivedOn = new Map([[made[1]!.id, '2024-03-30']]);
    const settings = { campaign: verification, timing: timingOf(), today: '2024-03-15' };
    const byDay = replay(issue, made, { ...settings, receivedOn });
    const byCommit = replay(issue, made.slice(0, 1), { ...settings, commit: 'abc' });
    expect([byDay.state, byCommit.state]).toEqual(['closed', 'submitted']);
    expect(byDay.timeline.map(({ receivedOn: on, receivedLate }) => [on, receivedLate])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      ['2024-03-30', 18],
    ]);
  });

  test('知道是谁报的就按角色查：填报员报的验收不计', () => {
    const made = updatesOf(issue, submitted, accepted);
    const roleOf = (): Role => 'clerk';
    const settings = { campaign: verification, timing: timingOf(), today: '2024-03-31', roleOf };
    const history = replay(issue, made, settings);
    expect(history.state).toBe('submitted');
    expect(history.faults[0]?.sentence).toBe(
      '“验收”由审核员登记；填报员请报“开始整改”“进展”或“申请验收”，并写明情况',
    );
  });
});
