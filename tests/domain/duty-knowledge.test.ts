import { expect, test } from 'vitest';
import {
  dutyPeriodsOf,
  dutyTally,
  provedOn,
  looksOf,
  seenInInspections,
} from '../../src/domain/duty-knowledge.ts';
import { inspection } from '../../src/schema/inspection.ts';
import { issue } from '../../src/schema/issue.ts';
import { update } from '../../src/schema/update.ts';

const posts = { what: '信息发布', times: 2, per: 'week' } as const;
const training = { what: '业务培训', times: 1, per: 'month' } as const;

function listed(...duties: readonly unknown[]) {
  return issue.parse({
    campaign: 'c',
    row: 1,
    account: 'a',
    listed: '甲',
    listedHost: '甲',
    problems: ['content-stale'],
    finding: '更新不及时',
    measures: '一周两次信息发布',
    duties,
    deadline: { text: '长期整改', kind: 'ongoing' },
    listedOn: '2020-05-11',
    origin: 'self-check',
  });
}

function report(reportedOn: string, ...evidence: readonly unknown[]) {
  return update.parse({ issue: 'i', action: 'progress', reportedOn, evidence });
}

const post = (day: string, what?: string) => ({ link: 'https://mp.example/a', day, what });

test('有日期的佐证证明那天做到了；没有日期的、今天以后的、还没报的都不算', () => {
  const reports = [
    report('2020-05-20', post('2020-05-12'), post('2020-05-14'), { number: '1' }),
    report('2020-05-21', post('2020-05-30')),
    report('2020-05-29', post('2020-05-19')),
  ];
  expect(provedOn(posts, listed(posts), reports, '2020-05-21')).toEqual([
    '2020-05-12',
    '2020-05-14',
  ]);
  expect(provedOn(posts, listed(posts), reports, '2020-05-30')).toEqual([
    '2020-05-12',
    '2020-05-14',
    '2020-05-30',
    '2020-05-19',
  ]);
});

test('有几项承诺时，佐证说明里写了哪一项才算哪一项', () => {
  const both = listed(posts, training);
  const reports = [report('2020-05-20', post('2020-05-12'), post('2020-05-14', '五月业务培训'))];
  expect(provedOn(posts, both, reports, '2020-05-20')).toEqual([]);
  expect(provedOn(training, both, reports, '2020-05-20')).toEqual(['2020-05-14']);
});

function look(checkedOn: string, row: object, account = 'a') {
  return inspection.parse({
    name: '季度检查',
    checkedOn,
    edition: '2019',
    campaign: 'c',
    population: 1,
    scope: { kind: 'all' },
    accounts: [{ account, ...row }],
  });
}
const seen = (...checks: ReturnType<typeof look>[]) => looksOf(checks).get('a') ?? [];

test('检查看到最近更新日：那天做到了，此后到检查前一天都看过', () => {
  const looks = seen(look('2020-06-10', { lastPostOn: '2020-05-20' }));
  expect(seenInInspections(posts, looks, '2020-06-10')).toEqual({
    heldOn: ['2020-05-20'],
    checked: [{ from: '2020-05-21', to: '2020-06-09' }],
  });
  expect(seenInInspections(posts, looks, '2020-06-09')).toEqual({ heldOn: [], checked: [] });
  expect(looksOf([look('2020-06-10', {}, 'b')]).get('a')).toBeUndefined();
});

test('统计天数里的条数不够一个周期的，那些天算看过；够的看不出是哪个周期', () => {
  const counted = (count: number) =>
    seen(look('2020-06-10', { counted: { days: 10, posts: count } }));
  const whole = [{ from: '2020-06-01', to: '2020-06-09' }];
  expect(seenInInspections(posts, counted(1), '2020-06-10').checked).toEqual(whole);
  expect(seenInInspections(posts, counted(2), '2020-06-10').checked).toEqual([]);
  const interval = { what: '更新', everyDays: 7 } as const;
  expect(seenInInspections(interval, counted(0), '2020-06-10').checked).toEqual(whole);
  expect(seenInInspections(interval, counted(1), '2020-06-10').checked).toEqual([]);
});

test('检查看发布，看不出培训', () => {
  const looks = seen(look('2020-06-10', { lastPostOn: '2020-05-20' }));
  expect(seenInInspections(training, looks, '2020-06-10')).toEqual({ heldOn: [], checked: [] });
  expect(seenInInspections({ ...training, what: '栏目更新' }, looks, '2020-06-10').heldOn).toEqual(
    [],
  );
  expect(
    seenInInspections({ ...training, what: '信息更新' }, looks, '2020-06-10').heldOn,
  ).toHaveLength(1);
});

test('没有人查过的周期是不明，不算做到，也不算没做到；查过的才算没做到', () => {
  const updates = [report('2020-05-20', post('2020-05-12'), post('2020-05-14'))];
  const unseen = dutyPeriodsOf(posts, listed(posts), { updates, looks: [] }, '2020-05-31');
  expect(unseen.map(({ state }) => state)).toEqual(['met', 'unknown', 'unknown']);
  expect(dutyTally(unseen)).toEqual({ periods: 3, met: 1, missed: 0, unknown: 2 });
  const looks = seen(look('2020-05-25', { lastPostOn: '2020-05-14' }));
  const checked = dutyPeriodsOf(posts, listed(posts), { updates, looks }, '2020-05-31');
  expect(checked.map(({ state }) => state)).toEqual(['met', 'missed', 'unknown']);
  expect(dutyTally(checked)).toEqual({ periods: 3, met: 1, missed: 1, unknown: 1 });
});

test('检查和佐证说的是同一天，只算一次', () => {
  const updates = [report('2020-05-20', post('2020-05-12'))];
  const looks = seen(look('2020-05-18', { lastPostOn: '2020-05-12' }));
  const [first] = dutyPeriodsOf(posts, listed(posts), { updates, looks }, '2020-05-31');
  expect(first).toMatchObject({ count: 1, state: 'unknown' });
  const other = seen(look('2020-05-18', { lastPostOn: '2020-05-13' }));
  const [both] = dutyPeriodsOf(posts, listed(posts), { updates, looks: other }, '2020-05-31');
  expect(both).toMatchObject({ count: 2, state: 'met' });
});
