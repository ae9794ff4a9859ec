import { expect, test } from 'vitest';
import { dutyPeriodsOf, dutyTally, heldOn } from '../../src/domain/duty-knowledge.ts';
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
  expect(heldOn(posts, listed(posts), reports, '2020-05-21')).toEqual(['2020-05-12', '2020-05-14']);
  expect(heldOn(posts, listed(posts), reports, '2020-05-30')).toEqual([
    '2020-05-12',
    '2020-05-14',
    '2020-05-30',
    '2020-05-19',
  ]);
});

test('有几项承诺时，佐证说明里写了哪一项才算哪一项', () => {
  const both = listed(posts, training);
  const reports = [report('2020-05-20', post('2020-05-12'), post('2020-05-14', '五月业务培训'))];
  expect(heldOn(posts, both, reports, '2020-05-20')).toEqual([]);
  expect(heldOn(training, both, reports, '2020-05-20')).toEqual(['2020-05-14']);
});

test('没有人查过的周期是不明，不算做到，也不算没做到；查过的才算没做到', () => {
  const reports = [report('2020-05-20', post('2020-05-12'), post('2020-05-14'))];
  const unseen = dutyPeriodsOf(posts, listed(posts), reports, '2020-05-31');
  expect(unseen.map(({ state }) => state)).toEqual(['held', 'unknown', 'unknown']);
  expect(dutyTally(unseen)).toEqual({ periods: 3, held: 1, missed: 0, unknown: 2 });
  const seen = dutyPeriodsOf(posts, listed(posts), reports, '2020-05-31', [
    { from: '2020-05-18', to: '2020-05-24' },
  ]);
  expect(dutyTally(seen)).toEqual({ periods: 3, held: 1, missed: 1, unknown: 1 });
});
