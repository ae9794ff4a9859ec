/** 绘图层: what floats above the cells, each by the cell in which it begins. */
import { expect, test } from 'vitest';
import { readXlsx } from '../../../src/paper/workbook/xlsx.ts';
import { openArchive } from '../../../src/paper/zip/archive.ts';
import { png, relations, rowsOf, unreadOf, xlsx } from '../made.ts';

/** A sheet with a drawing, and what old programs keep beside it. */
function read(drawing: string, vml = '') {
  const archive = openArchive(
    xlsx({
      sheet:
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><drawing r:id="d"/><legacyDrawing r:id="v"/>',
      sheetRelations: relations(
        ['d', 'drawing', '../drawings/d.xml'],
        ['v', 'vmlDrawing', '../drawings/v.vml'],
      ),
      more: {
        'xl/drawings/d.xml': `<wsDr xmlns:r="r">${drawing}</wsDr>`,
        'xl/drawings/_rels/d.xml.rels': relations(
          ['p', 'image', '../media/a.png'],
          ['x', 'image', 'https://example.cn/a.png'],
          ['q', 'image', '../media/none.png'],
        ),
        'xl/drawings/v.vml': `<xml>${vml}</xml>`,
        'xl/media/a.png': png,
      },
    }),
    100,
  );
  if (archive === undefined) throw new Error('no archive');
  return readXlsx('清单.xlsx', archive);
}
const anchored = (inner: string, row = 0, column = 0) =>
  `<twoCellAnchor><from><col>${String(column)}</col><row>${String(row)}</row></from>${inner}</twoCellAnchor>`;
const picture = (blip: string, more = '') =>
  `<pic><nvPicPr><cNvPr ${more}/></nvPicPr><blipFill><blip ${blip}/></blipFill></pic>`;

test('图片在它左上角的格里；成组的也看', () => {
  const paper = read(
    anchored(picture('r:embed="p"'), 1, 2) + anchored(`<grpSp>${picture('r:embed="p"')}</grpSp>`),
  );
  expect(rowsOf(paper)[1]?.[2]?.pictures).toMatchObject([{ type: 'png', place: { cell: 'C2' } }]);
  expect(rowsOf(paper)[0]?.[0]?.pictures).toHaveLength(1);
  expect(unreadOf(paper)).toEqual([]);
});

test('隐藏的图片、只有地址的、打不开的', () => {
  const paper = read(
    anchored(picture('r:embed="p"', 'hidden="1"')) +
      anchored(picture('r:link="x"')) +
      anchored(picture('r:embed="x"')) +
      anchored(picture('r:embed="q"')),
  );
  expect(unreadOf(paper)).toEqual([
    'A1：隐藏的图片',
    'A1：图片不在文件里，只有它的地址',
    'A1：图片不在文件里，只有它的地址',
    'A1：图片打不开',
  ]);
});

test('文本框、图表、图形、墨迹', () => {
  const frame = (uri: string) =>
    `<graphicFrame><graphic><graphicData uri="${uri}"/></graphic></graphicFrame>`;
  const paper = read(
    anchored(
      '<sp><txBody><p><r><t>联系</t></r><r><t>人</t></r></p><p><r><t>张三</t></r></p></txBody></sp>',
      2,
    ) +
      anchored('<sp><txBody><p/></txBody></sp>') +
      anchored(frame('http://x/chart')) +
      anchored(frame('http://x/diagram')) +
      anchored(frame('http://x/other')) +
      anchored('<AlternateContent><Choice><contentPart/></Choice></AlternateContent>'),
  );
  expect(unreadOf(paper)).toEqual([
    'A3：文本框“联系人\n张三”',
    'A1：图表',
    'A1：SmartArt 图形',
    'A1：嵌入的对象',
    'A1：手写的墨迹',
  ]);
});

test('旧式控件：勾了没有、写着什么；批注的框不算', () => {
  const shape = (type: string, text: string, more = '') =>
    `<v:shape xmlns:v="v" xmlns:x="x"><v:textbox>${text}</v:textbox><x:ClientData ObjectType="${type}"><x:Anchor>1, 0, 2, 0, 3, 0, 3, 0</x:Anchor>${more}</x:ClientData></v:shape>`;
  const paper = read(
    '',
    shape('Checkbox', '已备案<br>', '<x:Checked>1</x:Checked>') +
      shape('Radio', '') +
      shape('Rect', '说明') +
      shape('Note', '批注') +
      shape('Pict', ''),
  );
  expect(unreadOf(paper)).toEqual(['B3：控件“已备案”（已勾选）', 'B3：控件', 'B3：文本框“说明”']);
});

test('旧式图形读不出来的，说一句', () => {
  expect(unreadOf(read('', '<a'))).toEqual(['清单：旧式图形或控件']);
});
