import { describe, expect, it } from 'vitest';
import { headingsAbove, isAskedPart, piecesOf } from '../../../src/intake/prose/outline.ts';
import { passagesOf } from '../../../src/intake/prose/passage.ts';

function pieces(text: string) {
  const place = { file: '', sheet: '', row: 1, cell: '' };
  return passagesOf([{ kind: 'line', text, place }]).flatMap(piecesOf);
}

describe('层次', () => {
  it('一段里的编号分开，各有层次', () => {
    const text = '二、存在问题（一）未更新。甲。（二）未备案。一是乙；二是丙。1.丁①戊';
    expect(pieces(text).map(({ level }) => level)).toEqual([1, 2, 2, 7, 7, 4, 6]);
  });

  /** Each piece with its level and its sentences. */
  const read = (text: string) =>
    pieces(text).map(({ level, passage, sentences }) => [
      level,
      ...sentences.map(([from, to]) => passage.plain.slice(from, to)),
    ]);

  it.each([
    [
      '二、存在问题（一）未更新。甲。乙！丙？丁；戊（二）未备案。',
      [
        [1, '存在问题'],
        [2, '未更新。', '甲。', '乙！', '丙？', '丁；戊'],
        [2, '未备案。'],
      ],
    ],
    [
      '一是甲；二是乙。丙',
      [
        [7, '甲；'],
        [7, '乙。', '丙'],
      ],
    ],
    [
      '其一，甲。其二，乙',
      [
        [7, '，甲。'],
        [7, '，乙'],
      ],
    ],
    ['3）甲', [[4, '甲']]],
    ['（12）甲', [[5, '甲']]],
    ['一要甲', [[7, '甲']]],
    ['一是否甲', [[0, '一是否甲']]],
    ['无编号。两句', [[0, '无编号。', '两句']]],
    ['“一是甲；二是乙。”三', [[0, '“一是甲；二是乙。”三']]],
    ['《甲。一是乙》', [[0, '《甲。一是乙》']]],
    [
      '甲“乙”。一是丙',
      [
        [0, '甲“乙”。'],
        [7, '丙'],
      ],
    ],
    [
      '甲《乙》。1.丙',
      [
        [0, '甲《乙》。'],
        [4, '丙'],
      ],
    ],
    [
      '（甲。一是乙）。二是丙',
      [
        [0, '（甲。一是乙）。'],
        [7, '丙'],
      ],
    ],
    [
      '甲（乙）。①丙②丁',
      [
        [0, '甲（乙）。'],
        [6, '丙'],
        [6, '丁'],
      ],
    ],
    // Each piece counts its own: one ending too many before it does not end a quote in it.
    [
      '甲”。一是“乙。二是丙”',
      [
        [0, '甲”。'],
        [7, '“乙。二是丙”'],
      ],
    ],
    // An ending without a beginning leaves nothing open.
    [
      '甲”》）。一是乙',
      [
        [0, '甲”》）。'],
        [7, '乙'],
      ],
    ],
  ])('“%s”', (text, found) => {
    expect(read(text)).toEqual(found);
  });

  it('没有关的引号两千个字以后不再管', () => {
    const open = `“${'甲'.repeat(2100)}。一是乙`;
    expect(read(open).map(([level]) => level)).toEqual([0, 7]);
  });

  it.each([
    [1, '整改要求', true],
    [2, '整改要求', true],
    [3, '整改要求', false],
    [1, `整改要求${'甲'.repeat(26)}`, true],
    [1, `整改要求${'甲'.repeat(27)}`, false],
    [1, '下步打算', true],
  ])('%i 级的“%s”是不是对大家的要求：%s', (level, text, is) => {
    expect(isAskedPart([{ level, text }])).toBe(is);
  });

  it('引号、书名号、括号里的编号不算，小数不算', () => {
    expect(pieces('《办法（一）》发布。“一是甲”。合格率98.5%')).toHaveLength(1);
    expect(pieces('1.5万条信息').map(({ level }) => level)).toEqual([0]);
  });

  it('要求部分管到它下面的编号', () => {
    const headings = [{ level: 1, text: '下一步工作要求' }];
    expect(isAskedPart([...headings, { level: 2, text: '加强审核' }])).toBe(true);
    expect(isAskedPart([{ level: 1, text: '存在的主要问题' }])).toBe(false);
    for (const text of [
      '自查发现的问题及整改措施',
      '存在的不足、原因和下一步打算',
      '主要问题与工作建议',
    ])
      expect(isAskedPart([{ level: 1, text }])).toBe(false);
    // What was mended already, and what is asked of all, stay what they are.
    expect(isAskedPart([{ level: 1, text: '整改措施及存在问题' }])).toBe(true);
    expect(isAskedPart([{ level: 1, text: '落实问题整改措施' }])).toBe(true);
    expect(headingsAbove([...headings, { level: 2, text: '甲' }], 2)).toEqual(headings);
  });
});
