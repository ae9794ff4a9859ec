/**
 * 示例省: ten cities of twelve districts each, every one a ledger of its own and no two alike. Each district is published and
 * gathered by its city, each city by the province; every total of every level equals a count of the YAML files.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { childrenView } from '../../src/views/rollup/children-view.ts';
import { published } from '../generator/city.ts';
import { type Level, LEVEL, madeProvince, type Province } from '../generator/province.ts';

const dir = mkdtempSync(join(tmpdir(), 'province-'));
let { cities, province } = {} as Province;

beforeAll(async () => {
  ({ cities, province } = await madeProvince(dir));
}, 240_000);
afterAll(() => {
  rmSync(dir, { recursive: true });
});

/** The figures named in `like`; what is not there is none. */
const those = (like: Readonly<Record<string, number>>, figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.keys(like).map((id) => [id, figures[id] ?? 0]));

/** Every total on the page of a level, as numbers. */
function agrees({ face, byHand, parts }: Level): void {
  const view = childrenView(face)!;
  expect(those(byHand.figures, view.total)).toEqual(byHand.figures);
  expect(
    new Map(view.rows.slice(1).flatMap((row) => (row.counted ? [[row.id, row.figures]] : []))),
  ).toEqual(
    new Map([...parts].map(([id, area]) => [id, expect.objectContaining(area.figures) as unknown])),
  );
  for (const by of ['platforms', 'problems', 'indicators'] as const) {
    const table = view.tables.find(({ id }) => id === by);
    expect(
      Object.fromEntries(
        table!.rows.map(([name, ...numbers]) => [
          name?.text,
          numbers.map(({ text }) => Number(text)),
        ]),
      ),
    ).toEqual(byHand[by]);
  }
  const [now] = view.tables.find(({ id }) => id === 'months')?.rows ?? [];
  if (now !== undefined) {
    const { total, unfinished, closed } = byHand.figures;
    expect([now[2], now[3], now[5]].map((cell) => Number(cell?.text))).toEqual([
      total,
      unfinished,
      closed,
    ]);
  }
}

describe('每一级的每个合计，都等于从 YAML 另数的和', () => {
  test('十个市的台账没有两个相同', () => {
    const sums = [...cities.values()].map(({ byHand }) => JSON.stringify(byHand));
    expect(new Set(sums).size).toBe(10);
  });
  test.each(Array.from({ length: 10 }, (_, at) => `q${String((at + 1) * 1000)}`))(
    '市 %s：十二个区里一个逾期未报，不计',
    (id) => {
      const level = cities.get(id)!;
      expect(level.parts.size).toBe(11);
      agrees(level);
    },
  );
  test('省：十个市，一百二十个区', () => {
    expect(province.parts.size).toBe(10);
    expect(province.byHand.figures['total']).toBeGreaterThan(400);
    agrees(province);
  });
  test('每个市有一个区没有计入：省里也指名说出来', () => {
    const rows = childrenView(province.face)!.rows.slice(1);
    expect(rows.map(({ cautions }) => cautions)).toEqual(
      Array.from({ length: 10 }, (_, at) => [
        `它的下级12家中，1家没有计入：示例${String((at + 1) * 1000 + at + 2)}区整改台账（虚构）（逾期未报）`,
      ]),
    );
  });
  test('省报给国家的合计也是这些数', () => {
    const { figures } = JSON.parse(published(province.face.ledger, LEVEL).summary) as {
      figures: Record<string, number>;
    };
    expect(those(province.byHand.figures, figures)).toEqual(province.byHand.figures);
  });
});
