/** 模板写法：名称、有才写的、没有才写的、给编写人的说明；写错的说在第几行第几字。 */
import { expect, test } from 'vitest';
import { parseTemplate, placeIn } from '../../../src/documents/template/parse.ts';

const faults = (source: string) =>
  parseTemplate(source).faults.map(({ line, col, message, remedy }) => [
    `${String(line)}:${String(col)}`,
    message,
    remedy,
  ]);
const kinds = (source: string) =>
  parseTemplate(source).pieces.map((piece) => (piece.kind === 'text' ? piece.text : piece.kind));

test('名称之间的字照旧，名称前后的空格不算', () => {
  expect(parseTemplate('共{{ 总数 }}个').pieces).toEqual([
    { kind: 'text', text: '共' },
    { kind: 'value', name: '总数', at: 1 },
    { kind: 'text', text: '个' },
  ]);
});

test('有才写的一段、没有才写的一段，可以套', () => {
  const [section, other] = parseTemplate(
    '{{#甲}}有{{#乙}}都有{{/乙}}{{/甲}}{{^甲}}没有{{/甲}}',
  ).pieces;
  expect(section).toMatchObject({ kind: 'section', name: '甲', absent: false });
  expect(section).toMatchObject({
    inside: [{ text: '有' }, { kind: 'section', name: '乙', inside: [{ text: '都有' }] }],
  });
  expect(other).toMatchObject({ kind: 'section', absent: true, inside: [{ text: '没有' }] });
});

test('说明不写进正文，里面的花括号也不算；没有写完的到末尾', () => {
  expect(kinds('前<!-- {{#甲}} -->后')).toEqual(['前', '后']);
  expect(kinds('前<!-- 没有完')).toEqual(['前', '']);
  expect(faults('<!-- {{ }} {{/甲}} -->')).toEqual([]);
});

test.each([
  ['一半的花括号', '一\n二{{', [['2:2', '“{{”不成对', '写成 {{名称}}']]],
  ['没有名称', '{{ }}', [['1:1', '花括号里没有名称', '写成 {{名称}}']]],
  ['没有结尾', '{{#甲}}', [['1:1', '“{{#甲}}”没有结尾', '补上 {{/甲}}']]],
  ['没有开头', '{{/甲}}', [['1:1', '“{{/甲}}”没有对应的开头', '删去它']]],
  [
    '交叉着写的',
    '{{#甲}}{{#乙}}{{/甲}}',
    [
      ['1:13', '“{{/甲}}”没有对应的开头', '先写 {{/乙}}'],
      ['1:1', '“{{#甲}}”没有结尾', '补上 {{/甲}}'],
      ['1:7', '“{{#乙}}”没有结尾', '补上 {{/乙}}'],
    ],
  ],
])('%s：每一处都说', (_, source, told) => {
  expect(faults(source)).toEqual(told);
});

test('第几行第几字：按字数，不按字节，也不按半个字', () => {
  expect(placeIn('𠮷一\n二三', 3)).toEqual({ line: 1, col: 3 });
  expect(placeIn('一\n二三', 3)).toEqual({ line: 2, col: 2 });
});
