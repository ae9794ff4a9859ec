/** 工作表: what belongs to the cells of a sheet. */
import { expect, test } from 'vitest';
import { readXlsx } from '../../../src/paper/workbook/xlsx.ts';
import { openArchive } from '../../../src/paper/zip/archive.ts';
import { relations, rowsOf, textsOf, unreadOf, xlsx } from '../made.ts';

type Parts = Parameters<typeof xlsx>[0];
function read(parts: Parts) {
  const archive = openArchive(xlsx(parts), 100);
  if (archive === undefined) throw new Error('no archive');
  return readXlsx('清单.xlsx', archive);
}
const DATA =
  '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row></sheetData>';

test('合并的格；坏的范围不算', () => {
  const merges = '<mergeCells><mergeCell ref="A2:B2"/><mergeCell ref="坏"/></mergeCells>';
  expect(textsOf(read({ sheet: DATA + merges }))).toEqual([
    ['1', '2'],
    ['3', '3'],
  ]);
});

test('隐藏的列：写明的、宽度为零的', () => {
  const cols = '<cols><col min="1" max="1" hidden="1"/><col min="2" max="2" width="0"/></cols>';
  const hidden = (xml: string) =>
    rowsOf(read({ sheet: xml + DATA }))[0]?.map((cell) => cell.hidden);
  expect(hidden(cols)).toEqual(['column', 'column']);
  expect(hidden('<cols><col min="1" max="2" width="8"/></cols>')).toEqual([undefined, undefined]);
});

test('链接：外面的，连同里面的位置；文件里的不算', () => {
  const paper = read({
    sheet: `${DATA}<hyperlinks><hyperlink ref="A1" r:id="a"/><hyperlink ref="A2" r:id="a" location="第二节"/><hyperlink ref="B1" location="甲!A1"/></hyperlinks>`,
    sheetRelations: relations(['a', 'hyperlink', 'https://example.cn/a']),
  });
  expect(rowsOf(paper).map((row) => row.map(({ link }) => link))).toEqual([
    ['https://example.cn/a', undefined],
    ['https://example.cn/a#第二节', undefined],
  ]);
});

test('批注；成串的批注只算一次', () => {
  const paper = read({
    sheet: DATA,
    sheetRelations: relations(
      ['a', 'comments', '../comments1.xml'],
      ['b', 'threadedComment', '../threaded.xml'],
    ),
    more: {
      'xl/comments1.xml':
        '<comments><commentList><comment ref="A1"><text><r><t>旧的一份</t></r></text></comment><comment ref="A2"><text><t>核实</t></text></comment></commentList></comments>',
      'xl/threaded.xml':
        '<ThreadedComments><threadedComment ref="A1"><text>请补</text></threadedComment><threadedComment ref="坏"><text>x</text></threadedComment></ThreadedComments>',
    },
  });
  expect(rowsOf(paper).map(([first]) => first?.comment)).toEqual(['请补', '核实']);
});

test('读不出的说出来：背景图片、嵌入的对象', () => {
  const paper = read({
    sheet: `${DATA}<picture r:id="a"/><oleObjects><oleObject progId="Word.Document" r:id="b"/><oleObject r:id="c"/></oleObjects>`,
  });
  expect(unreadOf(paper)).toEqual([
    '清单：工作表的背景图片',
    '清单：嵌入的对象（Word.Document）',
    '清单：嵌入的对象（类型不明）',
  ]);
});
