import { describe, expect, test } from 'vitest';
import { divisionsOf } from '../../src/proofread/frames.ts';
import { inFigures, lastOf } from './said.ts';

function divided(text: string): string[] {
  const { last, before } = lastOf(text);
  return inFigures(divisionsOf(last, { before }));
}

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
