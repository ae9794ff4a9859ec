/** 部件里的话: what may hold a name or a number of a person is heard, wherever it stands. */
import { expect, test } from 'vitest';
import { readXml } from '../../../../src/paper/zip/xml.ts';
import { ownText, saidByXml } from '../../../../src/review/file/office/xml-said.ts';

const said = (xml: string) => saidByXml(readXml(Buffer.from(`<x>${xml}</x>`)));
const NUMBER = '11010519491231002X';
const SIGNS = Array.from(NUMBER);

test('作者、最后改的人、批注的人是人；空着的、“作者”两个字不是', () => {
  expect(said('<dc:creator>张三</dc:creator>')).toMatchObject({
    person: true,
    texts: expect.arrayContaining(['张三']) as string[],
  });
  expect(said('<w:comment w:author="张三"/>').person).toBe(true);
  expect(said('<cp:lastModifiedBy>作者</cp:lastModifiedBy><dc:creator> </dc:creator>').person).toBe(
    false,
  );
  expect(said('<w:comment w:author="Author"/>').person).toBe(false);
});

test('拆成几段写的字，一段一起听', () => {
  expect(said('<w:p><w:t>110105</w:t><w:t>19491231002X</w:t></w:p>').texts).toContain(NUMBER);
  expect(said('<w:q><w:t>110105</w:t><w:t>19491231002X</w:t></w:q>').texts).not.toContain(NUMBER);
});

test('写在元素、属性里的长话都听，短的和图形的坐标不听', () => {
  expect(said(`<a>${NUMBER}</a>`).texts).toEqual([NUMBER]);
  expect(said(`<a title="${NUMBER}"/>`).texts).toEqual([NUMBER]);
  expect(said('<a title="短的"/><b>短的</b>').texts).toEqual([]);
  expect(said(`<a d="M ${NUMBER}"/>`).texts).toEqual([]);
});

const boxes = (signs: string, cell = (sign: string) => `<w:tc>${sign}</w:tc>`) =>
  `<w:tr>${[...signs].map(cell).join('')}</w:tr>`;

test('一格一个字的号码，一行连起来；中间夹着别的字就断开', () => {
  expect(said(boxes(NUMBER)).texts).toContain(NUMBER);
  expect(said(boxes(`证${NUMBER}号`)).texts).toContain(NUMBER);
  expect(said(boxes('110105甲19491231002X')).texts).toEqual([]);
  expect(
    said(`<row>${SIGNS.map((sign) => `<c><v>${sign}</v></c>`).join('')}</row>`).texts,
  ).toContain(NUMBER);
  expect(
    said(`<row>${SIGNS.map((sign) => `<c t="s"><v>${sign}</v></c>`).join('')}</row>`).texts,
  ).toEqual([]);
});

test('元素自己的字，不算里层的', () => {
  expect(ownText(readXml(Buffer.from('<a>甲<b>乙</b>丙</a>')))).toBe('甲丙');
});
