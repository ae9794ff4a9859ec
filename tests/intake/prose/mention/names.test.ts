import { describe, expect, it } from 'vitest';
import {
  hostIn,
  isName,
  isWhose,
  namesSaid,
  unitIn,
} from '../../../../src/intake/prose/mention/names.ts';

describe('没有引号的名字', () => {
  it.each(['青石发布', '从江政务', '法治在线', '应急管理', '市发展和改革委员会', '魅力龙头镇'])(
    '“%s”可以是名字',
    (words) => {
      expect(isName(words)).toBe(true);
    },
  );

  it.each([
    '一些县区',
    '部分单位',
    '全市',
    '各县区',
    '我市',
    '3个',
    '市级部门',
    '县直单位',
    '存在问题的',
    '原创155篇',
    '见附件2',
    '栏目更新不及时',
    '首页 > 专题专栏',
  ])('“%s”不是名字', (words) => {
    expect(isName(words)).toBe(false);
  });

  it('前面的引导语不算名字，单位认得出，县区不当单位', () => {
    expect(unitIn('检查发现北湖市教育局')).toBe('北湖市教育局');
    expect(unitIn('为县供销社')).toBe('县供销社');
    expect(unitIn('乙局的'.replace('乙', '县民政'))).toBe('县民政局');
    expect(unitIn('一些县区')).toBeUndefined();
    expect(unitIn('虞山县')).toBeUndefined();
    expect(isWhose('虞山县')).toBe(true);
    expect(isWhose('页面仍提示')).toBe(false);
    expect(hostIn('主办单位：北湖市卫生健康委员会')).toBe('北湖市卫生健康委员会');
    expect(hostIn('详见附件1')).toBeUndefined();
  });

  it('“和”在名字里的不拆', () => {
    expect(namesSaid('甲溪发布和乙溪发布')).toEqual(['甲溪发布', '乙溪发布']);
    expect(namesSaid('市粮食和物资储备局')).toEqual(['市粮食和物资储备局']);
    expect(namesSaid('县民政局和县水利局')).toEqual(['县民政局', '县水利局']);
  });
});
