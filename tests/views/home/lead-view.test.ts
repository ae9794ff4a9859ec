import { expect, test } from 'vitest';
import { figureOf, rowsOf } from '../../../src/domain/figures/figures.ts';
import { standing } from '../../../src/domain/issue/standing.ts';
import { leadView } from '../../../src/views/home/lead-view.ts';
import { face } from '../../documents/face.ts';

const inside = face('shili', 'internal');
const counted = (day: string, id: string): number =>
  rowsOf(figureOf(standing(inside.ledger, day), id)).length;

test('标题一句话：未完成的问题、其中逾期、逾期的较上月底的增减（写明是逾期的增减），与回放到那一天的数一致', () => {
  const late = counted('2026-06-15', 'overdue');
  const more = late - counted('2026-05-31', 'overdue');
  expect(more).toBeGreaterThan(0);
  expect(leadView(inside).headline.join('')).toBe(
    `未完成的问题${String(counted('2026-06-15', 'unfinished'))}个，其中逾期${String(late)}个，逾期问题较5月底增加${String(more)}个。`,
  );
});

test('各数加起来是总数；另比上月底和一周前，没有变的并在一起说', () => {
  const [sum, month, week, ...rest] = leadView(inside).sentences;
  // 括号里的是总数里面的，不是加上去的；网站栏目的问题不在其中。
  const apart = inside.standing.issues.filter(
    ({ issue }) => issue.campaign === '2026-hazard',
  ).length;
  expect(apart).toBeGreaterThan(0);
  const bracket = `（不涉及网站、账号的${String(apart)}个）`;
  expect(sum).toContain(bracket);
  const [total = 0, ...parts] = [...(sum ?? '').replace(bracket, '').matchAll(/\d+/gu)].map(
    ([number]) => Number(number),
  );
  expect(parts.reduce((all, one) => all + one, 0)).toBe(total);
  expect(month).toMatch(/^与5月底相比，.*。$/u);
  expect(week).toMatch(/^与一周前（6月8日）相比，.*。$/u);
  expect([month, week].join('')).not.toMatch(/持平，.*持平。.*持平，/u);
  expect(rest).toEqual([]);
});

test('减少的说减少，持平的说持平，上一年的月底写明年份', () => {
  const words = (day: string) => leadView(face('shili', 'internal', day));
  const days = ['2025-01-15', '2025-04-10', '2026-01-10', '2026-03-20', '2026-05-10'];
  const all = days.map((day) => [words(day).headline, words(day).sentences].flat().join(''));
  expect(all.join('')).toMatch(/减少\d+个/u);
  expect(all.join('')).toMatch(/持平/u);
  expect(all[2]).toContain('2025年12月底');
});

test('上月底台账还是空的，不比；没有逾期的照直说', () => {
  const view = leadView(face('yuyang', 'public'));
  expect(view.headline.join('')).toBe('未完成的问题23个，没有逾期。');
  expect(view.sentences).toEqual([
    '列入台账的问题共23个：已销号0个，转入长期坚持0个，未完成23个。',
  ]);
  expect(view.overdueChange).toBeUndefined();
});

test('空台账只说一句；都办完的说没有未完成的', () => {
  const empty = face('yuyang', 'public', '2020-01-01');
  expect(leadView(empty)).toEqual({
    headline: ['还没有公布的问题。'],
    sentences: [],
    overdueChange: undefined,
  });
  const done = inside.standing.issues.filter(({ history }) => history.state === 'closed');
  const all = { ...inside, standing: { ...inside.standing, issues: done } };
  expect(leadView(all).headline).toEqual(['没有未完成的问题。']);
});

test('一周前正是上月底的，只比一次', () => {
  expect(leadView(face('shili', 'internal', '2026-06-07')).sentences).toHaveLength(2);
});
