/**
 * 示例省: ten cities of twelve districts each, every one a ledger of its own and no two alike. Each district is published and
 * gathered by its city, each city by the province: what they keep are snapshots that the program made.
 */
import { join } from 'node:path';
import { gather } from '../../src/gather/gather.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { type Face, faceOf } from '../../src/views/face.ts';
import { addedUp, type Area, countedIn } from '../recount/area.ts';
import { AS_OF, childFile, laidDown, ledgerOf, type Made, madeLedger, published } from './city.ts';
import type { Files } from './memory.ts';

export const LEVEL = 'internal';

export interface Level {
  readonly face: Face;
  /** Its own records with what was gathered. */
  readonly files: Files;
  /** Counted from the files of every ledger in the area that was in time. */
  readonly byHand: Area;
  readonly parts: ReadonlyMap<string, Area>;
}

export interface Province {
  readonly cities: ReadonlyMap<string, Level>;
  readonly province: Level;
}

/** A child's file for its internal sums. */
const internally = (code: string, at: number): [string, string] =>
  childFile(code, at, { public: undefined, internal: { path: `../sticks/${code}.json` } });

/** Makes all of it below `dir`. */
export async function madeProvince(dir: string): Promise<Province> {
  const cities = new Map<string, Level>();
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
    const level = await above(dir, city, sticks, ofCity);
    cities.set(`q${name}`, level);
    sent.set(name, published(level.face.ledger, LEVEL));
    parts.set(`q${name}`, level.byHand);
  }
  const files = new Map([...sent.keys()].map((code, at) => internally(code, at)));
  return { cities, province: await above(dir, madeLedger('99', 15, files), sent, parts) };
}

/** Gathers what the children sent and puts the ledger together with it. */
async function above(
  dir: string,
  made: Made,
  sent: ReadonlyMap<string, ReturnType<typeof published>>,
  parts: ReadonlyMap<string, Area>,
): Promise<Level> {
  const content = laidDown(join(dir, made.code), made.files, sent);
  const files = new Map(made.files);
  for (const { added, roster } of await gather(made.ledger, content, AS_OF)) {
    if (added) files.set(added.path, canonical('internalSnapshot', added.record));
    if (roster) files.set(roster.path, canonical('internalRoster', roster.record));
  }
  return {
    face: faceOf(ledgerOf(files), AS_OF, LEVEL),
    files,
    byHand: addedUp([countedIn(content, AS_OF, LEVEL), ...parts.values()]),
    parts,
  };
}
