/** 自家的台账: exported, edited, sent back; only what somebody edited is a change. */
import { expect, test } from 'vitest';
import { asInLedger, withoutOwnColumns } from '../../../src/intake/record/own-export.ts';
import { small } from '../../ledger/small.ts';
import { knownOf, listRow } from './row/rows.ts';

const second = {
  'campaigns/ling.yaml': small['campaigns/zx.yaml']!.replace('示例专项', '另一专项'),
  'issues/ling/ling-01.yaml': small['issues/zx/zx-01.yaml']!.replace(
    'campaign: zx',
    'campaign: ling',
  ),
};
const exported = (cells: Parameters<typeof listRow>[0] = {}, raw: Record<string, string> = {}) =>
  listRow(
    {
      host: '示例区甲街道办事处',
      platform: '微信公众号',
      listed: '甲街道发布',
      finding: '更新不及时',
      ...cells,
    },
    { raw: { 编号: 'zx-01', ...raw } },
  );
const texts = (row: ReturnType<typeof listRow>) => [
  row.cells.host?.text,
  row.cells.listed?.text,
  row.cells.platform?.text,
];

test('台账知道的几栏不读：状态、销号日期、类别、专项；不是台账的照读', () => {
  const [row] = withoutOwnColumns(
    [exported({ status: '已完成', closedOn: 'x', category: 'y', campaign: 'z' })],
    knownOf(),
  );
  expect(Object.keys(row!.cells)).toEqual(['host', 'platform', 'listed', 'finding']);
  const stranger = listRow({ status: '已完成' }, { raw: { 编号: 'none' } });
  expect(withoutOwnColumns([stranger], knownOf())).toEqual([stranger]);
  const printed = listRow({ status: '已完成' }, { raw: { 时限情况: '' } });
  expect(withoutOwnColumns([printed], knownOf())[0]?.cells).toEqual({});
});

test('单位和账号换回来源的写法', () => {
  const row = exported();
  expect(asInLedger([row], 'zx', knownOf(), [])).toEqual([row]);
  expect(texts(row)).toEqual(['甲街道', '微信公众号：甲街道发布', undefined]);
});

test('改过的不换：别的单位、别的名称、别的平台', () => {
  const host = exported({ host: '示例区人民政府办公室' });
  const name = exported({ listed: '甲街道' });
  const platform = exported({ platform: '新浪微博' });
  asInLedger([host, name, platform], 'zx', knownOf(), []);
  expect(texts(host)[0]).toBe('示例区人民政府办公室');
  expect(texts(name)).toEqual(['甲街道', '甲街道', '微信公众号']);
  expect(texts(platform).slice(1)).toEqual(['甲街道发布', '新浪微博']);
});

test('没有编号的打印稿，按序号和账号认', () => {
  const row = listRow(
    { host: '示例区甲街道办事处', listed: '甲街道发布' },
    { raw: { 时限情况: '' } },
  );
  asInLedger([row], 'zx', knownOf(), []);
  expect(texts(row)[1]).toBe('微信公众号：甲街道发布');
  const other = listRow({ listed: '甲街道发布' }, { raw: { 时限情况: '' }, number: 2 });
  asInLedger([other], 'zx', knownOf(), []);
  expect(other.cells.listed?.text).toBe('甲街道发布');
});

test('别的专项的行不读，说有几行；台账没有的行照读', () => {
  const notes: string[] = [];
  const rows = [exported(), exported({}, { 编号: 'ling-01' }), listRow({ finding: '新的' })];
  expect(asInLedger(rows, 'zx', knownOf(second), notes)).toEqual([rows[0], rows[2]]);
  expect(notes).toEqual(['有 1 行是台账里别的专项的问题，没有读；一次导入一个专项']);
});

test('单位自己的问题：不涉及账号不当作平台', () => {
  const own = small['issues/zx/zx-01.yaml']!.replace(
    'account: jia-wechat\nlisted: 微信公众号：甲街道发布',
    'unit: jia',
  );
  const row = listRow(
    { host: '示例区甲街道办事处', platform: '不涉及账号', place: '三楼' },
    { raw: { 编号: 'zx-01' } },
  );
  asInLedger([row], 'zx', knownOf({ 'issues/zx/zx-01.yaml': own }), []);
  expect([row.cells.host?.text, row.cells.platform]).toEqual(['甲街道', undefined]);
});
