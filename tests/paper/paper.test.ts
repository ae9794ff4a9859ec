/** 来件: which reader a file is given to, by what it holds. */
import { expect, test } from 'vitest';
import { readPaper } from '../../src/paper/paper.ts';
import { docx, packed, png, workbook, xlsx } from './made.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
async function read(file: string, bytes: Uint8Array): Promise<string> {
  const reading = await readPaper(file, bytes, () => false);
  if ('refusal' in reading) return `不读：${reading.refusal.problem}`;
  const [first] = reading.paper.blocks;
  return first?.kind === 'grid'
    ? `表：${first.rows.map((row) => row.map(({ text }) => text).join('|')).join('/')}`
    : `行：${first?.text ?? ''}`;
}
const SHEET = '<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>';
const WORDS = '<w:p><w:r><w:t>甲</w:t></w:r></w:p>';

test.each<[string, string, Uint8Array, string]>([
  ['docx', 'a.docx', docx(WORDS), '行：甲'],
  ['xlsx', 'a.xlsx', xlsx({ sheet: SHEET }), '表：7'],
  ['名字不对的 xlsx', 'a.doc', xlsx({ sheet: SHEET }), '表：7'],
  ['xls', 'a.xls', workbook({ 甲: [['乙', '丙']] }, 'biff8'), '表：乙|丙'],
  ['xlsb', 'a.xlsb', workbook({ 甲: [['乙']] }, 'xlsb'), '表：乙'],
  ['csv', 'a.csv', utf8('甲,"乙,丙"\n'), '表：甲|乙,丙'],
  ['文字', 'a.txt', utf8('甲,乙\n'), '行：甲,乙'],
  ['网页', 'a.html', utf8('<table><tr><td>甲</td></tr></table>'), '表：甲'],
  ['自称工作簿的网页', 'a.xls', utf8('<html><table><tr><td>甲</td></tr></table></html>'), '表：甲'],
])('%s', async (_, file, bytes, said) => {
  expect(await read(file, bytes)).toBe(said);
});

test.each<[string, string, Uint8Array, string]>([
  ['空的', 'a.docx', new Uint8Array(), '文件是空的'],
  ['PDF', 'a.docx', utf8('%PDF-1.7\n'), '文件是PDF，读不出表格'],
  ['图片', 'a.xlsx', png, '文件是图片，读不出表格'],
  ['带宏的', 'a.docm', docx(WORDS, { 'word/vbaProject.bin': 'x' }), '文件带有宏'],
  ['压缩包', 'a.zip', packed({ 'a.txt': '甲' }), '文件是压缩包'],
  ['自称文档的文字', 'a.docx', utf8('甲乙丙'), '文件已损坏，打不开'],
  ['网页存档', 'a.doc', utf8('MIME-Version: 1.0\n'), '文件是网页存档'],
  ['不是文本', 'a.txt', utf8('甲\u0000乙'), '文件不是文本'],
  ['没有正文的文档', 'a.docx', packed({ 'word/document.xml': '<a/>' }), '文件不完整，打不开'],
])('%s', async (_, file, bytes, said) => {
  expect(await read(file, bytes)).toContain(`不读：${said}`);
});

test('太大的不读，说多大', async () => {
  expect(await read('a.csv', new Uint8Array(200 * 1024 * 1024))).toMatch(/^不读：文件有 200 MB，/u);
});

test('xlsb 里的图片读不出，说出来', async () => {
  const bytes = workbook({ 甲: [['乙']] }, 'xlsb');
  const { unzipSync, zipSync } = await import('fflate');
  const reading = await readPaper(
    'a.xlsb',
    zipSync({ ...unzipSync(bytes), 'xl/media/a.png': png }),
    () => false,
  );
  expect('paper' in reading && reading.paper.unread?.[0]?.what).toContain('xlsb');
});
