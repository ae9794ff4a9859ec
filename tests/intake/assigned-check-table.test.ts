/** 检查结果表: what the office above wrote of a child's accounts; every fault of a row said with its place. (虚构) */
import { expect, test } from 'vitest';
import { isAssignedCheckTitle, readAssignedCheck } from '../../src/intake/assigned-check-table.ts';
import { readText } from '../../src/paper/text.ts';
import { checkSmall } from '../ledger/small.ts';

const { ledger } = checkSmall();
const edition = ledger?.vocabulary.indicators.editions[0];
function read(...lines: string[]) {
  if (edition === undefined) throw new Error('no edition');
  const paper = readText('结果.txt', lines.join('\n'), isAssignedCheckTitle);
  const { accounts, wrong } = readAssignedCheck([paper], edition);
  return {
    accounts: accounts.map(
      ({ account, results }) =>
        `${account} ${results.map(({ indicator, result, finding = '' }) => `${indicator} ${result} ${finding}`.trim()).join('、')}`,
    ),
    wrong: wrong.map((sentence) => sentence.replace(/^.*?第\d+行：/u, '')),
  };
}
const HEAD = '账号（全称）\t指标\t结果\t存在问题';

test('认得自己的栏名', () => {
  expect(['账号', '账号（全称）', ' 结 果 ', '指标'].every(isAssignedCheckTitle)).toBe(true);
  expect(isAssignedCheckTitle('单位')).toBe(false);
});

test('全部合格的一行就够，网站和新媒体各有各的指标', () => {
  expect(read(HEAD, '微信公众号：甲\t\t合格\t', '政府网站：乙\t\t合格\t')).toEqual({
    accounts: ['微信公众号：甲 M2 passed', '政府网站：乙 W1 passed'],
    wrong: [],
  });
});

test('不合格的写指标，大小写不管', () => {
  expect(read(HEAD, '微信公众号：甲\tm2\t不合格\t停更').accounts).toEqual([
    '微信公众号：甲 M2 failed 停更',
  ]);
});

test.each([
  ['微信公众号：甲\t\t不合格\t', '不合格的没有写指标，可写 M2'],
  ['微信公众号：甲\tW1\t不合格\t', '没有指标“W1”，可写 M2'],
  ['政府网站：乙\tM2\t合格\t', '没有指标“M2”，可写 W1'],
  ['甲\t\t合格\t', '账号“甲”没有写成 平台：名称'],
  ['微信公众号：甲\t\t还行\t', expect.stringMatching(/^“还行”不是合格、/u)],
])('%s', (line, wrong) => {
  expect(read(HEAD, line)).toEqual({ accounts: [], wrong: [wrong] });
});

test('同一账号同一指标写了两次的说出来，按先写的', () => {
  expect(read(HEAD, '微信公众号:甲\tM2\t不合格\t', '微信公众号:甲\tM2\t合格\t')).toEqual({
    accounts: ['微信公众号:甲 M2 failed'],
    wrong: ['微信公众号:甲 的 M2 写了两次'],
  });
});

test('没有写账号的行不看；没有表头的表说缺哪两栏', () => {
  expect(read(HEAD, '\tM2\t合格\t')).toEqual({ accounts: [], wrong: [] });
  expect(read('指标\t结果', 'M2\t合格').wrong).toEqual([
    expect.stringContaining('没有“账号”“结果”两栏的表头'),
  ]);
});
