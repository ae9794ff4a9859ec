/**
 * 示例省: ten cities of twelve districts each, every one a ledger of its own and no two alike. Each district is published and
 * gathered by its city, each city by the province; every total of every level equals a count of the YAML files.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gather } from '../../src/gather/gather.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { childrenView } from '../../src/views/rollup/children-view.ts';
import { type Edition, editionOf } from '../../src/views/edition.ts';
import {
  AS_OF,
  childFile,
  laidDown,
  ledgerOf,
  type Made,
  madeLedger,
  published,
} from '../generator/city.ts';
import { addedUp, type Area, countedIn } from '../recount/area.ts';

const dir = mkdtempSync(join(tmpdir(), 'province-'));
const LEVEL = 'internal';

interface Level {
  readonly edition: Edition;
  /** Counted from the files of every ledger in the area that was in time. */
  readonly byHand: Area;
  readonly parts: ReadonlyMap<string, Area>;
}
const cities = new Map<string, Level>();
let province: Level;

/** A child's file for its internal sums. */
const internally = (code: string, at: number): [string, string] =>
  childFile(code, at, { public: undefined, internal: { path: `../sticks/${code}.json` } });

/** Gathers what the children sent and puts the ledger together with it. */
async function above(
  made: Made,
  sent: ReadonlyMap<string, ReturnType<typeof published>>,
  parts: ReadonlyMap<string, Area>,
): Promise<Level> {
  const content = laidDown(join(dir, made.code), made.files, sent);
  const files = new Map(made.files);
  for (const { added } of await gather(made.ledger, content, AS_OF))
    if (added) files.set(added.path, canonical('internalSnapshot', added.record));
  return {
    edition: editionOf(ledgerOf(files), AS_OF, LEVEL),
    byHand: addedUp([countedIn(content, AS_OF, LEVEL), ...parts.values()]),
    parts,
  };
}

beforeAll(async () => {
  const sent = new Map<string, ReturnType<typeof published>>();
  const parts = new Map<string, Area>();
  for (let at = 1; at <= 10; at += 1) {
    const codes = Array.from({ length: 12 }, (_, place) => String(at * 1000 + place + 1));
    const ofCity = new Map<string, Area>();
    const sticks = new Map<string, ReturnType<typeof published>>();
    for (const [place, code] of codes.entries()) {
      const made = madeLedger(code, 2 + ((place + at) % 4));
      // In every city another one sent nothing for months.
      const isLate = place === at;
      const day = isLate ? '2026-04-01' : AS_OF;
      sticks.set(code, published(made.ledger, LEVEL, 'a'.repeat(40), day));
      const content = laidDown(join(dir, code), made.files, new Map());
      if (!isLate) ofCity.set(`q${code}`, countedIn(content, AS_OF, LEVEL));
    }
    const name = String(at * 1000);
    const city = madeLedger(
      name,
      3 + at,
      new Map(codes.map((code, place) => internally(code, place))),
    );
    const level = await above(city, sticks, ofCity);
    cities.set(`q${name}`, level);
    sent.set(name, published(level.edition.ledger, LEVEL));
    parts.set(`q${name}`, level.byHand);
  }
  const files = new Map([...sent.keys()].map((code, at) => internally(code, at)));
  province = await above(madeLedger('99', 15, files), sent, parts);
}, 240_000);
afterAll(() => {
  rmSync(dir, { recursive: true });
});

/** The figures named in `like`; what is not there is none. */
const those = (like: Readonly<Record<string, number>>, figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.keys(like).map((id) => [id, figures[id] ?? 0]));

/** Every total on the page of a level, as numbers. */
function agrees({ edition, byHand, parts }: Level): void {
  const view = childrenView(edition)!;
  expect(those(byHand.figures, view.total)).toEqual(byHand.figures);
  expect(
    new Map(view.rows.slice(1).flatMap((row) => (row.counted ? [[row.id, row.figures]] : []))),
  ).toEqual(
    new Map([...parts].map(([id, area]) => [id, expect.objectContaining(area.figures) as unknown])),
  );
  for (const by of ['platforms', 'problems'] as const) {
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
  test('省报给国家的合计也是这些数', () => {
    const { figures } = JSON.parse(published(province.edition.ledger, LEVEL).summary) as {
      figures: Record<string, number>;
    };
    expect(those(province.byHand.figures, figures)).toEqual(province.byHand.figures);
  });
});
