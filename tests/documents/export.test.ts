import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { csv } from '../../src/documents/sheet/csv.ts';
import { ledgerSheet } from '../../src/documents/sheet/working-ledger-columns.ts';
import { listSheet } from '../../src/documents/sheet/list-sheet.ts';
import { selectedRows } from '../../src/documents/sheet/selection.ts';
import { sheetFile } from '../../src/documents/sheet/sheet-word.ts';
import { workbook } from '../../src/documents/sheet/xlsx.ts';
import { campaignView } from '../../src/views/kind/campaign-view.ts';
import { face } from './face.ts';
import { ledger, scratch } from './run.ts';

const source = readFileSync(
  join(import.meta.dirname, '..', 'fixtures', 'source', 'yuyang-2020-report.txt'),
  'utf8',
);

function yuyangList() {
  const yuyang = face('yuyang');
  const { rows } = selectedRows(yuyang, { campaign: '2020-special' });
  return listSheet(campaignView(yuyang, '2020-special'), rows);
}

/** A workbook as SheetJS reads it: the texts of each row. */
function rowsIn(bytes: Uint8Array): string[][] {
  const book = xlsx.read(bytes, { type: 'array', cellDates: true, UTC: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  return xlsx.utils.sheet_to_json<string[]>(sheet!, { header: 1, raw: false, defval: '' });
}

describe('问题清单', () => {
  test('栏目、标题、报送单位和填表日期与来源相同', async () => {
    const rows = rowsIn(await workbook([yuyangList()], { office: '示例', on: '2020-05-13' }));
    expect(rows[0]?.[0]).toBe('政府网站/政务新媒体基础建设专项整治工作问题清单');
    expect(rows[1]?.[0]).toBe('报送单位（盖章）：榆林市榆阳区人民政府办公室');
    expect(rows[2]?.[0]).toBe('填表日期：2020年5月13日');
    expect(rows[3]).toEqual([
      '序号',
      '政府网站/政务新媒体',
      '主办单位',
      '存在问题',
      '整改措施',
      '整改时限',
    ]);
    expect(rows.slice(4)).toHaveLength(23);
  });

  test('每一格的文字都在来源文件里，错漏字照录', async () => {
    const rows = rowsIn(await workbook([yuyangList()], { office: '示例', on: '2020-05-13' }));
    const words = source.replace(/[\s]/gu, '');
    const missing = rows
      .slice(4)
      .flat()
      .filter((cell) => cell.length > 3 && !words.includes(cell.replace(/\s/gu, '')));
    // 第6行在来源里跨页，两半被分在两行里。
    expect(missing).toEqual(['微信公众号：榆阳双拥']);
    expect(rows.at(-1)?.[3]).toBe('公众号停用为注销');
  });

  test('Word 清单用另一个程序读出来是一样的表', async () => {
    const file = await sheetFile(yuyangList(), '示例', '2020-05-13');
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(file) });
    const cells = [...value.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gsu)].map(([, cell]) =>
      (cell ?? '').replace(/<[^>]+>/gu, ''),
    );
    const sheet = yuyangList();
    expect(cells).toEqual([
      ...sheet.columns.map(({ title }) => title),
      ...sheet.rows.flat().map(String),
    ]);
    expect(value).toContain('报送单位（盖章）：榆林市榆阳区人民政府办公室');
  });

  test('表头每页重复，行不拆页', async () => {
    const parts = unzipSync(await sheetFile(yuyangList(), '示例', '2020-05-13'));
    const xml = strFromU8(parts['word/document.xml']!);
    expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/gu)).toHaveLength(24);
  });

  test('CSV 带 BOM，逗号、引号和换行都在引号里', () => {
    const columns = [{ key: 'a', title: '甲,乙', width: 5, kind: 'text' as const }];
    expect(
      csv({
        columns,
        rows: [['他说“好”"'], ['一\n二'], [undefined], [{ day: '2020-05-31' }], [3]],
      }),
    ).toBe('\uFEFF"甲,乙"\r\n"他说“好”"""\r\n"一\n二"\r\n\r\n2020-05-31\r\n3\r\n');
  });

  test('像公式的文字不会被当公式执行，负数照写', () => {
    const columns = [{ key: 'a', title: '甲', width: 5, kind: 'text' as const }];
    const text = csv({ columns, rows: [['=1+1'], ['@a'], ['-乙'], [-3]] });
    expect(text.split('\r\n').slice(1, -1)).toEqual(["'=1+1", "'@a", "'-乙", '-3']);
  });
});

describe('工作台账', () => {
  test('截止日是真日期，剩余天数是数', async () => {
    const yuyang = face('yuyang');
    const { rows } = selectedRows(yuyang, {});
    const sheet = ledgerSheet('台账', ['截至'], rows, { audience: 'internal', onPaper: false });
    const book = xlsx.read(await workbook([sheet], { office: '示例', on: '2020-05-13' }), {
      cellDates: true,
      UTC: true,
    });
    const page = book.Sheets['整改台账']!;
    expect([page['G4'].t, (page['G4'].v as Date).toISOString()]).toEqual([
      'd',
      '2020-05-31T00:00:00.000Z',
    ]);
    expect([page['H4'].t, page['H4'].v]).toEqual(['n', 18]);
  });

  test('A4 横放、冻结表头、可筛选、表头每页重复、只印纸上放得下的栏', async () => {
    const { rows } = selectedRows(face('yuyang'), {});
    const sheet = ledgerSheet('台账', ['截至'], rows, { audience: 'internal', onPaper: false });
    const parts = unzipSync(await workbook([sheet], { office: '示例', on: '2020-05-13' }));
    const page = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    expect(page).toContain(
      '<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>',
    );
    expect(page).toContain('<autoFilter ref="A3:U26"/>');
    expect(page).toMatch(/<pageSetup paperSize="9" orientation="landscape"[^>]*fitToHeight="0"/u);
    const book = strFromU8(parts['xl/workbook.xml']!);
    expect(book).toContain('!$3:$3<');
    expect(book).toContain('!$A$1:$L$26<');
  });

  test('公开版没有内部栏目，也没有未公开的专项', () => {
    const shown = face('shili', 'public');
    const { rows } = selectedRows(shown, {});
    const sheet = ledgerSheet('台账', [], rows, { audience: 'public', onPaper: false });
    expect(sheet.columns.map(({ key }) => key)).not.toContain('note');
    expect(new Set(rows.map(({ campaign }) => campaign))).toEqual(
      new Set([
        '2024-q3',
        '2024-q4',
        '2025-q1',
        '2025-q2',
        '2025-q3',
        '2025-q4',
        '2025-special',
        '2026-check',
        '2026-hazard',
        '2026-q1',
      ]),
    );
    expect(
      rows
        .flatMap(({ note, progress, reportedOn }) => [note, progress, reportedOn])
        .filter(Boolean),
    ).toEqual([]);
  });

  test('不许公开逾期单位名称的专项，公开版不列逾期、不写负的剩余天数', () => {
    const shown = face('shili', 'public');
    const all = selectedRows(face('shili'), { campaign: '2026-check', overdue: true });
    const late = selectedRows(shown, { campaign: '2026-check', overdue: true });
    expect(all.rows.length).toBeGreaterThan(0);
    expect([late.rows.length, late.withheld]).toEqual([0, all.rows.length]);
    const { rows } = selectedRows(shown, { campaign: '2026-check' });
    expect(rows.filter(({ daysLeft }) => daysLeft !== undefined && daysLeft < 0)).toEqual([]);
  });
});

describe('文件包', () => {
  test('同一台账两次导出，字节相同', async () => {
    const of = { office: '示例', on: '2020-05-13' };
    const [a, b] = [await workbook([yuyangList()], of), await workbook([yuyangList()], of)];
    expect(Buffer.compare(a, b)).toBe(0);
    const [c, d] = [
      await sheetFile(yuyangList(), '示例', '2020-05-13'),
      await sheetFile(yuyangList(), '示例', '2020-05-13'),
    ];
    expect(Buffer.compare(c, d)).toBe(0);
  });

  test('属性里只有标题、发文单位和统计日', async () => {
    for (const bytes of [
      await workbook([yuyangList()], { office: '示例单位', on: '2020-05-13' }),
      await sheetFile(yuyangList(), '示例单位', '2020-05-13'),
    ]) {
      const core = strFromU8(unzipSync(bytes)['docProps/core.xml']!);
      expect(
        core
          .replace(/<[^>]+>/gu, '|')
          .split('|')
          .filter((text) => text.trim() !== ''),
      ).toEqual([
        '政府网站/政务新媒体基础建设专项整治工作问题清单',
        '示例单位',
        '示例单位',
        '2020-05-13T00:00:00Z',
        '2020-05-13T00:00:00Z',
      ]);
      const app = strFromU8(unzipSync(bytes)['docProps/app.xml']!);
      expect(app.replace(/<[^>]+>/gu, '').trim()).toBe('');
    }
  });
});

describe('ledger export', () => {
  test('写出工作簿并说有几个问题', () => {
    const out = join(scratch(), 'a', '清单.xlsx');
    expect(ledger('export', '--out', out)).toEqual({
      code: 0,
      out: `已写出 ${out}，23 个问题。\n`,
      err: expect.stringContaining('统计截止日：2020年5月13日'),
    });
    expect(rowsIn(readFileSync(out))).toHaveLength(27);
  });

  test('CSV 不写 --out 就显示在屏幕上', () => {
    const { code, out } = ledger('export', '--format', 'csv', '--unit', '榆阳区气象局');
    expect([code, out.trim().split('\r\n').length]).toEqual([0, 3]);
  });

  test('几个专项而没有指明时，列出可选的', () => {
    const { code, err } = ledger('export', '--content', 'tests/fixtures/shili');
    expect(code).toBe(2);
    expect(err).toContain('没有指明是哪一个 → 可选：2024-q3（');
  });

  test('没有这个单位时提示相近的', () => {
    expect(ledger('export', '--unit', '榆阳区气像局').err).toContain('是不是想写“榆阳区气象局”？');
  });
});
