import { expect, test } from 'vitest';
import { observedFindings, observedPosts } from '../../../src/domain/inspection/observed.ts';
import type { Entry } from '../../../src/schema/ledger.ts';
import type { Probe, Visit } from '../../../src/schema/probe.ts';

const list = (on: string, source: string | undefined, ...visits: Visit[]): Entry<Probe> => ({
  id: `${on}-${String(source)}`,
  path: `probes/${on}.yaml`,
  visitedAt: `${on}T00:00:00+08:00`,
  ...(source === undefined ? {} : { source }),
  visits,
});
const seen = (account: string, ...words: string[]): Visit => ({
  account,
  outcome: 'observed',
  ...(words.length === 0 ? {} : { findings: words.map((one) => ({ words: one })) }),
});

const lists = [
  list('2026-06-01', '错敏词', seen('b', '甲'), seen('a', '乙')),
  list('2026-06-02', undefined, { account: 'a', outcome: 'opened', newestOn: '2026-06-02' }),
  list('2026-06-08', '错敏词', seen('b', '甲', '丙'), seen('a')),
  list('2026-06-09', '空更', seen('a', '列入空更')),
  list('2026-06-15', '错敏词', seen('b', '甲'), seen('a', '乙')),
];
const open = (today: string) =>
  observedFindings(lists, today).map(({ account, words, since, on, times }) => [
    account,
    words,
    since,
    on,
    times,
  ]);

test('同一来源只看最近一份：还在的算同一项，没有了的不列，隔了一份又有的从头算', () => {
  expect(open('2026-06-07')).toEqual([
    ['a', '乙', '2026-06-01', '2026-06-01', 1],
    ['b', '甲', '2026-06-01', '2026-06-01', 1],
  ]);
  expect(open('2026-06-08')).toEqual([
    ['b', '甲', '2026-06-01', '2026-06-08', 2],
    ['b', '丙', '2026-06-08', '2026-06-08', 1],
  ]);
  expect(open('2026-06-15')).toEqual([
    ['a', '乙', '2026-06-15', '2026-06-15', 1],
    ['a', '列入空更', '2026-06-09', '2026-06-09', 1],
    ['b', '甲', '2026-06-01', '2026-06-15', 3],
  ]);
});

test('按账号编号排，不看导出的先后', () => {
  const rows = (...ids: string[]) => [
    list('2026-06-01', '错敏词', ...ids.map((id) => seen(id, '甲'))),
  ];
  const order = (...ids: string[]) =>
    observedFindings(rows(...ids), '2026-06-01').map(({ account }) => account);
  expect([order('a', 'b', 'c'), order('c', 'b', 'a')]).toEqual([
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
  ]);
});

test('别的来源互不取代；同一句话在不同网址是两项', () => {
  const two = list('2026-06-01', '错敏词', {
    account: 'a',
    outcome: 'observed',
    findings: [
      { words: '甲', address: 'https://a.example/1' },
      { words: '甲', address: 'https://a.example/2' },
    ],
  });
  expect(observedFindings([two], '2026-06-01')).toHaveLength(2);
  expect(observedFindings([two], '2026-05-31')).toEqual([]);
});

test('最近更新只取监测的，不取自己访问的，也不取以后的', () => {
  const posts = [
    list('2026-06-01', '更新', { account: 'a', outcome: 'observed', newestOn: '2026-05-30' }),
    list('2026-06-08', '更新', { account: 'a', outcome: 'observed', newestOn: '2026-06-07' }),
    ...lists,
  ];
  expect(observedPosts(posts, '2026-06-05')).toEqual([{ account: 'a', on: '2026-05-30' }]);
  expect(observedPosts(posts, '2026-06-08')).toHaveLength(2);
});
