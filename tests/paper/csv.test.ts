/** Separated text: quotes, line breaks, what trails. */
import { expect, test } from 'vitest';
import { readCsv, splitSeparated } from '../../src/paper/csv.ts';

const fields = (text: string, separator = ','): string[][] =>
  splitSeparated(text, separator).map((row) => row.fields);

test('引号里可以有逗号、换行和双写的引号', () => {
  expect(fields('a,"b,""c""\nd",e\nf')).toEqual([['a', 'b,"c"\nd', 'e'], ['f']]);
  expect(splitSeparated('a,"b\nc"\nd', ',').map(({ line }) => line)).toEqual([1, 3]);
});

test('没有收尾的引号、写在中间的引号是普通的字', () => {
  expect(fields('"新区"发布,乙\n丙')).toEqual([['"新区"发布', '乙'], ['丙']]);
  expect(fields('"甲,乙\n丙,丁')).toEqual([
    ['"甲', '乙'],
    ['丙', '丁'],
  ]);
});

test('中间的空行留着，末尾的空行和空列不算', () => {
  expect(fields('a\n\nb\n,,,\n\n')).toEqual([['a'], [''], ['b']]);
  expect(fields(`a${','.repeat(16_383)}\n`)[0]).toHaveLength(256);
});

test.each([
  ['逗号', '甲,乙'],
  ['制表符', '甲\t乙'],
  ['分号', '甲;乙'],
])('%s隔开的', (_, text) => {
  expect(readCsv('a.csv', text).rows[0]?.map((cell) => cell.text)).toEqual(['甲', '乙']);
});

test('苹果和视窗的换行一样读', () => {
  expect(readCsv('a.csv', '甲,1\r乙,2').rows).toHaveLength(2);
  expect(readCsv('a.csv', '甲,1\r\n乙,2\r\n').rows[1]?.[1]).toEqual({
    text: '2',
    place: { file: 'a.csv', sheet: '', row: 2, cell: 'B' },
  });
});
