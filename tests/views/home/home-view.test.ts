/** 首页各块：数对得上、日子算得对、公开站不点名。(示例区，虚构) */
import { describe, expect, test } from 'vitest';
import { figureOf, rowsOf } from '../../../src/domain/figures/figures.ts';
import { isOverdue } from '../../../src/domain/figures/lateness.ts';
import { isWithUnit } from '../../../src/domain/issue/round/owed.ts';
import { dueDays } from '../../../src/views/due/due-view.ts';
import { faceOf } from '../../../src/views/face.ts';
import { fortnightView } from '../../../src/views/home/fortnight-view.ts';
import { figureRolls } from '../../../src/views/figure/figure-roll.ts';
import { issueRow } from '../../../src/views/issue/issue-row.ts';
import { listViews } from '../../../src/views/issue/list-view.ts';
import { homeView } from '../../../src/views/home/home-view.ts';
import { childrenView } from '../../../src/views/rollup/children-view.ts';
import { squaresView } from '../../../src/views/home/squares-view.ts';
import { unitsByKind } from '../../../src/views/unit/units-by-kind.ts';
import { face } from '../../documents/face.ts';

const inside = face('shili', 'internal');
const open = face('shili', 'public');

describe('要紧的数', () => {
  test('内部站逾期的最重，写最久几天，连到那一件；公开站不填色，不写最久', () => {
    const [late] = homeView(inside).tiles;
    const longest = inside.standing.issues
      .filter(isOverdue)
      .map(({ id, lateness }) => ({ id, days: 'days' in lateness ? lateness.days : 0 }))
      .toSorted((a, b) => b.days - a.days)[0];
    expect(late).toMatchObject({ weight: 'late', figure: { id: 'overdue' } });
    expect(late?.longest).toEqual({
      words: `最久${String(longest?.days)}天`,
      href: `/issues/${String(longest?.id)}.html`,
    });
    const tiles = homeView(open).tiles;
    expect(tiles.map(({ weight }) => weight)).not.toContain('late');
    expect(tiles.every((tile) => tile.longest === undefined)).toBe(true);
  });

  test('待审核的和已验收的各是一块，已验收的说明还等什么，加起来是它的数', () => {
    for (const of of [inside, open]) {
      const { tiles } = homeView(of);
      expect(tiles.map(({ figure }) => figure.id)).not.toContain('submitted');
      expect(
        tiles.some(({ figure, note }) => figure.name === '待验收' || /待验收/u.test(note)),
      ).toBe(false);
      const held = tiles.find(({ figure }) => figure.id === 'held');
      expect(held?.figure.name).toBe('已验收待销号');
      expect(held?.note).toMatch(/^(?:(?:待公示|公示中|待上级核销)\d+个，?)+$/u);
      const parts = [...(held?.note ?? '').matchAll(/(\d+)个/gu)].map(([, count]) => Number(count));
      expect(parts.reduce((sum, count) => sum + count, 0)).toBe(held?.figure.count);
      const counted = (id: string) => rowsOf(figureOf(of.standing, id)).length;
      expect(counted('to-verify') + counted('held')).toBe(counted('submitted'));
    }
  });

  test('没有的数不占地方', () => {
    expect(homeView(face('yuyang')).tiles).toEqual([]);
  });
});

test('有下级的，首页一句话说连同下级的合计，与“下级台账”页一样；没有下级的不说', () => {
  const { href, total, counted, rows } = childrenView(inside)!;
  const { below } = homeView(inside);
  expect(counted).toBeLessThan(rows.length - 1);
  expect(below?.href).toBe(href);
  expect(below?.words).toContain(
    `连同下级台账（${String(rows.length - 1)}家，已计入${String(counted)}家），问题共${String(total['total'])}个，未完成${String(total['unfinished'])}个`,
  );
  expect(homeView(face('yuyang')).below).toBeUndefined();
});

test('逾期的几家单位，列在它那一页上', () => {
  const late = homeView(inside).tiles[0]!;
  const roll = figureRolls(inside).find(({ id, campaign }) => id === 'overdue' && !campaign)!;
  expect(late.units).toEqual({
    words: `${String(roll.units.length)}家单位`,
    href: `${roll.href}#units`,
  });
  expect(roll.units.reduce((sum, { count }) => sum + count, 0)).toBe(roll.ids.length);
  const order = [...unitsByKind(inside)].map(({ id }) => id);
  const places = roll.units.map(({ id }) => order.indexOf(id));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(homeView(open).tiles.every(({ units }) => units === undefined)).toBe(true);
  expect(
    figureRolls(open).every(({ units, withheld }) => withheld === 0 || units.length === 0),
  ).toBe(true);
});

describe('今后两周', () => {
  const view = fortnightView(inside);

  test('十四天，今天在前；各天之和是总数；到期的都连到那一天', () => {
    expect(view.days).toHaveLength(14);
    expect(view.days[0]).toMatchObject({ isToday: true, day: { iso: '2026-06-15' } });
    expect(view.days.reduce((sum, { due }) => sum + due, 0)).toBe(view.total);
    for (const { due, href } of view.days) expect(href !== undefined).toBe(due > 0);
  });

  test('到期的都数，还没有申请验收的另说，和截止日一页各天之和对得上', () => {
    const within = dueDays(inside).filter(({ day }) =>
      view.days.some((one) => one.day.iso === day.iso),
    );
    const all = within.reduce((sum, { part }) => sum + part.total, 0);
    expect(all).toBeGreaterThan(view.total);
    expect(view.words).toBe(
      `6月15日至6月28日到期${String(all)}个，其中还没有申请验收${String(view.total)}个`,
    );
  });

  test('端午和周末是休息日；落在休息日的建议提前到前一个工作日', () => {
    const off = view.days.filter(({ dayOff }) => dayOff).map(({ date }) => date);
    expect(off).toEqual(['19', '20', '21', '27', '28']);
    expect(view.hints).toContain('6月21日是休息日，到期1个，建议6月18日前报。');
  });

  test('今天就是休息日，前一个工作日已经过了，不再建议', () => {
    const { hints } = fortnightView(face('shili', 'internal', '2026-06-21'));
    expect(hints[0]).toMatch(/^6月21日是休息日，到期\d+个。$/u);
  });

  test('两周里没有到期的，说下一个截止日；那天休息的，说提前到哪天', () => {
    const { total, next, none } = fortnightView(face('yuyang', 'internal', '2020-05-14'));
    expect(total).toBe(0);
    expect(none).toBe('5月14日至5月27日没有到期的问题。');
    expect(next).toBe('下一个截止日是5月31日（周日），到期16个，当天是休息日，建议5月29日前报。');
    expect(view.next).toBeUndefined();
    expect(view.none).toBeUndefined();
    expect(fortnightView(face('yuyang', 'public', '2020-06-01')).next).toMatch(/6月30日（周二）/u);
  });

  test('两周里到期的都已经申请验收或者办结的，不说没有到期，照截止日一页的说法', () => {
    const within = inside.standing.issues.filter(({ history: { round } }) =>
      view.days.some(({ day }) => day.iso === round.dueOn),
    );
    const done = within.filter(({ history }) => !isWithUnit(history));
    expect(done.length).toBeGreaterThan(0);
    const issues = new Map(done.map(({ id }) => [id, inside.ledger.issues.get(id)!]));
    const { none, words } = fortnightView(
      faceOf({ ...inside.ledger, issues }, inside.today, 'internal'),
    );
    expect(none).toBe(`${words}。`);
    expect(none).toBe(`6月15日至6月28日到期${String(done.length)}个，其中还没有申请验收0个。`);
  });
});

describe('各环节待办', () => {
  test('每个要办的问题只在一行里，那一行的办理人就是它那一页的下一步', () => {
    const rows = homeView(inside).waiting;
    const listed = new Map(listViews(inside).map(({ href, ids }) => [href, ids]));
    const roll = new Map(figureRolls(inside).map(({ href, ids }) => [href, ids]));
    const seen = new Map<string, string[]>();
    for (const { who, list, count } of rows) {
      const ids = listed.get(list) ?? roll.get(list) ?? [];
      expect(ids).toHaveLength(count);
      for (const id of ids) seen.set(id, [...(seen.get(id) ?? []), who]);
    }
    for (const [id, one] of inside.issues) {
      const { step } = one.history.next;
      const { owner } = issueRow(inside, one).next;
      const name = { unit: '责任单位', reviewer: '审核员', above: '上级', nobody: '公示期' }[owner];
      const idle = step === 'none' || step === 'keep';
      expect([id, ...(seen.get(id) ?? [])]).toEqual(idle ? [id] : [id, name]);
    }
  });

  test('各行之和是轮到别人办的；公开站没有', () => {
    const rows = homeView(inside).waiting;
    const counts = (of: readonly string[]) =>
      rows.filter(({ what }) => of.includes(what)).reduce((sum, { count }) => sum + count, 0);
    const counted = (id: string) => rowsOf(figureOf(inside.standing, id)).length;
    const rechecks = rowsOf(figureOf(inside.standing, 'review-due')).map((id) =>
      inside.issues.get(id)!,
    );
    const own = rechecks.filter(({ history }) => history.next.owner === 'unit').length;
    expect(own).toBeGreaterThan(0);
    expect(counts(['复查'])).toBe(rechecks.length - own);
    const tile = homeView(inside).tiles.find(({ figure }) => figure.id === 'review-due');
    expect(tile?.note).toBe(`其中${String(own)}个待单位申请验收`);
    expect(counts(['验收或退回'])).toBe(counted('to-verify'));
    expect(counts(['登记公示', '尚未期满', '核销', '核实又不合格的，退回'])).toBe(counted('held'));
    expect(counts(['核实又不合格的，退回'])).toBeGreaterThan(0);
    expect(counts(['整改后申请验收（已逾期）'])).toBe(counted('overdue'));
    expect(rows.slice(0, 2)).toMatchObject([
      { who: '责任单位', what: '整改后申请验收（已逾期）' },
      { who: '责任单位', what: '整改后申请验收（未逾期）' },
    ]);
    expect(rows.find(({ what }) => what === '尚未期满')?.who).toBe('公示期');
    expect(homeView(open).waiting).toEqual([]);
  });
});

test('各环节待办点出单位和各等了几天，最久的在前，连到那一个问题；多的只说共几家', () => {
  for (const { list, units, unitCount, longest } of homeView(inside).waiting) {
    const figure = /figures\/(.+)\.html/u.exec(list)?.[1];
    const own = (
      figure === undefined
        ? listViews(inside).find(({ href }) => href === list)!.ids
        : rowsOf(figureOf(inside.standing, figure))
    ).map((id) => inside.issues.get(id)!);
    expect(unitCount).toBe(new Set(own.map(({ unit }) => unit)).size);
    // 没有逾期、还在单位手里的，没有谁在等，不点名。
    if (list.endsWith('/report.html')) {
      expect(units).toEqual([]);
      continue;
    }
    expect(units).toHaveLength(Math.min(3, unitCount));
    expect(units[0]?.days).toBe(longest);
    expect(units.map(({ days }) => days)).toEqual(
      units.map(({ days }) => days).toSorted((a, b) => b - a),
    );
    for (const { name, href } of units) {
      const one = inside.issues.get(/issues\/(.+)\.html/u.exec(href)?.[1] ?? '')!;
      expect(inside.ledger.units.get(one.unit)?.name).toBe(`示例区${name}`);
      expect(own).toContain(one);
    }
  }
});

test('今后30天到期的：只数还没有申请验收的，连到列出它们的清单', () => {
  for (const of of [inside, open]) {
    const { coming } = fortnightView(of);
    const list = listViews(of).find(({ id }) => id === 'coming')!;
    expect(coming).toMatchObject({ href: list.href, count: list.ids.length + list.withheld });
    expect(coming?.words).toBe('今后30天（6月15日至7月14日）到期、还没有申请验收的');
    const days = list.ids.map((id) => of.issues.get(id)!);
    expect(days.every(({ history }) => isWithUnit(history))).toBe(true);
    const due = days.map(({ history }) => history.round.dueOn ?? '');
    expect(due.every((day) => day >= '2026-06-15' && day <= '2026-07-14')).toBe(true);
    expect(due).toEqual(due.toSorted());
  }
  expect(fortnightView(inside).coming?.count).toBeGreaterThan(fortnightView(inside).total);
});

describe('走势', () => {
  test('从第一个月底到今天，末点就是现在的数；没有过完一个月的没有图', () => {
    const { course } = homeView(inside);
    expect([course?.points.at(0)?.at, course?.points.at(-1)?.at]).toEqual([0, 1]);
    expect(course?.overdue).toBe(inside.standing.issues.filter(isOverdue).length);
    expect(homeView(face('yuyang')).course).toBeUndefined();
  });
});

describe('方格', () => {
  test('每家单位一行，每个问题一格；内部站的红格就是逾期的', () => {
    const { groups, key } = squaresView(inside);
    const rows = groups.flatMap((group) => group.rows);
    const squares = rows.flatMap((row) => row.squares);
    expect(rows).toHaveLength(inside.ledger.units.size);
    expect(squares.reduce((sum, { count }) => sum + count, 0)).toBe(inside.standing.issues.length);
    const red = squares.filter(({ id }) => id === 'overdue');
    expect(red.reduce((sum, { count }) => sum + count, 0)).toBe(
      inside.standing.issues.filter(isOverdue).length,
    );
    expect(key[0]).toEqual({ id: 'overdue', name: '逾期', href: '/figures/overdue.html' });
  });

  test('已验收的有自己的格，不叫待验收；每种格的数就是它所连指标的数', () => {
    const { groups, key } = squaresView(open);
    expect(key.map(({ name }) => name)).not.toContain('待验收');
    expect(key.map(({ name }) => name)).toEqual(expect.arrayContaining(['待审核', '已验收待销号']));
    const squares = groups.flatMap(({ rows }) => rows.flatMap((row) => row.squares));
    for (const { id, href } of key) {
      const counted = squares.reduce((sum, one) => sum + (one.id === id ? one.count : 0), 0);
      const figure = /figures\/(.+)\.html/u.exec(href)?.[1] ?? '';
      expect([id, counted]).toEqual([id, rowsOf(figureOf(open.standing, figure)).length]);
    }
  });

  test('公开站只按状态，没有红格', () => {
    const { groups, key } = squaresView(open);
    const ids = groups.flatMap(({ rows }) => rows.flatMap(({ squares }) => squares));
    expect([...ids, ...key].map(({ id }) => id)).not.toContain('overdue');
  });

  test('次序不随多少变：同类之内照台账的次序，共同的字头不重复', () => {
    const names = squaresView(inside).groups[1]?.rows.map(({ name }) => name);
    const own = [...inside.ledger.units.values()].filter(({ kind }) => kind === 'department');
    expect(names).toEqual(own.map(({ name }) => name));
    expect(squaresView(inside).groups[1]?.rows[0]?.short).toBe('公安分局');
    expect(squaresView(face('yuyang')).groups[1]?.rows[0]?.short).toBe('公安榆阳分局');
  });
});

test('没有问题的单位写明没有，不留空行', () => {
  expect(squaresView(inside).none).toBe('无问题');
  expect(squaresView(open).none).toBe('无公布的问题');
  const empty = squaresView(inside).groups.flatMap(({ rows }) =>
    rows.filter(({ words }) => words === ''),
  );
  expect(empty.length).toBeGreaterThan(0);
});

test('只记到某一天的台账：写统计日起，不向谁建议哪天前报', () => {
  const past = fortnightView(face('yuyang', 'internal'));
  expect(past.title).toBe('统计日起两周');
  expect(past.next).toBe('下一个截止日是2020年5月31日（周日），到期16个，当天是休息日。');
  expect(past.coming?.words).toBe('统计日起30天（2020年5月13日至6月11日）到期、还没有申请验收的');
  expect(fortnightView(inside).title).toBe('今后两周');
  expect(fortnightView(inside).hints.join('')).toContain('建议');
});
