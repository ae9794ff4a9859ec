/** 重复计: one ledger that is reached twice counts once, on the page, in what goes up and in the sentence of the gathering. */
import { expect, test } from 'vitest';
import { gather } from '../../src/gather/gather.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { childrenView } from '../../src/views/rollup/children-view.ts';
import { faceOf } from '../../src/views/face.ts';
import { scratch } from '../documents/run.ts';
import {
  AS_OF,
  childFile,
  laidDown,
  ledgerOf,
  type Made,
  madeLedger,
  published,
} from '../generator/city.ts';

/** Gathers what was sent; the sentences, and the ledger with what was kept. */
async function gathered(made: Made, sent: readonly Made[]) {
  const sticks = new Map(sent.map(({ code, ledger }) => [code, published(ledger)]));
  const done = await gather(made.ledger, laidDown(scratch(), made.files, sticks), AS_OF);
  const files = new Map(made.files);
  for (const { added } of done)
    if (added) files.set(added.path, canonical('snapshot', added.record));
  const ledger = ledgerOf(files);
  const view = childrenView(faceOf(ledger, AS_OF, 'public'))!;
  return { done, view, made: { ...made, files, ledger } };
}
const sumsOf = ({ ledger }: Made) =>
  JSON.parse(published(ledger).summary) as { own?: { total: number }; figures: { total: number } };

test('两个登记指到同一个台账：只计一次，汇总、网页、报上级的都这样说', async () => {
  const district = madeLedger('101', 12);
  const [path, text] = childFile('101', 0);
  const again = text.replace('shortName: 示例101区', 'shortName: 高新区');
  const city = madeLedger(
    '100',
    4,
    new Map([
      [path, text],
      ['children/gaoxin.yaml', again],
    ]),
  );
  const { done, view, made } = await gathered(city, [district]);
  const wrong = done.filter(({ right }) => !right);
  expect(wrong.map(({ sentence }) => sentence)).toEqual([
    expect.stringMatching(
      /^收到，截至 2026-06-15；与(?:示例101区|高新区)是同一个台账，不计入合计$/u,
    ),
  ]);
  expect(view.rows.map(({ counted }) => counted).filter(Boolean)).toHaveLength(2);
  const own = sumsOf(city).figures.total;
  expect(view.total['total']).toBe(own + sumsOf(district).figures.total);
  expect(sumsOf(made).figures.total).toBe(view.total['total']);
  expect(view.lead).toContain('1 家与别的台账重复，不计入');
  expect(view.rows.flatMap(({ cautions }) => cautions)).toContainEqual(
    expect.stringMatching(/是同一个台账，只计一次$/u),
  );
});

test('只在一个口径里重复的：那个口径说，另一个口径照计、不说', async () => {
  const district = madeLedger('101', 12);
  const other = madeLedger('102', 8);
  const stick = { path: '../sticks/101.json' };
  const inner = { path: '../sticks/inner.json' };
  // Both levels of one child are here; inside, its sums are by mistake those of a second one.
  const [path] = childFile('102', 1);
  const city = madeLedger(
    '100',
    4,
    new Map([
      childFile('101', 0, { internal: inner, public: stick }),
      [path, childFile('102', 1, { internal: inner, code: undefined, name: district.name })[1]],
    ]),
  );
  const content = laidDown(
    scratch(),
    city.files,
    new Map([
      ['101', published(district.ledger)],
      ['102', published(other.ledger)],
      ['inner', published(district.ledger, 'internal')],
    ]),
  );
  const done = await gather(city.ledger, content, AS_OF);
  const said = (id: string, level: string) =>
    done.find((one) => one.child.id === id && one.level === level)?.sentence;
  expect(said('q102', 'internal')).toContain('是同一个台账，不计入合计');
  expect(said('q102', 'public')).not.toContain('是同一个台账');
  expect(said('q101', 'public')).toBe('收到，截至 2026-06-15');
  expect(said('q101', 'internal')).toBe('收到，截至 2026-06-15');
});

test('区已经在市的合计里，省又直接登记了它：只计在市里', async () => {
  const district = madeLedger('101', 12);
  const city = madeLedger('100', 4, new Map([childFile('101', 0)]));
  const { made } = await gathered(city, [district]);
  const province = madeLedger('99', 3, new Map([childFile('100', 0), childFile('101', 1)]));
  const { done, view } = await gathered(province, [made, district]);
  expect(done.map(({ sentence }) => sentence)).toEqual([
    '收到，截至 2026-06-15',
    '收到，截至 2026-06-15；已在示例100区的合计里，不计入合计',
  ]);
  expect(view.total['total']).toBe(
    sumsOf(province).figures.total + sumsOf(city).figures.total + sumsOf(district).figures.total,
  );
});

test('账号登记在两个台账里：页首就说，没有扣除', async () => {
  const first = madeLedger('101', 4);
  const account = [...first.ledger.accounts.values()].find(({ kind }) => kind === 'new-media')!;
  const second = madeLedger('102', 4);
  const path = `accounts/${account.unit}/${account.id}.yaml`;
  const files = new Map([...second.files, [path, first.files.get(path)!]]);
  const sent = [first, { ...second, files, ledger: ledgerOf(files) }];
  const city = madeLedger('100', 4, new Map([childFile('101', 0), childFile('102', 1)]));
  const { view } = await gathered(city, sent);
  expect(view.lead).toContain('有 1 个账号登记在不止一个台账里');
  const table = view.tables.find(({ id }) => id === 'shared');
  expect(table?.rows.map((row) => row.map(({ text }) => text))).toEqual([
    [expect.stringContaining(account.name) as unknown, '示例101区、示例102区'],
  ]);
});
