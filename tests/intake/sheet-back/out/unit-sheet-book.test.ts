/** 报送单的样子: what a unit opens — locked cells, drop-downs, a hidden stamp, A4 — read back by other programs. (示例区，虚构) */
import * as XLSX from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type UnitSheetBook,
  unitSheetBook,
} from '../../../../src/intake/sheet-back/out/unit-sheet-book.ts';
import type { UnitSheetRow } from '../../../../src/intake/sheet-back/out/unit-sheet-rows.ts';
import { unitSheetForm } from '../../../../src/intake/sheet-back/out/unit-sheet-form.ts';
import { sheetCode, STAMP_SHEET, stampRows } from '../../../../src/intake/sheet-back/out/stamp.ts';

const rows: UnitSheetRow[] = ['01', '02'].map((number) => ({
  row: String(Number(number)),
  issue: `2026-check-${number}`,
  listed: '微信公众号：示例民政',
  finding: '内容更新不及时',
  measures: '及时更新',
  deadline: '6月底',
  state: '待整改',
  owed: '请附最近一次发布的链接',
  last: '',
}));
const book: UnitSheetBook = {
  unitName: '示例区民政局',
  campaignName: '示例区季度检查',
  office: '示例区人民政府办公室',
  rows,
  stamp: {
    commit: 'a'.repeat(40),
    campaign: '2026-check',
    unit: 'shili-minzheng',
    madeOn: '2026-06-10',
    rows: stampRows(rows),
  },
};

describe('整改报送单', () => {
  let part: (name: string) => string;
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await unitSheetBook(book);
    const parts = unzipSync(bytes);
    part = (name) => strFromU8(parts[name] ?? new Uint8Array());
  });

  it('A4 横放、一页宽，表头每页重复，页脚有单号', () => {
    const xml = part('xl/worksheets/sheet1.xml');
    expect(xml).toMatch(/<pageSetup paperSize="9" orientation="landscape"[^>]*fitToHeight="0"/u);
    expect(part('xl/workbook.xml')).toMatch(/_xlnm\.Print_Titles[^>]*>[^<]*\$5:\$5</u);
    expect(xml).toContain(sheetCode(book.stamp));
  });

  it('工作表已保护；只有浅黄色的格能填：签署三格，每条六格', () => {
    expect(part('xl/worksheets/sheet1.xml')).toContain('<sheetProtection sheet="1"');
    const sheet = part('xl/worksheets/sheet1.xml');
    const formats = /<cellXfs[\s\S]*?<\/cellXfs>/u.exec(part('xl/styles.xml'))?.[0] ?? '';
    const open = [...formats.matchAll(/<xf [\s\S]*?(?:<\/xf>|\/>(?=<xf|<\/cellXfs))/gu)].flatMap(
      ([xml], index) => (xml.includes('locked="0"') ? [String(index)] : []),
    );
    const cells = [...sheet.matchAll(/<c r="([A-Z]+)(\d+)" s="(\d+)"/gu)]
      .filter(([, , , style]) => open.includes(style ?? ''))
      .map(([, column = '', row = '']) => `${column}${row}`);
    const filled = ['I', 'J', 'K', 'L', 'M', 'N'];
    expect(cells.filter((cell) => /[67]$/u.test(cell))).toEqual([
      ...filled.map((column) => `${column}6`),
      ...filled.map((column) => `${column}7`),
    ]);
    expect(cells.filter((cell) => cell.endsWith('4'))).toEqual(
      expect.arrayContaining(['D4', 'F4', 'J4']),
    );
    expect(cells.filter((cell) => /[1235]$/u.test(cell))).toEqual([]);
  });

  it('本次报送是下拉列表，只有四项', () => {
    expect(part('xl/worksheets/sheet1.xml')).toMatch(
      /<dataValidation type="list"[^>]*sqref="I6[^>]*>[\s\S]*?<formula1>&quot;开始整改,进展,申请验收,申请延期&quot;|<formula1>"开始整改,进展,申请验收,申请延期"/u,
    );
  });

  it('校验页深藏，别的程序读得出问题编号', () => {
    const read = XLSX.read(bytes);
    expect(read.SheetNames).toEqual(['整改报送单', STAMP_SHEET]);
    expect(read.Workbook?.Sheets?.map(({ Hidden }) => Hidden)).toEqual([0, 2]);
    expect(read.Sheets['整改报送单']?.['B6']).toMatchObject({ v: '2026-check-01' });
  });

  it('属性里只有制表单位和标题，没有人名', () => {
    const core = part('docProps/core.xml');
    expect(core).toContain('<dc:creator>示例区人民政府办公室</dc:creator>');
    expect(core).toContain('<cp:lastModifiedBy>示例区人民政府办公室</cp:lastModifiedBy>');
  });
});

describe('整改销号申请表', () => {
  it('一条一页，有单位、牵头单位、上级三处意见和盖章的地方', async () => {
    const { value } = await mammoth.extractRawText({
      buffer: Buffer.from(await unitSheetForm(book)),
    });
    for (const words of ['单位意见', '牵头单位意见', '上级核销意见', '（盖章）'])
      expect(value.split(words).length - 1).toBeGreaterThanOrEqual(rows.length);
    expect(value.match(/整改销号申请表/gu)).toHaveLength(rows.length);
  });

  it('A4 竖排，版心宽与公文相同（156毫米），属性里没有人名', async () => {
    const parts = unzipSync(await unitSheetForm(book));
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/u);
    expect(xml).toMatch(/<w:pgMar w:top="1701" w:right="1474" w:bottom="1417" w:left="1587"/u);
    const core = strFromU8(parts['docProps/core.xml'] ?? new Uint8Array());
    expect(core).toContain('<cp:lastModifiedBy>示例区人民政府办公室</cp:lastModifiedBy>');
  });
});
