/** 单元格图片: from what WPS and Excel write to the part that holds the picture. */
import { expect, test } from 'vitest';
import { Tally } from '../../../src/paper/limits.ts';
import { PictureStore } from '../../../src/paper/picture.ts';
import { cellPictures } from '../../../src/paper/workbook/cell-picture.ts';
import { openArchive } from '../../../src/paper/zip/archive.ts';
import { relationsOf } from '../../../src/paper/zip/part.ts';
import { photo, pngWith } from '../../crafted/pictures.ts';
import { packed, relations } from '../made.ts';

const png = pngWith();
const media = { 'xl/media/a.png': png, 'xl/media/b.jpeg': photo };

function read(parts: Record<string, string>) {
  const archive = openArchive(packed({ ...media, ...parts }), 30);
  if (archive === undefined) throw new Error('no archive');
  const store = new PictureStore(archive, new Tally());
  return cellPictures(archive, relationsOf(archive, 'xl/workbook.xml'), store);
}
const wps = (name: string, id: string) =>
  `<etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr name="${name}"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="${id}"/></xdr:blipFill></xdr:pic></etc:cellImage>`;

test('WPS：按 DISPIMG 里的名字找；列表在惯常的地方，或在工作簿说的地方', () => {
  const list = `<etc:cellImages>${wps('ID_甲', 'r1')}${wps('ID_乙', 'r9')}</etc:cellImages>`;
  const usual = read({
    'xl/cellimages.xml': list,
    'xl/_rels/cellimages.xml.rels': relations(['r1', 'image', 'media/a.png']),
  });
  expect(usual.named('ID_甲')?.type).toBe('png');
  expect([usual.named('ID_乙'), usual.named('ID_丙')]).toEqual([undefined, undefined]);
  const elsewhere = read({
    'xl/_rels/workbook.xml.rels': relations(['c', 'cellImage', 'more/pics.xml']),
    'xl/more/pics.xml': list,
    'xl/more/_rels/pics.xml.rels': relations(['r1', 'image', '../media/b.jpeg']),
  });
  expect(elsewhere.named('ID_甲')?.type).toBe('jpeg');
});

/** Excel: marks 1 to 4 are a local picture, one of the web, one that is no picture, one of another kind of metadata. */
const excel = {
  'xl/_rels/workbook.xml.rels': relations(
    ['m', 'sheetMetadata', 'metadata.xml'],
    ['v', 'rdRichValue', 'richData/rdrichvalue.xml'],
    ['s', 'rdRichValueStructure', 'richData/rdrichvaluestructure.xml'],
    ['l', 'richValueRel', 'richData/richValueRel.xml'],
  ),
  'xl/metadata.xml': `<metadata>
    <metadataTypes><metadataType name="XLDAPR"/><metadataType name="XLRICHVALUE"/></metadataTypes>
    <futureMetadata name="XLDAPR"><bk><x i="9"/></bk></futureMetadata>
    <futureMetadata name="XLRICHVALUE">${[0, 1, 2].map((at) => `<bk><extLst><ext><xlrd:rvb i="${String(at)}"/></ext></extLst></bk>`).join('')}</futureMetadata>
    <valueMetadata><bk><rc t="2" v="0"/></bk><bk><rc t="2" v="1"/></bk><bk><rc t="2" v="2"/></bk><bk><rc t="1" v="0"/></bk><bk><rc t="2"/></bk></valueMetadata>
  </metadata>`,
  'xl/richData/rdrichvalue.xml':
    '<rvData><rv s="0"><v>5</v><v>1</v></rv><rv s="1"><v>0</v></rv><rv s="2"><v>1</v></rv></rvData>',
  'xl/richData/rdrichvaluestructure.xml': `<rvStructures>
    <s t="_localImage"><k n="CalcOrigin"/><k n="_rvRel:LocalImageIdentifier"/></s>
    <s t="_webimage"><k n="WebImageIdentifier"/></s><s t="_error"><k n="errorType"/></s></rvStructures>`,
  'xl/richData/richValueRel.xml': '<richValueRels><rel r:id="r1"/><rel r:id="r2"/></richValueRels>',
  'xl/richData/_rels/richValueRel.xml.rels': relations(
    ['r1', 'image', '../media/b.jpeg'],
    ['r2', 'image', '../media/a.png'],
  ),
};

test('Excel：单元格的标记一层层找到图片；网上的图说在别处', () => {
  const { marked } = read(excel);
  const first = marked(1);
  expect(first === 'elsewhere' ? first : first?.type).toBe('png');
  expect(marked(2)).toBe('elsewhere');
  expect([3, 4, 5, 6, 0].map(marked)).toEqual(Array.from({ length: 5 }));
});

test('缺了一层的，没有图，也不出错', () => {
  for (const gone of Object.keys(excel)) {
    const rest = Object.fromEntries(Object.entries(excel).filter(([name]) => name !== gone));
    expect(read(rest).marked(1), gone).toBeUndefined();
  }
  expect(read({}).marked(1)).toBeUndefined();
});
