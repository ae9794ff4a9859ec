import { describe, expect, test } from 'vitest';
import {
  dayOff,
  dueReminders,
  levelOrder,
  type ReminderReason,
} from '../../src/domain/reminding.ts';
import { standing } from '../../src/domain/issue/standing.ts';
import type { Deadline } from '../../src/schema/deadline.ts';
import type { Entry } from '../../src/schema/ledger.ts';
import type { Reminder, ReminderLevel, RemindingRule } from '../../src/schema/reminder.ts';
import {
  fixed,
  fixedThenOngoing,
  immediate,
  issueOf,
  ledgerOf,
  ongoing,
  type Said,
  timingOf,
  unread,
  updatesOf,
} from './sample.ts';
import { ruleInForceOn } from '../../src/domain/setting.ts';

/** 2024-04-04 and 04-05 are days off, 04-07 is a Sunday at work. */
const rule: RemindingRule = {
  from: '2020-01-01',
  urgeAfter: 3,
  circularAfter: 6,
  interviewAfter: 10,
  silentAfter: 5,
  replyWithin: 5,
  stoppedAfter: 5,
  expiryDays: 30,
};

function sentOf(level: ReminderLevel, sentOn: string, issue = 'demo-01'): Entry<Reminder> {
  const id = `${sentOn.replaceAll('-', '')}-${level}`;
  return { id, path: `reminders/${id}.yaml`, unit: 'unit-a', level, sentOn, issues: [issue] };
}

interface Told {
  unit: string;
  level: ReminderLevel;
  reason: ReminderReason;
  workdays: number;
}

/** What is due on a day for one issue with these updates. */
function due(
  today: string,
  {
    deadline = fixed,
    said = [],
    sent = [],
    timing = timingOf(),
    rules = rule,
  }: {
    deadline?: Deadline;
    said?: Said[];
    sent?: Entry<Reminder>[];
    timing?: ReturnType<typeof timingOf>;
    rules?: RemindingRule;
  } = {},
): Told[] {
  const issue = issueOf({ account: 'a1', deadline });
  const base = ledgerOf([issue], updatesOf(issue, ...said));
  const ledger = { ...base, vocabulary: { ...base.vocabulary, timing } };
  return dueReminders(standing(ledger, today), rules, sent).flatMap(({ unit, level, due: part }) =>
    part.map(({ reason, workdays }) => ({ unit, level, reason, workdays })),
  );
}

describe('为什么催', () => {
  test('暂缓期间不催，到批准的那天起照常催', () => {
    const said: Said[] = [
      {
        action: 'deferred',
        reportedOn: '2024-03-20',
        askedOn: '2024-03-20',
        until: '2024-06-03',
        reason: '平台暂不办理',
      },
    ];
    expect(due('2024-05-31', { said })).toEqual([]);
    expect(due('2024-06-03', { said })).toMatchObject([{ reason: 'due-soon' }]);
  });

  test.each([
    ['还早', '2024-03-22', []],
    ['临期', '2024-03-24', [{ reason: 'due-soon', workdays: 0 }]],
    ['当天', '2024-03-31', [{ reason: 'due-soon', workdays: 0 }]],
    ['逾期一个工作日', '2024-04-01', [{ reason: 'overdue', workdays: 1 }]],
    ['跨过清明假期，调休上班算', '2024-04-07', [{ reason: 'overdue', workdays: 4 }]],
  ])('时限3月31日：%s', (_, today, expected) => {
    const told = due(today, { said: [{ action: 'started', reportedOn: '2024-03-20' }] });
    expect(told.map(({ reason, workdays }) => ({ reason, workdays }))).toEqual(expected);
  });

  test('截止日是休息日、临期天数为零，提前到前一个工作日说', () => {
    // 3月31日是周日，29日是周五。
    const timing = timingOf({ dueSoonDays: [{ from: '2020-01-01', value: 0 }] });
    const said: Said[] = [{ action: 'started', reportedOn: '2024-03-28' }];
    expect(due('2024-03-28', { timing, said })).toEqual([]);
    expect(due('2024-03-29', { timing, said })).toMatchObject([{ reason: 'due-soon' }]);
    expect(due('2024-03-30', { timing, said })).toEqual([]);
  });

  test('立行立改的，到提醒日要结果；没有读懂的时限不催', () => {
    const said: Said[] = [{ action: 'started', reportedOn: '2024-03-07' }];
    expect(due('2024-03-07', { deadline: immediate, said })).toEqual([]);
    expect(due('2024-03-08', { deadline: immediate, said })).toMatchObject([
      { reason: 'result-due', level: 'remind' },
    ]);
    expect(due('2024-03-08', { deadline: unread, said })).toEqual([]);
  });

  test('长期整改的，复查日到了就催', () => {
    const said: Said[] = [{ action: 'started', reportedOn: '2024-05-28' }];
    expect(due('2024-05-29', { deadline: ongoing, said })).toEqual([]);
    expect(due('2024-05-30', { deadline: ongoing, said })).toMatchObject([
      { reason: 'review-due', workdays: 0 },
    ]);
  });

  test('长期坚持的，没到复查日不催，再久未报进展也一样', () => {
    const said: Said[] = [
      { action: 'submitted', reportedOn: '2024-03-20' },
      { action: 'accepted', reportedOn: '2024-03-21' },
    ];
    expect(due('2024-05-06', { deadline: fixedThenOngoing, said })).toEqual([]);
  });

  test('列入后满五个工作日未报进展就催，报过的从报送那天重新算', () => {
    // 3月1日是周五：8日满五个工作日。
    expect(due('2024-03-07')).toEqual([]);
    expect(due('2024-03-08')).toMatchObject([{ reason: 'silent', workdays: 5 }]);
    const said: Said[] = [{ action: 'started', reportedOn: '2024-03-06' }];
    expect(due('2024-03-12', { said })).toEqual([]);
    expect(due('2024-03-13', { said })).toMatchObject([{ reason: 'silent', workdays: 5 }]);
  });

  test('不作数的报送不算动静', () => {
    const refused: Said[] = [{ action: 'accepted', reportedOn: '2024-03-06' }];
    expect(due('2024-03-08', { said: refused })).toMatchObject([{ reason: 'silent' }]);
  });

  test('报了等审核的，办结了的，都不催单位', () => {
    const submitted: Said = { action: 'submitted', reportedOn: '2024-03-20' };
    expect(due('2024-04-10', { said: [submitted] })).toEqual([]);
    const accepted: Said = { action: 'accepted', reportedOn: '2024-03-21' };
    expect(due('2024-04-10', { said: [submitted, accepted] })).toEqual([]);
  });
});

describe('催到哪一步', () => {
  const levels = (today: string, ...sent: Entry<Reminder>[]) =>
    due(today, { sent }).map(({ level }) => level);

  test('没有提醒过的，逾期再久也先提醒', () => {
    expect(levels('2024-06-03')).toEqual(['remind']);
  });

  test('提醒满三个工作日才发督办函', () => {
    const reminded = sentOf('remind', '2024-04-01');
    expect(levels('2024-04-03', reminded)).toEqual([]);
    expect(levels('2024-04-07', reminded)).toEqual(['urge']);
  });

  test('督办函、通报、约谈一级一级来，每一级与上一级隔满两项之差', () => {
    const urged = [sentOf('remind', '2024-04-01'), sentOf('urge', '2024-04-07')];
    expect(levels('2024-04-09', ...urged)).toEqual([]);
    expect(levels('2024-04-10', ...urged)).toEqual(['circular']);
    const named = [...urged, sentOf('circular', '2024-04-10')];
    expect(levels('2024-04-15', ...named)).toEqual([]);
    expect(levels('2024-04-16', ...named)).toEqual(['interview']);
    expect(levels('2024-06-03', ...named, sentOf('interview', '2024-04-16'))).toEqual([]);
  });

  test('逾期天数不够，前一级再早也不升级', () => {
    expect(levels('2024-04-02', sentOf('remind', '2024-03-05'))).toEqual([]);
    expect(levels('2024-04-03', sentOf('remind', '2024-03-05'))).toEqual(['urge']);
  });

  test('不是逾期的，提醒过就不再说，规则再急也不升级', () => {
    const sent = [sentOf('remind', '2024-03-20')];
    expect(due('2024-03-25', { sent })).toEqual([]);
    const hasty = { ...rule, urgeAfter: 0 };
    expect(due('2024-03-25', { sent, rules: hasty })).toEqual([]);
  });

  test('列入当天、当天的催办都算', () => {
    const hasty = { ...rule, silentAfter: 0 };
    const sent = [sentOf('remind', '2024-03-01')];
    expect(due('2024-03-01', { rules: hasty })).toMatchObject([{ level: 'remind' }]);
    expect(due('2024-03-01', { rules: hasty, sent })).toEqual([]);
  });

  test('别的问题的、以后的、上一轮的催办不算', () => {
    expect(levels('2024-04-01', sentOf('remind', '2024-03-20', 'demo-02'))).toEqual(['remind']);
    expect(levels('2024-04-01', sentOf('remind', '2024-04-02'))).toEqual(['remind']);
    const again: Said[] = [
      { action: 'submitted', reportedOn: '2024-03-05' },
      { action: 'accepted', reportedOn: '2024-03-06' },
      {
        action: 'reopened',
        reportedOn: '2024-05-06',
        ground: 'recurrence',
        round: 2,
        reason: '群众反映又不更新',
        dueOn: '2024-05-20',
      },
    ];
    const told = due('2024-05-21', { said: again, sent: [sentOf('remind', '2024-03-04')] });
    expect(told).toMatchObject([{ level: 'remind', reason: 'overdue' }]);
  });

  test('按单位、再按轻重分开', () => {
    const mild = issueOf({ id: 'demo-01', account: 'a1' });
    const grave = issueOf({ id: 'demo-02', account: 'a2', row: 2 });
    const other = issueOf({ id: 'demo-03', account: 'b1', row: 3 });
    const told = dueReminders(standing(ledgerOf([grave, mild, other]), '2024-04-10'), rule, [
      sentOf('remind', '2024-04-01', 'demo-02'),
    ]);
    expect(
      told.map(({ unit, level, due: part }) => [unit, level, part.map((one) => one.issue.id)]),
    ).toEqual([
      ['unit-a', 'remind', ['demo-01']],
      ['unit-a', 'urge', ['demo-02']],
      ['unit-b', 'remind', ['demo-03']],
    ]);
  });

  test('从轻到重四级', () => {
    expect(levelOrder).toEqual(['remind', 'urge', 'circular', 'interview']);
  });
});

describe('哪天催', () => {
  test('工作日催，周末调休上班也催；放假说下一个工作日', () => {
    expect(dayOff('2024-04-03')).toBeUndefined();
    expect(dayOff('2024-04-07')).toBeUndefined();
    expect(dayOff('2024-04-04')).toEqual({ on: '2024-04-04', next: '2024-04-07' });
  });

  test('规则按起用日，最早的起用日以前按最早的', () => {
    const later = { ...rule, from: '2024-04-01', urgeAfter: 1 };
    expect(ruleInForceOn([rule, later], '2024-03-31')).toBe(rule);
    expect(ruleInForceOn([rule, later], '2024-04-01')).toBe(later);
    expect(ruleInForceOn([rule, later], '2019-12-31')).toBe(rule);
  });
});
