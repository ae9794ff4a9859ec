/** Shapes of lists that offices have: codes, sections with a number, keys and values, a round of questions. */
import { describe, expect, it } from 'vitest';
import { rowOf } from '../../../scripts/bench/paper/list-rows.ts';
import { Inquiry } from '../../../src/intake/inquiry/question.ts';
import { asked, dueOf, planBytes, planTable, rowsOf } from '../lists.ts';

const text = (...lines: string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'));
const HEAD = ['序号', '主办单位', '账号名称', '平台', '存在问题', '整改措施', '整改时限'];

describe('序号', () => {
  const row = (number: string, name: string): string[] => [
    number,
    '云水县教育局',
    name,
    '微信公众号',
    '未备案',
    '整改',
    '6月底前',
  ];

  it('是编码的按次序记，不逐行问', async () => {
    const read = await planTable([HEAD, row('A-01', '甲'), row('A-02', '乙'), row('B-01', '丙')]);
    expect(asked(read).filter((one) => one.startsWith('row'))).toEqual([]);
    expect(rowsOf(read).map((one) => one.row)).toEqual([1, 2, 3]);
  });

  it('一格里是“一”、旁边只有“内容保障方面”的是分节', async () => {
    const read = await planTable([
      HEAD,
      ['一', '', '', '', '内容保障方面', '', ''],
      row('1', '甲'),
      ['二', '', '', '', '互动回应方面', '', ''],
      row('2', '乙'),
    ]);
    expect(rowsOf(read)).toHaveLength(2);
    expect(read.notes.filter((note) => note.includes('分节的标题'))).toHaveLength(2);
  });
});

describe('没有表格的清单', () => {
  it('行里写的时限照取；只有一行时限的要问', async () => {
    const read = await planBytes(
      '交办单.txt',
      text(
        '政务新媒体问题交办单',
        '交办日期：2024年3月1日',
        '1.云水县教育局“云水教育”微信公众号：超过两周未更新。整改时限：2024年3月20日。',
        '2.云水县水利局“云水水利”微博：未备案。整改时限：立行立改。',
        '3.云水县林业局“云水林业”抖音号：未认证。',
      ),
    );
    expect(read.head.listedOn?.value).toBe('2024-03-01');
    expect(dueOf(read)).toEqual(['2024-03-20', 'immediate', '']);
    expect(rowsOf(read).map((one) => one.deadlineText)).toEqual(['2024年3月20日', '立行立改', '']);
  });

  it('逐项写明的也取时限；账号写“（无）”的是单位自己的问题', async () => {
    const read = await planBytes(
      '清单.txt',
      text(
        '云水县问题清单',
        '（2024年3月1日印发）',
        '1.责任单位：云水县教育局',
        '账号：云水教育（微信公众号）',
        '问题：未备案',
        '整改时限：2024年4月10日前',
        '',
        '2.责任单位：云水县工会',
        '账号：（无）',
        '问题：未按要求报送年报',
        '整改时限：2024年4月底前',
      ),
    );
    expect(dueOf(read)).toEqual(['2024-04-10', '2024-04-30']);
    expect(rowsOf(read)[1]?.name).toBeUndefined();
  });
});

describe('一轮的问题', () => {
  const place = { file: '清单.csv', sheet: '', row: 1, cell: '' };
  /** An inquiry with so many questions of their own, and two that may be put as one. */
  const questions = (count: number, beside = 0): string[] => {
    const inquiry = new Inquiry();
    inquiry.beside = beside;
    for (let at = 0; at < count; at += 1)
      inquiry.ask(
        { ask: 'problems', text: `毛病${String(at)}`, message: '', candidates: [] },
        place,
        () => true,
      );
    for (const text of ['甲', '乙'])
      inquiry.ask(
        {
          ask: 'host',
          text,
          message: '',
          candidates: [],
          bulk: { text: '清单.csv', above: 3, message: () => '', candidates: [] },
        },
        place,
        () => true,
      );
    return inquiry.questions.map(({ ask }) => ask).filter((ask) => ask === 'host');
  };

  it.each([
    [10, 0, 2],
    [11, 0, 1],
    [8, 3, 1],
    [8, 2, 2],
  ])('另有 %d 问、旁边 %d 问时，两样的问成 %d 问', (count, beside, put) => {
    expect(questions(count, beside)).toHaveLength(put);
  });
});

describe('量清单的尺', () => {
  const row = (number: string, line: number, host: string, finding: string) =>
    ({
      raw: { 责任单位: host, 序号: number },
      place: { file: '表.xlsx', sheet: '', row: line, cell: '' },
      host,
      finding,
    }) as never as Parameters<typeof rowOf>[0][number];
  const rows = [
    row('1', 3, '甲局', '未更新'),
    row('2', 4, '乙局', '未备案'),
    row('3', 5, '丙局', '未更新'),
    row('4', 6, '丁局', ''),
  ];

  it('同一个问题的两行，按序号分，序号不在第一栏也认得', () => {
    expect(rowOf(rows, { row: '3', finding: '未更新' }, new Set())).toBe(rows[2]);
    expect(rowOf(rows, { row: '1', finding: '未更新' }, new Set())).toBe(rows[0]);
  });

  it('没有问题的一行谁也不是；一行只算一次', () => {
    expect(rowOf(rows, { row: '4', finding: '错别字' }, new Set())).toBeUndefined();
    expect(
      rowOf(rows, { row: '2', finding: '未备案' }, new Set([rows[1] as never])),
    ).toBeUndefined();
  });
});
