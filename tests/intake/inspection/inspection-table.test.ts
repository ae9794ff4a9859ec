/** 检查表: what a checker filled in; every cell that cannot be read is named. */
import { expect, test } from 'vitest';
import {
  isInspectionTitle,
  readInspection,
} from '../../../src/intake/inspection/inspection-table.ts';
import { readText } from '../../../src/paper/text.ts';
import type { Inspection } from '../../../src/schema/inspection.ts';
import { inspectionTitles } from '../../../src/schema/inspection.ts';

const T = inspectionTitles;
const check = {
  id: 'q1',
  name: '一季度检查',
  accounts: [
    {
      account: 'jia',
      lookBack: false,
      results: [{ indicator: 'M2', result: 'failed', note: '旧注' }],
    },
    { account: 'yi', lookBack: false, results: [] },
  ],
} as unknown as Inspection & { id: string };

/** A sheet with these titles and rows, under the check's own heading. */
function read(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  heading = '一季度检查（q1）',
) {
  const lines = [`${heading}\t`, titles.join('\t'), ...rows.map((row) => row.join('\t'))];
  return readInspection([readText('检查表.txt', lines.join('\n'), isInspectionTitle)], check);
}
const titles = [T.account, T.lastPostOn, T.days, T.posts, T.finding, 'M2 内容不更新'];

test('各栏读进那个账号的行，没有写的账号照旧', () => {
  const { accounts, filled, wrong } = read(titles, [
    ['jia', '2026-03-01', '90', '12', '三月断更', '不合格'],
  ]);
  expect([filled, wrong]).toEqual([1, []]);
  expect(accounts[0]).toMatchObject({
    account: 'jia',
    lastPostOn: '2026-03-01',
    counted: { days: 90, posts: 12 },
    results: [{ indicator: 'M2', result: 'failed', finding: '三月断更', note: '旧注' }],
  });
  expect(accounts[1]).toBe(check.accounts[1]);
});

test('合格的不写情况；空着的不算', () => {
  const { accounts } = read(titles, [['jia', '', '', '', '随便', '合格']]);
  expect(accounts[0]).toMatchObject({
    counted: undefined,
    lastPostOn: undefined,
    results: [{ result: 'passed' }],
  });
  expect(accounts[0]?.results[0]).not.toHaveProperty('finding');
});

test.each([
  ['不在清单里的账号', ['none', '', '', '', '', ''], '检查清单里没有 none'],
  ['不是整数', ['jia', '', '三', '3', '', ''], '“三”不是整数'],
  ['天数和条数只写一个', ['jia', '', '90', '', '', ''], '要么都写，要么都不写'],
  ['不是日期', ['jia', '三月初', '', '', '', ''], '“三月初”不是日期'],
  ['没有这一天', ['jia', '2026-02-30', '', '', '', ''], '“2026-02-30”不是日期'],
  ['不认得的结果', ['jia', '', '', '', '', '还行'], '“还行”不是合格'],
])('%s，指出来', (_, row, said) => {
  expect(read(titles, [row]).wrong.join()).toContain(said);
});

test('一个账号写了两行；别的检查的表', () => {
  const row = ['jia', '', '', '', '', '合格'];
  expect(read(titles, [row, row]).wrong).toEqual(['jia 写了两行，只留一行']);
  const other = read(titles, [row], '二季度检查（q2）');
  expect([other.filled, other.wrong[0]]).toEqual([
    0,
    expect.stringContaining('不是一季度检查的检查表'),
  ]);
});

test('认得的栏名', () => {
  expect([T.account, ` ${T.posts} `, 'M2 内容不更新', '备注'].map(isInspectionTitle)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
