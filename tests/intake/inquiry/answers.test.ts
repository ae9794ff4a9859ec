/** Questions are put once, answered in a small file, and never asked again. */
import { describe, expect, it } from 'vitest';
import { readAnswers, withQuestions } from '../../../src/intake/inquiry/answers.ts';
import { ColumnNames } from '../../../src/intake/list/column-names.ts';
import { readPaper } from '../../../src/paper/paper.ts';
import { planImport, type ImportPlan } from '../../../src/intake/record/plan.ts';
import { planData } from '../../../src/intake/record/preview.ts';
import { questionKey, type Question } from '../../../src/intake/inquiry/question.ts';
import { faultLine } from '../../../src/ledger/fault.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';
import { csvOf } from '../papers.ts';
import { header, headLines, opened, shippedFolder, title } from '../source.ts';

const ledger = opened(shippedFolder);
const encode = (text: string) => new TextEncoder().encode(text);

async function planned(
  rows: readonly (readonly string[])[],
  given: ReadonlyMap<string, readonly string[]> = new Map(),
  into: Ledger = ledger,
  columns: readonly string[] = header,
): Promise<ImportPlan> {
  const names = new ColumnNames(into.vocabulary.columns);
  const bytes = csvOf.utf8({ above: [title, ...headLines], rows: [columns, ...rows] });
  const reading = await readPaper('清单.csv', bytes, (one) => names.find(one) !== undefined);
  if ('refusal' in reading) throw new Error(reading.refusal.problem);
  return planImport([reading.paper], into, {}, given);
}

const good = ['24', '微信公众号：榆阳统计', '榆阳区统计局', '未进行备案', '进行备案', '5月底'];
const withCell = (index: number, text: string): string[] =>
  good.map((cell, at) => (at === index ? text : cell));
const asked = (plan: ImportPlan) => plan.questions.map(({ ask, text }) => `${ask} ${text}`);
const answersOf = (plan: ImportPlan, ask: string) =>
  plan.questions.find((one) => one.ask === ask)?.candidates.map(({ answer }) => answer);

describe('认不出的写成问题', () => {
  it('都认得的一行没有问题，记为新增', async () => {
    const plan = await planned([good]);
    expect(asked(plan)).toEqual([]);
    expect(planData(plan).rows[0]).toMatchObject({
      status: 'new',
      account: 'tongji-wechat',
      unit: 'tongji',
      problems: ['not-filed'],
      issue: '2020-special-24',
    });
  });

  it('单位错字：列出相近的单位，也可以新增', async () => {
    const plan = await planned([withCell(2, '榆阳区统汁局')]);
    expect(asked(plan)).toEqual(['unit 榆阳区统汁局']);
    expect(answersOf(plan, 'unit')).toEqual(['tongji', '新增']);
    expect(plan.rows[0]?.status).toBe('unread');
    expect(plan.rows[0]?.record).toBeUndefined();
    expect([...plan.files]).toEqual([]);
  });

  it('答复以后照答复录入，并把读法记在记录里', async () => {
    const plan = await planned(
      [withCell(2, '榆阳区统汁局')],
      new Map([[questionKey('unit', '榆阳区统汁局'), ['tongji']]]),
    );
    expect(asked(plan)).toEqual([]);
    expect(plan.rows[0]?.record).toMatchObject({
      account: 'tongji-wechat',
      listedHost: '榆阳区统汁局',
      readings: [{ field: 'unit', note: '经确认，“榆阳区统汁局”是“榆阳区统计局”' }],
    });
  });

  it('用不上的答复再问一次，并说明', async () => {
    const plan = await planned(
      [withCell(2, '榆阳区统汁局')],
      new Map([[questionKey('unit', '榆阳区统汁局'), ['没有这个']]]),
    );
    expect(plan.questions[0]?.message).toBe(
      '答复“没有这个”用不上：台账里没有“榆阳区统汁局”，有相近的单位',
    );
  });

  it('同一个问题在几行里只问一次，列出每一处', async () => {
    const plan = await planned([
      withCell(2, '榆阳区统汁局'),
      ['25', ...withCell(2, '榆阳区统汁局').slice(1)],
    ]);
    const [question] = plan.questions;
    expect(question?.places.map(({ row }) => row)).toEqual([5, 6]);
    expect(plan.rows.map(({ questions }) => questions.length)).toEqual([1, 1]);
  });

  it.each([
    [1, '微信公从号：榆阳统计', 'platform 微信公从号', '微信公众号'],
    [1, '微信公众号：榆阳统汁', 'account 微信公众号：榆阳统汁 榆阳区统计局', 'tongji-wechat'],
    [3, '未进行备安', 'problems 未进行备安', '未备案'],
    [5, '5月低', 'deadline 5月低', '2020年5月31日'],
    [5, '2024年8月前', 'deadline 2024年8月前', '2024年7月31日'],
    [5, '4月底', 'deadline 4月底', '2020年4月30日'],
    [5, '', 'deadline ', undefined],
  ])('第 %i 栏写“%s”', async (index, text, question, first) => {
    const plan = await planned([withCell(index, text)]);
    expect(asked(plan)).toEqual([question]);
    expect(plan.questions[0]?.candidates[0]?.answer).toBe(first);
  });

  it('一句话里有一半认不出也要问，不只录认得的一半', async () => {
    const plan = await planned([withCell(3, '未进行备案，页面颜色不好看')]);
    expect(asked(plan)).toEqual(['problems 页面颜色不好看']);
  });

  it('否定的话不当作问题', async () => {
    const plan = await planned([withCell(3, '未发现更新不及时')]);
    expect(asked(plan)).toEqual(['problems 未发现更新不及时']);
  });

  it('写“未发现”的行不是问题', async () => {
    const plan = await planned([
      withCell(3, '未发现'),
      withCell(3, '无'),
      withCell(3, '未发现此类问题。'),
    ]);
    expect(plan).toMatchObject({ rows: [], questions: [], nothingFound: 3 });
  });

  it('栏名认不出：问是哪一栏，答复后读得出', async () => {
    const columns = header.map((name) => (name === '整改时限' ? '办结要求' : name));
    const plan = await planned([good], new Map(), ledger, columns);
    expect(asked(plan)).toContain('column 办结要求');
    const again = await planned(
      [good],
      new Map([[questionKey('column', '办结要求'), ['整改时限']]]),
      ledger,
      columns,
    );
    expect(asked(again)).toEqual([]);
    expect(again.rows[0]?.record?.deadline).toEqual({
      text: '5月底',
      kind: 'fixed',
      dueOn: '2020-05-31',
    });
  });

  it('同号不同账号：问是改了字还是另一个问题', async () => {
    const plan = await planned([['3', ...good.slice(1)]]);
    expect(asked(plan)).toEqual(['same 2020-special-03 微信公众号：榆阳统计 未进行备案']);
    const key = questionKey('same', '2020-special-03 微信公众号：榆阳统计 未进行备案');
    const other = await planned([['3', ...good.slice(1)]], new Map([[key, ['另一个问题']]]));
    expect(other.rows[0]).toMatchObject({ status: 'new', issue: '2020-special-24' });
  });
});

const question: Question = {
  ask: 'unit',
  text: '区: 办',
  message: '哪个单位？',
  candidates: [
    { answer: 'a', label: '甲' },
    { answer: '新增', label: '新增' },
  ],
  places: [],
};

describe('没有写明的不猜', () => {
  const planWith = async (
    above: readonly string[],
    given: ReadonlyMap<string, readonly string[]> = new Map(),
  ): Promise<ImportPlan> => {
    const names = new ColumnNames(ledger.vocabulary.columns);
    const bytes = csvOf.utf8({ above, rows: [header, ['1', ...good.slice(1)]] });
    const reading = await readPaper('清单.csv', bytes, (one) => names.find(one) !== undefined);
    if ('refusal' in reading) throw new Error(reading.refusal.problem);
    return planImport([reading.paper], ledger, { campaign: '2020-spot' }, given);
  };

  it('新专项的清单没有填表日期：不借别的专项的日期', async () => {
    const plan = await planWith(['抽查问题清单']);
    expect(plan.listedOn).toBeUndefined();
    expect(asked(plan)).toContain('listedOn 抽查问题清单');
  });

  it('新专项的清单没有标题：答复标题后按它命名', async () => {
    const above = ['填报单位（盖章）：榆林市榆阳区人民政府办公室', '填表日期：2020年5月20日'];
    expect(asked(await planWith(above))).toEqual(['campaign ', 'origin ']);
    const given = new Map([
      [questionKey('campaign', ''), ['五月抽查发现问题清单']],
      [questionKey('origin', ''), ['本级检查']],
    ]);
    const plan = await planWith(above, given);
    expect(plan.questions).toEqual([]);
    expect(plan.head.reportedBy?.value).toBe('榆林市榆阳区人民政府办公室');
    expect(plan.files.get('campaigns/2020-spot.yaml')).toContain('name: 五月抽查\n');
  });

  it('时限只剩 Excel 的序号：列出是哪一天，仍然要问', async () => {
    const plan = await planned([withCell(5, '44012')]);
    expect(asked(plan)).toEqual(['deadline 44012']);
    expect(answersOf(plan, 'deadline')).toEqual(['2020年6月30日', '存疑']);
  });
});

it('打印用的工作台账没有编号：按序号和账号对上，来源的原文不变', async () => {
  const names = new ColumnNames(ledger.vocabulary.columns);
  const columns = ['序号', '主办单位', '账号', '存在问题', '整改措施', '整改时限', '时限情况'];
  const row = [
    '1',
    '沙河路街道办事处',
    '榆林市榆阳区沙河路街道办事处',
    '栏目更新不及时，未提供有效互动',
  ];
  const rest = ['及时更新栏目，确保一周两次信息发布，开通政民互动渠道。', '5月底', '逾期5天'];
  const bytes = csvOf.utf8({ above: headLines, rows: [columns, [...row, ...rest]] });
  const reading = await readPaper('台账.csv', bytes, (one) => names.find(one) !== undefined);
  if ('refusal' in reading) throw new Error(reading.refusal.problem);
  const plan = planImport([reading.paper], ledger, {}, new Map());
  expect(plan.questions).toEqual([]);
  expect(plan.rows.map(({ status, issue }) => [status, issue])).toEqual([
    ['unchanged', '2020-special-01'],
  ]);
});

describe('每张表都从 1 编起', () => {
  const table = (unit: number): string[][] => [
    header,
    ['1', ...withCell(1, `微博：榆阳${unit}`).slice(1)],
  ];
  const read = (given: ReadonlyMap<string, readonly string[]> = new Map()): ImportPlan => {
    const place = { file: '清单.xlsx', cell: '' };
    const blocks = [1, 2, 3].map((unit) => ({
      kind: 'grid' as const,
      sheet: `单位${unit}`,
      rows: table(unit).map((cells, row) =>
        cells.map((text) => ({ text, place: { ...place, sheet: `单位${unit}`, row: row + 1 } })),
      ),
    }));
    return planImport([{ file: '清单.xlsx', blocks, notes: [] }], ledger, {}, given);
  };

  it('几张表连着编，不问，写明清单的序号', () => {
    const plan = read();
    expect(asked(plan).filter((text) => text.startsWith('row'))).toEqual([]);
    expect(plan.rows.map(({ numberText }) => numberText)).toEqual(['1', '1', '1']);
    expect(plan.rows.map(({ notes }) => notes.join())).toEqual([
      '序号 1 台账里已有，记为第24条',
      '清单写的序号是“1”，台账记为第2条,序号 2 台账里已有，记为第25条',
      '清单写的序号是“1”，台账记为第3条,序号 3 台账里已有，记为第26条',
    ]);
  });
});

describe('答复文件', () => {
  it('问题写在文件里，填好的答复读得回来', () => {
    const text = withQuestions(undefined, new Set(), [question]);
    const filled = text.replace(/answer:$/mu, 'answer: a');
    expect(readAnswers('答复.yaml', encode(text))).toEqual({
      answers: { given: new Map(), known: new Set([questionKey('unit', '区: 办')]) },
    });
    expect(readAnswers('答复.yaml', encode(filled))).toMatchObject({
      answers: { given: new Map([[questionKey('unit', '区: 办'), ['a']]]) },
    });
    expect(text).toContain('# 单位：哪个单位？\n  #   a  （甲）\n  #   新增\n');
  });

  it('新问题加在后面，原来的一个字不动', () => {
    const old = 'answers:\n  # 我的备注\n  - ask: unit\n    text: 甲\n    answer: a\n';
    const text = withQuestions(old, new Set([questionKey('unit', '甲')]), [
      { ...question, text: '甲' },
      question,
    ]);
    expect(text.startsWith(old)).toBe(true);
    expect(text.slice(old.length).match(/- ask/gu)).toHaveLength(1);
  });

  it('写错的答复文件指出行和列', () => {
    const reading = readAnswers('答复.yaml', encode('answers:\n  - ask: units\n    text: 甲\n'));
    expect('faults' in reading && reading.faults.map(faultLine)).toEqual([
      expect.stringContaining('答复.yaml:2:10 value'),
    ]);
  });
});
