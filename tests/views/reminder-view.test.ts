import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/schema/ledger.ts';
import type { Reminder } from '../../src/schema/reminder.ts';
import { reminderView } from '../../src/views/reminder-view.ts';
import { edition } from '../documents/edition.ts';

const sent = (unit: string, sentOn: string): Entry<Reminder> => ({
  id: `${sentOn}-${unit}-remind`,
  path: `reminders/${sentOn}-${unit}-remind.yaml`,
  unit,
  level: 'remind',
  sentOn,
  issues: ['2020-special-01'],
});

const withReminders = (audience: 'public' | 'internal', ...reminders: Entry<Reminder>[]) => {
  const one = edition('yuyang', audience, '2020-06-05');
  return reminderView({ ...one, ledger: { ...one.ledger, reminders } });
};

describe('催办记录', () => {
  test('内部站说最近一次登记在哪天、几家单位；以后的不算', () => {
    const view = withReminders(
      'internal',
      sent('shahelu', '2020-06-01'),
      sent('shahelu', '2020-06-04'),
      sent('qixiang', '2020-06-04'),
      sent('qixiang', '2020-06-08'),
    );
    expect(view?.last?.on.iso).toBe('2020-06-04');
    expect(view?.last?.units).toBe(2);
  });

  test('没有登记过的说没有', () => {
    expect(withReminders('internal')).toEqual({ last: undefined });
  });

  test('公开站不说催办', () => {
    expect(withReminders('public', sent('shahelu', '2020-06-01'))).toBeUndefined();
  });
});
