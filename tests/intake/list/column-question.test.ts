/** 问栏名: columns that nobody knows, asked once each, the likely answer first. */
import { describe, expect, it } from 'vitest';
import { asked, dueOf, offers, planTable, rowsOf } from '../lists.ts';
import { HEAD, rowOf } from '../plain-list.ts';

describe('不认得的表头', () => {
  const odd = ['序号', '主办单位', '账号名称', '平台', '病情', '药方', '啥时候改完'];
  it('每栏问一次，列出猜的和样子；行里的问题等栏定了再问', async () => {
    const plan = await planTable([odd, rowOf('1', '未备案'), rowOf('2', '断更三个月没人管')]);
    expect(asked(plan)).toEqual(['column 病情', 'column 药方', 'column 啥时候改完']);
    expect(plan.questions[2]?.message).toContain('如“6月底前”');
    expect(plan.questions[2]?.candidates[0]?.answer).toBe('整改时限');
    expect(plan.rows).toEqual([]);
  });
  it('答了以后读得出，栏名写进台账的 columns.yaml', async () => {
    const plan = await planTable([odd, rowOf('1', '未备案')], {
      'column 病情': '存在问题',
      'column 药方': '整改措施',
      'column 啥时候改完': '整改时限',
      origin: '自查',
    });
    expect(asked(plan)).toEqual([]);
    expect(dueOf(plan)).toEqual(['2024-06-30']);
  });
  it('名为 constructor 的栏无害', async () => {
    const head = [...HEAD, 'constructor', '__proto__'];
    const plan = await planTable([head, [...rowOf('1', '未备案'), 'x', 'y']], { origin: '自查' });
    expect(plan.rows).toHaveLength(1);
  });
});

describe('栏名就是平台', () => {
  const titles = ['序号', '学校', '微信公众号', '抖音号', '突出问题', '整改期限'];
  it('只填一栏的，是那个平台的账号；两栏都填的问；写明没有账号、没有问题的不是问题', async () => {
    const plan = await planTable(
      [
        titles,
        ['1', '青溪县第二中学', '青溪二中', '', '招生简章泄露学生身份证号', '3月底前'],
        ['2', '青溪县实验小学', '实小在线', '实小红领巾', '未备案', '3月底前'],
        ['3', '青溪县特殊教育学校', '', '青溪星空', '超过一个月未更新', '3月底前'],
        ['4', '青溪县职业中学', '', '', '未建账号，无问题', ''],
      ],
      { 'column 学校': '主办单位' },
    );
    expect(asked(plan)).toContain('accounts 微信公众号：实小在线；抖音号：实小红领巾');
    expect(rowsOf(plan).map(({ name, platform }) => [name, platform])).toEqual([
      ['青溪二中', 'wechat-official'],
      [undefined, undefined],
      ['青溪星空', 'douyin'],
    ]);
  });
  it('下面是问题或数目的不算', async () => {
    const plan = await planTable([
      ['序号', '主办单位', '微信公众号', '抖音号', '存在问题', '整改时限'],
      ['1', '青溪县水利局', '2', '1', '更新不及时', '3月底前'],
      ['2', '青溪县民政局', '1', '0', '未备案', '3月底前'],
    ]);
    expect(rowsOf(plan)).toEqual([]);
    expect(asked(plan)).toContain('column 微信公众号');
  });
  it.each([
    ['已开通', '已备案'],
    ['正常', '已注销'],
    ['未开通', '运行良好'],
    ['无', '有（1个）'],
    ['两个', '3个'],
    ['未建', '暂无'],
    ['甲平台', '甲平台'],
  ])('下面是情况（%s、%s）的不当账号名称，问是哪一栏', async (one, other) => {
    const plan = await planTable([
      ['序号', '责任单位', '微信公众号', '存在问题', '整改措施', '整改时限'],
      ['1', '县教育局', one, '存在错别字', '改正', '2024年9月30日'],
      ['2', '县水利局', other, '首页未更新', '更新', '2024年9月30日'],
    ]);
    expect(rowsOf(plan)).toEqual([]);
    expect(asked(plan)).toContain('column 微信公众号');
    expect(plan.questions.map(({ message }) => message).join()).not.toContain(`：${one}`);
  });
  it('下面是情况的几栏都问，先列“不录入”；答了是名称，平台照栏名', async () => {
    const table = [
      ['序号', '责任单位', '微信公众号', '政务微博', '存在问题', '整改时限'],
      ['1', '县教育局', '已开通', '已备案', '存在错别字', '2024年9月30日'],
      ['2', '县水利局', '已开通', '已注销', '首页未更新', '2024年9月30日'],
    ];
    const plan = await planTable(table);
    expect(asked(plan)).toEqual(expect.arrayContaining(['column 微信公众号', 'column 政务微博']));
    expect(offers(plan, 'column')[0]).toBe('不录入');
    const named = await planTable(
      [
        table[0] ?? [],
        ['1', '县教育局', '青溪教育', '', '存在错别字', '2024年9月30日'],
        ['2', '县水利局', '青溪教育', '', '首页未更新', '2024年9月30日'],
      ],
      { 'column 微信公众号': '政府网站/政务新媒体' },
    );
    expect(rowsOf(named)[0]).toMatchObject({ name: '青溪教育', platform: 'wechat-official' });
  });
  it.each(['网站', '站点', '网站名称'])('“%s”下面的都是网站', async (title) => {
    const plan = await planTable(
      [
        ['序号', '主办单位', title, '存在问题', '整改时限'],
        ['1', '青溪县水利局', '青溪水利网', '首页未更新', '3月底前'],
      ],
      { [`column ${title}`]: '政府网站/政务新媒体' },
    );
    expect(rowsOf(plan)[0]?.platform).toBe('website');
  });
});

describe('猜得更像', () => {
  it.each([
    ['点位名称', '地点或项目名称', '青溪水库'],
    ['检查点位', '地点或项目名称', '青溪河右岸'],
    ['在建工程名称', '地点或项目名称', '青溪桥改造'],
    ['学校', '主办单位', '青溪县第一中学'],
  ])('“%s”像是%s', async (title, guess, cell) => {
    const plan = await planTable([
      ['序号', title, '存在问题', '整改措施', '整改时限'],
      ['1', cell, '未制定应急预案', '立即制定', '3月底前'],
    ]);
    expect(offers(plan, 'column')[0]).toBe(guess);
  });
});

it('牵头单位和责任单位并列：问记在谁名下', async () => {
  const rows = [
    ['序号', '责任单位', '牵头单位', '存在问题', '整改措施', '整改时限'],
    ['1', '示例县数据局', '示例县发改局', '制度不健全', '改', '6月底前'],
  ];
  expect(asked(await planTable(rows))).toContain('column 牵头单位');
  const plan = await planTable(rows, { 'column 牵头单位': '主办单位', origin: '自查' });
  expect(rowsOf(plan)[0]).toMatchObject({ host: '示例县发改局' });
  expect(plan.rows[0]?.record?.assisting).toHaveLength(1);
});

describe('没有存在问题栏', () => {
  it('有问题类别的，类别就是问题；检查时更新日期不是时限，也不是发现日期', async () => {
    const plan = await planTable(
      [
        ['新媒体类型', '新媒体名称', '责任单位', '问题类别', '检查时更新日期'],
        ['微信', '示例教育', '示例县教育局', '更新不及时', '7月16日'],
        ['微信', '示例水利', '示例县水利局', '未备案', '7月18日'],
      ],
      { origin: '自查' },
    );
    expect(rowsOf(plan).map(({ finding }) => finding)).toEqual(['更新不及时', '未备案']);
    expect(asked(plan).filter((one) => one.startsWith('column'))).toEqual([]);
    expect(plan.notes.join()).toContain('“问题类别”栏当作存在问题');
  });
});
