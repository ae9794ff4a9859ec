import { expect, test } from 'vitest';
import { laterInWords, recordsAfter } from '../../src/domain/later.ts';
import { openLedger } from '../../src/ledger/open.ts';
import type { Entry } from '../../src/schema/ledger.ts';
import type { Reminder } from '../../src/schema/reminder.ts';
import type { SelfCheck } from '../../src/schema/self-check.ts';
import { issueOf, ledgerOf, updatesOf } from './sample.ts';

test('晚于统计截止日的逐类数出，当天的不算；都没有的说没有', () => {
  const issue = issueOf();
  const late = issueOf({ id: 'demo-02', row: 2, listedOn: '2024-05-01' });
  const ledger = ledgerOf(
    [issue, late],
    updatesOf(
      issue,
      { action: 'started', reportedOn: '2024-04-01' },
      { action: 'submitted', reportedOn: '2024-04-02' },
      { action: 'accepted', reportedOn: '2024-04-03' },
    ),
  );
  const words = (day: string): string => laterInWords(recordsAfter(ledger, day));
  expect(words('2024-04-01')).toBe(
    '台账里有3条记录晚于这一天，没有计入：问题1、报送2；最晚的是2024年5月1日。',
  );
  expect(words('2024-05-01')).toBe('台账里没有晚于这一天的记录。');
  const more = {
    ...ledger,
    selfChecks: [{ answeredOn: '2024-06-01' } as Entry<SelfCheck>],
    reminders: [{ sentOn: '2024-06-02' } as Entry<Reminder>],
  };
  expect(recordsAfter(more, '2024-05-31').kinds.map(({ name }) => name)).toEqual(['自查', '催办']);
});

test('检查、备案登记、通报也数', () => {
  const shili = openLedger('tests/fixtures/shili');
  const names = recordsAfter(shili, '2000-01-01').kinds.map(({ name }) => name);
  expect(names).toEqual(['问题', '报送', '检查', '备案登记', '通报', '自查']);
});
