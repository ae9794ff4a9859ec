import { expect, test } from 'vitest';
import { availabilityFor, availabilityOf } from '../../../src/domain/inspection/availability.ts';
import type { Inspection } from '../../../src/schema/inspection.ts';
import type { Entry } from '../../../src/schema/ledger.ts';
import type { Probe, Visit } from '../../../src/schema/probe.ts';
import { ledgerOf } from '../sample.ts';

const probe = (visitedAt: string, ...visits: Visit[]): Entry<Probe> => ({
  id: visitedAt,
  path: `probes/${visitedAt}.yaml`,
  visitedAt: `${visitedAt}T09:00:00+08:00`,
  visits,
});
const opened = (account: string, newestOn?: string): Visit => ({
  account,
  outcome: 'opened',
  milliseconds: 300,
  ...(newestOn === undefined ? {} : { newestOn, newestItem: `${newestOn}的信息` }),
});

const probes = [
  probe('2026-06-08', opened('b1', '2026-06-07')),
  probe('2026-06-09', opened('a2', '2026-06-08'), opened('b1')),
  probe('2026-06-10', { account: 'a2', outcome: 'failed', why: '打不开' }),
  probe('2026-06-11', { account: 'a2', outcome: 'skipped', why: '十分钟之内访问过了' }),
  probe('2026-06-15', opened('a2', '2026-06-02')),
  probe('2026-06-16', opened('a2', '2026-06-16')),
];

test('只数期内访问了的：打开和打不开；首页最新取最近的一天', () => {
  expect(availabilityOf(probes, '2026-06-09', '2026-06-15')).toEqual([
    {
      account: 'a2',
      visits: 3,
      failed: 1,
      newestOn: '2026-06-08',
      newestItem: '2026-06-08的信息',
    },
    { account: 'b1', visits: 1, failed: 0, newestOn: undefined, newestItem: undefined },
  ]);
});

test('三次以上都读得出日期的，也取最近的一天，不看先后', () => {
  const [seen] = availabilityOf(probes, '2026-06-09', '2026-06-16');
  expect(seen).toMatchObject({ account: 'a2', newestOn: '2026-06-16' });
  const [backwards] = availabilityOf(
    [
      probe('2026-06-08', opened('a2', '2026-06-07')),
      probe('2026-06-09', opened('a2', '2026-06-03')),
      probe('2026-06-10', opened('a2', '2026-06-05')),
    ],
    '2026-06-08',
    '2026-06-10',
  );
  expect(backwards?.newestItem).toBe('2026-06-07的信息');
});

const check: Inspection = {
  name: '检查',
  checkedOn: '2026-06-15',
  edition: '2019',
  campaign: 'demo',
  population: 1,
  scope: { kind: 'all' },
  accounts: [{ account: 'a2', lookBack: false, results: [] }],
};

test('检查只看它名单上的网站，检查日以前七天', () => {
  const ledger = ledgerOf([], [], { probes });
  expect(availabilityFor(ledger, check).map(({ account, visits }) => [account, visits])).toEqual([
    ['a2', 3],
  ]);
  expect(availabilityFor(ledgerOf([]), check)).toEqual([]);
});
