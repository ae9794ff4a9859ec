import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/schema/ledger.ts';
import type { Reminder } from '../../../src/schema/reminder.ts';
import { reminderView } from '../../../src/views/due/reminder-view.ts';
import { face } from '../../documents/face.ts';

const sent = (unit: string, sentOn: string): Entry<Reminder> => ({
  id: `${sentOn}-${unit}-remind`,
  path: `reminders/${sentOn}-${unit}-remind.yaml`,
  unit,
  level: 'remind',
  sentOn,
  issues: ['2020-special-01'],
});

const withReminders = (audience: 'public' | 'internal', ...reminders: Entry<Reminder>[]) => {
  const one = face('yuyang', audience, '2020-06-05');
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

  /** The fictional ledger is in an internal repository and has much that is due. */
  const shili = (today: string, ...reminders: Entry<Reminder>[]) => {
    const one = face('shili', 'internal', today);
    return reminderView({ ...one, ledger: { ...one.ledger, reminders } })?.stopped;
  };

  test('有该催办的而从来没有登记过，直说没有进行', () => {
    expect(shili('2026-06-15')).toMatch(/^\d+个问题已到催办时间，均未登记催办。$/u);
  });

  test('满五个工作日没有登记的，直说停了；没有满的不说', () => {
    const last = { ...sent('shili-canlian', '2026-06-05'), issues: ['none'] };
    expect(shili('2026-06-12', last)).toBeUndefined();
    expect(shili('2026-06-15', last)).toMatch(
      /^催办已经停了：最近一次登记在2026年6月5日，此后6个工作日没有登记，\d+个问题已到催办时间。$/u,
    );
  });

  test('没有该催办的、没有催办规则的、在公开仓库里的，都不说停了', () => {
    const one = face('shili', 'internal', '2026-06-15');
    const { ledger } = one;
    const stopped = (change: Partial<typeof ledger>, issues = one.standing.issues) =>
      reminderView({
        ...one,
        ledger: { ...ledger, ...change },
        standing: { ...one.standing, issues },
      })?.stopped;
    expect(stopped({}, [])).toBeUndefined();
    expect(stopped({ vocabulary: { ...ledger.vocabulary, reminding: [] } })).toBeUndefined();
    expect(stopped({ site: { ...ledger.site, repository: 'public' } })).toBeUndefined();
  });
});
