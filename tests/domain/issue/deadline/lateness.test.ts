import { describe, expect, test } from 'vitest';
import {
  inTime,
  type Lateness,
  latenessInWords,
  latenessOf,
  lightOf,
} from '../../../../src/domain/issue/deadline/lateness.ts';
import { isLate } from '../../../../src/domain/issue/deadline/term.ts';
import type { Deadline } from '../../../../src/schema/deadline.ts';
import type { Timing } from '../../../../src/schema/vocabulary.ts';
import {
  fixed,
  fixedThenOngoing,
  historyOf,
  immediate,
  immediateThenOngoing,
  issueOf,
  ongoing,
  publicity7,
  recurring,
  relative,
  roundOf,
  type Said,
  timingOf,
  unread,
} from '../../sample.ts';

const on = (
  today: string,
  said: Said[] = [],
  deadline: Deadline = fixed,
  timing: Timing = timingOf(),
) => {
  const issue = issueOf({ deadline });
  return latenessOf(issue, historyOf(issue, said, today, { timing }), timing);
};
const submitted = (reportedOn: string): Said => ({ action: 'submitted', reportedOn });
const accepted = (reportedOn: string): Said => ({ action: 'accepted', reportedOn });
const grace3 = timingOf({ graceDays: [{ from: '2020-01-01', value: 3 }] });
const dueOn = '2024-03-31';

describe('有截止日、还没有申请验收', () => {
  test('截止日前八天未到期，前七天起临期，前一天剩1天', () => {
    expect(on('2024-03-23')).toEqual({ kind: 'due-later', dueOn, days: 8 });
    expect(on('2024-03-24')).toEqual({ kind: 'due-soon', dueOn, days: 7 });
    expect(on('2024-03-30')).toEqual({ kind: 'due-soon', dueOn, days: 1 });
  });

  test('截止当天不算逾期，次日逾期1天', () => {
    expect(on('2024-03-31')).toEqual({ kind: 'due-today', dueOn });
    expect(on('2024-04-01')).toEqual({ kind: 'overdue', dueOn, days: 1 });
  });

  test('跨年、闰年二月数得对', () => {
    const february: Deadline = { kind: 'fixed', text: '2月底', dueOn: '2024-02-29' };
    const issue = issueOf({ deadline: february, listedOn: '2024-01-01' });
    const day = (today: string) => latenessOf(issue, historyOf(issue, [], today), timingOf());
    expect(day('2024-02-28')).toEqual({ kind: 'due-soon', dueOn: '2024-02-29', days: 1 });
    expect(day('2024-03-01')).toEqual({ kind: 'overdue', dueOn: '2024-02-29', days: 1 });
    expect(day('2025-02-28')).toEqual({ kind: 'overdue', dueOn: '2024-02-29', days: 365 });
  });

  test('宽限三天：第三天在宽限内，第四天逾期4天', () => {
    expect(on('2024-04-03', [], fixed, grace3)).toEqual({ kind: 'in-grace', dueOn, days: 3 });
    expect(on('2024-04-04', [], fixed, grace3)).toEqual({ kind: 'overdue', dueOn, days: 4 });
  });

  test('宽限天数用截止日那天的设定，以后改的不回头', () => {
    const later = timingOf({
      graceDays: [
        { from: '2020-01-01', value: 0 },
        { from: '2024-04-01', value: 30 },
      ],
    });
    expect(on('2024-04-02', [], fixed, later)).toEqual({ kind: 'overdue', dueOn, days: 2 });
  });

  test('临期天数用统计那天的设定', () => {
    const later = timingOf({
      dueSoonDays: [
        { from: '2020-01-01', value: 7 },
        { from: '2024-03-21', value: 10 },
      ],
    });
    expect(on('2024-03-20', [], fixed, later)).toMatchObject({ kind: 'due-later', days: 11 });
    expect(on('2024-03-21', [], fixed, later)).toMatchObject({ kind: 'due-soon', days: 10 });
  });

  test('整改中照样算；退回以后又按今天算', () => {
    expect(on('2024-04-01', [{ action: 'started', reportedOn: '2024-03-05' }])).toMatchObject({
      kind: 'overdue',
    });
    const back: Said = { action: 'returned', reportedOn: '2024-04-02', reason: '材料不全' };
    expect(on('2024-04-01', [submitted('2024-03-30'), back])).toEqual({ kind: 'waiting', dueOn });
    expect(on('2024-04-02', [submitted('2024-03-30'), back])).toMatchObject({
      kind: 'overdue',
      days: 2,
    });
  });

  test('延期以后按新的截止日', () => {
    const extended: Said = {
      action: 'extended',
      reportedOn: '2024-03-25',
      askedOn: '2024-03-25',
      dueOn: '2024-04-15',
      reason: '等平台答复',
    };
    expect(on('2024-04-01', [extended])).toEqual({
      kind: 'due-later',
      dueOn: '2024-04-15',
      days: 14,
    });
    expect(on('2024-04-16', [extended])).toMatchObject({ kind: 'overdue', days: 1 });
  });
});

describe('已申请验收', () => {
  test('截止当天申请的算按期，等多久都不算逾期', () => {
    expect(on('2024-12-31', [submitted('2024-03-31')])).toEqual({ kind: 'waiting', dueOn });
  });

  test('次日申请的算逾期报送', () => {
    expect(on('2024-12-31', [submitted('2024-04-01')])).toEqual({
      kind: 'waiting-late',
      dueOn,
      days: 1,
    });
  });

  test('宽限期内申请的算按期', () => {
    expect(on('2024-12-31', [submitted('2024-04-03')], fixed, grace3).kind).toBe('waiting');
    expect(on('2024-12-31', [submitted('2024-04-04')], fixed, grace3)).toMatchObject({
      kind: 'waiting-late',
      days: 4,
    });
  });

  test('没有截止日的就是待审核', () => {
    expect(on('2024-12-31', [submitted('2024-04-01')], ongoing)).toEqual({
      kind: 'waiting',
      dueOn: undefined,
    });
  });

  test('已验收等公示的仍是待审核', () => {
    const issue = issueOf();
    const history = historyOf(
      issue,
      [submitted('2024-03-30'), accepted('2024-04-10')],
      '2024-04-11',
      {
        campaign: publicity7,
      },
    );
    expect(latenessOf(issue, history, timingOf())).toEqual({ kind: 'waiting', dueOn });
  });

  test('状态说已申请而轮次里没有日子的，按没有逾期处理', () => {
    const issue = issueOf();
    const history = {
      ...historyOf(issue, [submitted('2024-03-30')], '2024-04-01'),
      round: roundOf(),
    };
    expect(latenessOf(issue, history, timingOf())).toEqual({ kind: 'waiting', dueOn });
  });
});

describe('已销号、撤销', () => {
  const done = (submittedOn: string, timing?: Timing, deadline: Deadline = fixed) =>
    on('2024-12-31', [submitted(submittedOn), accepted('2024-05-01')], deadline, timing);

  test('按申请验收那天算，不按验收那天：前两天 2，当天 0，次日逾期 1', () => {
    expect(done('2024-03-29')).toEqual({ kind: 'settled-in-time', dueOn, days: 2 });
    expect(done('2024-03-31')).toEqual({ kind: 'settled-in-time', dueOn, days: 0 });
    expect(done('2024-04-01')).toEqual({ kind: 'settled-late', dueOn, days: 1 });
  });

  test('宽限期内的算按期，天数为负', () => {
    expect(done('2024-04-02', grace3)).toEqual({ kind: 'settled-in-time', dueOn, days: -2 });
    expect(done('2024-04-04', grace3)).toEqual({ kind: 'settled-late', dueOn, days: 4 });
  });

  test('没有截止日的没有早晚', () => {
    expect(done('2024-04-01', timingOf(), immediate)).toEqual({ kind: 'settled-undated' });
  });

  test('撤销的没有早晚', () => {
    expect(
      on('2024-12-31', [{ action: 'voided', reportedOn: '2024-03-05', reason: '重复' }]),
    ).toEqual({ kind: 'void' });
  });
});

describe('没有截止日', () => {
  test('立即整改：起算日满七天起提醒，第六天不提醒；永不逾期', () => {
    const state = { kind: 'no-date', why: 'immediate', remindOn: '2024-03-08' };
    expect(on('2024-03-07', [], immediate)).toEqual({ ...state, remind: false });
    expect(on('2024-03-08', [], immediate)).toEqual({ ...state, remind: true });
    expect(on('2030-01-01', [], immediate)).toEqual({ ...state, remind: true });
    expect(on('2024-03-08', [], immediateThenOngoing)).toEqual({ ...state, remind: true });
  });

  test('从时限的起算日算，不从列入日', () => {
    const earlier: Deadline = { ...immediate, kind: 'immediate', from: '2024-02-20' };
    expect(on('2024-03-01', [], earlier)).toMatchObject({ remindOn: '2024-02-27', remind: true });
  });

  test('提醒天数用起算日那天的设定', () => {
    const later = timingOf({
      immediateDays: [
        { from: '2020-01-01', value: 7 },
        { from: '2024-03-02', value: 1 },
      ],
    });
    expect(on('2024-03-07', [], immediate, later)).toMatchObject({ remind: false });
  });

  test('长期整改、按频次：距复查日多少天，过了为负', () => {
    expect(on('2024-05-29', [], ongoing)).toEqual({
      kind: 'review',
      reviewOn: '2024-05-30',
      days: 1,
    });
    expect(on('2024-05-30', [], recurring)).toMatchObject({ kind: 'review', days: 0 });
    expect(on('2024-05-31', [], ongoing)).toMatchObject({ kind: 'review', days: -1 });
  });

  test('缺复查日的长期整改按列入日提醒', () => {
    const issue = issueOf({ deadline: ongoing });
    const history = { ...historyOf(issue, [], '2024-03-08'), round: roundOf({ dueOn: undefined }) };
    expect(latenessOf(issue, history, timingOf())).toEqual({
      kind: 'no-date',
      why: 'ongoing',
      remindOn: '2024-03-08',
      remind: true,
    });
  });

  test('读不出的时限当天就要人确认', () => {
    expect(on('2024-03-01', [], unread)).toEqual({
      kind: 'no-date',
      why: 'unread',
      remindOn: '2024-03-01',
      remind: true,
    });
  });

  test('起算日还不知道的期限也要人确认', () => {
    const open: Deadline = {
      ...relative,
      kind: 'relative',
      from: undefined,
      length: { days: 5 },
      start: '收到函告',
    };
    expect(on('2024-03-05', [], open)).toMatchObject({ kind: 'no-date', why: 'unread' });
  });

  test('重启没有写截止日：从重启日满七天提醒，不论原来是什么时限', () => {
    const reopened: Said = {
      action: 'reopened',
      reportedOn: '2024-06-01',
      reason: '反弹',
      ground: 'recurrence',
      round: 2,
    };
    const story = [submitted('2024-03-05'), accepted('2024-03-06'), reopened];
    for (const deadline of [
      fixed,
      fixedThenOngoing,
      immediate,
      immediateThenOngoing,
      relative,
      unread,
    ]) {
      const state = { kind: 'no-date', why: 'reopened', remindOn: '2024-06-08' };
      expect(on('2024-06-07', story, deadline)).toEqual({ ...state, remind: false });
      expect(on('2024-06-08', story, deadline)).toEqual({ ...state, remind: true });
    }
    expect(on('2024-06-07', story, ongoing)).toEqual({
      kind: 'review',
      reviewOn: '2024-08-30',
      days: 84,
    });
  });
});

describe('逾期后批准', () => {
  const extended: Said = {
    action: 'extended',
    reportedOn: '2024-04-03',
    askedOn: '2024-04-02',
    dueOn: '2024-04-15',
    reason: '等平台答复',
  };

  test('批准以后不再逾期，批准前的三天一直算', () => {
    expect(on('2024-04-02', [extended])).toMatchObject({ kind: 'overdue', days: 2 });
    expect(on('2024-04-03', [extended])).toMatchObject({ kind: 'due-later', days: 12 });
    expect(on('2024-04-16', [extended])).toEqual({
      kind: 'overdue',
      dueOn: '2024-04-15',
      days: 4,
      approvedLate: true,
    });
    const late = { dueOn: '2024-04-15', days: 3, approvedLate: true };
    const story = [extended, submitted('2024-04-10')];
    expect(on('2024-04-11', story)).toEqual({ kind: 'waiting-late', ...late });
    const closed = [...story, accepted('2024-04-12')];
    expect(on('2024-04-12', closed)).toEqual({ kind: 'settled-late', ...late });
    const { round } = historyOf(issueOf(), closed, '2024-04-12');
    expect(inTime(round, timingOf())).toBe(false);
  });

  test('截止日当天申请、过后才批准的，不算单位逾期', () => {
    const asked = { ...extended, askedOn: '2024-03-31' };
    expect(on('2024-04-11', [asked, submitted('2024-04-10')]).kind).toBe('waiting');
  });
});

describe('暂缓', () => {
  const deferred: Said = {
    action: 'deferred',
    reportedOn: '2024-03-20',
    askedOn: '2024-03-18',
    until: '2024-06-30',
    reason: '平台暂不办理注销',
  };
  const until = '2024-06-30';

  test('到批准的那天以前不算逾期也不算临期，当天到期，过后逾期', () => {
    expect(on('2024-04-20', [deferred])).toEqual({ kind: 'deferred', dueOn: until, days: 71 });
    expect(on('2024-06-29', [deferred])).toEqual({ kind: 'deferred', dueOn: until, days: 1 });
    expect(on('2024-06-30', [deferred])).toEqual({ kind: 'due-today', dueOn: until });
    expect(on('2024-07-01', [deferred])).toEqual({ kind: 'overdue', dueOn: until, days: 1 });
  });

  test('没有截止日的也一样；申请验收以后按待审核', () => {
    expect(on('2024-04-20', [deferred], immediate).kind).toBe('deferred');
    expect(on('2024-07-01', [deferred, submitted('2024-06-30')]).kind).toBe('waiting');
  });
});

describe('长期坚持', () => {
  const story = [submitted('2024-03-05'), accepted('2024-03-06')];

  test('距复查多少天；保持以后按新的复查日', () => {
    expect(on('2024-06-03', story, ongoing)).toEqual({
      kind: 'review',
      reviewOn: '2024-06-04',
      days: 1,
    });
    const held: Said = { action: 'reviewed', reportedOn: '2024-06-04', held: true };
    expect(on('2024-06-04', [...story, held], ongoing)).toEqual({
      kind: 'review',
      reviewOn: '2024-09-02',
      days: 90,
    });
  });

  test('没有复查日的按期限说早晚', () => {
    const issue = issueOf({ deadline: fixedThenOngoing });
    const history = historyOf(issue, story, '2024-06-03');
    const without = { ...history, round: { ...history.round, reviewOn: undefined } };
    expect(latenessOf(issue, without, timingOf())).toEqual({
      kind: 'settled-in-time',
      dueOn,
      days: 26,
    });
  });
});

describe('是否按期', () => {
  const settled = { closedOn: '2024-05-01' };

  test('没有办结、没有截止日的不说', () => {
    expect(inTime(roundOf({ submittedOn: '2024-03-05' }), timingOf())).toBeUndefined();
    expect(
      inTime(roundOf({ ...settled, submittedOn: '2024-03-05', dueOn: undefined }), timingOf()),
    ).toBeUndefined();
    expect(inTime(roundOf(settled), timingOf())).toBeUndefined();
  });

  test('销号和转长期坚持一样算', () => {
    expect(inTime(roundOf({ ...settled, submittedOn: '2024-03-31' }), timingOf())).toBe(true);
    expect(inTime(roundOf({ ...settled, submittedOn: '2024-04-01' }), timingOf())).toBe(false);
    expect(
      inTime(roundOf({ sustainedOn: '2024-05-01', submittedOn: '2024-03-31' }), timingOf()),
    ).toBe(true);
  });

  test('早晚的界线：宽限最后一天不晚', () => {
    expect(isLate('2024-04-03', dueOn, grace3)).toBe(false);
    expect(isLate('2024-04-04', dueOn, grace3)).toBe(true);
  });
});

/** Every kind with its light and its words. */
const cases: [Lateness, string, string][] = [
  [{ kind: 'void' }, 'none', '已撤销'],
  [{ kind: 'settled-in-time', dueOn, days: 2 }, 'none', '按期'],
  [{ kind: 'settled-late', dueOn, days: 2 }, 'none', '逾期2天报送'],
  [{ kind: 'settled-undated' }, 'none', '无截止日'],
  [{ kind: 'waiting', dueOn }, 'green', '待审核'],
  [{ kind: 'waiting-late', dueOn, days: 3 }, 'none', '待审核（逾期3天报送，现在不计入逾期）'],
  [
    { kind: 'settled-late', dueOn, days: 2, approvedLate: true },
    'none',
    '逾期2天报送（逾期后批准）',
  ],
  [
    { kind: 'waiting-late', dueOn, days: 3, approvedLate: true },
    'none',
    '待审核（逾期3天报送，逾期后批准，现在不计入逾期）',
  ],
  [{ kind: 'overdue', dueOn, days: 4, approvedLate: true }, 'red', '逾期4天（逾期后批准）'],
  [{ kind: 'deferred', dueOn, days: 9 }, 'green', '暂缓，剩9天'],
  [{ kind: 'overdue', dueOn, days: 4 }, 'red', '逾期4天'],
  [{ kind: 'in-grace', dueOn, days: 1 }, 'yellow', '已过截止日1天（宽限期内）'],
  [{ kind: 'due-today', dueOn }, 'yellow', '今日到期'],
  [{ kind: 'due-soon', dueOn, days: 5 }, 'yellow', '剩5天（临期）'],
  [{ kind: 'due-later', dueOn, days: 9 }, 'green', '剩9天'],
  [{ kind: 'no-date', why: 'immediate', remindOn: dueOn, remind: false }, 'green', '立即整改'],
  [
    { kind: 'no-date', why: 'immediate', remindOn: dueOn, remind: true },
    'yellow',
    '立即整改，应报未报',
  ],
  [{ kind: 'no-date', why: 'reopened', remindOn: dueOn, remind: true }, 'yellow', '重启后应报未报'],
  [{ kind: 'no-date', why: 'ongoing', remindOn: dueOn, remind: false }, 'green', '长期整改'],
  [{ kind: 'no-date', why: 'recurring', remindOn: dueOn, remind: false }, 'green', '长期整改'],
  [{ kind: 'no-date', why: 'unread', remindOn: dueOn, remind: true }, 'yellow', '时限待确认'],
  [{ kind: 'review', reviewOn: dueOn, days: 3 }, 'green', '剩3天复查'],
  [{ kind: 'review', reviewOn: dueOn, days: 0 }, 'yellow', '今日复查'],
  [{ kind: 'review', reviewOn: dueOn, days: -2 }, 'yellow', '已过复查日2天'],
];

describe('灯和话', () => {
  test('已验收的说在等什么', () => {
    expect(latenessInWords({ kind: 'waiting', dueOn }, '已验收待上级核销')).toBe(
      '已验收待上级核销',
    );
  });

  for (const [lateness, light, words] of cases) {
    test(`${words}：${light}`, () => {
      expect([lightOf(lateness), latenessInWords(lateness)]).toEqual([light, words]);
    });
  }
});
