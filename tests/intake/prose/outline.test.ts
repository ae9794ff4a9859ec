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

  it('引号、书名号、括号里的编号不算，小数不算', () => {
    expect(pieces('《办法（一）》发布。“一是甲”。合格率98.5%')).toHaveLength(1);
    expect(pieces('1.5万条信息').map(({ level }) => level)).toEqual([0]);
  });

  it('要求部分管到它下面的编号', () => {
    const headings = [{ level: 1, text: '下一步工作要求' }];
    expect(isAskedPart([...headings, { level: 2, text: '加强审核' }])).toBe(true);
    expect(isAskedPart([{ level: 1, text: '存在的主要问题' }])).toBe(false);
    expect(headingsAbove([...headings, { level: 2, text: '甲' }], 2)).toEqual(headings);
  });
});
