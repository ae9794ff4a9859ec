/** 不是条目的行: headings, sums and notes, with merged cells and without. (虚构) */
import { expect, test } from 'vitest';
import { asideOf, sectionName } from '../../../src/intake/list/aside.ts';
import type { Cell } from '../../../src/paper/sheet.ts';

const cellsOf = (...texts: string[]): Cell[] =>
  texts.map((text, at) => ({
    text,
    place: { file: '清单.csv', sheet: '', row: 5, cell: String(at) },
  }));
const columns = [
  { index: 0, title: '交办号', id: 'row' as const },
  { index: 1, title: '单位', id: 'host' as const },
  { index: 2, title: '问题', id: 'finding' as const },
];
const kindOf = (...texts: string[]) => asideOf(cellsOf(...texts), columns)?.kind;

test.each(['合计', '小 计', '全市合计', '本页小计', '共9件', '以上共4条', '平均分', '注：如下'])(
  '“%s”不是一条',
  (text) => {
    expect(kindOf(text, '', '3')).toBe('other');
  },
);

test.each(['一、县直单位', '（二）乡镇', '甲类（单项否决）', '第一批', '县教育局', '【限期整改】'])(
  '序号格里只有“%s”，是分节的标题',
  (text) => {
    expect(kindOf(text, '', '')).toBe('section');
  },
);

test('只有序号，或别的格也有字的，是一条', () => {
  expect(kindOf('3', '', '')).toBeUndefined();
  expect(kindOf('县教育局', '', '未备案')).toBeUndefined();
  expect(kindOf('', '', '续在下一行')).toBeUndefined();
});

test('“※”开头、别的格没有字的，是注', () => {
  expect(kindOf('※ 更新情况以8月1日所见为准', '', '')).toBe('other');
  expect(kindOf('※1', '县教育局', '未备案')).toBeUndefined();
});

test('没有序号栏的，一格的字可能是断开的行', () => {
  expect(asideOf(cellsOf('社会保障局', '', ''))).toBeUndefined();
});

test('标题里的名字不带序号', () => {
  expect(sectionName('一、县教育局：')).toBe('县教育局');
});
