import { describe, expect, it } from 'vitest';
import {
  freeId,
  isOrganisation,
  newId,
  shortId,
  unitKindOf,
  UnitNames,
} from '../../../src/intake/words/unit-names.ts';
import { opened, shippedFolder } from '../source.ts';

/** Made anew by each test: what is made once is run by none of them, as far as mutants are counted. */
const shipped = () => new UnitNames(opened(shippedFolder));

describe('简称不自己变成全称', () => {
  it('写了区的认得，没有写是哪一级的不认', () => {
    const names = shipped();
    expect(names.findPlaced('榆林市榆阳区统计局')).toBe('tongji');
    expect(names.findPlaced('区统计局')).toBe('tongji');
    // 登记过的别名照认；没有登记的简称要问。
    expect(names.findPlaced('统计局')).toBe('tongji');
    expect(names.findPlaced('统计')).toBeUndefined();
    expect(names.like('统计局')[0]).toBe('tongji');
  });
});

describe('同一单位的两种写法列出来问', () => {
  const brought = () => {
    const fresh = shipped();
    fresh.add('a', ['示例县住房和城乡建设局']);
    fresh.add('b', ['示例县沙湾路街道办事处']);
    fresh.add('c', ['示例县沙湾路街道卫生院', '甲乙丙局']);
    fresh.add('e', ['县自然资源和规划局']);
    return fresh;
  };
  it.each([
    ['县住建局', 'a'],
    ['示例县住建局', 'a'],
    ['示例县沙湾街道办事处', 'b'],
    ['示例县沙湾路街道办', 'b'],
    // One character too many, one too few, at either end and in the middle.
    ['示例县沙湾路南街道', 'b'],
    ['示例县小沙湾路街道', 'b'],
    ['湾路街道', 'b'],
    ['沙湾路街', 'b'],
    ['沙湾路街道办事处', 'b'],
    ['示例县沙湾路街道卫生所院', 'c'],
    // The list says of what place the ledger's 县 is.
    ['示例县自规局', 'e'],
  ])('%s', (name, id) => {
    expect(brought().find(name)).toBeUndefined();
    expect(brought().like(name)).toContain(id);
  });
  it.each([
    ['另一县住建局', 'a'],
    ['市住建局', 'a'],
    ['示例县沙湾', 'b'],
    ['沙湾南路北街道', 'b'],
    // Of short names each character matters.
    ['甲乙局', 'c'],
    ['甲丙局', 'c'],
  ])('%s 不是那一个', (name, id) => {
    expect(brought().like(name)).not.toContain(id);
  });
  it('同一写法有两个单位的，都列出来', () => {
    const fresh = shipped();
    fresh.add('a', ['甲县住房和城乡建设局']);
    fresh.add('b', ['乙县住建局']);
    expect(fresh.like('住建局').filter((id) => ['a', 'b'].includes(id))).toEqual(['a', 'b']);
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

it.each([
  ['局', false],
  ['甲局', false],
  ['甲乙局', true],
  ['甲乙', false],
  ['甲局里', false],
  ['全县局', false],
  ['其他局', false],
  ['甲乙局等', false],
  ['及时雨局', true],
  [`${'甲'.repeat(39)}局`, true],
  [`${'甲'.repeat(40)}局`, false],
])('“%s”像不像单位的名称：%s', (name, is) => {
  expect(isOrganisation(name)).toBe(is);
});

it.each([
  ['甲街道', 'street'],
  ['甲街道办', 'street'],
  ['甲街道办事处', 'street'],
  ['甲街道办事处工会', 'other'],
  ['甲镇', 'town'],
  ['甲镇政府', 'town'],
  ['甲镇人民政府', 'town'],
  ['甲镇中心', 'other'],
  ['甲乡', 'township'],
  ['甲乡政府', 'township'],
  ['甲乡人民政府', 'township'],
  ['甲乡卫生院', 'other'],
  ['县人民政府办公室', 'office'],
  ['政府办公室工会', 'other'],
  ['县财政局', 'department'],
  ['县委', 'department'],
  ['宣传部', 'department'],
  ['县局机关', 'other'],
])('“%s”是哪一类：%s', (name, kind) => {
  expect(unitKindOf(name)).toBe(kind);
});

describe('编号由名称的拼音来，不与已有的相同', () => {
  const free = () => false;
  it.each([
    ['沙河路', 'shahelu', 'shahelu'],
    ['绿化', 'lvhua', 'lvhua'],
    ['A 甲1', 'ajia1', 'ajia1'],
    ['！', 'x', 'x'],
    ['甲乙丙丁戊', 'jiayibingdingwu', 'jiayibingdingwu'],
    ['甲乙丙丁戊己', 'jiayibingdingwuji', 'jybdwj'],
    ['第一季度专项检查', 'diyijiduzhuanxiangjiancha', 'dyjdzxjc'],
  ])('%s', (name, long, short) => {
    expect([newId(name, free), shortId(name, free)]).toEqual([long, short]);
  });
  it('太长的只取前四十个字母', () => {
    const name = '示例区政府网站与政务新媒体专项检查'.repeat(3);
    expect(newId(name, free)).toBe('shiliquzhengfuwangzhanyuzhengwuxinmeitiz');
    expect(shortId(name, free)).toHaveLength(40);
  });
  it('已有的往后编', () => {
    const taken = new Set(['a', 'a-2', 'dyjdzxjc']);
    expect(freeId('a', (id) => taken.has(id))).toBe('a-3');
    expect(freeId('b', (id) => taken.has(id))).toBe('b');
    expect(shortId('第一季度专项检查', (id) => taken.has(id))).toBe('dyjdzxjc-2');
  });
});

describe('哪个单位', () => {
  const { units, ...rest } = opened(shippedFolder);
  const [[, sample] = []] = units;
  const unit = (id: string, name: string, more: object = {}) =>
    [id, { ...sample!, id, name, aliases: [], ...more }] as typeof units extends ReadonlyMap<
      string,
      infer U
    >
      ? readonly [string, U]
      : never;
  const of = (authority: string, ...made: ReturnType<typeof unit>[]) =>
    new UnitNames({ ...rest, site: { ...rest.site, authority }, units: new Map(made) });
  const district = () =>
    of(
      '榆林市榆阳区人民政府办公室',
      unit('cz', '榆林市榆阳区财政局'),
      unit('shl', '榆阳区沙河路街道办事处'),
      unit('dz', '榆林市大数据局'),
      unit('zw', '政务服务局', { formerNames: [{ name: '行政审批局', until: '2025-01-01' }] }),
      unit('sp', '审批中心', { aliases: ['行政审批局'] }),
      unit('old', '旧体育局', { ended: '2025-01-01', aliases: ['体育中心'] }),
      unit('ty', '文体局', { aliases: ['体育中心'] }),
      unit('ny', '农业局', { formerNames: [{ name: '农牧局', until: '2025-01-01' }] }),
      unit('sl', '水利水保事务中心'),
    );

  it.each([
    ['榆阳区财政局', 'cz'],
    ['区财政局', 'cz'],
    ['财政局', 'cz'],
    ['榆林市大数据局', 'dz'],
    ['大数据局', 'dz'],
    ['沙河路街道办事处', 'shl'],
    ['区沙河路街道办事处', 'shl'],
    ['榆林市横山区财政局', undefined],
    ['区', undefined],
    ['榆阳区局', undefined],
    ['陕西榆林市榆阳区财政局', undefined],
    // Taken up by somebody else since, or still its own.
    ['行政审批局', 'sp'],
    ['体育中心', 'ty'],
    ['旧体育局', 'old'],
    ['农牧局', 'ny'],
  ])('“%s”', (name, id) => {
    expect(district().find(name)).toBe(id);
  });

  it.each([
    ['区财政局', 'cz'],
    ['财政局', undefined],
    ['榆林市榆阳区财政局', 'cz'],
    ['农业局', 'ny'],
    ['沙河路街道办事处', 'shl'],
    ['大数据局', undefined],
  ])('没有写是哪一级的不认：“%s”', (name, id) => {
    expect(district().findPlaced(name)).toBe(id);
  });

  it('市里的、县里的、没有上级的，前面的地名都去掉', () => {
    expect(of('榆林市人民政府办公室', unit('a', '榆林市财政局')).find('市财政局')).toBe('a');
    expect(of('示例县人民政府办公室', unit('a', '示例县财政局')).find('县财政局')).toBe('a');
    expect(of('示例县人民政府办公室', unit('a', '示例县财政局')).find('财政局')).toBe('a');
    expect(of('某办公室', unit('a', '财政局')).find('县财政局')).toBeUndefined();
    const deep = of('陕西省榆林市榆阳区人民政府', unit('a', '财政局'), unit('b', '民政局'));
    expect(
      ['陕西省榆林市榆阳区财政局', '榆阳区财政局', '陕西省榆林市民政局'].map((x) => deep.find(x)),
    ).toEqual(['a', 'a', 'b']);
    const wide = of('鄂尔多斯市伊金霍洛旗人民政府', unit('a', '财政局'));
    expect(['伊金霍洛旗财政局', '旗财政局', '鄂尔多斯市财政局'].map((x) => wide.find(x))).toEqual([
      ...['a', 'a', 'a'],
    ]);
  });

  it('去掉地名和通名：剩不足两个字的不去', () => {
    expect(district().stem('榆阳区财政局')).toBe('财政');
    expect(district().stem('区水利水保事务中心')).toBe('水利水保事务');
    expect(district().stem('榆阳区甲局')).toBe('甲局');
    expect(district().stem('榆阳区甲乙局')).toBe('甲乙');
    expect(district().stem('榆阳区')).toBe('榆阳区');
  });

  it('少一个字、多一个字的列出来问，短名称不这样', () => {
    const roads = of('示例县人民政府办公室', unit('shl', '沙河路北街道'), unit('mz', '民政局'));
    const like = (name: string) => roads.like(name).includes('shl');
    expect(['沙河北街道', '沙河路南北街道', '示例县沙河北街道'].map(like)).toEqual([
      true,
      true,
      true,
    ]);
    expect(roads.find('沙河北街道')).toBeUndefined();
    expect(of('某办公室', unit('a', '甲乙丙丁')).like('甲乙丙')).not.toContain('b');
  });

  it('别的县、别的市的不是一个；没有写的可能是', () => {
    const county = of('某办公室', unit('a', '示例县住房和城乡建设局'));
    expect(
      ['县住建局', '住建局', '示例县住建局', '另一县住建局', '示例市住建局'].map((name) =>
        county.like(name).includes('a'),
      ),
    ).toEqual([true, true, true, false, false]);
  });
});
