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
