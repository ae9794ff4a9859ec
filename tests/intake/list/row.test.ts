/** 清单的行: what is an entry of its own, and what belongs to the one above. */
import { describe, expect, it } from 'vitest';
import type { Aside } from '../../../src/intake/list/aside.ts';
import type { ListRow } from '../../../src/intake/list/entry.ts';
import { rowsOfTable } from '../../../src/intake/list/row.ts';
import type { ListTable } from '../../../src/intake/list/table.ts';
import type { Cell } from '../../../src/paper/sheet.ts';
import type { ColumnId } from '../../../src/schema/vocabulary.ts';
import { bothFindings } from '../../../src/intake/words/both-findings.ts';
import { asked, planTable, rowsOf } from '../lists.ts';
import { HEAD, rowOf } from '../plain-list.ts';
import { asksOf, inquiryWith } from '../record/row/rows.ts';

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

type Square = string | { text: string; merged: 'down' | 'across' };

/** A table of these columns, and the entries of it: number, account, finding, deadline. */
function entries(
  ids: readonly (ColumnId | undefined)[],
  rows: readonly (readonly Square[])[],
  given: Record<string, string> = {},
) {
  const columns = ids.map((id, index) => ({ index, title: id ?? '别的', id }));
  const cells = rows.map((row, r) =>
    row.map((square, c): Cell => ({
      place: {
        file: '清单.csv',
        sheet: '',
        row: r + 2,
        cell: `${'ABCDEFGH'[c] ?? ''}${String(r + 2)}`,
      },
      ...(typeof square === 'string' ? { text: square } : square),
    })),
  );
  const table: ListTable = {
    kind: 'table',
    place: cells[0]![0]!.place,
    isKnown: true,
    columns,
    unread: [],
    rows: cells,
  };
  const inquiry = inquiryWith(given);
  const asides: Aside[] = [];
  const found = rowsOfTable(table, 1, inquiry, asides);
  const say = (row: ListRow) =>
    (['row', 'name', 'finding', 'deadline'] as const)
      .map((id) => row.cells[id]?.text ?? '')
      .join('|');
  return { said: found.map(say), rows: found, asked: asksOf(inquiry), asides };
}
const ids: ColumnId[] = ['row', 'name', 'finding', 'deadline'];
const down = { text: '', merged: 'down' as const };

describe('是另一条，还是上一条的下半截', () => {
  it.each<[string, readonly Square[], string[]]>([
    ['有自己的序号、账号、问题', ['2', '乙', '死链', '6月'], ['1|甲|未备案|5月', '2|乙|死链|6月']],
    [
      '没有序号，账号、问题、时限都全',
      ['', '乙', '死链', '6月'],
      ['1|甲|未备案|5月', '|乙|死链|6月'],
    ],
    ['只有序号，别的空着', ['2', '', '', ''], ['1|甲|未备案|5月', '2|||']],
    ['只有时限：接着上一条', ['', '', '', '6月'], ['1|甲|未备案|5月\n6月']],
    ['什么都没有：接着上一条', ['', '', '', ''], ['1|甲|未备案|5月']],
    ['合并的序号下面另一个问题', [down, down, '死链', '6月'], ['1|甲|未备案|5月', '||死链|6月']],
    ['合并的下面只有时限', [down, down, down, '6月'], ['1|甲|未备案|5月\n6月']],
  ])('%s', (_, row, said) => {
    expect(entries(ids, [['1', '甲', '未备案', '5月'], row])).toMatchObject({ said, asked: [] });
  });

  it('说不准的问：答另一个问题，空着的照上一行；答续行，接在后面', () => {
    const rows = [
      ['1', '甲', '未备案', '5月'],
      ['', '', '死链', ''],
    ];
    const key = 'rest 死链';
    expect(entries(ids, rows).asked).toEqual([key]);
    expect(entries(ids, rows, { [key]: '另一个问题' }).said[1]).toBe('1|甲|死链|5月');
    expect(entries(ids, rows, { [key]: '续行' }).said).toEqual(['1|甲|未备案\n死链|5月']);
  });

  it('没有序号一栏的表，写了账号和问题就是一条', () => {
    const plain: ColumnId[] = ['name', 'finding', 'deadline'];
    expect(
      entries(plain, [
        ['甲', '未备案', '5月'],
        ['乙', '死链', ''],
      ]).said,
    ).toEqual(['|甲|未备案|5月', '|乙|死链|']);
  });
});

it('同名的栏都留着原文；状态两栏接起来；合计、分节不是条目', () => {
  const { rows, asides } = entries(
    ['row', 'finding', 'status', 'status', undefined, undefined],
    [
      ['一、网站', '', '', '', '', ''],
      ['1', '未备案', '已完成', '是', '甲', '乙'],
      ['合计', '1', '', '', '', ''],
    ],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.cells.status?.text).toBe('已完成\n是');
  expect(Object.entries(rows[0]?.raw ?? {}).slice(-2)).toEqual([
    ['别的', '甲'],
    ['别的（6）', '乙'],
  ]);
  expect([rows[0]?.section, asides.map(({ kind }) => kind).length]).toEqual([1, 2]);
});
