import { describe, expect, test } from 'vitest';
import {
  deferredUntil,
  lateDaysOf,
  newRound,
  type Round,
} from '../../../../src/domain/issue/round/round.ts';
import {
  roundAfter,
  firstRound,
  settledRound,
} from '../../../../src/domain/issue/round/round-step.ts';
import type { Phase } from '../../../../src/domain/issue/transition.ts';
import type { Deadline } from '../../../../src/schema/deadline.ts';
import {
  fixed,
  fixedThenOngoing,
  issueOf,
  ongoing,
  relative,
  roundOf,
  type Said,
  timingOf,
  unread,
  updatesOf,
} from '../../sample.ts';

const plain = { closing: 'verification', publicity: false, above: false, ongoing: false } as const;
const context = (deadline: Deadline = fixed) => ({
  issue: issueOf({ deadline }),
  timing: timingOf(),
  policy: { ...plain, ongoing: deadline !== fixed },
});
const enter = (said: Said, to: Phase, round: Round = roundOf(), where = context()) =>
  roundAfter(round, updatesOf(where.issue, said)[0]!, to, where);
const reportedOn = '2024-03-20';

describe('轮次开始', () => {
  test('第一轮从列入日起，截止日和复查日按时限', () => {
    expect(firstRound(issueOf({ deadline: fixedThenOngoing }), timingOf())).toEqual({
      number: 1,
      startedOn: '2024-03-01',
      ground: undefined,
      originalDueOn: '2024-03-31',
      dueOn: '2024-03-31',
      dueOnCertain: true,
      extensions: [],
      reviewOn: '2024-06-29',
      submittedOn: undefined,
      completedOn: undefined,
      returns: 0,
      acceptedOn: undefined,
      goal: undefined,
      goalRecheckOn: undefined,
      publicity: undefined,
      confirmedOn: undefined,
      closedOn: undefined,
      sustainedOn: undefined,
      voidedOn: undefined,
    });
  });

  test('没有截止日的也算确定；跨到尚未公布的年份的工作日不确定', () => {
    const none = firstRound(issueOf({ deadline: unread }), timingOf());
    expect([none.dueOn, none.dueOnCertain]).toEqual([undefined, true]);
    const far = {
      ...relative,
      kind: 'relative' as const,
      from: '2090-01-01',
      length: { workdays: 5 },
    };
    const uncertain = firstRound(issueOf({ deadline: far }), timingOf());
    expect(uncertain.dueOnCertain).toBe(false);
    expect(uncertain.dueOn).toBe(uncertain.originalDueOn);
  });
});

describe('不改轮次的步骤', () => {
  test('开始整改、进展什么也不记', () => {
    const round = roundOf();
    expect(enter({ action: 'started', reportedOn }, 'rectifying', round)).toEqual({
      round,
      ended: undefined,
    });
    expect(enter({ action: 'progress', reportedOn }, 'rectifying', round).round).toBe(round);
  });
});

describe('申请验收和验收', () => {
  test('申请验收记报告日和完成日，不算验收', () => {
    const said: Said = { action: 'submitted', reportedOn, completedOn: '2024-03-18' };
    expect(enter(said, 'submitted')).toEqual({
      round: roundOf({ submittedOn: reportedOn, completedOn: '2024-03-18' }),
      ended: undefined,
    });
  });

  test('合并即销号的，申请验收当天验收并销号', () => {
    const { round } = enter({ action: 'submitted', reportedOn }, 'closed');
    expect(round).toEqual(
      roundOf({
        submittedOn: reportedOn,
        acceptedOn: reportedOn,
        goal: 'closed',
        closedOn: reportedOn,
      }),
    );
  });

  test('合并即销号而要公示的，只算验收', () => {
    const { round } = enter({ action: 'submitted', reportedOn }, 'awaiting');
    expect(round).toEqual(
      roundOf({ submittedOn: reportedOn, acceptedOn: reportedOn, goal: 'closed' }),
    );
  });

  test('验收当天销号', () => {
    expect(enter({ action: 'accepted', reportedOn }, 'closed').round).toEqual(
      roundOf({ acceptedOn: reportedOn, goal: 'closed', closedOn: reportedOn }),
    );
  });

  test('时限延续的验收当天转长期坚持，复查日按系统设定', () => {
    expect(
      enter({ action: 'accepted', reportedOn }, 'sustained', roundOf(), context(ongoing)).round,
    ).toEqual(
      roundOf({
        acceptedOn: reportedOn,
        goal: 'sustained',
        sustainedOn: reportedOn,
        reviewOn: '2024-06-18',
      }),
    );
  });

  test('转长期坚持用自己写的复查日，限期的问题也转', () => {
    const said: Said = { action: 'sustained', reportedOn, reviewOn: '2024-05-01' };
    expect(enter(said, 'sustained').round).toEqual(
      roundOf({
        acceptedOn: reportedOn,
        goal: 'sustained',
        goalRecheckOn: '2024-05-01',
        sustainedOn: reportedOn,
        reviewOn: '2024-05-01',
      }),
    );
    expect(enter(said, 'awaiting').round).toEqual(
      roundOf({ acceptedOn: reportedOn, goal: 'sustained', goalRecheckOn: '2024-05-01' }),
    );
  });
});

describe('退回、公示、核销、撤销', () => {
  test('退回抹去验收、公示和核销，记一次退回，申请验收的日子留着', () => {
    const round = roundOf({
      submittedOn: '2024-03-10',
      acceptedOn: '2024-03-11',
      goal: 'sustained',
      goalRecheckOn: '2024-05-01',
      publicity: { from: '2024-03-12', until: '2024-03-18', reportedOn: '2024-03-12' },
      confirmedOn: '2024-03-12',
      returns: 1,
    });
    expect(enter({ action: 'returned', reportedOn, reason: '有异议' }, 'returned', round)).toEqual({
      round: roundOf({ submittedOn: '2024-03-10', returns: 2 }),
      ended: undefined,
    });
  });

  test('公示记起止和报告日', () => {
    const said: Said = {
      action: 'publicity',
      reportedOn,
      from: '2024-03-21',
      until: '2024-03-27',
    };
    expect(enter(said, 'awaiting').round).toEqual(
      roundOf({ publicity: { from: '2024-03-21', until: '2024-03-27', reportedOn } }),
    );
  });

  test('上级核销记登记的那天，不是核销文件的日期', () => {
    const said: Said = {
      action: 'confirmedAbove',
      reportedOn,
      confirmedOn: '2024-03-15',
      document: '示例〔2024〕1号',
    };
    expect(enter(said, 'awaiting').round).toEqual(roundOf({ confirmedOn: reportedOn }));
  });

  test('撤销记撤销日', () => {
    expect(enter({ action: 'voided', reportedOn, reason: '重复' }, 'void').round).toEqual(
      roundOf({ voidedOn: reportedOn }),
    );
  });
});

describe('复查', () => {
  const sustained = roundOf({ sustainedOn: '2024-03-10', reviewOn: '2024-03-20' });

  test('保持的留在本轮，下次复查日按系统设定或自己写的', () => {
    expect(enter({ action: 'reviewed', reportedOn, held: true }, 'sustained', sustained)).toEqual({
      round: { ...sustained, reviewOn: '2024-06-18' },
      ended: undefined,
    });
    const said: Said = { action: 'reviewed', reportedOn, held: true, reviewOn: '2024-04-20' };
    expect(enter(said, 'sustained', sustained).round.reviewOn).toBe('2024-04-20');
  });

  test('未保持的开始新的一轮，没有截止日，原来一轮不变', () => {
    const said: Said = { action: 'reviewed', reportedOn, held: false };
    const again = {
      number: 2,
      startedOn: reportedOn,
      ground: 'lapsed' as const,
      originalDueOn: undefined,
      dueOnCertain: true,
    };
    expect(enter(said, 'rectifying', sustained)).toEqual({
      round: newRound({ ...again, reviewOn: undefined }),
      ended: sustained,
    });
    expect(enter(said, 'rectifying', sustained, context(ongoing)).round).toEqual(
      newRound({ ...again, reviewOn: '2024-06-18' }),
    );
  });

  test('未保持而写了下次复查日的，用写的', () => {
    const said: Said = { action: 'reviewed', reportedOn, held: false, reviewOn: '2024-04-01' };
    expect(enter(said, 'rectifying', sustained).round.reviewOn).toBe('2024-04-01');
    expect(enter(said, 'rectifying', sustained, context(ongoing)).round.reviewOn).toBe(
      '2024-04-01',
    );
  });
});

describe('延期', () => {
  const said: Said = {
    action: 'extended',
    reportedOn,
    askedOn: '2024-03-19',
    dueOn: '2024-04-15',
    reason: '等平台答复',
  };

  test('换截止日，原截止日留着，逐次记下', () => {
    const first = enter(said, 'open').round;
    const extension = {
      id: 'demo-01/20240320-090000',
      deferred: false,
      lateDays: 0,
      reportedOn,
      askedOn: '2024-03-19',
      from: '2024-03-31',
      to: '2024-04-15',
    };
    expect(first).toEqual(roundOf({ dueOn: '2024-04-15', extensions: [extension] }));
    const again = enter({ ...said, dueOn: '2024-05-15' }, 'open', first).round;
    expect(again.originalDueOn).toBe('2024-03-31');
    expect(again.extensions).toEqual([
      extension,
      { ...extension, from: '2024-04-15', to: '2024-05-15' },
    ]);
  });

  test('限期后长期坚持的，首次复查日跟着往后', () => {
    const where = context(fixedThenOngoing);
    expect(enter(said, 'open', roundOf({ reviewOn: '2024-06-29' }), where).round.reviewOn).toBe(
      '2024-07-14',
    );
  });

  test('推算不确定的截止日，延期以后就确定了', () => {
    expect(enter(said, 'open', roundOf({ dueOnCertain: false })).round.dueOnCertain).toBe(true);
  });

  test('截止日过后才申请的，到批准那天的逾期天数记下；宽限以内的不记', () => {
    const late = { ...said, reportedOn: '2024-04-05', askedOn: '2024-04-02' };
    expect(enter(late, 'open').round.extensions[0]?.lateDays).toBe(5);
    const grace = timingOf({ graceDays: [{ from: '2020-01-01', value: 2 }] });
    const where = { ...context(), timing: grace };
    expect(enter(late, 'open', roundOf(), where).round.extensions[0]?.lateDays).toBe(0);
    const asked = { ...late, askedOn: '2024-03-31' };
    expect(enter(asked, 'open').round.extensions[0]?.lateDays).toBe(0);
  });
});

describe('暂缓', () => {
  const said: Said = {
    action: 'deferred',
    reportedOn,
    askedOn: '2024-03-19',
    until: '2024-09-30',
    reason: '等平台开放注销',
  };

  test('换截止日，记作暂缓；再延期就不再是暂缓', () => {
    const { round } = enter(said, 'open');
    expect([round.dueOn, deferredUntil(round)]).toEqual(['2024-09-30', '2024-09-30']);
    const extended: Said = {
      action: 'extended',
      reportedOn,
      askedOn: reportedOn,
      dueOn: '2024-10-31',
      reason: '等',
    };
    expect(deferredUntil(enter(extended, 'open', round).round)).toBeUndefined();
    expect(deferredUntil(roundOf())).toBeUndefined();
  });

  test('没有截止日的也可以暂缓，从此有了到期的日子', () => {
    const { round } = enter(said, 'open', roundOf({ dueOn: undefined }));
    expect(round.extensions).toMatchObject([{ from: undefined, to: '2024-09-30', lateDays: 0 }]);
    expect(lateDaysOf(round)).toBe(0);
  });
});

describe('重启', () => {
  const closed = roundOf({ closedOn: '2024-03-10' });
  const said = (dueOn?: string): Said => ({
    action: 'reopened',
    reportedOn,
    reason: '又停更了',
    ground: 'complaint',
    round: 2,
    dueOn,
  });
  const again = {
    number: 2,
    startedOn: reportedOn,
    ground: 'complaint' as const,
    dueOnCertain: true,
  };

  test('开始新的一轮，截止日用写的，没有写就没有', () => {
    expect(enter(said('2024-04-20'), 'open', closed)).toEqual({
      round: newRound({ ...again, originalDueOn: '2024-04-20', reviewOn: undefined }),
      ended: closed,
    });
    expect(enter(said(), 'open', closed).round).toEqual(
      newRound({ ...again, originalDueOn: undefined, reviewOn: undefined }),
    );
  });

  test('时限延续的，首次复查从新的截止日或重启日起算', () => {
    const review = (dueOn?: string) =>
      enter(said(dueOn), 'open', closed, context(ongoing)).round.reviewOn;
    expect(review('2024-04-20')).toBe('2024-07-19');
    expect(review()).toBe('2024-06-18');
  });
});

describe('期满办结', () => {
  test('销号记销号日；长期坚持记起始日和复查日', () => {
    const on = '2024-03-28';
    const done = roundOf({ acceptedOn: reportedOn, goal: 'closed' });
    expect(settledRound(done, on, context())).toEqual({ ...done, closedOn: on });
    const kept = roundOf({ acceptedOn: reportedOn, goal: 'sustained' });
    expect(settledRound(kept, on, context())).toEqual({
      ...kept,
      sustainedOn: on,
      reviewOn: '2024-06-26',
    });
    const dated = { ...kept, goalRecheckOn: '2024-05-01' };
    expect(settledRound(dated, on, context()).reviewOn).toBe('2024-05-01');
  });
});
