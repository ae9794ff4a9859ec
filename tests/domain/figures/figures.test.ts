import { describe, expect, test } from 'vitest';
import { valueInWords } from '../../../src/domain/figures/figure-value.ts';
import { figureGroups, figureOf, figures, rowsOf } from '../../../src/domain/figures/figures.ts';
import { standing, standingWithin } from '../../../src/domain/issue/standing.ts';
import {
  campaignOf,
  fixedThenOngoing,
  immediate,
  issueOf,
  ledgerOf,
  ongoing,
  type Said,
  timingOf,
  unread,
  updatesOf,
} from '../sample.ts';

const submitted = (reportedOn: string): Said => ({ action: 'submitted', reportedOn });
const accepted = (reportedOn: string): Said => ({ action: 'accepted', reportedOn });
const returned = (reportedOn: string): Said => ({ action: 'returned', reportedOn, reason: '不全' });
const voided = (reportedOn: string): Said => ({ action: 'voided', reportedOn, reason: '重复' });

/** One issue for each way to stand on 2 April 2024, two days after the last day. */
const stories: Record<string, [Parameters<typeof issueOf>[0], Said[]]> = {
  late: [{}, []],
  begun: [{}, [{ action: 'started', reportedOn: '2024-03-05' }]],
  soon: [{ deadline: { kind: 'fixed', text: '4月9日', dueOn: '2024-04-09' } }, []],
  today: [{ deadline: { kind: 'fixed', text: '4月2日', dueOn: '2024-04-02' } }, []],
  far: [{ deadline: { kind: 'fixed', text: '4月10日', dueOn: '2024-04-10' } }, []],
  grace: [{ deadline: { kind: 'fixed', text: '4月1日', dueOn: '2024-04-01' } }, []],
  waiting: [{}, [submitted('2024-03-20')]],
  'waiting-late': [{}, [submitted('2024-04-02')]],
  held: [{ origin: 'city' }, [submitted('2024-03-20'), accepted('2024-03-21')]],
  returned: [{}, [submitted('2024-03-20'), returned('2024-03-22')]],
  closed: [{}, [submitted('2024-03-20'), accepted('2024-03-22')]],
  'closed-last-day': [{}, [submitted('2024-03-31'), accepted('2024-04-02')]],
  'closed-late': [
    { deadline: { kind: 'fixed', text: '3月10日', dueOn: '2024-03-10' } },
    [submitted('2024-03-20'), accepted('2024-03-24')],
  ],
  'closed-undated': [{ deadline: immediate }, [submitted('2024-03-02'), accepted('2024-03-02')]],
  kept: [{ deadline: fixedThenOngoing }, [submitted('2024-03-20'), accepted('2024-03-22')]],
  void: [{ deadline: unread }, [voided('2024-03-05')]],
  again: [
    {},
    [
      submitted('2024-03-05'),
      accepted('2024-03-06'),
      {
        action: 'reopened',
        reportedOn: '2024-03-25',
        reason: '反弹',
        ground: 'recurrence',
        round: 2,
      },
    ],
  ],
  'again-void': [
    {},
    [
      submitted('2024-03-05'),
      accepted('2024-03-06'),
      {
        action: 'reopened',
        reportedOn: '2024-03-25',
        reason: '反弹',
        ground: 'recurrence',
        round: 2,
      },
      voided('2024-03-26'),
    ],
  ],
  'kept-void': [
    { deadline: fixedThenOngoing },
    [submitted('2024-03-20'), accepted('2024-03-22'), voided('2024-03-26')],
  ],
  ongoing: [{ deadline: ongoing, listedOn: '2024-01-02' }, []],
  'ongoing-due': [{ deadline: { ...ongoing, kind: 'ongoing', reviewEvery: 1 } }, []],
  'ongoing-last': [{ deadline: { ...ongoing, kind: 'ongoing', reviewOn: '2024-04-03' } }, []],
  unread: [{ deadline: unread }, []],
  extended: [
    {},
    [
      {
        action: 'extended',
        reportedOn: '2024-03-20',
        askedOn: '2024-03-20',
        dueOn: '2024-05-31',
        reason: '等平台答复',
      },
    ],
  ],
  deferred: [
    {},
    [
      {
        action: 'deferred',
        reportedOn: '2024-03-20',
        askedOn: '2024-03-20',
        until: '2024-04-03',
        reason: '平台暂不办理注销',
      },
    ],
  ],
  'approved-late': [
    { deadline: { kind: 'fixed', text: '3月10日', dueOn: '2024-03-10' } },
    [
      {
        action: 'extended',
        reportedOn: '2024-03-20',
        askedOn: '2024-03-15',
        dueOn: '2024-05-31',
        reason: '等平台答复',
      },
    ],
  ],
  'void-closed': [
    {},
    [{ action: 'voided', reportedOn: '2024-03-21', ground: 'closed', reason: '账号已注销' }],
  ],
  'extended-void': [
    {},
    [
      {
        action: 'extended',
        reportedOn: '2024-03-20',
        askedOn: '2024-03-20',
        dueOn: '2024-05-31',
        reason: '等平台答复',
      },
      voided('2024-03-21'),
    ],
  ],
};
const made = Object.entries(stories).map(([id, [said, updates]], at) => {
  const issue = issueOf({ id, row: at + 1, account: ['a1', 'a2', 'b1'][at % 3]!, ...said });
  return { issue, updates: updatesOf(issue, ...updates) };
});
const vocabulary = {
  ...ledgerOf([]).vocabulary,
  // One day of grace for what is due in April only.
  timing: timingOf({
    graceDays: [
      { from: '2020-01-01', value: 0 },
      { from: '2024-04-01', value: 1 },
    ],
  }),
};
const ledger = ledgerOf(
  made.map(({ issue }) => issue),
  made.flatMap(({ updates }) => updates),
  { vocabulary },
);
const then = () => standing(ledger, '2024-04-02');
const rows = (id: string) => rowsOf(figureOf(then(), id));
const all = Object.keys(stories);
const VOID = ['void', 'again-void', 'kept-void', 'void-closed', 'extended-void'];
const valid = all.filter((id) => !VOID.includes(id));

describe('状态指标', () => {
  test('总数、有效问题', () => {
    expect(rows('total')).toEqual(all);
    expect(rows('valid')).toEqual(valid);
  });

  test('每种状态各有哪些', () => {
    expect(rows('rectifying')).toEqual(['begun']);
    expect(rows('submitted')).toEqual(['waiting', 'waiting-late', 'held']);
    expect(rows('returned')).toEqual(['returned']);
    expect(rows('closed')).toEqual(['closed', 'closed-last-day', 'closed-late', 'closed-undated']);
    expect(rows('sustained')).toEqual(['kept']);
    expect(rows('void')).toEqual(VOID);
    expect(rows('open')).toEqual([
      'late',
      'soon',
      'today',
      'far',
      'grace',
      'again',
      'ongoing',
      'ongoing-due',
      'ongoing-last',
      'unread',
      'extended',
      'deferred',
      'approved-late',
    ]);
    expect(rows('void-closed')).toEqual(['void-closed']);
  });

  test('未完成是四种状态之和；已验收待销号在待审核之内；重启过的不算撤销的', () => {
    const done = ['closed', 'closed-last-day', 'closed-late', 'closed-undated', 'kept'];
    expect(rows('unfinished')).toEqual(valid.filter((id) => !done.includes(id)));
    expect(rows('held')).toEqual(['held']);
    expect(rows('to-verify')).toEqual(rows('submitted').filter((id) => id !== 'held'));
    expect(rows('held-above')).toEqual(['held']);
    expect(rows('held-unpublicised')).toEqual([]);
    expect(rows('held-publicity')).toEqual([]);
    expect(rows('reopened')).toEqual(['again']);
  });
});

describe('时限指标', () => {
  test('各有哪些', () => {
    expect(rows('overdue')).toEqual(['late', 'begun', 'returned']);
    expect(rows('in-grace')).toEqual(['grace']);
    expect(rows('due-soon')).toEqual(['soon', 'today']);
    expect(rows('due-later')).toEqual(['far', 'extended', 'approved-late']);
    expect(rows('deferred')).toEqual(['deferred']);
    expect(rows('approved-late')).toEqual(['approved-late']);
    expect(rows('waiting')).toEqual(['waiting', 'held']);
    expect(rows('waiting-late')).toEqual(['waiting-late']);
    expect(rows('undated')).toEqual(['again', 'ongoing', 'ongoing-due', 'ongoing-last', 'unread']);
    expect(rows('unread')).toEqual(['unread']);
    expect(rows('extended')).toEqual(['extended', 'approved-late']);
  });

  test('应报未报：重启后满七天的；读不出的不算', () => {
    expect(rows('reminder-due')).toEqual(['again']);
    expect(rowsOf(figureOf(standing(ledger, '2024-03-31'), 'reminder-due'))).toEqual([]);
  });

  test('到期复查：当天和过了的算，次日的不算；长期坚持的到期也算', () => {
    expect(rows('review-due')).toEqual(['ongoing', 'ongoing-due']);
    const later = standing(ledger, '2024-06-20');
    expect(rowsOf(figureOf(later, 'review-due'))).toContain('kept');
    expect(rowsOf(figureOf(later, 'undated'))).not.toContain('kept');
  });
});

describe('比率', () => {
  test('分母是有效问题，销号和长期坚持分开', () => {
    expect(figureOf(then(), 'closed-rate')).toEqual({
      kind: 'rate',
      numerator: 4,
      denominator: valid.length,
      rows: ['closed', 'closed-last-day', 'closed-late', 'closed-undated'],
      of: valid,
    });
    expect(figureOf(then(), 'sustained-rate')).toMatchObject({ rows: ['kept'], of: valid });
    expect(figureOf(then(), 'unfinished-rate')).toMatchObject({
      rows: rows('unfinished'),
      of: valid,
    });
    expect(figureOf(then(), 'overdue-rate')).toMatchObject({ rows: rows('overdue'), of: valid });
  });

  test('按期率：只在有截止日的已办结问题中算，办结以后撤销的不算', () => {
    expect(figureOf(then(), 'in-time-rate')).toMatchObject({
      rows: ['closed', 'closed-last-day', 'kept'],
      of: ['closed', 'closed-last-day', 'closed-late', 'kept'],
    });
  });
});

describe('用时', () => {
  test('从列入到销号的天数，取中位数', () => {
    expect(figureOf(then(), 'days-to-close')).toEqual({
      kind: 'days',
      rows: ['closed', 'closed-last-day', 'closed-late', 'closed-undated'],
      days: [21, 32, 23, 1],
      median: 22,
    });
  });
});

describe('范围', () => {
  test('列名的同一个只计一次，登记的不论有没有问题', () => {
    expect(rows('named-units')).toEqual(['unit-a', 'unit-b']);
    expect(rows('named-accounts')).toEqual(['a1', 'b1']);
    expect(rows('named-websites')).toEqual(['a2']);
    expect(rows('registered-units')).toEqual(['unit-a', 'unit-b', 'unit-c']);
    expect(rows('registered-accounts')).toEqual(['a1', 'b1', 'c1']);
    expect(rows('registered-websites')).toEqual(['a2']);
  });

  test('没有登记的账号不算列名', () => {
    const lost = standing(ledgerOf([issueOf({ account: 'nobody' })]), '2024-04-02');
    expect(rowsOf(figureOf(lost, 'named-units'))).toEqual([]);
    expect(rowsOf(figureOf(lost, 'named-accounts'))).toEqual([]);
  });

  test('上报数照录，没有行；单位只有账号数', () => {
    const said = (id: string, part = then()) => valueInWords(figureOf(part, id));
    const ids = ['reported-units', 'reported-accounts', 'reported-websites'];
    expect(ids.map((id) => said(id))).toEqual(['5', '9', '1']);
    const unit = standingWithin(then(), { unit: 'unit-a' });
    expect(ids.map((id) => said(id, unit))).toEqual(['未报', '4', '未报']);
    expect(rows('reported-units')).toEqual([]);
  });

  test('上报数是 0 也照录', () => {
    const campaigns = new Map([['demo', campaignOf('demo', { reported: { websites: 0 } })]]);
    const none = standing(ledgerOf([], [], { campaigns }), '2024-04-02');
    expect(figureOf(none, 'reported-websites')).toEqual({ kind: 'reported', value: 0 });
  });
});

describe('指标表', () => {
  test('编号不重复，每个都有名称和完整的定义', () => {
    const ids = figures.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { name, definition, group } of figures) {
      expect(name).not.toBe('');
      expect(definition).toMatch(/。$/u);
      expect(Object.keys(figureGroups)).toContain(group);
    }
  });

  test('问题指标的行都是问题，按台账次序', () => {
    for (const { id, rowKind } of figures) {
      if (rowKind !== 'issue') continue;
      const found = rows(id);
      expect(found).toEqual(all.filter((one) => found.includes(one)));
    }
  });

  test('上报数照录来源、没有行；其余按记录计，行是单位、账号或问题', () => {
    const kinds = figures.map(({ id, basis, rowKind }) => [id, basis, rowKind]);
    const expected = figures.map(({ id }) => {
      if (id.startsWith('reported-')) return [id, 'source', 'none'];
      if (id.endsWith('-units')) return [id, 'rows', 'unit'];
      return [id, 'rows', /-(?:accounts|websites)$/u.test(id) ? 'account' : 'issue'];
    });
    expect(kinds).toEqual(expected);
  });

  test('没有的指标是程序的错', () => {
    expect(() => figureOf(then(), 'nothing')).toThrow(new RangeError('no figure nothing'));
  });
});
