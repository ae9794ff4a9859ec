/** A second gathering: what came is held against what came before, and a source that only looks alive is said to be dead. */
import { expect, test } from 'vitest';
import type { RollupTexts } from '../../src/documents/data/rollup.ts';
import { gather, type GatheredChild } from '../../src/gather/gather.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
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
