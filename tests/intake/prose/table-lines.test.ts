import { describe, expect, it } from 'vitest';
import { tableLinesIn } from '../../../src/intake/prose/table-lines.ts';
import { Known } from '../../../src/intake/record/known.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { shippedFolder } from '../source.ts';

const known = new Known(openLedger(shippedFolder));
const read = (...texts: string[]) =>
  tableLinesIn(
    texts.map((text, index) => ({
      kind: 'line' as const,
      text,
      place: { file: '', sheet: '', row: index + 1, cell: '' },
    })),
    known,
  );

describe('附表文字', () => {
  it('栏名下的各行按栏读；没有问题的不提出；别的行留给正文', () => {
    const { named, rest } = read(
      '附件1',
      '序号 平台 账号名称 主办单位 存在问题',
      '1 微信公众号 甘泉发布 甘泉县人民政府办公室 超过两周未更新',
      '2 抖音 甘泉文旅 甘泉县文化和旅游局 无',
      '请于月底前整改。',
    );
    expect(named.map(({ mention, findings, why }) => [mention.name, findings, why])).toEqual([
      ['甘泉发布', ['超过两周未更新'], undefined],
      ['甘泉文旅', [], 'nothing'],
    ]);
    expect(named[0]).toMatchObject({
      mention: { platform: '微信公众号', unit: '甘泉县人民政府办公室' },
      place: { row: 3 },
    });
    expect(rest.map(({ text }) => text)).toEqual(['附件1', '请于月底前整改。']);
  });

  /** name, platform, unit, findings, row. */
  const rows = (...texts: string[]) => {
    const { named, rest, unread } = read(...texts);
    return {
      rows: named.map(({ mention, findings, place, sentence, guesses }) => {
        expect([mention.at, mention.end, mention.isUnsure, guesses]).toEqual([0, 0, false, []]);
        return [mention.name, mention.platform, mention.unit, findings.join(), place.row, sentence];
      }),
      rest: rest.map(({ text }) => text),
      unread: unread.map(({ sentence, place }) => [sentence, place.row]),
    };
  };

  it('几个空格一样是一格；空行以后不再是表', () => {
    expect(
      rows('账号名称 平台 存在问题', '甲发布  微信   未更新', '', '乙发布 抖音 未更新'),
    ).toEqual({
      rows: [['甲发布', '微信', undefined, '未更新', 2, '甲发布 微信 未更新']],
      rest: ['', '乙发布 抖音 未更新'],
      unread: [],
    });
  });

  it('平台和账号写在一格的，问题按类别写的', () => {
    expect(rows('政府网站/政务新媒体 责任单位 问题类别', '微信：甲发布 甲局 未备案').rows).toEqual([
      ['微信：甲发布', '', '甲局', '未备案', 2, '微信：甲发布 甲局 未备案'],
    ]);
  });

  it('没有账号栏的、只有两栏的不当表', () => {
    for (const table of [
      ['序号 责任单位 存在问题', '1 甲局 未更新'],
      ['账号名称 存在问题', '甲发布 未更新'],
      ['账号名称', '存在问题', '甲发布', '未更新'],
    ])
      expect(rows(...table)).toEqual({ rows: [], rest: table, unread: [] });
  });

  it('一行一格：前后的竖线去掉，格里的留着；遇到句子、编号就完', () => {
    const head = ['| 账号名称 |', '| 平台|', '|存在问题'];
    const row = ['甲|发布', ' | 微信 | ', '未更新'];
    const found = ['甲|发布', '微信', undefined, '未更新', 5, '甲|发布 微信 未更新'];
    for (const after of ['完了。', '好！', '一、下面', '十一、下面', '（一）下面', '（十一）下面'])
      expect(rows('前面', ...head, ...row, after, '后面')).toEqual({
        rows: [found],
        rest: ['前面', after, '后面'],
        unread: [],
      });
  });

  it('一行一格：句号、编号在格子中间的还是格子', () => {
    const head = ['账号名称', '平台', '存在问题'];
    const table = [...head, '甲发布', '微信', '未更新。一', '乙一、发布', '抖音', '无'];
    expect(rows(...table).rows.map(([name, , , finding]) => [name, finding])).toEqual([
      ['甲发布', '未更新。一'],
      ['乙一、发布', ''],
    ]);
  });

  it('一行一格：四十个字以内的是格子', () => {
    const head = ['账号名称', '平台', '存在问题'];
    const long = (length: number) => `未更新${'甲'.repeat(length - 3)}`;
    expect(rows(...head, '甲发布', '微信', long(40)).rows).toHaveLength(1);
    expect(rows(...head, '甲发布', '微信', long(41))).toEqual({
      rows: [],
      rest: [long(41)],
      unread: [['账号名称 平台 存在问题', 1]],
    });
  });

  it('一行一格：末尾不认得的栏至多三个', () => {
    const head = ['账号名称', '平台', '存在问题'];
    const more = ['备注一', '备注二', '备注三', '备注四'];
    const row = ['甲发布', '微信', '未更新', '1', '2', '3', '4'];
    expect(rows(...head, ...more.slice(0, 3), ...row.slice(0, 6)).rows).toEqual([
      ['甲发布', '微信', undefined, '未更新', 7, '甲发布 微信 未更新 1 2 3'],
    ]);
    expect(rows(...head, ...more, ...row)).toEqual({
      rows: [],
      rest: [],
      unread: [['账号名称 平台 存在问题', 1]],
    });
  });

  it.each([
    ['没有一行', ['账号名称', '平台', '存在问题']],
    ['序号不是号', ['序号', '账号名称', '存在问题', '甲', '甲发布', '未更新']],
    ['平台不是平台', ['平台', '账号名称', '存在问题', '甲', '甲发布', '未更新']],
    ['问题不是问题', ['序号', '账号名称', '存在问题', '1', '甲发布', '好得很']],
    ['类别不是类别', ['序号', '账号名称', '问题类别', '1', '甲发布', '好得很']],
    [
      '只有一行对得上',
      ['序号', '账号名称', '存在问题', '1', '甲发布', '未更新', '2', '乙发布', '好得很'],
    ],
    ['缺一格', ['序号', '账号名称', '存在问题', '1', '甲发布', '未更新', '2', '乙发布']],
  ])('一行一格：%s的不猜', (_, table) => {
    const { rows: found, unread } = rows(...table);
    expect([found, unread]).toEqual([[], [[table.slice(0, 3).join(' '), 1]]]);
  });

  it('一行一格：几种宽度都说得通的不猜', () => {
    const head = ['账号名称', '责任单位', '存在问题'];
    // Three columns and three rows, or a fourth column 甲 and two rows.
    const cells = ['甲', '乙', '未更新', '未更新', '丙', '未更新', '丁', '未更新', '未更新'];
    expect(rows(...head, ...cells)).toEqual({
      rows: [],
      rest: [],
      unread: [['账号名称 责任单位 存在问题', 1]],
    });
  });

  it('一行一格：没有问题的那一行照读', () => {
    const head = ['序号', '账号名称', '存在问题'];
    expect(
      rows(...head, '1', '甲发布', '无', '2', '乙发布', '未更新').rows.map(
        ([name, , , finding]) => [name, finding],
      ),
    ).toEqual([
      ['甲发布', ''],
      ['乙发布', '未更新'],
    ]);
  });

  it('没有问题栏的、格数不一样的不当表', () => {
    expect(read('序号 平台 账号名称 条数', '1 微信 甘泉发布 30').named).toEqual([]);
    expect(read('序号 平台 账号名称 存在问题', '1 微信 甘泉 发布 未更新').named).toEqual([]);
  });

  it('一行一格的表：按栏名数格，末尾不认得的栏不影响', () => {
    const { named, rest } = read(
      ...['一、自查情况', '新媒体类型 |', '新媒体名称 |', '责任单位 |', '问题类别 |', '更新日期 |'],
      ...['微信 |', '甘泉微讯 |', '甘泉镇 |', '更新不及时 |', '7月16日 |'],
      ...['抖音 |', '甘泉之声 |', '劳山镇 |', '未备案 |', '7月17日 |'],
      ...['二、整改措施', '请整改。'],
    );
    expect(named.map(({ mention, findings }) => [mention.name, mention.unit, findings])).toEqual([
      ['甘泉微讯', '甘泉镇', ['更新不及时']],
      ['甘泉之声', '劳山镇', ['未备案']],
    ]);
    expect(rest.map(({ text }) => text)).toEqual(['一、自查情况', '二、整改措施', '请整改。']);
  });

  it('一行一格、格数对不上的表不猜，列出来', () => {
    const { named, unread } = read(
      ...['账号名称', '平台', '存在问题'],
      ...['甘泉微讯', '未备案', '甘泉之声', '微博', '更新不及时'],
    );
    expect(named).toEqual([]);
    expect(unread).toMatchObject([{ sentence: '账号名称 平台 存在问题', place: { row: 1 } }]);
  });
});

describe('逐条列出的账号，用逗号隔开', () => {
  const pieces = (text: string) =>
    read(text).named.map(({ mention, findings, why }) => [
      mention.name,
      mention.platform,
      mention.unit,
      findings.join(),
      why,
    ]);

  it.each([
    [
      '1.石桥司法，微信公众号，县司法局，连续三周未更新',
      ['石桥司法', '微信公众号', '县司法局', '连续三周未更新', undefined],
    ],
    [
      '2、微博，石桥气象，县气象局，未提供互动功能；',
      ['石桥气象', '微博', '县气象局', '未提供互动功能', undefined],
    ],
    [
      '（3）县交通局，“石桥交通”，今日头条，发布商业广告',
      ['石桥交通', '今日头条', '县交通局', '发布商业广告', undefined],
    ],
    [
      '①石桥教育；视频号；一周未更新，评论区关闭。',
      ['石桥教育', '视频号', undefined, '一周未更新，评论区关闭', undefined],
    ],
    ['石桥人社，微信公众号，已整改到位', ['石桥人社', '微信公众号', undefined, '', 'mended']],
    ['5.石桥残联，抖音号，县残联，运行正常', ['石桥残联', '抖音号', '县残联', '', 'nothing']],
  ])('%s', (text, account) => {
    expect(pieces(text)).toEqual([account]);
  });

  it.each([
    '石桥司法，微信公众号',
    '县司法局，石桥镇，微信公众号，连续三周未更新',
    '微信公众号更新不及时，石桥司法，县司法局',
    '今年以来，县里，各单位，微信公众号，都很活跃',
    '1.石桥司法，微信公众号，，未更新',
  ])('“%s”不是', (text) => {
    expect(read(text)).toMatchObject({ named: [], rest: [{ text }] });
  });
});

describe('一行里不止一个账号，或者夹着人', () => {
  it.each([
    '甲统计，微信公众号，超过2周未更新。“乙水利”抖音号未备案。',
    '1.甲统计，微信公众号，市统计局，超过2周未更新；2.乙水利，抖音号，市水利局，未备案。',
    '1.甲统计，微信公众号，市统计局，超过2周未更新；乙水利未备案。',
    '1.甲统计，微信公众号，超过2周未更新，2.乙水利，未备案',
    '1.甲统计，微信公众号，超过2周未更新，（2）乙水利未备案',
    '市统计局，“甲统计”，微信公众号，“乙统计”，抖音号，超过2周未更新。',
    '甲统计，微信公众号，市统计局，未更新，“乙统计”未备案',
    '甲统计，微信公众号，市统计局，未更新，乙水利抖音号未备案',
    '1.甲统计，微信公众号，张三，13912345678，超过2周未更新',
    '1.甲统计，微信公众号，市统计局，超过2周未更新，联系人张三',
    '1.甲统计，微信公众号，张三，超过2周未更新',
    '1.甲统计，微信公众号，市统计局，0551-65432100，超过2周未更新',
    '其中，甲统计，微信公众号，超过2周未更新',
  ])('“%s”不猜，整行列为没有读懂，留给正文', (text) => {
    const { named, rest, unread } = read(text);
    expect(named).toEqual([]);
    expect(rest).toMatchObject([{ text }]);
    expect(unread).toMatchObject([{ sentence: text, place: { row: 1 } }]);
  });

  it.each([
    '其中，微信公众号，“甲发布”长期未更新，“乙发布”未备案。',
    '今年以来，网站，公众号更新不及时',
    '近期，微信公众号，更新不及时',
    '部分单位，微信公众号，更新不及时',
  ])('“%s”是说话，留给正文', (text) => {
    expect(read(text)).toMatchObject({ named: [], rest: [{ text }], unread: [] });
  });

  it.each([
    ['如皋发布，微信公众号，公众号更新不及时', '公众号更新不及时'],
    ['1.甲统计，微信公众号，市统计局，“通知公告”栏目未更新', '“通知公告”栏目未更新'],
    ['1.甲统计，微信公众号，有错别字，“登陆”应为“登录”', '有错别字，“登陆”应为“登录”'],
  ])('“%s”是一行', (text, finding) => {
    expect(read(text).named.map(({ findings }) => findings)).toEqual([[finding]]);
  });
});

describe('逐项写明的账号', () => {
  const keyed = (...texts: string[]) => {
    const { named, rest } = read(...texts);
    const all = named.map(({ mention: { name, platform, unit }, findings, why }) =>
      [name, platform, unit, findings.join(), why].join('|'),
    );
    return { all, rest: rest.map(({ text }) => text) };
  };

  it.each([
    [
      '1. 账号名称：清溪气象；平台：微博；主办单位：县气象局；问题：连续5周无更新，简介为空。',
      '清溪气象|微博|县气象局|连续5周无更新，简介为空|',
    ],
    [
      '（1）问题：首页三周没有新内容；名称：同德县人民政府网；单位：同德县政府办；整改时限：3月底前。',
      '同德县人民政府网|网站|同德县政府办|首页三周没有新内容|',
    ],
    [
      '账号名称：“无为交通”，类型：新浪微博，责任单位：无为市交通局，存在的问题：1月以来未更新，有错别字。',
      '无为交通|新浪微博|无为市交通局|1月以来未更新，有错别字|',
    ],
    ['公众号名称：上饶水利；存在问题：2条留言未答复；', '上饶水利|公众号||2条留言未答复|'],
    [
      '②微信公众号：临江教育；主办单位：临江市教育局；问题：3月以来没有发布信息',
      '临江教育|微信公众号|临江市教育局|3月以来没有发布信息|',
    ],
    [
      '政府网站：临江市人民政府网；存在问题：“在线访谈”栏目空白；主办单位：临江市政府办',
      '临江市人民政府网|网站|临江市政府办|“在线访谈”栏目空白|',
    ],
    [
      '（5）名称：清溪人社 | 类型：微信公众号 | 单位：县人社局 | 存在问题：电话为空号',
      '清溪人社|微信公众号|县人社局|电话为空号|',
    ],
    [
      '责任单位：县统计局；存在问题：未建立审核制度；时限：4月底。',
      '县统计局|单位|县统计局|未建立审核制度|',
    ],
    [
      '账号名称：日照发改；平台：抖音；主办单位：市发改委；问题：无。',
      '日照发改|抖音|市发改委||nothing',
    ],
    [
      '账号名称：日照商务；平台：抖音；问题：未备案；整改情况：已整改到位。',
      '日照商务|抖音|||mended',
    ],
  ])('%s', (text, account) => {
    expect(keyed(text)).toEqual({ all: [account], rest: [] });
  });

  it('一行一项的，各条到下一个同样的项为止；不接到写在一行里的前一条上', () => {
    expect(
      keyed(
        '责任单位：县统计局；存在问题：未建立审核制度',
        '账号：云水司法',
        '平台：今日头条',
        '存在问题：超过30天未更新',
        '账号：云水林业',
        '平台：微博',
        '主办单位：云水县林业局',
        '问题：头像模糊',
        '三、要求',
      ),
    ).toEqual({
      all: [
        '县统计局|单位|县统计局|未建立审核制度|',
        '云水司法|今日头条||超过30天未更新|',
        '云水林业|微博|云水县林业局|头像模糊|',
      ],
      rest: ['三、要求'],
    });
  });

  it.each([
    '主办单位：县教育局；平台：微博',
    '一、问题：更新不及时',
    '“清溪发布”微信公众号存在问题：未更新',
    '联系人：张某；电话：123',
  ])('“%s”不是', (text) => {
    expect(keyed(text)).toEqual({ all: [], rest: [text] });
  });
});
