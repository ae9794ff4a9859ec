/** 标题行: which lines are headings, which announce problems, and which only seem to name somebody. */
import { describe, expect, it } from 'vitest';
import {
  announcesFaults,
  isHeading,
  isQuotedTopic,
  isSomeAre,
  isTableTitle,
  saysFault,
} from '../../../src/intake/prose/heading.ts';
import { piecesOf } from '../../../src/intake/prose/outline.ts';
import { passagesOf } from '../../../src/intake/prose/passage.ts';
import { known } from './known.ts';

const place = { file: '', sheet: '', row: 1, cell: '' };
const piece = (text: string) => piecesOf(passagesOf([{ kind: 'line', text, place }])[0]!)[0]!;

describe('标题行', () => {
  it('编号的、以冒号收尾的是标题；交办单的题目不是', () => {
    expect(isHeading(piece('一、总体情况'), known)).toBe(true);
    expect(isHeading(piece('更新不及时的账号：'), known)).toBe(true);
    expect(isHeading(piece('政府网站和政务新媒体问题交办单'), known)).toBe(false);
    expect(isTableTitle('甲区政务新媒体问题汇总表（第二季度）')).toBe(true);
  });

  it('一段话的末尾说下面有问题', () => {
    const announces = (text: string): boolean => announcesFaults(piece(text), text.length);
    expect(announces('总体情况较好。现将有关问题通报如下：')).toBe(true);
    expect(announces('检查中也发现了一些问题。')).toBe(true);
    expect(announces('现将有关情况通报如下：')).toBe(false);
    expect(announces('以上问题已全部整改。')).toBe(false);
  });

  it('一点的小标题说了是问题；引号里的话是话题，不是账号', () => {
    expect(saysFault(piece('案例一：发布内容失实。乙局…'))).toBe(true);
    expect(saysFault(piece('（一）工作要求。各单位…'))).toBe(false);
    expect(isQuotedTopic('“失管”。')).toBe(true);
    expect(isQuotedTopic('“甲发布”更新不及时。')).toBe(false);
    expect(isSomeAre('有的账号“名不副实”。')).toBe(true);
  });
});
