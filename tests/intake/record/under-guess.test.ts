/** One round of questions also where a column is new. */
import { describe, expect, it } from 'vitest';
import { asked, planTable, rowsOf } from '../lists.ts';

const rows = [
  ['序号', '开办单位', '账号', '平台', '突出的不足之处', '何时改好'],
  ['1', '青溪县教育局', '青溪教育', '微信公众号', '更新不及时', '3月底前'],
  ['2', '青溪县水利局', '青溪水利', '青鸟圈', '页面颜色难看', '收到通知后10个工作日内'],
];
const FINDING = { 'column 突出的不足之处': '存在问题' };
const GUESSED = '下面各处是照所猜的栏名问的';

describe('栏名没有见过，猜得出：一轮问完', () => {
  it('栏名和照猜的栏名要问的各行一起问，什么都不写', async () => {
    const plan = await planTable(rows);
    expect(asked(plan)).toEqual(
      expect.arrayContaining([
        'column 何时改好',
        'column 突出的不足之处',
        'platform 青鸟圈',
        'problems 页面颜色难看',
        'deadline 收到通知后10个工作日内',
      ]),
    );
    expect(plan.files.size).toBe(0);
    expect(plan.notes.some((note) => note.startsWith(GUESSED))).toBe(true);
    expect(rowsOf(plan).map(({ finding }) => finding)).toEqual(['更新不及时', '页面颜色难看']);
  });

  it('栏名答成别的，照答的读，各行重新问', async () => {
    const plan = await planTable(rows, { ...FINDING, 'column 何时改好': '不录入' });
    expect(asked(plan)).not.toContain('deadline 收到通知后10个工作日内');
    expect(plan.notes.some((note) => note.startsWith(GUESSED))).toBe(false);
  });
});

it('有一栏看不出像什么，先只问栏名', async () => {
  const plan = await planTable([
    ['序号', '账号', '平台', '问题', '甲乙丙'],
    ['1', '青溪教育', '青鸟圈', '页面颜色难看', '青溪'],
  ]);
  expect(asked(plan)).toContain('column 甲乙丙');
  expect(asked(plan)).not.toContain('problems 页面颜色难看');
});

describe('有一栏看不出像什么，缺的只是措施或时限：照不录入的读，一轮问完', () => {
  const table = [
    ['序号', '开办单位', '账号', '平台', '问题', '时限', '丙丁'],
    ['1', '青溪县教育局', '青溪教育', '青鸟圈', '页面颜色难看', '3月底前', '甲等'],
  ];

  it('栏名和各行一起问，第一个答案仍是缺的那一栏', async () => {
    const plan = await planTable(table);
    expect(asked(plan)).toEqual(
      expect.arrayContaining(['column 丙丁', 'platform 青鸟圈', 'problems 页面颜色难看']),
    );
    const question = plan.questions.find(({ ask }) => ask === 'column');
    expect(question?.candidates[0]?.answer).toBe('整改措施');
    expect(plan.notes.some((note) => note.includes('“丙丁”不录入'))).toBe(true);
    expect(plan.files.size).toBe(0);
  });

  it('答了是整改措施，不再有新的问题', async () => {
    const first = new Set(asked(await planTable(table)));
    const second = asked(await planTable(table, { 'column 丙丁': '整改措施' }));
    expect(second.filter((one) => !first.has(one))).toEqual([]);
  });
});

describe('栏名说得出是什么，不再问', () => {
  it.each(['工单号', '佐证', '销号依据'])('“%s”不录入', async (title) => {
    const plan = await planTable([
      ['序号', '开办单位', '账号', '平台', '问题', '时限', title],
      ['1', '青溪县教育局', '青溪教育', '微信公众号', '更新不及时', '3月底前', 'W26-0412'],
    ]);
    expect(asked(plan)).not.toContain(`column ${title}`);
    expect(plan.notes.join()).toContain(`“${title}”栏不在栏名表里`);
  });

  it('首次发现是发现日期，进展是整改状态', async () => {
    const plan = await planTable([
      ['序号', '开办单位', '账号', '平台', '问题', '时限', '首次发现', '进展'],
      [
        '1',
        '青溪县教育局',
        '青溪教育',
        '微信公众号',
        '更新不及时',
        '3月底前',
        '2024-02-12',
        '在改',
      ],
    ]);
    const first = plan.questions.map(({ text, candidates }) => `${text} ${candidates[0]?.answer}`);
    expect(first).toContain('首次发现 发现日期');
    expect(first).toContain('进展 整改状态');
  });
});

it('牵头单位和责任单位都有：各行一起问', async () => {
  const plan = await planTable([
    ['序号', '责任单位', '牵头单位', '存在问题', '整改措施', '整改时限'],
    ['1', '青溪县教育局', '青溪县政府办', '页面颜色难看', '改', '2024年9月30日'],
  ]);
  expect(asked(plan)).toEqual(expect.arrayContaining(['column 牵头单位', 'problems 页面颜色难看']));
});

describe('问题多于十二个的一轮：各栏并成一问', () => {
  const many = [
    [
      '编号',
      '哪个单位的',
      '账号叫啥',
      '在哪个平台',
      '查出什么毛病',
      '怎么改',
      '啥时候改完',
      '到哪一步',
    ],
    ['1', '青溪县教育局', '青溪教育', '青鸟圈', '页面颜色难看', '改', '5月', '已办结'],
    [
      '2',
      '青溪县水利局',
      '青溪水利、青溪河长',
      '微信公众号',
      '名字太长',
      '改',
      '国庆节前',
      '整改中',
    ],
    ['3', '青溪县林业局', '', '', '人手太少', '补', '6月底前', '整改中'],
  ];
  const ALL = 'column 不认得的各栏';

  it('答“都照所猜的”，每栏是所猜的，记住栏名', async () => {
    const plan = await planTable(many);
    expect(asked(plan)).toContain(ALL);
    expect(plan.questions.length).toBeLessThanOrEqual(12);
    const each = plan.questions.find(({ text }) => text === '不认得的各栏')?.each ?? [];
    expect(each.map(({ text }) => text)).toEqual(many[0]?.slice(1));
    const known = await planTable(many, { [ALL]: '都照所猜的' });
    expect(asked(known).filter((one) => one.startsWith('column'))).toEqual([]);
    expect(rowsOf(known).map(({ finding }) => finding)).toEqual(many.slice(1).map((row) => row[4]));
  });

  it('单独答了一栏的，照它的', async () => {
    const plan = await planTable(many, { [ALL]: '都照所猜的', 'column 到哪一步': '不录入' });
    expect(asked(plan).filter((one) => /^(?:column|status)/u.test(one))).toEqual([]);
  });
});

it('没有账号、没有日期的，缺的和别的在同一轮问', async () => {
  const plan = await planTable(
    [
      ['序号', '主办单位', '账号名称', '平台', '存在问题', '整改措施', '整改时限'],
      ['1', '青溪县教育局', '', '', '人手太少', '补', '12月'],
    ],
    {},
    ['政务新媒体问题清单'],
  );
  expect(asked(plan).map((one) => one.split(' ')[0])).toEqual(
    expect.arrayContaining(['listedOn', 'confirm', 'problems', 'deadline']),
  );
});
