/** Heads, headers, rows and numbers of lists that nobody has seen: the right entries, or the right question. */
import { describe, expect, it } from 'vitest';
import { asked, offers, planTable, rowsOf } from '../lists.ts';
import { HEAD, rowOf } from '../plain-list.ts';

describe('标题和表头信息', () => {
  it.each([
    [
      ['示例县政府网站和政务新媒体', '检查问题整改台账', '填表日期：2024年3月1日'],
      '示例县政府网站和政务新媒体检查问题整改台账',
    ],
    [['附件1', '问题清单', '2024年3月1日'], '问题清单'],
    [['附件2：政务新媒体问题清单', '2024年3月1日'], '政务新媒体问题清单'],
    [
      ['2024年问题整改任务分解表', '印发：2024年3月1日', '2024年3月1日'],
      '2024年问题整改任务分解表',
    ],
    [['一季度检查情况明细', '2024年3月1日'], '一季度检查情况明细'],
    [['示例县网站问题清单（2024年）', '（2024年3月1日）'], '示例县网站问题清单（2024年）'],
  ])('%s', async (above, title) => {
    const plan = await planTable([HEAD, rowOf('1', '未备案')], {}, above);
    expect(plan.head.title?.value).toBe(title);
    expect(plan.listedOn).toBe('2024-03-01');
  });
});

describe('行', () => {
  it('合计、备注、签字、分节都不是问题，逐行说明', async () => {
    const plan = await planTable([
      HEAD,
      ['一、网站', '', '', '', '', '', ''],
      rowOf('1', '未备案'),
      ['合计', '1', '', '', '', '', ''],
      ['备注：以上已核实', '', '', '', '', '', ''],
      ['审核人：张某', '', '', '', '', '', ''],
    ]);
    expect(plan.rows).toHaveLength(1);
    expect(plan.notes.filter((note) => note.includes('没有读成问题'))).toHaveLength(4);
  });
});

describe('一条也不丢', () => {
  it('表里没有账号栏、问题里写着账号：问一次，答按账号的登记在账号名下', async () => {
    const rows = [
      ['主办单位', '存在问题', '整改措施', '整改时限'],
      ['示例县数据局', '“示例12345”账号更名后未备案', '备案', '6月底前'],
      ['示例县林业局', '“示例林草”公众号推文出现错敏词', '撤稿', '6月底前'],
      ['示例县统计局', '“三审三校”制度不健全', '改', '6月底前'],
    ];
    const plan = await planTable(rows);
    const [question] = plan.questions.filter(({ ask }) => ask === 'accounts');
    expect(question?.each).toHaveLength(2);
    const key = `accounts ${question?.text ?? ''}`;
    const byAccount = await planTable(rows, { [key]: '按账号', origin: '自查' });
    expect(rowsOf(byAccount).map(({ listed }) => listed)).toEqual([
      '示例12345',
      '公众号：示例林草',
      '/',
    ]);
    const byUnit = await planTable(rows, { [key]: '记在单位', origin: '自查' });
    expect(rowsOf(byUnit).every(({ listed }) => listed === '/')).toBe(true);
  });

  it('备注栏有字：写明没有录入，从哪一格起，共几格', async () => {
    const head = [...HEAD, '备注'];
    const plan = await planTable([
      head,
      [...rowOf('1', '未备案'), '10月20日前改完'],
      [...rowOf('2', '有死链'), '/'],
      [...rowOf('3', '有错别字'), '已口头答复'],
    ]);
    const [note] = plan.notes.filter((one) => one.includes('备注'));
    expect(note).toMatch(/^“备注”栏没有录入：.*第4行.*“10月20日前改完”等 2 格$/u);
  });

  it('备注栏没有字，或只有斜线：不提', async () => {
    const head = [...HEAD, '备注'];
    const plan = await planTable([
      head,
      [...rowOf('1', '未备案'), ''],
      [...rowOf('2', '有死链'), '—'],
    ]);
    expect(plan.notes.filter((one) => one.includes('备注'))).toEqual([]);
  });
});

it('没有措施栏：整张清单问一次', async () => {
  const rows = [1, 2, 3].map((number) => rowOf(String(number), '未备案', { 5: '' }));
  const plan = await planTable([HEAD, ...rows]);
  expect(asked(plan).filter((text) => text.startsWith('measures'))).toEqual(['measures']);
  expect(offers(plan, 'measures')).toEqual(['（来源未写）']);
});

it('5,000 行在 5 秒之内', async () => {
  const rows = Array.from({ length: 5000 }, (_, index) =>
    rowOf(String(index + 1), '未备案', {
      1: `示例县第${String(index % 500)}中学`,
      2: `第${String(index)}号`,
    }),
  );
  const from = performance.now();
  const plan = await planTable([HEAD, ...rows], { origin: '自查' });
  expect(plan.rows).toHaveLength(5000);
  expect(performance.now() - from).toBeLessThan(20_000);
});
