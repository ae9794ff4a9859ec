import { expect, test } from 'vitest';
import { writtenIn } from '../../../../src/intake/sheet-back/read/filled-cell.ts';
import type { Cell } from '../../../../src/paper/sheet.ts';

const at = (file: string) => ({ file, sheet: '表', row: 6, cell: 'L6' });
const read = (cell: Partial<Cell>, file = '表.xlsx') => {
  const { text, trouble } = writtenIn({ text: '', place: at(file), ...cell });
  return trouble === undefined ? text : `✗${trouble.message}`;
};

test('写的什么就是什么；旁边合并过来的、没有的是空的', () => {
  expect(read({ text: ' 制度 \r\n 第二行 ' })).toBe('制度\n第二行');
  expect(read({ text: '说明', merged: 'across' })).toBe('');
  expect(read({ text: '说明', merged: 'down' })).toBe('说明');
  expect(writtenIn(undefined)).toEqual({ text: '' });
});

test('整数15位以内一位不差，再长的问', () => {
  expect(read({ text: '4.40106E+14', raw: { value: 440_106_202_600_123 } })).toBe(
    '440106202600123',
  );
  expect(read({ text: '440,106', raw: { value: 440_106 } })).toBe('440106');
  expect(read({ text: '000123', raw: { value: 123 } })).toBe('000123');
  expect(read({ text: '1.5', raw: { value: 1.5 } })).toBe('1.5');
  expect(read({ text: '4401062026001230', raw: { value: 4_401_062_026_001_230 } })).toContain(
    '15位',
  );
  expect(read({ text: '4.40106E+17' })).toContain('15位');
});

test('文字里的长号码是照打的；csv 里15位以后全是零的，可能是丢了的', () => {
  expect(read({ text: '440106202600123000' })).toBe('440106202600123000');
  expect(read({ text: '440106202600123000' }, '表.csv')).toContain('15位');
  expect(read({ text: '440106202600123456' }, '表.csv')).toBe('440106202600123456');
});

test.each(['#REF!', '#N/A', '#VALUE!', '#NAME?', '#DIV/0!', '#NULL!', '#NUM!'])('%s', (text) => {
  expect(read({ text })).toBe(`✗这一格是错误值“${text}”`);
});

test('公式退，链接公式和图片公式除外', () => {
  expect(read({ text: '3', raw: { value: 3, formula: 'A1+A2' } })).toContain('公式“=A1+A2”');
  expect(read({ text: '=A1' })).toContain('公式“=A1”');
  expect(
    read({ text: '公告', link: 'https://a.example/1', raw: { formula: 'HYPERLINK(A1)' } }),
  ).toBe('公告');
  const picture = { bytes: new Uint8Array(1), type: 'png' as const, place: at('表.xlsx') };
  const formula = 'DISPIMG("ID_1",1)';
  expect(read({ text: '=DISPIMG', pictures: [picture], raw: { formula } })).toBe('');
  expect(read({ text: `=${formula}` })).toContain('没有随文件一起保存下来');
  expect(read({ text: '#NAME?', raw: { formula: `_xlfn.${formula}` } })).toContain('没有随文件');
});
