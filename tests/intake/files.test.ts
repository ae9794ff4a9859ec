/** Files that cannot or must not be read get a sentence, and nothing is unpacked that would fill the memory. */
import { spawnSync } from 'node:child_process';
import { deflateRawSync } from 'node:zlib';
import * as XLSX from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { convertedFile, hasOffice } from '../../src/paper/office.ts';
import { readPaper } from '../../src/paper/paper.ts';
import { docxOf, xlsOf, xlsxOf, type SheetOfPaper } from './papers.ts';
import { header, headLines, rows, title } from './source.ts';

const paper: SheetOfPaper = { above: [title, ...headLines], rows: [header, ...rows] };

async function sentence(name: string, bytes: Uint8Array): Promise<string> {
  const reading = await readPaper(name, bytes, () => false);
  return 'refusal' in reading ? `${reading.refusal.problem} → ${reading.refusal.remedy}` : '读了';
}

/** A zip whose directory says what it wants, honest or not. */
function zipOf(name: string, content: Uint8Array, saidSize: number): Uint8Array {
  const packed = deflateRawSync(content);
  const path = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(saidSize, 22);
  local.writeUInt16LE(path.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(saidSize, 24);
  central.writeUInt16LE(path.length, 28);
  const body = Buffer.concat([local, path, packed]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + path.length, 12);
  end.writeUInt32LE(body.length, 16);
  return new Uint8Array(Buffer.concat([body, central, path, end]));
}

describe('读不得的文件各有一句话', () => {
  it('空文件', async () => {
    expect(await sentence('清单.docx', new Uint8Array())).toBe('文件是空的 → 请对方重发');
  });

  it.each([3, 100, 4000])('截断的 Word 文档（只有前 %i 字节）', async (length) => {
    const bytes = (await docxOf(paper)).slice(0, length);
    expect(await sentence('清单.docx', bytes)).toMatch(
      /^(?:文件不完整，打不开|文件已损坏，打不开|文件不是文本)/u,
    );
  });

  it('中间坏了一段的工作簿', async () => {
    const bytes = await xlsxOf(paper);
    bytes.fill(0x5a, 200, 900);
    expect(await sentence('清单.xlsx', bytes)).toBe(
      '文件不完整，打不开 → 用 WPS 或 Office 打开后另存一份，或请对方重发',
    );
  });

  it('不压缩的工作簿里改坏几个字节，校验码对不上，不读出错的内容', async () => {
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(
      book,
      XLSX.utils.aoa_to_sheet([header, ...rows].map((row) => [...row])),
      '清单',
    );
    const bytes = new Uint8Array(XLSX.write(book, { type: 'array' }) as ArrayBuffer);
    expect(await sentence('清单.xlsx', bytes)).toBe('读了');
    const at = Buffer.from(bytes).indexOf('5月底');
    bytes.set(strToU8('6'), at);
    expect(await sentence('清单.xlsx', bytes)).toBe(
      '文件不完整，打不开 → 用 WPS 或 Office 打开后另存一份，或请对方重发',
    );
  });

  it('超过 50 MB 的文件不打开', async () => {
    expect(await sentence('清单.xlsx', new Uint8Array(50 * 1024 * 1024 + 1))).toBe(
      '文件有 51 MB，超过 50 MB 的上限 → 去掉图片后另存，或只留清单所在的部分',
    );
  });

  it('解压后 300 MB 的压缩炸弹，目录如实写的', async () => {
    const bytes = zipOf('word/document.xml', new Uint8Array(300 * 1024 * 1024), 300 * 1024 * 1024);
    expect(bytes.length).toBeLessThan(1024 * 1024);
    expect(await sentence('清单.docx', bytes)).toBe(
      '文件解压后过大，可能是压缩炸弹 → 不要打开；请对方另存一份正常的文件重发',
    );
  });

  it('目录谎报大小的压缩炸弹，解到谎报的大小就停', async () => {
    const bytes = zipOf('word/document.xml', new Uint8Array(100 * 1024 * 1024), 1000);
    const before = process.memoryUsage().arrayBuffers;
    expect(await sentence('清单.docx', bytes)).toContain('可能是压缩炸弹');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024);
  });

  it('带宏的工作簿和文档', async () => {
    const macro = { 'xl/workbook.xml': strToU8('<a/>'), 'xl/vbaProject.bin': strToU8('x') };
    expect(await sentence('清单.xlsm', zipSync(macro))).toBe(
      '文件带有宏 → 另存为不带宏的 docx 或 xlsx，再导入',
    );
    const word = { 'word/document.xml': strToU8('<a/>'), 'word/vbaProject.bin': strToU8('x') };
    expect(await sentence('清单.docm', zipSync(word))).toContain('文件带有宏');
  });

  it('带宏的旧工作簿', async () => {
    const book = XLSX.CFB as {
      utils: {
        cfb_new: () => object;
        cfb_add: (cfb: object, name: string, content: Uint8Array) => void;
      };
      write: (cfb: object, options: { type: 'buffer' }) => Uint8Array;
    };
    const cfb = book.utils.cfb_new();
    book.utils.cfb_add(cfb, '/Workbook', new Uint8Array(100));
    book.utils.cfb_add(cfb, '/_VBA_PROJECT_CUR/VBA/dir', new Uint8Array(10));
    expect(
      await sentence('清单.xls', new Uint8Array(book.write(cfb, { type: 'buffer' }))),
    ).toContain('文件带有宏');
  });

  it('加了密码的工作簿', async () => {
    const book = XLSX.CFB as {
      utils: {
        cfb_new: () => object;
        cfb_add: (cfb: object, name: string, content: Uint8Array) => void;
      };
      write: (cfb: object, options: { type: 'buffer' }) => Uint8Array;
    };
    const cfb = book.utils.cfb_new();
    book.utils.cfb_add(cfb, '/EncryptionInfo', new Uint8Array(100));
    book.utils.cfb_add(cfb, '/EncryptedPackage', new Uint8Array(5000));
    expect(await sentence('清单.xlsx', new Uint8Array(book.write(cfb, { type: 'buffer' })))).toBe(
      '文件加了密码 → 打开后取消密码，另存一份再导入',
    );
  });

  it.each([
    ['%PDF-1.7\n', '清单.pdf', '文件是PDF，读不出表格'],
    ['Rar!\u001a\u0007', '清单.docx', '文件是压缩包'],
    ['MZ\u0090\u0000', '清单.xlsx', '文件是程序'],
  ])('改了扩展名也看内容（%s）', async (head, name, expected) => {
    expect(await sentence(name, new TextEncoder().encode(head.padEnd(200)))).toContain(expected);
  });

  it('压缩包请解压后再导入', async () => {
    expect(await sentence('清单.zip', zipSync({ '清单.docx': strToU8('x') }))).toBe(
      '文件是压缩包 → 解压后把里面的文件放进文件夹，再导入这个文件夹',
    );
  });

  it('名为 xls、其实是网页表格的文件照样读', async () => {
    const cells = [header, ...rows].map(
      (row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`,
    );
    const html = `<html><meta charset="utf-8"><table>${cells.join('')}</table></html>`;
    const reading = await readPaper('清单.xls', new TextEncoder().encode(html), () => false);
    expect('paper' in reading && reading.paper.blocks).toHaveLength(1);
  });
});

describe('WPS 和旧格式', () => {
  it('旧 Word 文档由 LibreOffice 转换后读取；没有 LibreOffice 时说另存为 docx', async () => {
    if (hasOffice()) {
      const old = convertedFile(await docxOf({ ...paper, below: ['（完）'] }), 'docx', 'doc');
      if (old === undefined) throw new Error('LibreOffice 没有写出 doc');
      const reading = await readPaper('清单.wps', old, () => false);
      if ('refusal' in reading) throw new Error(reading.refusal.problem);
      const grid = reading.paper.blocks.find((block) => block.kind === 'grid');
      expect(grid?.rows).toHaveLength(24);
      expect(grid?.rows[1]?.map(({ text }) => text)).toEqual(rows[0]);
    } else {
      const run = spawnSync('soffice', ['--version']);
      expect(run.error).toBeDefined();
      console.info('没有安装 LibreOffice：只验证提示语');
      const word = XLSX.CFB as {
        utils: {
          cfb_new: () => object;
          cfb_add: (cfb: object, name: string, content: Uint8Array) => void;
        };
        write: (cfb: object, options: { type: 'buffer' }) => Uint8Array;
      };
      const cfb = word.utils.cfb_new();
      word.utils.cfb_add(cfb, '/WordDocument', new Uint8Array(100));
      expect(await sentence('清单.doc', new Uint8Array(word.write(cfb, { type: 'buffer' })))).toBe(
        '文件是旧格式的 Word 或 WPS 文档，本机没有能转换它的 LibreOffice → 在 WPS 或 Word 里另存为 docx，再导入',
      );
    }
  }, 120_000);

  it('et 就是旧工作簿，按内容读', async () => {
    const reading = await readPaper('清单.et', xlsOf(paper), () => false);
    expect('paper' in reading && reading.paper.blocks).toHaveLength(1);
  });
});
