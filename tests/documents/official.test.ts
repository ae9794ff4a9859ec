import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { letterFile } from '../../src/documents/letter/letter.ts';
import { titleLines } from '../../src/documents/official/title.ts';
import type { Sheet } from '../../src/documents/sheet/sheet.ts';
import type { Block } from '../../src/documents/template/block.ts';

const blocks: Block[] = [
  { kind: 'title', text: '示例区人民政府办公室关于政务新媒体专项整治工作开展情况的报告' },
  { kind: 'recipient', text: '示例市政务信息化办公室' },
  { kind: 'body', text: '现将有关情况报告如下。' },
  { kind: 'heading', text: '一、基本情况' },
  { kind: 'subheading', text: '（一）账号。共12个。' },
  { kind: 'body', text: '1.备案。〔待填：情况〕' },
  { kind: 'annex', text: '问题清单' },
  { kind: 'office', text: '示例区人民政府办公室' },
  { kind: 'date', text: '2026年6月15日' },
];
const list: Sheet = {
  title: '问题清单',
  lines: ['报送单位（盖章）：示例区人民政府办公室', '填表日期：2026年6月15日'],
  tab: '清单',
  columns: [{ key: 'row', title: '序号', width: 6, kind: 'centred' }],
  rows: [[1]],
};

async function partsOf(annexes: Sheet[] = [list], fiction?: string) {
  const bytes = await letterFile({ blocks, annexes, office: '示例', on: '2026-06-15', fiction });
  const parts = unzipSync(bytes);
  return (name: string) => strFromU8(parts[name]!);
}

/** The paragraph that holds `text`, as XML. */
function paragraph(xml: string, text: string): string {
  return (xml.match(/<w:p>.*?<\/w:p>/gsu) ?? []).find((one) => plain(one).includes(text)) ?? '';
}

function plain(xml: string): string {
  return xml.replace(/<[^>]+>/gu, '');
}

describe('版面的数（GB/T 9704-2012）', () => {
  test('A4、页边、每页22行每行28字', async () => {
    const xml = (await partsOf())('word/document.xml');
    const [upright = '', wide = ''] = xml.match(/<w:sectPr.*?<\/w:sectPr>/gsu) ?? [];
    expect(upright).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>');
    expect(upright).toMatch(
      /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="\d+" w:footer="850" w:gutter="0"\/>/u,
    );
    expect(upright).toContain(
      '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-848"/>',
    );
    expect(wide).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    expect(wide).toMatch(/<w:pgMar w:top="1587" w:right="2098" w:bottom="1474" w:left="1984"/u);
  });

  test('正文每行28.95磅，字距紧缩0.25磅，不依赖各程序对网格的不同算法', async () => {
    const styles = (await partsOf())('word/styles.xml');
    const normal = /w:styleId="Normal".*?<\/w:style>/su.exec(styles)?.[0] ?? '';
    expect(normal).toContain(
      '<w:snapToGrid w:val="0"/><w:spacing w:line="579" w:lineRule="exact"/>',
    );
    expect(normal).toContain('<w:spacing w:val="-5"/>');
    expect(Math.floor((11906 - 1587 - 1474) / (320 - 5))).toBe(28);
  });

  test('天头、订口和版心的毫米数', () => {
    const millimetre = (twips: number) => Math.round((twips / 1440) * 25.4);
    expect([2098, 1587].map(millimetre)).toEqual([37, 28]);
    expect([11906 - 1587 - 1474, 16838 - 2098 - 1984].map(millimetre)).toEqual([156, 225]);
    expect(Math.floor((16838 - 2098 - 1984) / 579)).toBe(22);
    expect(Math.floor((11906 - 1587 - 1474) / (320 - (848 / 4096) * 20))).toBe(28);
  });

  test.each([
    ['政务新媒体专项', '方正小标宋简体', 44],
    ['现将有关情况', '仿宋_GB2312', 32],
    ['一、基本情况', '黑体', 32],
    ['（一）账号。', '楷体_GB2312', 32],
  ])('“%s”用%s、%i 半磅', async (text, font, size) => {
    const xml = paragraph((await partsOf())('word/document.xml'), text);
    expect(xml).toContain(`w:eastAsia="${font}"`);
    expect(xml).toContain(`<w:sz w:val="${String(size)}"/>`);
  });

  test('西文和数字用 Times New Roman', async () => {
    expect(paragraph((await partsOf())('word/document.xml'), '共12个')).toContain(
      'w:ascii="Times New Roman"',
    );
  });

  test('正文首行空两字，主送机关顶格、用全角冒号', async () => {
    const xml = (await partsOf())('word/document.xml');
    expect(paragraph(xml, '现将有关情况')).toMatch(
      /<w:ind [^>]*w:firstLine="640"[^>]*w:firstLineChars="200"/u,
    );
    expect(paragraph(xml, '示例市政务信息化办公室')).not.toContain('<w:ind');
    expect(plain(paragraph(xml, '示例市政务信息化办公室'))).toBe('示例市政务信息化办公室：');
  });

  test('标题居中，二级标题后的话用正文字体', async () => {
    const xml = (await partsOf())('word/document.xml');
    expect(paragraph(xml, '政务新媒体专项')).toContain('<w:jc w:val="center"/>');
    const level = paragraph(xml, '共12个');
    expect(level.indexOf('楷体_GB2312')).toBeLessThan(level.indexOf('仿宋_GB2312'));
  });

  test('附件说明空一行、左空两字，名称后不加标点', async () => {
    const xml = (await partsOf())('word/document.xml');
    expect(plain(paragraph(xml, '附件：'))).toBe('附件：问题清单');
    expect(paragraph(xml, '附件：')).toContain('<w:ind w:left="1600" w:hanging="960"/>');
  });

  test('几个附件编号，各占一页', async () => {
    const xml = (await partsOf([list, list]))('word/document.xml');
    expect(xml.match(/<w:sectPr.*?<\/w:sectPr>/gsu)).toHaveLength(3);
    expect([plain(paragraph(xml, '附件1')), plain(paragraph(xml, '附件2'))]).toEqual([
      '附件1',
      '附件2',
    ]);
  });

  test('成文日期右空四字，署名以它居中', async () => {
    const xml = (await partsOf())('word/document.xml');
    expect(paragraph(xml, '2026年6月15日')).toContain('<w:ind w:right="1280"/>');
    // 日期宽 6.5 字，署名宽 10 字：4 + (6.5 - 10) / 2 = 2.25 字。
    const office = (xml.match(/<w:p>.*?<\/w:p>/gsu) ?? []).filter(
      (one) => plain(one) === '示例区人民政府办公室',
    );
    expect(office[0]).toContain('<w:ind w:right="720"/>');
  });

  test('页码为4号宋体“— 1 —”，单页在右、双页在左', async () => {
    const part = await partsOf();
    expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    const footers = [1, 2, 3, 4].map((number) => part(`word/footer${String(number)}.xml`));
    for (const footer of footers) {
      expect(footer).toContain('w:eastAsia="宋体"');
      expect(footer).toContain('<w:sz w:val="28"/>');
      expect(footer).toMatch(/<w:t[^>]*>— <\/w:t>.*PAGE.*<w:t[^>]*> —<\/w:t>/su);
    }
    expect(footers.filter((footer) => footer.includes('<w:jc w:val="right"/>'))).toHaveLength(2);
    expect(footers.filter((footer) => footer.includes('<w:jc w:val="left"/>'))).toHaveLength(2);
  });

  test('附件从新页起，“附件”用黑体顶格', async () => {
    const xml = (await partsOf())('word/document.xml');
    const mark = (xml.match(/<w:p>.*?<\/w:p>/gsu) ?? []).find((one) => plain(one) === '附件') ?? '';
    expect(mark).toContain('w:eastAsia="黑体"');
    expect(mark).not.toContain('<w:ind');
    expect(xml).toContain('<w:type w:val="nextPage"/>');
  });

  test('〔待填〕有底色，别处没有', async () => {
    const xml = (await partsOf())('word/document.xml');
    const shaded = (xml.match(/<w:r>.*?<\/w:r>/gsu) ?? []).filter((run) => run.includes('<w:shd'));
    expect(shaded.map(plain)).toEqual(['〔待填：情况〕']);
  });

  test('没有红头，没有印章，没有图片', async () => {
    const xml = (await partsOf())('word/document.xml');
    expect(xml).not.toMatch(/FF0000|<w:drawing|<w:pict|<v:/u);
  });

  test('虚构的台账在每一页顶上声明', async () => {
    const part = await partsOf([list], '本台账为虚构。');
    expect(plain(part('word/header1.xml'))).toContain('本台账为虚构。');
  });
});

describe('标题分行', () => {
  test.each([
    ['关于督促完成逾期问题整改的函', ['关于督促完成逾期问题整改的函']],
    [
      '示例区人民政府办公室关于群众反映问题集中办理工作开展情况的报告',
      ['示例区人民政府办公室关于', '群众反映问题集中办理工作开展情况的报告'],
    ],
  ])('%s', (text, lines) => {
    expect(titleLines(text)).toEqual(lines);
  });

  test('每行不超过20字，拼起来不增不减', () => {
    const text =
      '榆林市榆阳区人民政府办公室关于政府网站与政府系统政务新媒体基础建设专项整治工作开展情况的报告';
    const lines = titleLines(text);
    expect(lines.join('')).toBe(text);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(20);
    expect(lines[0]).toBe('榆林市榆阳区人民政府办公室关于');
  });
});
