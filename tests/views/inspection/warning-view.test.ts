import { expect, test } from 'vitest';
import { calendarFile } from '../../../src/documents/data/calendar.ts';
import { warningBlocks } from '../../../src/documents/letter/warnings.ts';
import { addDays, inWords } from '../../../src/day/calendar.ts';
import { limitsOf, postSources, warningsOf } from '../../../src/domain/warning.ts';
import { warningView } from '../../../src/views/inspection/warning-view.ts';
import { face } from '../../documents/face.ts';

const inside = face('shili');
const warnings = warningsOf(inside.standing);
const view = warningView(inside);

test('首页列最先到期的，未到期的在前；总数等于预警页各表相加', () => {
  const rows = view?.page.tables.reduce((sum, { rows: own }) => sum + own.length, 0);
  expect(view?.total).toBe(rows);
  const observed = view?.page.tables.find(({ id }) => id === 'observed')?.rows.length ?? 0;
  expect(observed).toBeGreaterThan(0);
  expect(rows).toBe(warnings.length + observed);
  expect(view?.words).toBe(`期限预警${String(rows)}项`);
  const [, said = ''] = /预警\d+项：(.*?)。/u.exec(view?.page.intro[0] ?? '') ?? [];
  const parts = [...said.matchAll(/(\d+)项/gu)].map(([, count]) => Number(count));
  expect(parts).toHaveLength(view?.page.tables.length ?? 0);
  expect(parts.reduce((sum, count) => sum + count, 0)).toBe(view?.total);
  const left = view?.next.rows.map((row) => row.at(-1)?.text) ?? [];
  expect(left).toHaveLength(6);
  expect(left[0]).toBe('今日到期');
  expect(left.every((words) => !words?.startsWith('已过'))).toBe(true);
});

test('演示台账里更新、办理、备案、认证、复查五种都有，还有监测平台说的', () => {
  expect(view?.page.tables.map(({ id }) => id)).toEqual([
    'update',
    'step',
    'filing',
    'certification',
    'review',
    'observed',
  ]);
});

test('公开站没有预警，日历里也没有；来源台账没有可预警的，不留空页', () => {
  expect(warningView(face('shili', 'public'))).toBeUndefined();
  expect(calendarFile(face('shili', 'public'))).not.toContain('更新期限');
  expect(warningView(face('yuyang'))).toBeUndefined();
});

test('日历里有今天起到期的每一项，过去的没有；一个单位的只有它自己的', () => {
  const account = limitsOf(inside.standing).filter(({ kind }) => kind !== 'review');
  const coming = account.filter(({ days }) => days >= 0);
  const ids = (text: string) => [...text.matchAll(/^UID:(\S+)@ledger\s*$/gmu)].map(([, id]) => id);
  const found = ids(calendarFile(inside)).filter((id) =>
    /-(?:update|step|filing|certification)$/u.test(id ?? ''),
  );
  expect(coming.length).toBeGreaterThan(0);
  expect(found.toSorted()).toEqual(
    coming.map(({ account: id, kind }) => `${id}-${kind}`).toSorted(),
  );
  const [{ unit } = { unit: '' }] = coming;
  const own = ids(calendarFile(inside, unit)).filter((id) => /-update$/u.test(id ?? ''));
  expect(own).toEqual(
    coming
      .filter((one) => one.unit === unit && one.kind === 'update')
      .map(({ account: id }) => `${id}-update`),
  );
});

test('催办后面的预警按单位，到期的复查已在催办里，不再说', () => {
  const lists = warningBlocks(inside, new Set(inside.ledger.units.keys()));
  const lines = lists.flatMap((blocks) => blocks.slice(1));
  const due = warnings.filter(({ kind, days }) => kind === 'review' && days <= 0);
  expect(due.length).toBeGreaterThan(0);
  expect(lines).toHaveLength(warnings.length - due.length);
  const [first] = lists;
  expect(first?.[0]?.text).toMatch(/^【预警】示例区/u);
  expect(first?.[1]?.text).toMatch(/^1\..+，(?:剩\d+天|今日到期|已过\d+天)。$/u);
});

test('预警写明不是问题逾期、不相加，首页、逾期页和预警页都说', () => {
  for (const words of [view?.apart, view?.page.intro[1]]) {
    expect(words).toContain('不相加');
    expect(words).toMatch(/不是问题(?:的整改时限|逾期)/u);
  }
});

test('更新期限的每一行写明从哪天、哪里知道的更新算起，隔几天；加起来就是到期日', () => {
  const table = view?.page.tables.find(({ id }) => id === 'update');
  expect(table?.columns.map(({ title }) => title).slice(2, 4)).toEqual(['最近更新日', '要求间隔']);
  const limits = warnings.filter(({ kind }) => kind === 'update');
  expect(table?.rows.map(([, , post, every]) => [post?.text, every?.text])).toEqual(
    limits.map(({ on, basis }) => [
      `${inWords(addDays(on, -(basis?.everyDays ?? 0)))}（${postSources[basis!.post.from]}）`,
      '14天',
    ]),
  );
  expect(view?.page.intro[1]).toContain('最短间隔（14天，国办秘函〔2019〕19号）推算');
  expect(new Set(limits.map(({ basis }) => basis?.post.from)).size).toBe(3);
});
