import { expect, test } from 'vitest';
import {
  isSelfCheckTitle,
  readSelfCheck,
} from '../../../src/intake/inspection/self-check-table.ts';
import { readText } from '../../../src/paper/text.ts';

const paper = (...rows: string[]) =>
  readText(
    '自查表.txt',
    [
      '单位：示例局（shili-ju）\t',
      '专项：示例专项（zx）\t',
      '序号\t重点内容\t自查结果\t情况说明',
      ...rows,
    ].join('\n'),
    isSelfCheckTitle,
  );

test('读出单位、专项和逐项结果，各种写法的有、无、不适用都认得', () => {
  const reading = readSelfCheck(
    paper('1\t账号是否备案\t无\t', '2\t内容是否更新\t存在\t一个断更', '3\t停用是否注销\t不涉及\t'),
  );
  expect(reading).toEqual({
    unit: 'shili-ju',
    campaign: 'zx',
    wrong: [],
    answers: [
      { item: '账号是否备案', answer: 'no' },
      { item: '内容是否更新', answer: 'yes', note: '一个断更' },
      { item: '停用是否注销', answer: 'na' },
    ],
  });
});

test('空着的、写得不明白的不猜，答“有”不写情况的退回', () => {
  const reading = readSelfCheck(paper('1\t账号是否备案\t\t', '2\t内容是否更新\t有\t'));
  expect(reading?.wrong).toEqual([
    '自查表.txt · 正文 · 第4行 · C：“”不是有、无或不适用',
    '“内容是否更新”答有，没有写情况说明',
  ]);
});

test('别的表不是自查表', () => {
  expect(readSelfCheck(readText('a.txt', '甲\t乙\n1\t2', isSelfCheckTitle))).toBeUndefined();
});
