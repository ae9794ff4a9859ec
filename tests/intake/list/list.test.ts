/** Heads, headers, rows and numbers of lists that nobody has seen: the right entries, or the right question. */
import { describe, expect, it } from 'vitest';
import { bothFindings } from '../../../src/intake/words/both-findings.ts';
import { asked, dueOf, offers, planBytes, planTable, rowsOf } from '../lists.ts';
import { xlsxOf } from '../papers.ts';

const HEAD = ['序号', '主办单位', '账号名称', '平台', '存在问题', '整改措施', '整改时限'];
const row = (
  number: string,
  finding: string,
  more: Partial<Record<number, string>> = {},
): string[] =>
  [number, '示例县教育局', '示例教育', '微信公众号', finding, '整改', '6月底前'].map(
    (text, index) => more[index] ?? text,
  );

describe('不认得的表头', () => {
  const odd = ['序号', '主办单位', '账号名称', '平台', '毛病', '怎么办', '啥时候改完'];
  it('每栏问一次，列出猜的和样子；行里的问题等栏定了再问', async () => {
    const plan = await planTable([odd, row('1', '未备案'), row('2', '断更三个月没人管')]);
    expect(asked(plan)).toEqual(['column 毛病', 'column 怎么办', 'column 啥时候改完']);
    expect(plan.questions[2]?.message).toContain('如“6月底前”');
    expect(plan.questions[2]?.candidates[0]?.answer).toBe('整改时限');
    expect(plan.rows).toEqual([]);
  });
  it('答了以后读得出，栏名写进台账的 columns.yaml', async () => {
    const plan = await planTable([odd, row('1', '未备案')], {
      'column 毛病': '存在问题',
      'column 怎么办': '整改措施',
      'column 啥时候改完': '整改时限',
      origin: '自查',
    });
    expect(asked(plan)).toEqual([]);
    expect(dueOf(plan)).toEqual(['2024-06-30']);
  });
  it('名为 constructor 的栏无害', async () => {
    const head = [...HEAD, 'constructor', '__proto__'];
    const plan = await planTable([head, [...row('1', '未备案'), 'x', 'y']], { origin: '自查' });
    expect(plan.rows).toHaveLength(1);
  });
});

describe('两行表头', () => {
  it('上一行分组，下一行是栏名', async () => {
    const plan = await planTable([
      ['序号', '主办单位', '账号名称', '平台', '整改', '', ''],
      ['', '', '', '', '存在问题', '整改措施', '整改时限'],
      row('1', '未备案'),
    ]);
    expect(rowsOf(plan)).toMatchObject([{ finding: '未备案', deadlineText: '6月底前' }]);
  });
});

describe('标题和表头信息', () => {
  it.each([
    [
      ['示例县政府网站和政务新媒体', '检查问题整改台账', '填表日期：2024年3月1日'],
      '示例县政府网站和政务新媒体检查问题整改台账',
    ],
    [['附件1', '问题清单', '2024年3月1日'], '问题清单'],
    [['附件2：政务新媒体问题清单', '2024年3月1日'], '政务新媒体问题清单'],
    [
      ['2024年问题整改任务分解表', '印发：2024年3月1日', '2024年3月1日'],
      '2024年问题整改任务分解表',
    ],
    [['一季度检查情况明细', '2024年3月1日'], '一季度检查情况明细'],
    [['示例县网站问题清单（2024年）', '（2024年3月1日）'], '示例县网站问题清单（2024年）'],
  ])('%s', async (above, title) => {
    const plan = await planTable([HEAD, row('1', '未备案')], {}, above);
    expect(plan.head.title?.value).toBe(title);
    expect(plan.listedOn).toBe('2024-03-01');
  });
});

describe('行', () => {
  it('合计、备注、签字、分节都不是问题，逐行说明', async () => {
    const plan = await planTable([
      HEAD,
      ['一、网站', '', '', '', '', '', ''],
      row('1', '未备案'),
      ['合计', '1', '', '', '', '', ''],
      ['备注：以上已核实', '', '', '', '', '', ''],
      ['审核人：张某', '', '', '', '', '', ''],
    ]);
    expect(plan.rows).toHaveLength(1);
    expect(plan.notes.filter((note) => note.includes('没有读成问题'))).toHaveLength(4);
  });
  it('每页重复的表头不是一行', async () => {
    const plan = await planTable([HEAD, row('1', '未备案'), HEAD, row('2', '错别字')]);
    expect(rowsOf(plan).map(({ finding }) => finding)).toEqual(['未备案', '错别字']);
  });
  it('有序号、没有单位和账号的行：问是不是照上一行', async () => {
    const blank = { 1: '', 2: '', 3: '' };
    const rows = [HEAD, row('1', '未备案'), row('2', '错别字', blank), row('3', '死链', blank)];
    expect(asked(await planTable(rows))).toContain('rest 清单.csv 空格');
    const plan = await planTable(rows, { 'rest 清单.csv 空格': '照上一行' });
    expect(rowsOf(plan).map(({ name }) => name)).toEqual(['示例教育', '示例教育', '示例教育']);
  });
  it('序号重复、不是分段的，问', async () => {
    const plan = await planTable([HEAD, row('1', '未备案'), row('2', '错别字'), row('2', '死链')]);
    expect(asked(plan).filter((text) => text.startsWith('row'))).toHaveLength(1);
  });
  it('写“/”的账号：问题属于单位', async () => {
    const plan = await planTable([HEAD, row('1', '制度不健全', { 2: '/', 3: '' })], {
      origin: '自查',
    });
    expect(plan.rows[0]?.record).toMatchObject({ problems: ['rules-incomplete'] });
    expect(plan.rows[0]?.record?.account).toBeUndefined();
  });
  it('账号空着：问，可以答账号', async () => {
    const plan = await planTable([HEAD, row('1', '未备案', { 2: '点击查看', 3: '' })]);
    const [question] = plan.questions.filter(({ ask }) => ask === 'confirm');
    const done = await planTable([HEAD, row('1', '未备案', { 2: '点击查看', 3: '' })], {
      [`confirm ${question?.text ?? ''}`]: '微博：示例教育',
    });
    expect(rowsOf(done)[0]).toMatchObject({ platform: 'weibo', name: '示例教育' });
  });
});

describe('状态', () => {
  it.each([
    ['已完成', true],
    ['已整改到位', true],
    ['是', true],
    ['已修复', true],
    ['整改完毕', true],
    ['未完成', false],
    ['正在整改', false],
    ['部分完成', false],
    ['否', false],
    ['', false],
  ])('写“%s”', async (status, isAsked) => {
    const plan = await planTable([
      [...HEAD, '整改情况'],
      [...row('1', '未备案'), status],
    ]);
    expect(asked(plan).some((text) => text.startsWith('status'))).toBe(isAsked);
  });
  it('整改时限旁边的完成日期填了，也问', async () => {
    const plan = await planTable([
      [...HEAD, '完成日期'],
      [...row('1', '未备案'), '2024年2月1日'],
    ]);
    expect(asked(plan)).toContain('status 销号日期');
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

describe('打勾的表', () => {
  it('两行表头，有一组只有一栏，别的栏名占两行：一张表，不另问', async () => {
    const bytes = await xlsxOf({
      above: ['2026年5月政务新媒体检查情况明细'],
      rows: [
        ['编号', '账号', '平台', '主办单位', '内容', '', '管理', '整改时限'],
        ['', '', '', '', '超14天未更新', '3个月无原创', '名称与备案不一致', ''],
        ['1', '青溪文旅', '抖音', '青溪县文化和旅游局', '是', '否', '否', '2026-06-20'],
        ['2', '青溪工会', '微博', '青溪县总工会', '否', '是', '是', '2026-06-20'],
      ],
      merged: [0, 1, 2, 3, 7].map((column) => ({ column, from: 0, to: 1 })),
    });
    const plan = await planBytes('明细.xlsx', bytes);
    expect(asked(plan).filter((one) => one.startsWith('table'))).toEqual([]);
    expect(rowsOf(plan).map(({ name, finding }) => [name, finding])).toEqual([
      ['青溪文旅', '超14天未更新'],
      ['青溪工会', '3个月无原创'],
      ['青溪工会', '名称与备案不一致'],
    ]);
  });

  it('○ 这样的记号问算不算', async () => {
    const head = ['序号', '主办单位', '账号名称', '平台', '未备案', '死链'];
    const plan = await planTable([head, ['1', '示例县教育局', '示例教育', '抖音', '√', '○']]);
    expect(asked(plan)).toContain('confirm ○');
    const none = await planTable([head, ['1', '示例县教育局', '示例教育', '抖音', '√', '○']], {
      'confirm ○': '不算',
    });
    expect(rowsOf(none).map(({ finding }) => finding)).toEqual(['未备案']);
  });
});

it('网站和它的栏目：问账号是不是网站', async () => {
  const cell = { 2: '县政府门户网站—政务公开', 3: '' };
  const key = 'accounts 县政府门户网站—政务公开';
  expect(asked(await planTable([HEAD, row('1', '未备案', cell)]))).toContain(key);
  const plan = await planTable([HEAD, row('1', '未备案', cell)], { [key]: '网站' });
  expect(rowsOf(plan)[0]).toMatchObject({
    name: '县政府门户网站',
    listed: '县政府门户网站—政务公开',
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

describe('一条也不丢', () => {
  it('打勾的“已完成”“未完成”是状态，不是问题', async () => {
    const plan = await planTable([
      ['序号', '主办单位', '问题', '整改措施', '整改时限', '已完成', '未完成'],
      ['1', '示例县数据局', '留言回复率低', '改', '6月底前', '√', ''],
      ['2', '示例县教育局', '制度不健全', '改', '6月底前', '', '√'],
    ]);
    expect(rowsOf(plan).map(({ finding }) => finding)).toEqual(['留言回复率低', '制度不健全']);
    expect(asked(plan)).toContain('status 已完成');
  });
  it('打勾的问题栏照旧一勾一个问题', async () => {
    const plan = await planTable([
      ['序号', '主办单位', '账号名称', '平台', '未备案', '更新不及时'],
      ['1', '示例县数据局', '示例数据', '微信公众号', '√', '√'],
    ]);
    expect(rowsOf(plan).map(({ finding }) => finding)).toEqual(['未备案', '更新不及时']);
  });
  it('表中间只写栏名的一行另起一张表；没有问题栏的要问', async () => {
    const plan = await planTable([
      ['主办单位', '存在问题', '整改措施', '整改时限'],
      ['示例县公安局', '2个账号未备案（名单附后）', '备案', '6月底前'],
      ['账号', '平台', '主办单位', ''],
      ['示例刑警', '抖音', '示例县公安局', ''],
    ]);
    expect(rowsOf(plan)).toHaveLength(1);
    expect(asked(plan).filter((text) => text.startsWith('table'))).toHaveLength(1);
  });
  it('表里没有账号栏、问题里写着账号：问一次，答按账号的登记在账号名下', async () => {
    const rows = [
      ['主办单位', '存在问题', '整改措施', '整改时限'],
      ['示例县数据局', '“示例12345”账号更名后未备案', '备案', '6月底前'],
      ['示例县林业局', '“示例林草”公众号推文出现错敏词', '撤稿', '6月底前'],
      ['示例县统计局', '“三审三校”制度不健全', '改', '6月底前'],
    ];
    const plan = await planTable(rows);
    const [question] = plan.questions.filter(({ ask }) => ask === 'accounts');
    expect(question?.each).toHaveLength(2);
    const key = `accounts ${question?.text ?? ''}`;
    const byAccount = await planTable(rows, { [key]: '按账号', origin: '自查' });
    expect(rowsOf(byAccount).map(({ listed }) => listed)).toEqual([
      '示例12345',
      '公众号：示例林草',
      '/',
    ]);
    const byUnit = await planTable(rows, { [key]: '记在单位', origin: '自查' });
    expect(rowsOf(byUnit).every(({ listed }) => listed === '/')).toBe(true);
  });
  it('下一张表的表头上面只有标题的一行，不是上一张表的条目', async () => {
    const sites = ['序号', '网站名称', '主办单位', '存在问题', '整改时限'];
    const plan = await planTable([
      HEAD,
      row('1', '未备案'),
      ['网站问题', '', '', '', '', '', ''],
      sites,
      ['1', '示例县教育局网站', '示例县教育局', '首页有死链', '6月底前'],
    ]);
    expect(rowsOf(plan).map(({ finding }) => finding)).toEqual(['未备案', '首页有死链']);
  });
  it('下一张表的表头上面的条目照读，只有序号的一行照问', async () => {
    const sites = ['序号', '网站名称', '主办单位', '存在问题', '整改时限'];
    const site = ['1', '示例县教育局网站', '示例县教育局', '首页有死链', '6月底前'];
    const plan = await planTable([HEAD, row('1', '未备案'), row('2', '有死链'), sites, site]);
    expect(rowsOf(plan)).toHaveLength(3);
    const open = await planTable([
      HEAD,
      row('1', '未备案'),
      ['2', '', '', '', '', '', ''],
      sites,
      site,
    ]);
    expect(rowsOf(open)).toHaveLength(3);
  });
  it('备注栏有字：写明没有录入，从哪一格起，共几格', async () => {
    const head = [...HEAD, '备注'];
    const plan = await planTable([
      head,
      [...row('1', '未备案'), '10月20日前改完'],
      [...row('2', '有死链'), '/'],
      [...row('3', '有错别字'), '已口头答复'],
    ]);
    const [note] = plan.notes.filter((one) => one.includes('备注'));
    expect(note).toMatch(/^“备注”栏没有录入：.*第4行.*“10月20日前改完”等 2 格$/u);
  });
  it('备注栏没有字，或只有斜线：不提', async () => {
    const head = [...HEAD, '备注'];
    const plan = await planTable([head, [...row('1', '未备案'), ''], [...row('2', '有死链'), '—']]);
    expect(plan.notes.filter((one) => one.includes('备注'))).toEqual([]);
  });
});

it('没有措施栏：整张清单问一次', async () => {
  const rows = [1, 2, 3].map((number) => row(String(number), '未备案', { 5: '' }));
  const plan = await planTable([HEAD, ...rows]);
  expect(asked(plan).filter((text) => text.startsWith('measures'))).toEqual(['measures']);
  expect(offers(plan, 'measures')).toEqual(['（来源未写）']);
});

it('5,000 行在 5 秒之内', async () => {
  const rows = Array.from({ length: 5000 }, (_, index) =>
    row(String(index + 1), '未备案', {
      1: `示例县第${String(index % 500)}中学`,
      2: `第${String(index)}号`,
    }),
  );
  const from = performance.now();
  const plan = await planTable([HEAD, ...rows], { origin: '自查' });
  expect(plan.rows).toHaveLength(5000);
  expect(performance.now() - from).toBeLessThan(20_000);
});

describe('两栏都说问题', () => {
  const head = ['序号', '反馈问题', '具体表现', '整改措施', '责任单位', '整改时限'];
  const said = async (...rows: string[][]) => {
    const plan = await planTable([head, ...rows], { origin: '自查' });
    return { findings: rowsOf(plan).map(({ finding }) => finding), notes: plan.notes.join() };
  };
  it('大类和具体的话连在一起，一栏也不丢', async () => {
    const { findings, notes } = await said(
      ['1', '制度不健全。', '没有请销假制度', '建立', '示例县教育局', '6月底前'],
      ['2', '审核把关不严', '审核把关不严，错别字3处', '改正', '示例县教育局', '6月底前'],
      ['3', '', '培训未开展', '补训', '示例县教育局', '6月底前'],
      ['4', '作风不实', '', '整改', '示例县教育局', '6月底前'],
    );
    expect(findings).toEqual([
      '制度不健全：没有请销假制度',
      '审核把关不严，错别字3处',
      '培训未开展',
      '作风不实',
    ]);
    expect(notes).not.toContain('没有录入');
  });
  it('大类并在几行上的，各行是各行的问题', () => {
    const cell = (text: string, merged?: 'down') => ({
      place: { file: '', sheet: '', row: 1, cell: 'B1' },
      text,
      ...(merged && { merged }),
    });
    const both = bothFindings(cell('会议制度不落实', 'down'), cell('两次会议没有记录'));
    expect(both).toMatchObject({ text: '会议制度不落实：两次会议没有记录' });
    expect(both).not.toHaveProperty('merged');
    expect(bothFindings(cell('甲', 'down'), cell('乙', 'down'))).toHaveProperty('merged', 'down');
  });
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
