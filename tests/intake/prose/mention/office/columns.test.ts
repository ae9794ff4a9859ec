/** 栏目（责任单位）: columns, and the office that answers for each. (虚构) */
import { expect, test } from 'vitest';
import {
  bracketedIn,
  chargedIn,
  columnsIn,
  isAnswered,
  UNQUOTED_COLUMN,
} from '../../../../../src/intake/prose/mention/office/columns.ts';

const columns = (words: string) => {
  const found = columnsIn(words);
  return (
    found &&
    `${found.names.map(({ name, part }) => `${part ?? ''}=${name}`).join(' ')}|${words.slice(found.length)}`
  );
};

test.each([
  [
    '通知公告栏目（县教育局）、政策解读栏目（责任单位：县司法局）未更新',
    '通知公告栏目=县教育局 政策解读栏目=县司法局|未更新',
  ],
  ['“政策文件”（县教育局、县司法局）空白', '“政策文件”=县教育局 “政策文件”=县司法局|空白'],
  ['通知公告栏目（县教育局）以及其他', '通知公告栏目=县教育局|以及其他'],
  ['通知公告栏目（甲某某）', undefined],
  ['县教育局（通知公告栏目）', undefined],
])('%s', (words, found) => {
  expect(columns(words)).toBe(found);
});

test('栏目，责任单位某局', () => {
  const words = '“政策解读”栏目，责任单位县发展改革局；“办事指南”栏目责任单位为县司法局。';
  expect(chargedIn(words).map(({ name, part }) => `${part ?? ''}=${name}`)).toEqual([
    '“政策解读”栏目=县发展改革局',
    '“办事指南”栏目=县司法局',
  ]);
  expect(chargedIn('“政策解读”栏目，责任单位张三。')).toEqual([]);
});

test('几个单位（逐个写明）', () => {
  const found = bracketedIn('3个乡镇（石桥乡、河口镇、南坪镇）未按时公开');
  expect(found?.names.map(({ name }) => name)).toEqual(['石桥乡', '河口镇', '南坪镇']);
  expect(bracketedIn('3个乡镇（石桥乡、某某）未按时公开')).toBeUndefined();
  expect(bracketedIn('3个乡镇（石桥乡、河口镇）很好')).toBeUndefined();
});

test('每个都带着栏目，后面说怎样的，是在说栏目', () => {
  const named = (...parts: (string | undefined)[]) => ({
    names: parts.map((part) =>
      part === undefined ? { name: '县教育局' } : { name: '县教育局', part },
    ),
  });
  expect(isAnswered(named('通知公告栏目'), '均超过6个月未更新')).toBe(true);
  expect(isAnswered(named('通知公告栏目', undefined), '均超过6个月未更新')).toBe(false);
  expect(isAnswered(named('“政策文件”'), '未更新')).toBe(false);
  expect(isAnswered(named('通知公告栏目'), '请整改')).toBe(false);
  expect(isAnswered(named(), '未更新')).toBe(true);
});

test.each([
  ['统计分析栏目未更新', '统计分析栏目'],
  ['公布栏目未更新', undefined],
  ['教育局栏目未更新', undefined],
  ['统计分析栏目的意见', undefined],
])('没有引号的栏目：%s', (words, column) => {
  expect(new RegExp(`^${UNQUOTED_COLUMN}`, 'u').exec(words)?.[0]).toBe(column);
});
