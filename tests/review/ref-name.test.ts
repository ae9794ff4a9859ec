/** 分支名: what stands beside a new branch decides as much as its letters. */
import { expect, test } from 'vitest';
import { type BranchSurroundings, branchTrouble } from '../../src/review/ref-name.ts';

const around: BranchSurroundings = {
  main: 'main',
  taken: ['main', 'report/old', 'report/folder/one'],
  units: new Set(['jia', 'yi']),
  isClerk: true,
};
const said = (name: string, more: Partial<BranchSurroundings> = {}) =>
  branchTrouble(`refs/heads/${name}`, { ...around, ...more });

test.each([
  'report/plain-01',
  'report/jia/20240610-090000-0abc123',
  'report/jia2',
  'report/甲（补报）_2.1',
  'report/a#1@b+c=d,e',
  'report/head-office',
  'report/stashed',
  `report/${'a'.repeat(40)}`,
  `report/${'a'.repeat(193)}`,
  `report/${'甲'.repeat(64)}a`,
  'report/older',
  'report/folder/two',
  'report/a-',
  'report/a/b/c',
])('填报员推 %s 收下', (name) => {
  expect(said(name)).toBeUndefined();
});

test.each([
  'inspection/2024-q2-check',
  'remind/2024-06-10',
  'import/x',
  'reports/x',
  'fix-#12',
  'Report/x',
  'dead',
  'a'.repeat(39),
  'headline',
])('%s 是办公室的：填报员不能，别人能', (name) => {
  expect(said(name)).toBe('填报员的分支都放在 report/ 下：写成 report/问题编号，再推');
  expect(said(name, { isClerk: false })).toBeUndefined();
});

const refused: [name: string, why: string][] = [
  ['report/110101199003070011', '身份证号码'],
  ['report/a\u200bb', '看不见的字符'],
  [`report/${'a'.repeat(194)}`, '超过 200 字节'],
  [`report/${'甲'.repeat(65)}`, '超过 200 字节'],
  ...['main', 'MAIN', 'HEAD', 'head', 'FETCH_HEAD', 'stash', 'refs/heads/x', 'refs/x'].map(
    (name): [string, string] => [name, '会被认成主分支、别的引用或提交'],
  ),
  ['a'.repeat(40), '会被认成'],
  ['0'.repeat(64), '会被认成'],
  ...['-f', 'report/con', 'report/AUX.txt', 'report/a./b', 'report/a ', 'report/e\u0301'].map(
    (name): [string, string] => [name, '在有的系统上存不下'],
  ),
  ...['report/a"b', 'report/a<b', 'report/a|b', 'report/a:b', 'report/a\\b', 'report/a*'].map(
    (name): [string, string] => [name, '在有的系统上存不下'],
  ),
  ...Array.from(`!$%&'();[]^\`{}~`, (sign): [string, string] => [
    `report/a${sign}b`,
    '命令行会当作命令的符号',
  ]),
  ['main/x', '与已有的分支 main 在'],
  ['Main/x', '与已有的分支 main 在'],
  ['report/OLD', '与已有的分支 report/old 在'],
  ['report/old/x', '与已有的分支 report/old 在'],
  ['report/Folder', '与已有的分支 report/folder/one 在'],
  ['report/folder/ONE', '与已有的分支 report/folder/one 在'],
  ['report/jia', '占住了别的报送要放的位置'],
  ['REPORT/YI', '占住了别的报送要放的位置'],
];
test.each(refused)('%s 不收，谁推都一样：%s', (name, why) => {
  expect(said(name)).toContain(why);
  expect(said(name, { isClerk: false })).toContain(why);
});

test('一份报送也没有的时候，report 这个名字也占不得', () => {
  for (const name of ['report', 'Report'])
    expect(said(name, { taken: ['main'], isClerk: false })).toContain('占住了别的报送');
});

test('主分支叫什么由仓库定', () => {
  expect(said('trunk', { main: 'Trunk', taken: [] })).toContain('会被认成主分支');
  expect(said('main', { main: 'trunk', taken: [], isClerk: false })).toBeUndefined();
});
