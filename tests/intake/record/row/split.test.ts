/** 拆行: rows that hold several entries. */
import { describe, expect, it } from 'vitest';
import type { ListRow } from '../../../../src/intake/list/entry.ts';
import { splitRows } from '../../../../src/intake/record/row/split.ts';
import { asked, planTable, rowsOf } from '../../lists.ts';
import { HEAD, rowOf } from '../../plain-list.ts';
import { asksOf, inquiryWith, knownOf, listRow } from './rows.ts';

it('网站和它的栏目：问账号是不是网站', async () => {
  const cell = { 2: '县政府门户网站—政务公开', 3: '' };
  const key = 'accounts 县政府门户网站—政务公开';
  expect(asked(await planTable([HEAD, rowOf('1', '未备案', cell)]))).toContain(key);
  const plan = await planTable([HEAD, rowOf('1', '未备案', cell)], { [key]: '网站' });
  expect(rowsOf(plan)[0]).toMatchObject({
    name: '县政府门户网站',
    listed: '县政府门户网站—政务公开',
  });
});

/** The rows that a row becomes: what each says of its account and its problem, and what is asked. */
function split(row: ListRow, given: Record<string, string> = {}) {
  const inquiry = inquiryWith(given);
  const rows = splitRows([row], knownOf(), inquiry);
  return {
    rows: rows.map(({ cells }) =>
      [cells.listed, cells.finding, cells.deadline].map((cell) => cell?.text ?? '').join('|'),
    ),
    notes: rows.flatMap(({ notes }) => notes),
    asked: asksOf(inquiry),
    isUnsplit: rows[0]?.isUnsplit === true,
  };
}

describe('一格几个账号', () => {
  const row = () =>
    listRow({ listed: '公众号：甲街道发布；新浪微博：甲街道微博', finding: '未更新' });
  const key = 'accounts 公众号：甲街道发布；新浪微博：甲街道微博';

  it('问着的先不分；答分开，一个账号一条', () => {
    expect(split(row())).toMatchObject({ asked: [key], isUnsplit: true });
    const { rows, notes } = split(row(), { [key]: '分开' });
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain('甲街道微博|未更新');
    expect(notes[0]).toContain('分成 2 条');
  });

  it('答是一个名称、答各是哪几个；答得不成几个的再问', () => {
    expect(split(row(), { [key]: '一个名称' }).rows).toHaveLength(1);
    expect(split(row(), { [key]: '公众号：甲一；微博：甲二；微博：甲三' }).rows).toHaveLength(3);
    expect(split(row(), { [key]: '甲' }).asked).toEqual([key]);
  });

  it('台账已经照这样登记过的，不再问', () => {
    expect(split(listRow({ listed: '微信公众号：甲街道发布', finding: '未更新' })).asked).toEqual(
      [],
    );
  });
});

describe('一格几个编了号的问题', () => {
  const row = (deadline: string) =>
    listRow({
      listed: '公众号：甲街道发布',
      finding: '1.未备案；\n2.错别字\n三处',
      deadline,
    });
  const both = '1.5月底前；\n2.6月底前';

  it('时限也编了号的问；答分开，对号入座', () => {
    expect(split(row(both)).asked).toEqual(['items 清单.xlsx']);
    const { rows, notes } = split(row(both), { 'items 清单.xlsx': '分开' });
    expect(rows).toEqual([
      '公众号：甲街道发布|未备案|5月底前',
      '公众号：甲街道发布|错别字\n三处|6月底前',
    ]);
    expect(notes[0]).toBe('一格里的 2 个问题分成 2 条');
    expect(split(row(both), { 'items 清单.xlsx': '不分' }).rows).toHaveLength(1);
  });

  it.each(['5月底前', '1.5月底前', '1.5月底前\n3.6月底前'])(
    '时限写“%s”的，不问不分',
    (deadline) => {
      expect(split(row(deadline))).toMatchObject({ asked: [] });
    },
  );

  it('圈码也是编号', () => {
    const circled = listRow({
      listed: '公众号：甲街道发布',
      finding: '①未备案\n②错别字',
      deadline: '①5月底\n②6月底',
    });
    expect(split(circled).asked).toEqual(['items 清单.xlsx']);
  });
});
