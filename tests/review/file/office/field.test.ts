/** 域: an instruction put together from however many runs, and what it may do. */
import { expect, test } from 'vitest';
import { readXml } from '../../../../src/paper/zip/xml.ts';
import { fieldTrouble } from '../../../../src/review/file/office/field.ts';

const strange = (xml: string): string | undefined =>
  /（(.*)）/u.exec(
    fieldTrouble(readXml(Buffer.from(`<w:document>${xml}</w:document>`)))?.message ?? '',
  )?.[1];
const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const text = (words: string, name = 'instrText') =>
  `<w:r><w:${name}>${words.replaceAll('"', '&quot;')}</w:${name}></w:r>`;
const field = (...words: string[]) =>
  `${char('begin')}${words.map((one) => text(one)).join('')}${char('separate')}<w:r><w:t>1</w:t></w:r>${char('end')}`;

test('页码、日期、目录是平常的', () => {
  expect(
    strange(field(' PAGE ') + field('DATE \\@ "yyyy"') + field('=1+2') + field('')),
  ).toBeUndefined();
  expect(strange('<w:fldSimple w:instr="NUMPAGES"/>')).toBeUndefined();
});

test.each([
  'INCLUDETEXT "a.docx"',
  'includepicture "http://x/a.png"',
  'DDEAUTO cmd',
  'LINK Excel.Sheet',
])('取外面内容的域：%s', (words) => {
  expect(strange(field(words))).toBe(words.split(' ')[0]?.toUpperCase());
  expect(strange(`<w:fldSimple w:instr="${words.replaceAll('"', '&quot;')}"/>`)).toBeDefined();
});

test('拆成几段、写在删除线里的也拼起来看', () => {
  expect(strange(field('INCLUDE', 'TEXT', ' "a.docx"'))).toBe('INCLUDETEXT');
  expect(
    strange(
      char('begin') + text('DDE', 'delInstrText') + text('AUTO x', 'delInstrText') + char('end'),
    ),
  ).toBe('DDEAUTO');
});

test('没有收尾、没有分隔、写在域外面的也看', () => {
  expect(strange(char('begin') + text('DDEAUTO x'))).toBe('DDEAUTO');
  expect(strange(char('begin') + text('DDEAUTO x') + char('end'))).toBe('DDEAUTO');
  expect(strange(text('DDE') + text('AUTO x'))).toBe('DDEAUTO');
  expect(strange(char('end') + text('PAGE'))).toBeUndefined();
});

test('域里套域：里层的另看，外层的名字不能靠里层拼出来', () => {
  expect(
    strange(`${char('begin')}${text('IF ')}${field('PAGE')}${text(' = 1')}${char('end')}`),
  ).toBeUndefined();
  expect(strange(`${char('begin')}${text('IF ')}${field('DDE x')}${char('end')}`)).toBe('DDE');
  expect(strange(`${char('begin')}${field('PAGE')}${text('x')}${char('end')}`)).toBe('名称不明');
});

test('分隔符以后的字是域的结果，不算域的内容', () => {
  expect(
    strange(`${char('begin')}${text('PAGE')}${char('separate')}${text('')}${char('end')}`),
  ).toBeUndefined();
});

test.each<[string, boolean]>([
  ['HYPERLINK "https://www.example.cn/a"', true],
  ['HYPERLINK "https://www.example.cn/a" \\o "提示" \\t "_blank"', true],
  ['HYPERLINK \\l "书签"', true],
  ['HYPERLINK mailto:a@example.cn', true],
  ['HYPERLINK "file:///c:/a.exe"', false],
  ['HYPERLINK "\\\\\\\\server\\\\a.exe"', false],
  ['HYPERLINK a.exe', false],
  ['HYPERLINK \\l "书签" "file:///c:/a.exe"', false],
])('链接：%s', (words, is) => {
  expect(strange(field(words)) === undefined).toBe(is);
});

test('说了怎样改', () => {
  expect(fieldTrouble(readXml(Buffer.from('<w:fldSimple w:instr="DDE x"/>')))?.remedy).toContain(
    'Ctrl+Shift+F9',
  );
});
