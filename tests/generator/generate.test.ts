import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../src/day/calendar.ts';
import { overviewOf } from '../../src/domain/figures/overview.ts';
import { standing, standingWithin } from '../../src/domain/issue/standing.ts';
import { checkLedger } from '../../src/ledger/check.ts';
import { faultLine } from '../../src/ledger/fault.ts';
import { recordsOf } from '../../src/ledger/records.ts';
import { publicationLevels } from '../../src/text/terms.ts';
import { evidenceKinds } from '../../src/schema/evidence.ts';
import { origins } from '../../src/schema/issue.ts';
import { layout } from '../../src/schema/layout.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { reminderLevels } from '../../src/schema/reminder.ts';
import { unitKinds } from '../../src/schema/unit.ts';
import { actions, states } from '../../src/text/terms.ts';
import { reopenGrounds } from '../../src/schema/update.ts';
import { fieldsOf } from '../../src/schema/walk.ts';
import { deadlineKinds } from './deadlines.ts';
import { problemIn, reasonsOf } from './findings.ts';
import { shili, shiliFolder } from './fixture.ts';
import { generate } from './generate.ts';
import { shippedWords } from './vocabulary.ts';
import { contentOf } from './memory.ts';
import { handOverDay } from './hand-overs.ts';
import { picture } from './picture.ts';
import { Deck, Random } from './random.ts';

const demo = checkLedger(contentOf(generate(shili)));
const ledger: Ledger = demo.ledger!;
const issues = [...ledger.issues.values()];
const updates = [...ledger.updates.values()].flat();

test('演示台账与生成器写出的一字不差（不一样就运行 npm run fixtures）', () => {
  const files = generate(shili);
  const found = readdirSync(shiliFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(shiliFolder.length).normalize('NFC'));
  expect(found.toSorted()).toEqual([...files.keys()].toSorted());
  for (const [path, content] of files)
    expect(readFileSync(join(shiliFolder, path)).equals(Buffer.from(content as string)), path).toBe(
      true,
    );
});

test('不涉及账号的专项只添不改：别的专项的每个文件、每个指标都与没有它时一样', () => {
  const without = generate({ ...shili, hazards: false, handOvers: false });
  const files = generate({ ...shili, handOvers: false });
  for (const [path, content] of without)
    if (path !== 'vocabulary/problems.yaml') expect(files.get(path), path).toEqual(content);
  const added = [...files.keys()].filter((path) => !without.has(path));
  expect(added.every((path) => path.includes('2026-hazard'))).toBe(true);
  const before = standing(checkLedger(contentOf(without)).ledger!, shili.asOf);
  const after = standing(checkLedger(contentOf(files)).ledger!, shili.asOf);
  for (const campaign of before.ledger.campaigns.keys()) {
    const [was, is] = [before, after].map((whole) =>
      overviewOf(standingWithin(whole, { campaign })),
    );
    expect(is).toEqual(was);
  }
});

test('机构调整只改当天起的归属：以前各天的指标、每份通报都与没有调整时一样', () => {
  const without = generate({ ...shili, handOvers: false });
  const files = generate(shili);
  const changed = [...files].filter(
    ([path, content]) => typeof content === 'string' && without.get(path) !== content,
  );
  expect(changed.map(([path]) => path.split('/')[0]).toSorted()).toEqual([
    ...['registry', 'registry', 'units', 'units', 'units', 'updates'],
  ]);
  const [before, after] = [without, files].map((one) => checkLedger(contentOf(one)).ledger!);
  const on = handOverDay(shili.asOf);
  for (const day of [addDays(on, -1), '2026-03-31', '2025-12-31']) {
    const [was, is] = [before, after].map((one) => overviewOf(standing(one!, day)));
    expect(is).toEqual(was);
  }
  const owners = new Map(standing(after!, on).issues.map(({ id, unit }) => [id, unit]));
  const moved = standing(before!, on).issues.filter(({ id, unit }) => owners.get(id) !== unit);
  expect(moved.map(({ id, history, unit }) => [id, history.state, unit, owners.get(id)])).toEqual([
    ['2025-special-18', 'rectifying', 'bing-jiedao', 'geng-jiedao'],
    ['2025-special-54', 'sustained', 'zi-zhen', 'chou-zhen'],
    ['2026-hazard-03', 'submitted', 'zi-zhen', 'chou-zhen'],
  ]);
});

test('不涉及账号的专项：每种状态，有地点的、没有的，有配合单位的、没有的', () => {
  const own = standing(ledger, shili.asOf).issues.filter(
    ({ issue }) => issue.campaign === '2026-hazard',
  );
  expect(own).toHaveLength(8);
  expect(own.every(({ issue }) => issue.account === undefined)).toBe(true);
  expect(new Set(own.map(({ history }) => history.state))).toEqual(
    new Set(Object.keys(states).filter((state) => state !== 'void')),
  );
  expect(new Set(own.map(({ issue }) => issue.place === undefined))).toEqual(
    new Set([true, false]),
  );
  expect(new Set(own.map(({ issue }) => issue.assisting?.length))).toEqual(
    new Set([undefined, 1, 2]),
  );
});

test('演示台账没有错误也没有提醒', () => {
  expect(demo.faults.map(faultLine)).toEqual([]);
});

test('同一个种子生成同一本台账，换一个种子就不同', () => {
  const options = { seed: 7, issues: 30, asOf: '2026-06-15' };
  expect(generate(options)).toEqual(generate(options));
  expect(generate(options)).not.toEqual(generate({ ...options, seed: 8 }));
});

test('任意种子、大小和日期生成的台账都没有错误', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 9 * 365 }),
      (seed, count, offset) => {
        const files = generate({ seed, issues: count, asOf: addDays('2017-06-15', offset) });
        expect(checkLedger(contentOf(files)).faults.map(faultLine)).toEqual([]);
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);

test('要多少个问题就有多少个，单位也一样', () => {
  const files = generate({ seed: 1, issues: 301, units: 131, asOf: '2026-06-15' });
  const count = (top: string) => [...files.keys()].filter((path) => path.startsWith(top)).length;
  expect(count('issues/')).toBe(301);
  expect(count('units/')).toBe(131);
});

test('退回、延期的理由合问题的类别', () => {
  const kinds = new Set<string>();
  for (const update of updates) {
    const one = ledger.issues.get(update.issue)!;
    if (one.account === undefined) continue;
    const problem = problemIn(ledger, one);
    const { returned, extended } = reasonsOf(problem);
    if (update.action === 'returned') expect(update.reason).toContain(returned);
    else if (update.action === 'extended') expect(update.reason).toContain(extended);
    else continue;
    kinds.add(problem.id);
  }
  expect(kinds.size).toBeGreaterThan(5);
});

test('演示台账里每种状态、事项、时限、平台、问题、来源、佐证都有', () => {
  const all = standing(ledger, shili.asOf).issues;
  const words = shippedWords();
  const media = [...ledger.accounts.values()].filter((account) => account.kind === 'new-media');
  const sorted = (values: Iterable<string>) => [...new Set(values)].toSorted();
  expect(sorted(all.map(({ history }) => history.state))).toEqual(sorted(Object.keys(states)));
  expect(sorted(all.map(({ history }) => history.phase))).toContain('awaiting');
  expect(sorted(updates.map(({ action }) => action))).toEqual(sorted(Object.keys(actions)));
  expect(sorted(issues.map(({ deadline }) => deadline.kind))).toEqual(sorted(deadlineKinds));
  expect(sorted(media.map(({ platform }) => platform))).toEqual(
    sorted(words.platforms.map(({ id }) => id)),
  );
  expect(sorted(issues.flatMap(({ problems }) => problems))).toEqual(
    sorted([...words.problems.map(({ id }) => id), 'safety-hazard']),
  );
  expect(sorted(issues.map(({ origin }) => origin))).toEqual(sorted(Object.keys(origins)));
  expect(sorted([...ledger.units.values()].map(({ kind }) => kind))).toEqual(
    sorted(Object.keys(unitKinds)),
  );
  expect(
    sorted(
      updates.flatMap(({ evidence }) =>
        evidence.map((piece) => evidenceKinds.find((kind) => kind in piece)!),
      ),
    ),
  ).toEqual(sorted(evidenceKinds));
  expect(
    sorted(updates.flatMap((update) => (update.action === 'reopened' ? update.ground : []))),
  ).toEqual(sorted(Object.keys(reopenGrounds)));
  expect(
    sorted(updates.flatMap((update) => (update.action === 'reviewed' ? String(update.held) : []))),
  ).toEqual(['false', 'true']);
});

test('逾期、当天、临期、宽裕、待复查、按期与逾期销号都有', () => {
  const kinds = new Set(standing(ledger, shili.asOf).issues.map(({ lateness }) => lateness.kind));
  for (const kind of [
    'overdue',
    'due-today',
    'due-soon',
    'due-later',
    'review',
    'settled-in-time',
    'settled-late',
    'waiting',
    'no-date',
    'void',
  ] as const)
    expect(kinds).toContain(kind);
});

test('每种销号规则和公开程度都有，还有改过的规则和上级交办的核销', () => {
  const campaigns = [...ledger.campaigns.values()];
  const rules = campaigns.map(
    ({ closing }) => `${closing.policy} ${closing.publicityDays > 0 ? '公示' : '不公示'}`,
  );
  expect(new Set(rules)).toEqual(
    new Set(['verification 不公示', 'verification 公示', 'merge 不公示', 'merge 公示']),
  );
  expect(new Set(campaigns.map(({ publication }) => publication.level))).toEqual(
    new Set(Object.keys(publicationLevels)),
  );
  expect(campaigns.some(({ publication }) => publication.overdueNames)).toBe(true);
  expect(campaigns.some(({ closing }) => closing.earlier !== undefined)).toBe(true);
  expect(updates.some(({ action }) => action === 'confirmedAbove')).toBe(true);
});

const reminded = checkLedger(contentOf(generate({ ...shili, reminders: true })));

test('要有催办就有，从提醒到约谈都有；不要就一条也没有', () => {
  expect(reminded.faults).toEqual([]);
  const levels = reminded.ledger!.reminders.map(({ level }) => level);
  expect(new Set(levels)).toEqual(new Set(Object.keys(reminderLevels)));
  expect(ledger.reminders).toEqual([]);
});

test('每个内部栏目都填了，泄露检查才查得到', () => {
  const filled = new Map<string, Set<string>>();
  for (const { kind, record } of recordsOf(reminded.ledger!)) {
    const paths = filled.get(kind) ?? new Set();
    collect(record, [], paths);
    filled.set(kind, paths);
  }
  for (const kind of Object.keys(layout) as (keyof typeof layout)[]) {
    const internal = fieldsOf(layout[kind].schema).filter(
      ({ meta }) => meta.audience === 'internal',
    );
    for (const { path } of internal)
      expect(filled.get(kind), `${kind} ${path.join('.')}`).toContain(path.join('.'));
  }
});

function collect(value: unknown, path: readonly string[], found: Set<string>): void {
  found.add(path.join('.'));
  if (typeof value !== 'object' || value === null) return;
  for (const [key, held] of Object.entries(value))
    collect(held, [...path, Array.isArray(value) ? '[]' : key], found);
}

test('每一页都会写明虚构', () => {
  expect(ledger.site.fiction).toMatch(/虚构/u);
  expect([...ledger.units.values()].every(({ name }) => name.startsWith('示例区'))).toBe(true);
});

test('佐证图片是能解开的 PNG', () => {
  const bytes = Buffer.from(picture(90));
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from('89504e470d0a1a0a', 'hex'));
  const length = bytes.readUInt32BE(33);
  const data = bytes.subarray(33 + 8, 33 + 8 + length);
  expect(bytes.subarray(33 + 4, 33 + 8).toString('latin1')).toBe('IDAT');
  expect(inflateSync(data)).toHaveLength(8 * (1 + 8 * 3));
  expect(bytes.readUInt32BE(33 + 8 + length)).toBe(crc32(bytes.subarray(33 + 4, 33 + 8 + length)));
});

test('同一种子的随机数在任何机器上相同', () => {
  const random = new Random(1);
  expect([random.int(0, 999_999), random.int(0, 999_999), random.code(6)]).toMatchInlineSnapshot(`
    [
      627073,
      2735,
      "izyamp",
    ]
  `);
});

test('一副牌发完才重来，不合适的留到下次', () => {
  const deck = new Deck(new Random(3), [1, 2, 3, 4]);
  const even = [deck.deal((card) => card % 2 === 0), deck.deal((card) => card % 2 === 0)];
  expect(even.toSorted()).toEqual([2, 4]);
  expect([deck.deal(), deck.deal()].toSorted()).toEqual([1, 3]);
  expect(() => deck.deal((card) => card > 4)).toThrow('no card fits');
});
