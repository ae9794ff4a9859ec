/** 清单的行: what is an entry of its own, and what belongs to the one above. */
import { describe, expect, it } from 'vitest';
import { bothFindings } from '../../../src/intake/words/both-findings.ts';
import { asked, planTable, rowsOf } from '../lists.ts';
import { HEAD, rowOf } from '../plain-list.ts';

it('有序号、没有单位和账号的行：问是不是照上一行', async () => {
  const blank = { 1: '', 2: '', 3: '' };
  const rows = [HEAD, rowOf('1', '未备案'), rowOf('2', '错别字', blank), rowOf('3', '死链', blank)];
  expect(asked(await planTable(rows))).toContain('rest 清单.csv 空格');
  const plan = await planTable(rows, { 'rest 清单.csv 空格': '照上一行' });
  expect(rowsOf(plan).map(({ name }) => name)).toEqual(['示例教育', '示例教育', '示例教育']);
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
