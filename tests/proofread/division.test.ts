import { describe, expect, test } from 'vitest';
import { isExplained } from '../../src/proofread/division.ts';
import { divisionsOf } from '../../src/proofread/frames.ts';
import { plainPaper } from '../../src/proofread/document/plain.ts';
import { statementsOf } from '../../src/proofread/statement.ts';

/** The wholes and parts of the last sentence: 60=45+15, with ? where no reading makes the whole. */
function divided(text: string): string[] {
  const statements = statementsOf(plainPaper(text));
  const last = statements.at(-1);
  const before = statements.slice(0, -1);
  return (last ? divisionsOf(last, { before }) : []).map((one) => {
    const parts = one.parts.map(({ value }) => value).join('+');
    return `${one.by} ${String(one.whole.value)}${isExplained(one) ? '=' : '?'}${parts}`;
  });
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

describe('怎样读分项才合得上总数', () => {
  test.each([
    [
      '分号前的嵌套项不重复加',
      '问题40个，其中网站25个，已整改22个，未整改3个；新媒体15个，已整改15个。',
    ],
    ['只说状态的数不加', '问题40个，其中网站25个，已整改22个，新媒体15个，已整改15个。'],
    ['后面另一种分法', '共70个，其中市级18个，县级52个，门户10个，部门60个。'],
    ['各自四舍五入', '生产总值326.48亿元，其中一产32.15亿元，二产140.06亿元，三产154.28亿元。'],
    ['属于前一个总数', '问题19个，涉及单位14个，其中甲镇8个、乙镇5个、丙镇6个。'],
  ])('%s', (_, text) => {
    expect(divided(text).filter((one) => one.startsWith('of which'))).toEqual([
      expect.stringContaining('='),
    ]);
  });
});
