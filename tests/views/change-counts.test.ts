/** 本周、上周、本月、上月的变化：数与清单一致，与趋势页的进出一致。(示例区，虚构) */
import { expect, test } from 'vitest';
import { flowMonths } from '../../src/domain/figures/flows.ts';
import { changeLists, changePeriods, changesListed } from '../../src/views/change-counts.ts';
import { inspectionPages } from '../../src/views/inspection/inspection-view.ts';
import { changeViews } from '../../src/views/issue/change-view.ts';
import { face } from '../documents/face.ts';

const inside = face('shili', 'internal', '2026-05-20');
const open = face('shili', 'public', '2026-05-20');
const cell = (of: typeof inside, period: string, name: string) =>
  changePeriods(of)
    .find(({ id }) => id === period)
    ?.cells.find((one) => one.name === name);

test('四段时间，写明起止，不超过统计截止日', () => {
  expect(changePeriods(inside).map(({ name, span }) => `${name}：${span}`)).toEqual([
    '本周：5月18日至5月20日',
    '上周：5月11日至5月17日',
    '本月：5月1日至5月20日',
    '上月：4月1日至4月30日',
  ]);
  const monday = face('shili', 'internal', '2026-06-15');
  expect(changePeriods(monday)[0]?.span).toBe('6月15日起');
});

test.each(['internal', 'public'] as const)('%s：每个数连到的清单正好那么多，在那段时间里', (of) => {
  const shown = face('shili', of);
  const lists = new Map(changeLists(shown).map((list) => [list.href, list]));
  let counted = 0;
  for (const { name, cells } of changePeriods(shown))
    for (const { name: what, count, word, href } of cells) {
      expect(href === undefined).toBe(count === 0);
      if (href === undefined) continue;
      counted += count;
      expect(lists.get(href)?.title).toBe(`${name}${what}${String(count)}${word}`);
      expect(lists.get(href)?.ids).toHaveLength(count);
      const changes = changesListed(shown, href);
      expect(changes).toHaveLength(count);
      const days = changes.map(({ on }) => on.iso);
      expect(days).toEqual(days.toSorted().toReversed());
    }
  expect(counted).toBeGreaterThan(10);
  expect(lists.size).toBe(changeLists(shown).length);
});

test('首页的一行里，有撤销的才说撤销，未完成少了多少才算得出', () => {
  for (const { said, cells } of changePeriods(inside)) {
    const voided = cells.find(({ name }) => name === '撤销')!;
    expect(said.includes(voided)).toBe(voided.count > 0);
    expect(said.filter(({ name }) => name !== '撤销')).toHaveLength(cells.length - 1);
  }
});

test('上月新列、销号、转长期坚持与趋势页的进出一致', () => {
  const month = flowMonths(inside.standing).find((one) => one.month === '2026-04');
  expect(cell(inside, 'last-month', '新列')?.count).toBe(month?.listed);
  expect(cell(inside, 'last-month', '销号')?.count).toBe(month?.closed);
  const voided = inside.standing.issues.filter(
    ({ history: { round, state } }) =>
      state === 'void' && (round.voidedOn ?? '').startsWith('2026-04'),
  );
  expect(voided.length).toBeGreaterThan(0);
  expect(cell(inside, 'last-month', '撤销')?.count).toBe(voided.length);
  expect(cell(inside, 'last-month', '转长期坚持')?.count).toBe(month?.sustained);
});

test('本月报送、退回与最近变化里的一致', () => {
  const steps = changeViews(inside).flatMap((one) =>
    one.kind === 'step' && one.on.iso >= '2026-05-01' ? [one.what] : [],
  );
  const of = (names: readonly string[]) =>
    steps.filter((what) => names.some((name) => what === name || what.startsWith(`${name}，`)))
      .length;
  expect(cell(inside, 'this-month', '报送')?.count).toBe(of(['开始整改', '进展', '申请验收']));
  expect(cell(inside, 'this-month', '退回')?.count).toBe(of(['退回']));
});

test('检查查出多少，变化里有；公开站没有', () => {
  const checks = changeViews(inside).flatMap((one) => (one.kind === 'checked' ? [one] : []));
  const own = [...inside.ledger.inspections.values()].filter(
    ({ scope, checkedOn }) => scope.kind !== 'above' && checkedOn <= inside.today,
  );
  expect(checks.length).toBeGreaterThan(3);
  expect(checks.length).toBeLessThanOrEqual(own.length);
  for (const { check, failed, checked } of checks) {
    const page = inspectionPages(inside).find(({ href }) => href === check.href)!;
    expect(page.intro[0]).toContain(`检查${String(checked)}个，`);
    expect(page.intro[0]).toContain(`不合格${String(failed)}个`);
  }
  expect(changeViews(open).some(({ kind }) => kind === 'checked')).toBe(false);
});

test('只记到某一天的台账，周和月以统计日说', () => {
  expect(changePeriods(face('yuyang')).map(({ name }) => name)).toEqual([
    '当周',
    '前一周',
    '当月',
    '前一月',
  ]);
});
