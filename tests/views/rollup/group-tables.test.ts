/** 按平台、按问题类别、按检查指标: this ledger's groups and those of the children that count, by this ledger's names. */
import { expect, test } from 'vitest';
import type { ChildStanding } from '../../../src/domain/rollup/child.ts';
import { NO_INDICATOR } from '../../../src/domain/rollup/counts.ts';
import type { RollupSums } from '../../../src/schema/rollup.ts';
import { faceOf } from '../../../src/views/face.ts';
import { groupTables, ownIndicatorName } from '../../../src/views/rollup/group-tables.ts';
import { child, sums } from '../../domain/rollup/sums.ts';
import { type Changes, checkSmall, small } from '../../ledger/small.ts';

const ISSUE = small['issues/zx/zx-01.yaml'] ?? '';
const INDICATOR = `${ISSUE}indicator: { edition: '2019', id: M2 }\n`;
function faceWith(changes: Changes = {}) {
  const { ledger } = checkSmall(changes);
  if (ledger === undefined) throw new Error('no ledger');
  return faceOf(ledger, '2026-06-15', 'internal');
}
const childOf = (summary: Partial<RollupSums>, counted = true): ChildStanding => ({
  child,
  state: 'good',
  last: {
    gatheredOn: '2026-06-01',
    paper: undefined,
    signed: true,
    summary: { ...sums, ...summary },
    assigned: new Map(),
  },
  age: 1,
  trouble: undefined,
  double: undefined,
  accounts: [],
  counted,
});
const tableOf = (by: string, changes: Changes = {}, ...children: ChildStanding[]) =>
  groupTables(faceWith(changes), children)
    .find(({ id }) => id === by)
    ?.rows.map((row) => row.map(({ text }) => text).join(' '));
const group = (name: string, total: number, closed = 0) => ({
  name,
  total,
  unfinished: total - closed,
  closed,
});

test('本级一条未完成；下级同名的加在一起', () => {
  expect(tableOf('platforms')).toEqual(['微信公众号 1 1 0']);
  expect(tableOf('platforms', {}, childOf({}))).toEqual(['微信公众号 2 1 1']);
  expect(tableOf('problems', {}, childOf({ problems: [group('错别字', 3, 1)] }))).toEqual(
    expect.arrayContaining(['更新不及时 1 1 0', '错别字 3 2 1']),
  );
});

test('不计入的下级、没有数的下级不加', () => {
  expect(tableOf('platforms', {}, childOf({}, false))).toEqual(['微信公众号 1 1 0']);
  expect(tableOf('platforms', {}, { ...childOf({}), last: undefined })).toEqual([
    '微信公众号 1 1 0',
  ]);
});

test('没有一条写了指标的，按指标的表是空的', () => {
  expect(tableOf('indicators')).toEqual([]);
  expect(tableOf('indicators', {}, childOf({ figures: { total: 2 } }))).toEqual([]);
});

test('写了指标的按指标，没有写的另算一行；下级的版本换成本级的名字', () => {
  const changes = { 'issues/zx/zx-01.yaml': INDICATOR };
  expect(tableOf('indicators', changes)).toEqual(['M2 不更新（2019 版） 1 1 0']);
  const named = childOf({
    indicators: [group('M2 内容不更新（y2019 版）', 2), group(NO_INDICATOR, 1)],
  });
  expect(tableOf('indicators', changes, named)).toEqual([
    'M2 不更新（2019 版） 3 3 0',
    `${NO_INDICATOR} 1 1 0`,
  ]);
});

test('旧版本的下级没有这一项，全部记作没有按指标报；一条问题也没有的不记', () => {
  const changes = { 'issues/zx/zx-01.yaml': INDICATOR };
  const old = childOf({ figures: { total: 5, unfinished: 2, closed: 3 } });
  expect(tableOf('indicators', changes, old)).toEqual([
    'M2 不更新（2019 版） 1 1 0',
    '没有按指标报的 5 2 3',
  ]);
  expect(tableOf('indicators', changes, childOf({ figures: { total: 0 } }))).toHaveLength(1);
});

const editions = (...ids: string[]) => {
  const edition = (id: string) => `  - id: '${id}'
    document: 示例指标（虚构）
    from: ${/\d{4}/u.exec(id)?.[0] ?? '2019'}-04-01
    veto:
      website: [{ id: W1, name: 打不开, when: [打不开] }]
      new-media: [{ id: M2, name: 不更新, when: [两周不更新] }]
`;
  return faceWith({
    'vocabulary/indicators.yaml': `editions:\n${ids.map(edition).join('')}`,
  }).ledger;
};

test('下级的指标在本级叫什么：编号相同的版本，或者同一年只有一个的版本', () => {
  const one = editions('2019');
  expect(ownIndicatorName(one, 'M2 别的名字（2019 版）')).toBe('M2 不更新（2019 版）');
  expect(ownIndicatorName(one, 'M2（示2019 版）')).toBe('M2 不更新（2019 版）');
  expect(ownIndicatorName(one, 'M2 别的名字（2020 版）')).toBe('M2 别的名字（2020 版）');
  expect(ownIndicatorName(one, 'M9 别的名字（2019 版）')).toBe('M9 别的名字（2019 版）');
  expect(ownIndicatorName(one, '更新（2019 版）')).toBe('更新（2019 版）');
  expect(ownIndicatorName(one, 'M2 别的名字（试行 版）')).toBe('M2 别的名字（试行 版）');
});
