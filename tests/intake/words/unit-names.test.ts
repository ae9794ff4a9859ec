import { describe, expect, it } from 'vitest';
import { isOrganisation, UnitNames } from '../../../src/intake/words/unit-names.ts';
import { opened, shippedFolder } from '../source.ts';

const names = new UnitNames(opened(shippedFolder));

describe('简称不自己变成全称', () => {
  it('写了区的认得，没有写是哪一级的不认', () => {
    expect(names.findPlaced('榆林市榆阳区统计局')).toBe('tongji');
    expect(names.findPlaced('区统计局')).toBe('tongji');
    // 登记过的别名照认；没有登记的简称要问。
    expect(names.findPlaced('统计局')).toBe('tongji');
    expect(names.findPlaced('统计')).toBeUndefined();
    expect(names.like('统计局')[0]).toBe('tongji');
  });
});

describe('同一单位的两种写法列出来问', () => {
  const fresh = new UnitNames(opened(shippedFolder));
  fresh.add('a', ['示例县住房和城乡建设局']);
  fresh.add('b', ['示例县沙湾路街道办事处']);
  it.each([
    ['县住建局', 'a'],
    ['示例县住建局', 'a'],
    ['示例县沙湾街道办事处', 'b'],
    ['示例县沙湾路街道办', 'b'],
  ])('%s', (name, id) => {
    expect(fresh.find(name)).toBeUndefined();
    expect(fresh.like(name)).toContain(id);
  });
  it.each(['另一县住建局', '市住建局'])('%s 是别处的', (name) => {
    expect(fresh.like(name)).not.toContain('a');
  });
});

it.each([
  '各乡镇',
  '有关部门',
  '县自然资源局（县不动产登记中心）',
  '后勤处？',
  '县财政局及各预算单位',
])('“%s”不当作一个单位的名称', (name) => {
  expect(isOrganisation(name)).toBe(false);
});
