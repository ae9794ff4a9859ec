/** Pasted text: the shapes in which a table comes out of a chat or a PDF. */
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/paper/text.ts';
import { mendedText, mendFinding } from '../../src/intake/words/wording.ts';

const names = new Set([
  '序号',
  '账号',
  '单位',
  '存在问题',
  '整改措施',
  '整改时限',
  '政府网站/政务新媒体',
]);
const isColumn = (name: string): boolean => names.has(name.replace(/\s/gu, ''));

function cells(text: string): string[][] {
  return readText('粘贴.txt', text, isColumn)
    .blocks.filter((block) => block.kind === 'grid')
    .flatMap(({ rows }) => rows.map((row) => row.map(({ text: words }) => words)));
}

describe('粘贴的文字', () => {
  it('制表符隔开的，一行一条', () => {
    expect(cells('序号\t账号\t单位\n1\t甲\t乙')).toEqual([
      ['序号', '账号', '单位'],
      ['1', '甲', '乙'],
    ]);
  });

  it('一个词断成两行的接起来，断在哪一格都行', () => {
    expect(cells('序号\t账号\t单位\n1\t示例区沙\n河路街道\t某办\n2\t乙\t丙')).toEqual([
      ['序号', '账号', '单位'],
      ['1', '示例区沙\n河路街道', '某办'],
      ['2', '乙', '丙'],
    ]);
  });

  it('从表格软件复制的、引号里有换行的一格', () => {
    expect(cells('序号\t账号\t单位\n1\t"甲\n乙"\t丙')).toEqual([
      ['序号', '账号', '单位'],
      ['1', '甲\n乙', '丙'],
    ]);
  });

  it('竖线隔开的，分隔行不算', () => {
    expect(cells('| 序号 | 账号 | 单位 |\n|---|:--|---|\n| 1 | 甲 | 乙 |\n｜2｜丙｜丁｜')).toEqual([
      ['序号', '账号', '单位'],
      ['1', '甲', '乙'],
      ['2', '丙', '丁'],
    ]);
  });

  it('一格一行的，按序号分行；栏名断成两行也认得', () => {
    const lines = [
      '序号',
      '政府网站/',
      '政务新媒体',
      '单位',
      '存在问题',
      '1',
      '甲',
      '乙',
      '丙',
      '2',
      '丁',
      '戊',
      '己',
    ];
    expect(cells(lines.join('\n'))).toEqual([
      ['序号', '政府网站/政务新媒体', '单位', '存在问题'],
      ['1', '甲', '乙', '丙'],
      ['2', '丁', '戊', '己'],
    ]);
  });

  it.each([
    '请于3月底前完成整改。',
    '2026年3月1日',
    '备注：截图另附',
    '联系人：某某',
    '二、工作要求',
  ])('一格一行的，行行都整齐：后面的“%s”不是最后一行的', (behind) => {
    const names = ['序号', '账号', '单位', '存在问题'];
    const lines = [...names, '1', '甲', '乙', '丙', '2', '丁', '戊', '己', behind];
    expect(cells(lines.join('\n'))).toEqual([
      names,
      ['1', '甲', '乙', '丙'],
      ['2', '丁', '戊', '己'],
    ]);
  });

  it('一格一行的，有的行不整齐：后面的话分不清，不断', () => {
    const lines = ['序号', '账号', '单位', '存在问题', '1', '甲', '乙', '丙', '丙', '2'];
    expect(cells([...lines, '丁', '戊', '己', '未更新。'].join('\n')).at(-1)).toHaveLength(2);
  });

  it('每个位置记着原来的行号', () => {
    const [grid] = readText(
      '粘贴.txt',
      '标题\n\n序号\t账号\t单位\n1\t甲\t乙',
      isColumn,
    ).blocks.filter((block) => block.kind === 'grid');
    expect(grid?.rows[1]?.[2]?.place).toEqual({
      file: '粘贴.txt',
      sheet: '正文',
      row: 4,
      cell: 'C',
    });
  });
});

describe('排版留下的空格', () => {
  it.each([
    ['沙 河路街道办事处', '沙河路街道办事处'],
    ['微信公账号： 榆林市', '微信公账号：榆林市'],
    ['微信公众号: 榆阳 气象', '微信公众号: 榆阳气象'],
    ['立即组织完善, 切实履行', '立即组织完善, 切实履行'],
    ['7月\n31日前', '7月31日前'],
    ['1.更新不及时\n2.没有互动', '1.更新不及时 2.没有互动'],
    ['（一）\n更新', '（一）更新'],
    ['APP 下载', 'APP 下载'],
    ['提升\n, 并坚持', '提升, 并坚持'],
    ['\u200b榆阳\u00a0发布\ufeff', '榆阳发布'],
    ['　首尾全角空格　', '首尾全角空格'],
  ])('“%s” → “%s”', (text, expected) => {
    expect(mendedText(text)).toBe(expected);
  });

  const known = (words: string): boolean => /^(?:.*不够丰富|.*不够积极)$/u.test(words);

  it('两个问题之间唯一的分隔是空格时，空格保留', () => {
    expect(mendFinding('宣传内容不够丰富 互动交流不够积极', known)).toBe(
      '宣传内容不够丰富 互动交流不够积极',
    );
    expect(mendFinding('宣传内容不 够丰富\n互动交流不够 积极', known)).toBe(
      '宣传内容不够丰富 互动交流不够积极',
    );
  });

  it('远没有写满一行就换行的，是有意分开', () => {
    expect(mendFinding('页面打不开\n图片缺失严重', known, 15)).toBe('页面打不开 图片缺失严重');
    expect(mendFinding('页面打不开\n图片缺失严重', known, 6)).toBe('页面打不开图片缺失严重');
  });
});
