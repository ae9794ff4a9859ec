/** 分法: the ways in which a text says that numbers are parts of another. */
import { describe, expect, test } from 'vitest';
import { divisionsOf } from '../../src/proofread/frames.ts';
import { inFigures, lastOf } from './said.ts';

function divided(text: string): string[] {
  const { last, before } = lastOf(text);
  return inFigures(divisionsOf(last, { before }));
}

describe('原文怎样把总数与分项连起来', () => {
  test.each([
    ['共20个，其中甲镇9个、乙镇11个。', 'of which 20=9+11'],
    ['网站51家（市直42家，县级9家）。', 'bracket 51=42+9'],
    ['问题60项，已整改45项，正在整改16项。', 'states 60?45+16'],
    ['来电52件，来信41件，共95件。', 'total 95?52+41'],
    ['共30个。按平台分，微信20个、微博10个。', 'cut 30=20+10'],
    ['现有84个，拟保留60个、整合15个、注销10个。', 'beside 84?60+15+10'],
    ['收到留言212条。市直部门承办132条、县区承办80条。', 'cut 212=132+80'],
    ['检查比例为100%，共530个。\n其中，合格510个，不合格20个。', 'states 530=510+20'],
  ])('%s', (text, division) => {
    expect(divided(text)).toContain(division);
  });
});

describe('不是分法', () => {
  test.each([
    ['两样东西并列', '检查网站20个，新媒体30个。'],
    ['各是各的总数', '微信80个、微博20个，合格分别为76个、18个。'],
    ['括号里只有一个数', '网站51家（市直42家）。'],
    ['与别时比较', '本季度23个，比上季度的18个增加5个。'],
  ])('%s', (_, text) => {
    expect(divided(text).filter((one) => !one.startsWith('total'))).toEqual([]);
  });
});

test('括号里分的是前面一句的总数：满意度', () => {
  expect(divided('共回访146件。满意率100%（满意144件、基本满意2件）。')).toContain(
    'states 146=144+2',
  );
});
