/** Web pages that call themselves .xls or .doc. */
import { expect, test } from 'vitest';
import { readHtml } from '../../src/paper/html.ts';
import { linesOf, png, rowsOf, textsOf, unreadOf } from './made.ts';

test('表格外面的字是行，跨行跨列的格各就各位', () => {
  const paper = readHtml(
    'a.xls',
    '<html><head><title>x</title><style>a>b{}</style></head><body><p>通报&nbsp;标题</p><table><tr><th rowspan=2>单位<th colspan="2">账号</tr><tr><td>微信<td>微博</tr><tr><td>甲镇<td>1<br>二<td></td></tr></table>完 &lt; 毕</body></html>',
  );
  expect(linesOf(paper)).toEqual(['通报 标题', '完 < 毕']);
  expect(textsOf(paper)).toEqual([
    ['单位', '账号', '账号'],
    ['单位', '微信', '微博'],
    ['甲镇', '1\n二', ''],
  ]);
  expect(rowsOf(paper)[1]?.[0]?.merged).toBe('down');
});

test('链接、删除线、图片、隐藏的格', () => {
  const image = Buffer.from(png).toString('base64');
  const paper = readHtml(
    'a.xls',
    `<table><tr><td><a href="https://a.gov.cn/?a=1&amp;b=2">公告</a><s>旧</s></td><td style="display:none">暗</td><td><img src="data:image/png;base64,${image}"><img src="x.png"></td></tr></table>`,
  );
  const [link, hidden, picture] = rowsOf(paper)[0] ?? [];
  expect(link).toMatchObject({ text: '公告', struck: '旧', link: 'https://a.gov.cn/?a=1&b=2' });
  expect(hidden).toMatchObject({ text: '暗', hidden: 'column' });
  expect(picture?.pictures?.map(({ type }) => type)).toEqual(['png']);
  expect(unreadOf(paper)).toEqual(['第3格：图片不在文件里，只有它的地址']);
});

test('注释里的引号、标签外的小于号、没有收尾的标签不吃掉后面的字', () => {
  const paper = readHtml(
    'a.xls',
    `<table><tr><td><!-- it's --><STYLE>x</Style>甲 < 乙</td></tr></table><p>尾<b "`,
  );
  expect(textsOf(paper)).toEqual([['甲 < 乙']]);
  expect(linesOf(paper).join('')).toContain('尾');
});

test('排版用的外框里的表格自成一张', () => {
  const paper = readHtml(
    'a.doc',
    '<table><tr><td>框<table><tr><td>1<td>2<tr><td>3<td>4</table></table>',
  );
  expect(textsOf(paper)).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
  expect(textsOf(paper, 1)).toEqual([['框\n1\n2\n3\n4']]);
});
