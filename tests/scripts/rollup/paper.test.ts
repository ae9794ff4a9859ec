/** 按报表计的下级：交回的清单或报送包，数得出的才收，报送包只作内部口径。(示例区，虚构) */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DataFaults, WrongUse } from '../../../scripts/command.ts';
import { gatherPaper } from '../../../scripts/rollup/paper.ts';
import { checksums, SUMS } from '../../../src/documents/checksums.ts';
import { PACKAGE_DATA } from '../../../src/intake/package-counts.ts';
import { scratch } from '../../documents/run.ts';
import { smallPlace } from '../../ledger/small-folder.ts';

const TODAY = '2026-06-15';
const SAID = { child: 'q1', number: '甲报〔2026〕1号', on: '2026-05-31' };
const child = (levels: string) => `name: 甲区（虚构）\nsince: 2026-01-01\nlateAfter: 10\n${levels}`;
const { ledger } = smallPlace({
  'children/q1.yaml': child('internal: { paper: true }\npublic: { paper: true }\n'),
  'children/q2.yaml': child('public: { paper: true }\n').replace('甲', '乙'),
  'children/q3.yaml': child('').replace('甲', '丙'),
  'vocabulary/columns.yaml':
    'columns:\n  - { id: row, names: [序号] }\n  - { id: listed, names: [账号名称] }\n  - { id: host, names: [主办单位] }\n  - { id: finding, names: [存在问题] }\n  - { id: status, names: [整改状态] }\n',
});
const LIST = `序号,账号名称,主办单位,存在问题,整改状态
1,甲一发布,甲局,更新不及时,已销号
2,甲二发布,甲局,更新不及时,整改中
`;
function list(text = LIST, name = '清单.csv'): string {
  const path = join(scratch(), name);
  writeFileSync(path, text);
  return path;
}
/** A package's folder with what counts of it. */
function packet(sums?: string): string {
  const data = new TextEncoder().encode(
    JSON.stringify({
      asOf: SAID.on,
      campaign: { name: '示例专项' },
      figures: [
        { id: 'total', rowKind: 'issue', value: { kind: 'count', value: 3 } },
        { id: 'unfinished', rowKind: 'issue', value: { kind: 'count', value: 1 } },
        { id: 'closed', rowKind: 'issue', value: { kind: 'count', value: 2 } },
      ],
      breakdowns: [
        {
          dimension: 'platform',
          parts: [{ name: '微信公众号', figures: { total: 3, unfinished: 1, closed: 2 } }],
        },
      ],
    }),
  );
  const folder = join(scratch(), '上报');
  mkdirSync(folder);
  writeFileSync(join(folder, PACKAGE_DATA), data);
  writeFileSync(join(folder, SUMS), sums ?? checksums(new Map([[PACKAGE_DATA, data]])));
  return folder;
}
const gather = (from: string, more: object = {}) =>
  gatherPaper(ledger, from, { ...SAID, ...more }, TODAY);
const paths = async (from: string) =>
  (await gather(from)).map(({ level, added }) => [level, added?.path]);

test('清单：照行数，本级和公开两种口径都收', async () => {
  const taken = await gather(list());
  expect(taken.map(({ level, right, sentence }) => [level, right, sentence])).toEqual([
    ['public', true, '收到报表 甲报〔2026〕1号，截至 2026-05-31，2 个问题，未完成 1 个'],
    ['internal', true, '收到报表 甲报〔2026〕1号，截至 2026-05-31，2 个问题，未完成 1 个'],
  ]);
});

test('校验值是文件的；一个文件夹的，里面有变化就变', async () => {
  const sumOf = async (from: string) =>
    ((await gather(from))[0]?.added?.record as { sha256?: string } | undefined)?.sha256;
  const one = list();
  expect(await sumOf(list())).toBe(await sumOf(one));
  const [folder, changed] = [join(one, '..'), join(list(LIST.replace('甲二', '甲三')), '..')];
  const sums = [await sumOf(one), await sumOf(folder), await sumOf(changed)];
  expect(new Set(sums).size).toBe(3);
  expect(sums.every((sum) => /^[0-9a-f]{64}$/u.test(sum ?? ''))).toBe(true);
});

test('报送包：只作内部口径；校验码不符、只按公开口径计的，不收', async () => {
  expect(await paths(packet())).toEqual([['internal', `internal-snapshots/q1/${TODAY}.yaml`]]);
  await expect(gather(packet('0'.repeat(64)))).rejects.toThrow('里的校验码不符');
  await expect(gather(packet(), { child: 'q2' })).rejects.toThrow('报送包是内部口径的数');
});

test.each([
  ['没有写是谁报的', { child: undefined }, '--from 要和 --child、--number、--on 一起用'],
  ['没有写文号', { number: undefined }, '--from 要和 --child、--number、--on 一起用'],
  ['没有写截止日', { on: undefined }, '--from 要和 --child、--number、--on 一起用'],
  ['没有这个下级', { child: 'q9' }, '没有下级 q9'],
  ['不是按报表计的', { child: 'q3' }, '丙区（虚构） 不是按报表计的'],
])('%s：说明白，不收', async (_, more, said) => {
  const told = gather(list(), more);
  await expect(told).rejects.toThrow(WrongUse);
  await expect(told).rejects.toThrow(said);
});

test('找不到的、读不出的、数不清的：说是哪里，不收', async () => {
  await expect(gather('/none/清单.csv')).rejects.toThrow('找不到 /none/清单.csv');
  const broken = gather(list('不是表格', '清单.xlsx'));
  await expect(broken).rejects.toThrow(/^清单\.xlsx：[\s\S]*没有收：改好后再运行一次。$/u);
  await expect(broken).rejects.toThrow(DataFaults);
  await expect(gather(list(LIST.replace('整改中', '不清楚')))).rejects.toThrow(
    '不认得状态“不清楚”',
  );
});
