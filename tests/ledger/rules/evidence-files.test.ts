import { expect, test } from 'vitest';
import { linesOf, report } from '../small.ts';

const at = 'updates/zx-01/20260320-090000-aaa.yaml';
const named = report('progress', '2026-03-20', 'evidence: [{ file: 截图.png }]\n');
const removed = (file: string) =>
  `removed: [{ file: ${file}, sha256: ${'a'.repeat(64)}, reason: 有个人信息, removedOn: 2026-04-01 }]\n`;

test('所列的文件都在，没有错误', () => {
  expect(linesOf({ [at]: named, 'evidence/zx-01/截图.png': 'x' })).toEqual([]);
});

test('所列的文件不存在', () => {
  expect(linesOf({ [at]: named })).toEqual([
    `${at}:4:20 evidence-files 佐证文件 evidence/zx-01/截图.png 不存在 → 把文件放到 evidence/zx-01/ 下，或改正文件名；因隐私移除的，登记到 evidence/removed.yaml`,
  ]);
});

test('名字差一点的文件会提示', () => {
  expect(linesOf({ [at]: named, 'evidence/zx-01/截图1.png': 'x' })[1]).toContain(
    '是不是想写“截图1.png”？',
  );
});

test('空文件不算佐证', () => {
  expect(linesOf({ [at]: named, 'evidence/zx-01/截图.png': '' })).toEqual([
    `${at}:4:20 evidence-files 佐证文件 evidence/zx-01/截图.png 是空文件 → 重新放一份能打开的文件`,
  ]);
});

test('没有报送提到的文件只提醒', () => {
  expect(linesOf({ 'evidence/zx-01/截图.png': 'x' })).toEqual([
    'evidence/zx-01/截图.png evidence-files（提醒） 没有报送或检查提到这个文件 → 在报送的 evidence 或检查的 pictures 里写上它，或移走这个文件',
  ]);
});

test('登记为已移除的文件可以不在', () => {
  expect(linesOf({ [at]: named, 'evidence/removed.yaml': removed('zx-01/截图.png') })).toEqual([]);
});

test('登记为已移除的文件不能还在', () => {
  expect(
    linesOf({
      [at]: named,
      'evidence/zx-01/截图.png': 'x',
      'evidence/removed.yaml': removed('zx-01/截图.png'),
    }),
  ).toEqual([
    'evidence/removed.yaml:1:19 evidence-files zx-01/截图.png 登记为已移除，文件却还在 → 删去文件，或删去这条登记',
  ]);
});

test('不再需要的移除登记要删去', () => {
  expect(linesOf({ 'evidence/removed.yaml': removed('zx-01/旧.png') })).toEqual([
    'evidence/removed.yaml:1:19 evidence-files 没有报送或检查提到 zx-01/旧.png，这条登记不再需要 → 删去这条登记，或改正文件名',
  ]);
});

test('只写文件名，不写路径', () => {
  expect(linesOf({ [at]: named.replace('截图.png', '../zx-02/截图.png') })).toEqual([
    `${at}:4:20 evidence-files 佐证文件名“../zx-02/截图.png”里有斜杠 → 只写文件名，文件放在 evidence/zx-01/ 下`,
  ]);
});

test('同一个名字的两种 Unicode 写法算一个文件', () => {
  expect(
    linesOf({ [at]: named.replace('截图.png', 'e\u0301.png'), 'evidence/zx-01/\u00e9.png': 'x' }),
  ).toEqual([]);
});

const check = 'inspections/q1.yaml';
const seen = (file: string) => `name: 第一季度检查
checkedOn: 2026-03-20
edition: '2019'
campaign: zx
population: 1
scope: { kind: all }
accounts:
  - account: jia-wechat
    lastPostOn: 2026-03-19
    pictures: [{ file: ${file} }]
`;

test('检查的截图与佐证一样：在的不说，不在的、空的、带路径的说明白', () => {
  expect(linesOf({ [check]: seen('图.png'), 'evidence/q1/图.png': 'x' })).toEqual([]);
  expect(linesOf({ [check]: seen('图.png') })).toEqual([
    expect.stringContaining('evidence-files 佐证文件 evidence/q1/图.png 不存在'),
  ]);
  expect(linesOf({ [check]: seen('图.png'), 'evidence/q1/图.png': '' })).toEqual([
    expect.stringContaining('evidence/q1/图.png 是空文件'),
  ]);
  expect(linesOf({ [check]: seen('../zx-01/图.png') })).toEqual([
    expect.stringContaining('里有斜杠 → 只写文件名，文件放在 evidence/q1/ 下'),
  ]);
  expect(
    linesOf({ [check]: seen('图.png'), 'evidence/removed.yaml': removed('q1/图.png') }),
  ).toEqual([]);
});
