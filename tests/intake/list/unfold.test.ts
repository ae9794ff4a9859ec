/** 横排的问题: 问题1 | 时限1 | 问题2 | 时限2 beside one account, as rows. */
import { describe, expect, it } from 'vitest';
import { asked, planTable, rowsOf } from '../lists.ts';

describe('问题横着排', () => {
  const plan = () =>
    planTable(
      [
        ['序号', '账号（平台）', '主办单位', '问题1', '时限1', '问题2', '时限2'],
        ['1', '云水教育（微信公众号）', '云水县教育局', '未备案', '6月30日', '', ''],
        [
          '2',
          '云水水利（抖音号）',
          '云水县水利局',
          '更新不及时',
          '5月31日',
          '存在错别字',
          '6月15日',
        ],
        ['3', '云水林业（微博）', '云水县林业局', '', '', '', ''],
      ],
      {},
      ['政务新媒体问题清单', '2024年3月1日'],
    );

  it('一格一条，各用自己的时限；三格都空的一行要问', async () => {
    const read = await plan();
    expect(rowsOf(read)).toMatchObject([
      { name: '云水教育', finding: '未备案', deadlineText: '6月30日' },
      { name: '云水水利', finding: '更新不及时', deadlineText: '5月31日' },
      { name: '云水水利', finding: '存在错别字', deadlineText: '6月15日' },
      { finding: '' },
    ]);
    expect(asked(read).filter((one) => one.startsWith('confirm'))).toHaveLength(1);
  });

  it('“账号（平台）”是账号，不是平台', async () => {
    const read = await plan();
    expect(rowsOf(read)[0]).toMatchObject({ platform: 'wechat-official' });
    expect(asked(read).filter((one) => one.startsWith('column'))).toEqual([]);
  });

  it('按号数对，不按次序对；第一个没有号数的也算一', async () => {
    const read = await planTable(
      [
        ['序号', '账号', '主办单位', '问题', '问题2', '时限2', '时限1'],
        ['1', '云水教育', '云水县教育局', '未备案', '存在错别字', '6月15日', '5月31日'],
      ],
      {},
      ['政务新媒体问题清单', '2024年3月1日'],
    );
    expect(rowsOf(read)).toMatchObject([
      { name: '云水教育', finding: '未备案', deadlineText: '5月31日' },
      { name: '云水教育', finding: '存在错别字', deadlineText: '6月15日' },
    ]);
  });

  it('号数对不上的，不拆', async () => {
    const read = await planTable(
      [
        ['序号', '账号', '主办单位', '问题1', '问题2', '时限1', '时限3'],
        ['1', '云水教育', '云水县教育局', '未备案', '存在错别字', '6月15日', '5月31日'],
      ],
      {},
      ['政务新媒体问题清单', '2024年3月1日'],
    );
    expect(rowsOf(read)).toHaveLength(1);
  });
});
