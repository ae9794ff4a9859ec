/** SVG: shapes and letters of its own are let in; what fetches or runs is not. */
import { expect, test } from 'vitest';
import { readXml } from '../../../../src/paper/zip/xml.ts';
import { svgTrouble } from '../../../../src/review/file/office/svg.ts';

const isLet = (xml: string): boolean => {
  const bytes = Buffer.from(xml);
  return svgTrouble(readXml(bytes), bytes) === undefined;
};
const svg = (inside: string, attributes = '') => isLet(`<svg ${attributes}>${inside}</svg>`);

test.each([
  ['图形和字', '<g><path d="M0 0"/><text x="1">甲</text></g>'],
  ['滤镜', '<filter><feGaussianBlur stdDeviation="2"/></filter>'],
  ['渐变，用自己的', '<linearGradient id="a"/><rect fill="url(#a)"/>'],
  ['样式，用自己的', '<style>.a { fill: url("#a") }</style>'],
  ['自己的引用', '<use href="#a"/>'],
  ['嵌着的图片', '<image href="data:image/png;base64,AA=="/>'],
  ['网页的链接', '<a href="https://www.example.cn/"><text>看</text></a>'],
  ['画图程序自己记的', '<metadata><rdf:RDF><cc:Work/></rdf:RDF></metadata>'],
])('%s', (_, inside) => {
  expect(svg(inside)).toBe(true);
});

test.each([
  ['脚本', '<script>alert(1)</script>'],
  ['夹着网页', '<foreignObject><div/></foreignObject>'],
  ['会动的', '<animate attributeName="href"/>'],
  ['里层的脚本', '<g><g><script/></g></g>'],
  ['点了就运行', '<rect onclick="alert(1)"/>'],
  ['取别处的图', '<image href="https://www.example.cn/a.png"/>'],
  ['取别处的形状', '<use href="other.svg#a"/>'],
  ['嵌着的 SVG', '<image href="data:image/svg+xml;base64,AA=="/>'],
  ['打开本机文件的链接', '<a href="file:///c:/a.exe"/>'],
  ['样式里取别处的', '<style>.a { fill: url(https://www.example.cn/) }</style>'],
  ['样式里引用', '<style>@import "a.css";</style>'],
  ['样式里转义', '<style>.a { fill: u\\72l(x) }</style>'],
  ['属性里的样式转义', '<rect style="fill:u\\72l(x)"/>'],
  ['属性里取别处的', '<rect fill="url( &quot;a.svg#b&quot;)"/>'],
])('%s', (_, inside) => {
  expect(svg(inside)).toBe(false);
});

test('改了根地址的、根不是图的、前面点名样式表的', () => {
  expect(svg('<g/>', 'xml:base="https://www.example.cn/"')).toBe(false);
  expect(isLet('<g/>')).toBe(false);
  expect(isLet('<?xml-stylesheet href="a.css"?><svg/>')).toBe(false);
  expect(isLet('<?xml version="1.0"?><svg/>')).toBe(true);
});
