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
