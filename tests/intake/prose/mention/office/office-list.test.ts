/** 单位的名单: the offices that words begin with, each with its column or count. */
import { expect, it } from 'vitest';
import {
  looseIn,
  officesListed,
} from '../../../../../src/intake/prose/mention/office/office-list.ts';

const namesOf = (words: string, isOfColumns = false): string[] =>
  (officesListed(words, isOfColumns)?.names ?? []).map(({ name }) => name);

it('名单里的单位，连同各自的次数', () => {
  const list = officesListed('县城管局有3封、县教育局有1封超期未办');
  expect(list?.names.map(({ name, figure }) => [name, figure])).toEqual([
    ['县城管局', '有3封'],
    ['县教育局', '有1封'],
  ]);
});

it('前面说了是栏目的，引号里是栏目，括号里是单位', () => {
  const words = '“财政预决算”（县财政局）、“住房保障”（责任单位：县住建局）';
  expect(namesOf(words, true)).toEqual(['县财政局', '县住建局']);
  expect(namesOf('“食品安全”（县市场监管局）', true)).toEqual(['县市场监管局']);
  expect(namesOf('“食品安全”（县市场监管局）')).toEqual([]);
});

it('开头不是单位的没有名单；说法不常见的只取一个', () => {
  expect(namesOf('各单位要加强管理')).toEqual([]);
  expect(looseIn('土桥乡年度报告格式不符合要求', '')?.names).toEqual([{ name: '土桥乡' }]);
});
