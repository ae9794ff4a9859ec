/** 互斥的说法: numbers of which each is another member of one family. */
import { describe, expect, test } from 'vitest';
import { plainPaper } from '../../../src/proofread/document/plain.ts';
import { exclusiveRuns } from '../../../src/proofread/figures/families.ts';
import { figuresOf, plainFigures } from '../../../src/proofread/figures/figure.ts';

function runsIn(text: string): string[] {
  return figuresOf(plainPaper(text)).flatMap((paragraph) =>
    exclusiveRuns(plainFigures(paragraph)).map(
      ({ parts, isClosed }) =>
        `${parts.map(({ value }) => String(value)).join('+')}${isClosed ? ' 全' : ''}`,
    ),
  );
}

describe('一正一反，一个不漏', () => {
  test.each([
    ['抽查结果：合格36个，基本合格3个，不合格1个。', '36+3+1 全'],
    ['评为优秀12家，良好24家，合格9家，不合格2家。', '12+24+9+2 全'],
    ['属实21条，部分属实6条，不属实5条。', '21+6+5 全'],
    ['审核通过35份，退回修改6份。', '35+6 全'],
    ['已开设的有59个，未开设的有27个。', '59+27 全'],
    ['已办结63封，正在办理3封。', '63+3 全'],
  ])('%s', (text, run) => {
    expect(runsIn(text)).toContain(run);
  });
});

describe('互斥，但可能还有别的', () => {
  test.each([
    ['微信公众号26个、抖音号9个、微博5个。', '26+9+5'],
    ['28家得分上升，7家得分下降。', '28+7'],
    ['按时报送34家，逾期报送2家。', '34+2'],
  ])('%s', (text, run) => {
    expect(runsIn(text)).toEqual([run]);
  });
});

test.each([
  ['同一种说了两遍', '网站合格8个，账号合格9个。'],
  ['两句话', '合格8个。不合格2个。'],
  ['量词不同', '优秀12家，良好24人。'],
])('不成一组：%s', (_, text) => {
  expect(runsIn(text)).toEqual([]);
});
