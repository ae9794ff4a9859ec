/**
 * 两级一致: a finding goes down from the city, is mended below and closed by the city; at every step the ledger and the
 * built site of the city say of the district what the district's own ledger and built site say.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'parse5';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkLedger } from '../../src/ledger/check.ts';
import { readFolder } from '../../src/ledger/content.ts';
import { faceOf } from '../../src/views/face.ts';
import { ledger as run } from '../documents/run.ts';
import { AS_OF, type Made } from '../generator/city.ts';
import { done, madeCity, madeDistrict, received, type Two, two, wechatOf } from '../gather/two.ts';
import { figureOf, rowsOf } from '../../src/domain/figures/figures.ts';
import { countedIn } from '../recount/area.ts';
import { attribute, elements, textOf } from './page.ts';

const dir = mkdtempSync(join(tmpdir(), 'both-sites-'));
const ID = 'shi-01';
let both: Two;
let district: Made;

beforeAll(() => {
  district = madeDistrict();
  const city = madeCity({ public: undefined, internal: { path: '../sticks/101.json' } });
  both = two(city, district, dir);
});
afterAll(() => {
  rmSync(dir, { recursive: true });
});

const opened = (site: string, file: string) =>
  elements({
    file,
    html: '',
    root: parse(readFileSync(join(dir, 'site', site, file), 'utf8')),
  });
/** Lines may break inside a number. */
const plain = (one: Parameters<typeof textOf>[0]): string => textOf(one).replaceAll(/\s/gu, '');
const numberIn = (text: string): number => Number(/\d+/u.exec(text)?.[0]);

/** What the pages of both sites say: of the district as a whole, and of the issue that went down. */
function pages(today: string) {
  done(both.below, 'rollup', '--internal', '--out', join(dir, 'sticks/101.json'));
  expect(run('gather', '--write', '--content', both.above, '--as-of', today).code).toBe(0);
  for (const [name, folder] of [
    ['city', both.above],
    ['district', both.below],
  ] as const) {
    const to = join(dir, 'site', name);
    // The city's page knows what was gathered up to its own day.
    const day = name === 'city' ? today : AS_OF;
    const built = run('build', '--internal', '--content', folder, '--as-of', day, '--out', to);
    expect([built.code, built.code === 0 ? '' : built.err]).toEqual([0, '']);
  }
  const home = opened('district', 'index.html');
  const tiles = new Map(
    home.flatMap((one) => {
      const figure = attribute(one, 'data-figure');
      const value = elements(one).find((part) => attribute(part, 'class') === 'value');
      return figure === undefined || value === undefined ? [] : [[figure, numberIn(textOf(value))]];
    }),
  );
  const children = opened('city', 'children/all.html');
  const row = children.find((one) => attribute(one, 'data-child') === 'q101')!;
  const cells = new Map(
    elements(row).flatMap((cell) => {
      const label = attribute(cell, 'data-label');
      return label === undefined ? [] : [[label, textOf(cell).trim()]];
    }),
  );
  const own = children.find((one) => attribute(one, 'data-child') === 'own')!;
  const ownTotal = elements(own).find((cell) => attribute(cell, 'data-label') === '问题总数')!;
  const total = children.find((one) => attribute(one, 'data-total') === 'total')!;
  const sent = children.find((one) => one.tagName === 'tr' && plain(one).startsWith(ID))!;
  const state = opened('district', `issues/${ID}.html`).find((one) =>
    (attribute(one, 'class') ?? '').split(' ').includes('state'),
  )!;
  return {
    district: tiles,
    city: new Map([...cells].map(([label, text]) => [label, numberIn(text)])),
    whole: [numberIn(textOf(total)), numberIn(textOf(ownTotal)) + numberIn(cells.get('问题总数')!)],
    below: plain(state),
    above: plain(sent),
  };
}

/** Both sites and the district's YAML, counted without this program, say the same. */
function agree(today: string, state: string, more = ''): void {
  const said = pages(today);
  const byHand = countedIn(both.below, AS_OF, 'internal').figures;
  const { ledger } = checkLedger(readFolder(both.below));
  const face = faceOf(ledger!, AS_OF, 'internal');
  expect(face.issues.get(ID)!.issue.origin).toBe('city');
  // Whether something is late takes the calendar, which a count by hand does without.
  const overdue = rowsOf(figureOf(face.standing, 'overdue')).length;
  const counted: Readonly<Record<string, number>> = { ...byHand, overdue };
  for (const [id, label] of [
    ['total', '问题总数'],
    ['unfinished', '未完成'],
    ['overdue', '逾期'],
    ['closed', '已销号'],
  ] as const) {
    expect([id, said.city.get(label)]).toEqual([id, counted[id]]);
    // The home page leaves out a tile that is not pressing.
    if (said.district.has(id)) expect([id, said.district.get(id)]).toEqual([id, counted[id]]);
    const rows = opened('district', `figures/${id}.html`);
    expect([id, rows.some((one) => textOf(one).includes(String(counted[id])))]).toEqual([id, true]);
  }
  expect(said.whole[0]).toBe(said.whole[1]);
  expect(said.below).toBe(state);
  expect(said.above).toContain(state);
  expect(said.above).toContain(more);
}

test('交办、整改、核销三步，两边的台账和两边生成的网站都说的一样', { timeout: 600_000 }, () => {
  done(
    both.above,
    ...['new', 'assignment', '--child', 'q101', '--id', ID, '--on', '2026-05-06'],
    ...['--number', '示办函〔2026〕7号', '--origin', 'city', '--problem', 'rules-incomplete'],
    ...['--finding', '没有发布审核制度', '--measures', '建立发布审核制度'],
    ...['--deadline', '2026年6月30日', '--account', wechatOf(district), '--write'],
  );
  const letter = join(both.post, '交办单.json');
  done(both.above, 'assign', 'q101', '--out', letter);
  const before = countedIn(both.below, AS_OF, 'internal').figures;
  received(both, '--write');
  expect(countedIn(both.below, AS_OF, 'internal').figures['total']).toBe(before['total']! + 1);
  agree('2026-06-15', '待整改');
  const step = (...args: string[]): string =>
    done(both.below, 'update', ID, '--write', '--reported-on', AS_OF, ...args);
  step(
    ...['--action', 'submitted', '--completed-on', AS_OF, '--evidence', 'number:示办发〔2026〕3号'],
    ...['--reporter', '股长', '--approver', '主任', '--note', '制度已印发'],
  );
  step('--action', 'accepted');
  agree('2026-06-16', '已验收待上级核销');
  done(
    both.above,
    ...['assign', 'q101', '--confirm', ID, '--document', '示办函〔2026〕11号', '--on', AS_OF],
    ...['--write', '--out', letter],
  );
  received(both, '--write');
  agree('2026-06-17', '已销号', '示办函〔2026〕11号');
  const after = countedIn(both.below, AS_OF, 'internal').figures;
  expect(after['closed']).toBe(before['closed']! + 1);
});
