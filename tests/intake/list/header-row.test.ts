/** 表头: one row or two that name the columns. */
import { describe, expect, it } from 'vitest';
import { asked, planBytes, planTable, rowsOf } from '../lists.ts';
import { rowOf } from '../plain-list.ts';
import { xlsxOf } from '../papers.ts';

describe('两行表头', () => {
  it('上一行分组，下一行是栏名', async () => {
    const plan = await planTable([
      ['序号', '主办单位', '账号名称', '平台', '整改', '', ''],
      ['', '', '', '', '存在问题', '整改措施', '整改时限'],
      rowOf('1', '未备案'),
    ]);
    expect(rowsOf(plan)).toMatchObject([{ finding: '未备案', deadlineText: '6月底前' }]);
  });
});

it('两行表头，有一组只有一栏，别的栏名占两行：一张表，不另问', async () => {
  const bytes = await xlsxOf({
    above: ['2026年5月政务新媒体检查情况明细'],
    rows: [
      ['编号', '账号', '平台', '主办单位', '内容', '', '管理', '整改时限'],
      ['', '', '', '', '超14天未更新', '3个月无原创', '名称与备案不一致', ''],
      ['1', '青溪文旅', '抖音', '青溪县文化和旅游局', '是', '否', '否', '2026-06-20'],
      ['2', '青溪工会', '微博', '青溪县总工会', '否', '是', '是', '2026-06-20'],
    ],
    merged: [0, 1, 2, 3, 7].map((column) => ({ column, from: 0, to: 1 })),
  });
  const plan = await planBytes('明细.xlsx', bytes);
  expect(asked(plan).filter((one) => one.startsWith('table'))).toEqual([]);
  expect(rowsOf(plan).map(({ name, finding }) => [name, finding])).toEqual([
    ['青溪文旅', '超14天未更新'],
    ['青溪工会', '3个月无原创'],
    ['青溪工会', '名称与备案不一致'],
  ]);
});
