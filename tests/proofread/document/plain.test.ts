import { describe, expect, it } from 'vitest';
import { plainPaper } from '../../../src/proofread/document/plain.ts';

/** Paragraphs as they are, tables as rows of cells. */
const read = (...lines: string[]) =>
  plainPaper(lines.join('\n')).blocks.map((block) =>
    block.kind === 'paragraph'
      ? block.text
      : block.rows.map((row) => row.map(({ text }) => text).join('/')),
  );

describe('纯文本里的表', () => {
  it('制表符、竖线分开的是表；空行不分开；短的行补齐', () => {
    expect(read('一、情况', '甲\t1\t2', '', '乙\t3', '完。')).toEqual([
      '一、情况',
      ['甲/1/2', '乙/3/'],
      '完。',
    ]);
    expect(read('| 甲 | 1 |', '甲｜1｜2')).toEqual([['甲/1/', '甲/1/2']]);
    expect(read('甲|乙')).toEqual(['甲|乙']);
  });

  const rows = ['东县 10 2', '西县 14 1', '南县 9 —'];
  const cells = ['东县/10/2', '西县/14/1', '南县/9/—'];

  it('空格分开的：一行栏名，下面至少三行数字', () => {
    expect(read('县区 抽查数 问题数', ...rows, '合计 33 3', '以上要整改。')).toEqual([
      ['县区/抽查数/问题数', ...cells, '合计/33/3'],
      '以上要整改。',
    ]);
    expect(read('县区　抽查数　比率', '东县　10　95.0%', '西县　1,200　0', '南县　9　-')).toEqual([
      ['县区/抽查数/比率', '东县/10/95.0%', '西县/1,200/0', '南县/9/-'],
    ]);
  });

  it('两张表各是各的；后面的制表符另起一张', () => {
    const head = '县区 抽查数 问题数';
    expect(read(head, ...rows, head, ...rows)).toEqual([
      [head.replaceAll(' ', '/'), ...cells],
      [head.replaceAll(' ', '/'), ...cells],
    ]);
    expect(read('甲\t乙\t丙', head, ...rows, '丁\t1\t2')).toEqual([
      ['甲/乙/丙'],
      [head.replaceAll(' ', '/'), ...cells],
      ['丁/1/2'],
    ]);
  });

  it.each([
    ['行数不够', ['县区 抽查数 问题数', ...rows.slice(1)]],
    ['只有两栏', ['县区 抽查数', '东县 1', '西县 2', '南县 3']],
    ['栏名里有数字或标点', ['县区 3月 问题数：', ...rows]],
    ['栏名太长', ['县区 抽查的政务新媒体账号总数合计 问题数', ...rows]],
    ['行里有话', ['县区 抽查数 问题数', '东县 10 两个', ...rows.slice(1)]],
    ['栏数不同', ['县区 抽查数 问题数', '东县 10', ...rows.slice(1)]],
    ['行首是数字', ['县区 抽查数 问题数', '1 10 2', ...rows.slice(1)]],
  ])('不是表：%s', (_, lines) => {
    expect(read(...lines)).toEqual(lines);
  });

  it('段落、表各自编号，格子从1数起', () => {
    const { blocks } = plainPaper(`\uFEFF甲\n县区 甲 乙\n${rows.join('\r\n')}\n乙`);
    expect(blocks).toMatchObject([
      { kind: 'paragraph', number: 1 },
      { kind: 'table', number: 1 },
      { kind: 'paragraph', number: 2, text: '乙' },
    ]);
    const [, table] = blocks;
    expect(table?.kind === 'table' && table.rows[3]?.[2]).toEqual({ text: '—', row: 4, column: 3 });
  });
});
