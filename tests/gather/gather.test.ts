/** A second gathering: what came is held against what came before, and a source that only looks alive is said to be dead. */
import { expect, test } from 'vitest';
import type { RollupTexts } from '../../src/documents/data/rollup.ts';
import { gather, type GatheredChild } from '../../src/gather/gather.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { childrenView } from '../../src/views/rollup/children-view.ts';
import { faceOf } from '../../src/views/face.ts';
import { scratch } from '../documents/run.ts';
import { childFile, laidDown, ledgerOf, madeLedger, published } from '../generator/city.ts';

const district = madeLedger('101', 12);
const city = madeLedger('100', 4, new Map([childFile('101', 0)]));
const at = (asOf: string, commit = 'a'.repeat(40)): RollupTexts =>
  published(district.ledger, 'public', commit, asOf);

/** Gathers on several days one after another, what is added being kept; what became of each day. */
async function gatheredOn(
  ...days: readonly (readonly [today: string, stick: RollupTexts])[]
): Promise<GatheredChild[]> {
  const files = new Map(city.files);
  const done: GatheredChild[] = [];
  for (const [today, stick] of days) {
    const content = laidDown(scratch(), files, new Map([['101', stick]]));
    const [one] = await gather(ledgerOf(files), content, today);
    done.push(one!);
    if (one!.added) files.set(one!.added.path, canonical('snapshot', one!.added.record));
  }
  return done;
}

test('一个字没变的，说没有变化，不另存；久了说逾期，不当作收到', async () => {
  const stick = at('2026-06-01');
  const [first, again, late] = await gatheredOn(
    ['2026-06-01', stick],
    ['2026-06-15', stick],
    ['2026-07-20', stick],
  );
  expect([first?.sentence, first?.right]).toEqual(['收到，截至 2026-06-01', true]);
  expect([again?.sentence, again?.right, again?.added]).toEqual([
    '没有变化，截至 2026-06-01',
    true,
    undefined,
  ]);
  expect(late?.sentence).toContain('没有变化，截至 2026-06-01');
  expect(late?.sentence).toContain('49 天前的数，逾期未报，不计入合计');
  expect([late?.right, late?.added]).toEqual([false, undefined]);
});

test('网站天天重新生成、台账早已没有人记：截止日是新的，照样说出来', async () => {
  const [, fresh, dead] = await gatheredOn(
    ['2026-06-01', at('2026-06-01')],
    ['2026-06-30', at('2026-06-30')],
    ['2026-07-15', at('2026-07-15')],
  );
  expect(fresh?.right).toBe(true);
  expect(dead?.right).toBe(false);
  expect(dead?.sentence).toContain('台账自 2026-06-01 起 44 天没有改动（提交相同）');
  const [, moved] = await gatheredOn(
    ['2026-06-01', at('2026-06-01')],
    ['2026-07-15', at('2026-07-15', 'b'.repeat(40))],
  );
  expect(moved?.right).toBe(true);
});

test('比上次旧的、日子在今天以后的、忽然一个问题也没有的：不收，仍用上次的', async () => {
  const [, older] = await gatheredOn(
    ['2026-06-15', at('2026-06-15')],
    ['2026-06-16', at('2026-06-01')],
  );
  expect(older?.sentence).toContain('比上次收到的还旧：上次截至 2026-06-15，这次截至 2026-06-01');
  expect(older?.sentence).toContain('仍用上次截至 2026-06-15 的');
  const [future] = await gatheredOn(['2026-06-14', at('2026-06-15')]);
  expect(future?.sentence).toContain('在今天以后');
  expect(future?.sentence).toContain('从来没有收到过能用的');
});

test('坏过以后同样的数再来一次：存下来，说明已经好了', async () => {
  const stick = at('2026-06-10');
  const broken = { ...stick, ledger: `${stick.ledger} ` };
  const [, fault, mended] = await gatheredOn(
    ['2026-06-10', stick],
    ['2026-06-11', broken],
    ['2026-06-12', stick],
  );
  expect(fault?.added?.record.outcome).toBe('fault');
  expect([mended?.sentence, mended?.added?.record.outcome]).toEqual([
    '收到，截至 2026-06-10',
    'good',
  ]);
});

test('断了的来源：缘由没有变就不再存，页上说从哪天起、已几天；换了缘由才存；好了又断的另起', async () => {
  const stick = at('2026-06-01');
  const cut = { ...stick, summary: stick.summary.slice(0, 100) };
  const mixed = { ...stick, ledger: `${stick.ledger} ` };
  const done = await gatheredOn(
    ['2026-06-01', stick],
    ['2026-06-02', cut],
    ['2026-06-03', cut],
    ['2026-06-20', cut],
    ['2026-06-21', mixed],
    ['2026-06-22', mixed],
    ['2026-06-23', stick],
    ['2026-06-24', mixed],
  );
  expect(done.map(({ added }) => added?.path.split('/').at(-1))).toEqual([
    ...['2026-06-01.yaml', '2026-06-02-fault.yaml', undefined, undefined],
    ...['2026-06-21-fault.yaml', undefined, '2026-06-23.yaml', '2026-06-24-fault.yaml'],
  ]);
  // Every day says so, whether it is kept or not.
  expect(done.map(({ right }) => right)).toEqual([true, ...Array(5).fill(false), true, false]);
  expect(done[3]?.sentence).toContain('2026-06-02 起不能用，已 18 天');
  expect(done[7]?.sentence).not.toContain('起不能用');
  const files = new Map(city.files);
  for (const { added } of done)
    if (added) files.set(added.path, canonical('snapshot', added.record));
  const saidOn = (today: string): string =>
    childrenView(faceOf(ledgerOf(files), today, 'public'))!
      .rows.find(({ id }) => id === 'q101')!
      .cautions.join();
  expect(saidOn('2026-06-02')).toContain('6月2日取来的不能用：summary.json 不是完整的 JSON');
  expect(saidOn('2026-06-20')).toContain(
    '6月2日取来的不能用，以后 18 天没有收到能用的：summary.json',
  );
  expect(saidOn('2026-06-22')).toContain(
    '6月2日取来的不能用，以后 20 天没有收到能用的，6月21日起是这样：校验值不符',
  );
  expect(saidOn('2026-06-23')).not.toContain('不能用');
  expect(saidOn('2026-06-25')).toContain(
    '6月24日取来的不能用，以后 1 天没有收到能用的：校验值不符',
  );
});
