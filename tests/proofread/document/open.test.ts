import {
  Document,
  type IRunOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { openPaper } from '../../../src/proofread/document/open.ts';
import { wordFile } from '../paper-file.ts';
import { workbook } from '../../paper/made.ts';

async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  const opened = await openPaper(name, bytes);
  return opened.kind === 'refused' ? `${opened.reason} → ${opened.remedy}` : '打开了';
}

test('旧格式和加密的文件不完整时说明怎么办', async () => {
  const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
  expect(await refusal('通报.doc', old)).toBe(
    '文件不完整，打不开 → 用 WPS 或 Office 打开后另存一份，或请对方重发',
  );
});

test('PDF、空文件、残缺文件、别的压缩包各有一句话；话里不说导入', async () => {
  const whole = await wordFile('一段文字');
  expect(await refusal('a.pdf', strToU8('%PDF-1.7'))).toContain('文件是PDF');
  expect(await refusal('a.txt', new Uint8Array())).toContain('文件是空的');
  expect(await refusal('a.docx', whole.slice(0, 800))).toContain('文件不完整');
  expect(await refusal('a.docx', strToU8('不是压缩包'))).toContain('文件已损坏');
  expect(await refusal('a.zip', zipSync({ 'a.docx': strToU8('<a/>') }))).toBe(
    '文件是压缩包 → 解压后把里面的文件放进文件夹',
  );
  expect(await refusal('a.docm', zipSync({ 'word/vbaProject.bin': strToU8('x') }))).toBe(
    '文件带有宏 → 另存为不带宏的 docx 或 xlsx',
  );
  expect(await refusal('a.txt', Uint8Array.of(0x61, 0x00, 0x62))).toContain('文件不是文本');
  expect(await refusal('a.txt', strToU8(' \n'))).toContain('文稿里没有文字');
});

test('自称很大、谎报大小的文件不解开', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(1024) });
  expect(await refusal('a.docx', withSize(bomb, 300 * 1024 * 1024))).toContain('压缩炸弹');
  const larger = zipSync({ 'word/document.xml': new Uint8Array(20 * 1024 * 1024) }, { level: 1 });
  expect(await refusal('a.docx', withSize(larger, 100))).toContain('压缩炸弹');
});

test('工作簿也能校对：每张表是一张表', async () => {
  const sheets = {
    数字: [
      ['项目', '数量'],
      ['合计', '3'],
    ],
  };
  const opened = await openPaper('a.xlsx', workbook(sheets));
  expect(opened.kind === 'paper' && opened.paper.blocks).toMatchObject([
    {
      kind: 'table',
      number: 1,
      rows: [
        [{ text: '项目' }, {}],
        [{}, { text: '3', row: 2, column: 2 }],
      ],
    },
  ]);
});

test('一段里的手工换行仍是一段，划掉的字不校对', async () => {
  const run = (text: string, isStruck = false) => {
    const options: IRunOptions = { text, strike: isStruck };
    return new TextRun(options);
  };
  const file = await Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph({
              children: [run('上行'), new TextRun({ break: 1 }), run('下行'), run('作废', true)],
            }),
          ],
        },
      ],
    }),
  );
  const opened = await openPaper('a.docx', file);
  expect(opened.kind === 'paper' && opened.paper.blocks).toEqual([
    { kind: 'paragraph', number: 1, text: '上行\n下行', numbered: false },
  ]);
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
