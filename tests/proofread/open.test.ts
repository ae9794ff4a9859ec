import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { openPaper } from '../../src/proofread/open.ts';
import { wordFile } from './paper-file.ts';

async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  const opened = await openPaper(name, bytes);
  return opened.kind === 'refused' ? `${opened.reason} → ${opened.remedy}` : '打开了';
}

test('旧格式和加密的文件说明怎么另存', async () => {
  const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
  expect(await refusal('通报.doc', old)).toBe(
    '这是旧格式（.doc、.wps）或加了密码的文件 → 在 Word 或 WPS 里另存为不加密的 .docx',
  );
});

test('PDF、空文件、残缺文件、别的压缩包各有一句话', async () => {
  const whole = await wordFile('一段文字');
  expect(await refusal('a.pdf', strToU8('%PDF-1.7'))).toContain('这是 PDF 文件');
  expect(await refusal('a.txt', new Uint8Array())).toContain('文件是空的');
  expect(await refusal('a.docx', whole.slice(0, 800))).toContain('文件损坏');
  expect(await refusal('a.docx', strToU8('不是压缩包'))).toContain('文件损坏');
  expect(await refusal('a.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }))).toContain(
    '不是 Word 文件',
  );
  expect(await refusal('a.txt', Uint8Array.of(0x61, 0x00, 0x62))).toContain('读不出文字');
});

test('自称很大的文件不解开', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(1024) });
  expect(await refusal('a.docx', withSize(bomb, 300 * 1024 * 1024))).toBe(
    '文件解开后太大 → 确认文件来源，删去大图后另存',
  );
});

test('谎报大小的压缩炸弹只解到所报的大小', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(20 * 1024 * 1024) }, { level: 1 });
  expect(await refusal('a.docx', withSize(bomb, 100))).toContain('文件损坏');
});

/** The same archive with another size of its only file in the directory at its end. */
function withSize(zip: Uint8Array, size: number): Uint8Array {
  const copy = Buffer.from(zip);
  copy.writeUInt32LE(size, copy.lastIndexOf('PK\u0001\u0002', undefined, 'latin1') + 24);
  return copy;
}

test('国标编码的文本照样读', async () => {
  const opened = await openPaper('a.txt', iconv.encode('一、总体情况', 'gbk'));
  expect(opened.kind === 'paper' && opened.paper.blocks).toEqual([
    { kind: 'paragraph', number: 1, text: '一、总体情况', numbered: false },
  ]);
});

test('合并的单元格占住它的行和列', async () => {
  const cell = (text: string, spans: { columnSpan?: number; rowSpan?: number } = {}) =>
    new TableCell({ ...spans, children: [new Paragraph(text)] });
  const rows = [
    new TableRow({ children: [cell('单位', { rowSpan: 2 }), cell('账号', { columnSpan: 2 })] }),
    new TableRow({ children: [cell('微信'), cell('微博')] }),
    new TableRow({ children: [cell('甲镇'), cell('1'), cell('2')] }),
  ];
  const file = await Packer.toBuffer(
    new Document({ sections: [{ children: [new Table({ rows })] }] }),
  );
  const opened = await openPaper('a.docx', file);
  const [block] = opened.kind === 'paper' ? opened.paper.blocks : [];
  expect(block?.kind === 'table' && block.rows.map((row) => row.map((one) => one.text))).toEqual([
    ['单位', '账号', ''],
    ['', '微信', '微博'],
    ['甲镇', '1', '2'],
  ]);
});
