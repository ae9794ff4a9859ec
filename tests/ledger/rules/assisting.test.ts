import { expect, test } from 'vitest';
import { linesOf, small } from '../small.ts';

const path = 'issues/zx/zx-01.yaml';
const ofAccount = small[path]!;
const ofUnit = ofAccount.replace(
  'account: jia-wechat\nlisted: 微信公众号：甲街道发布\n',
  'unit: jia\n',
);
const withLines = (text: string, lines: string) => linesOf({ [path]: `${text}${lines}` });

test('配合单位各写一次、不是责任单位，没有错误', () => {
  expect(withLines(ofAccount, 'assisting: [ban]\n')).toEqual([]);
  expect(withLines(ofUnit, 'assisting: [ban]\nplace: 某某工地\n')).toEqual([]);
});

test('责任单位不能又是配合单位，不论问题属于账号还是单位', () => {
  const remedy = '从 assisting 里删去它；责任单位写错的，改正 unit 或 account';
  const message = 'assisting jia 是这个问题的责任单位，不能又是配合单位';
  expect(withLines(ofAccount, 'assisting: [ban, jia]\n')).toEqual([
    `${path}:12:18 ${message} → ${remedy}`,
  ]);
  expect(withLines(ofUnit, 'assisting: [ban, jia]\n')).toEqual([
    `${path}:11:18 ${message} → ${remedy}`,
  ]);
});

test('同一个配合单位写两次', () => {
  expect(withLines(ofUnit, 'assisting: [ban, ban]\n')).toEqual([
    `${path}:11:18 assisting 配合单位 ban 写了两次 → 删去重复的`,
  ]);
});
