import { describe, expect, test } from 'vitest';
import { breakdown, type Dimension } from '../../../src/domain/figures/breakdown.ts';
import { standing } from '../../../src/domain/issue/standing.ts';
import type { Deadline } from '../../../src/schema/deadline.ts';
import {
  fixed,
  fixedThenOngoing,
  immediate,
  immediateThenOngoing,
  issueOf,
  ledgerOf,
  ongoing,
  recurring,
  relative,
  type Said,
  unread,
  updatesOf,
} from '../sample.ts';

const issues = [
  issueOf({ id: 'demo-01', account: 'b1' }),
  issueOf({ id: 'demo-02', account: 'a2', problems: ['no-interaction', 'content-stale'] }),
  issueOf({ id: 'demo-03', account: 'a1', deadline: ongoing, problems: ['no-interaction'] }),
  issueOf({ id: 'demo-04', account: 'nobody', deadline: relative, problems: ['odd', 'odd'] }),
];
const story: Said[] = [
  { action: 'submitted', reportedOn: '2024-03-10' },
  { action: 'accepted', reportedOn: '2024-03-12' },
];
const whole = standing(ledgerOf(issues, updatesOf(issues[0]!, ...story)), '2024-04-02');
const cut = (dimension: Dimension) => {
  const { parts, items } = breakdown(whole, dimension);
  return {
    parts: parts.map(({ key, name, standing: { issues: rows } }) => [
      key,
      name,
      rows.map(({ id }) => id),
    ]),
    items,
  };
};

describe('分组', () => {
  test('按单位：没有登记的排在最后', () => {
    expect(cut('unit')).toEqual({
      parts: [
        ['unit-a', '示例单位（虚构）unit-a', ['demo-02', 'demo-03']],
        ['unit-b', '示例单位（虚构）unit-b', ['demo-01']],
        ['', '未登记单位', ['demo-04']],
      ],
      items: 4,
    });
  });

  test('按平台：网站单列，没有登记的写空', () => {
    expect(cut('platform').parts).toEqual([
      ['website', '政府网站', ['demo-02']],
      ['wechat', '微信公众号', ['demo-03']],
      ['weibo', '新浪微博', ['demo-01']],
      ['', '未登记账号', ['demo-04']],
    ]);
  });

  test('按问题类别：两类各计一次，重复写的只计一次，项次大于问题数', () => {
    expect(cut('problem')).toEqual({
      parts: [
        ['content-stale', '更新不及时', ['demo-01', 'demo-02']],
        ['no-interaction', '未提供有效互动', ['demo-02', 'demo-03']],
        ['odd', 'odd', ['demo-04']],
      ],
      items: 5,
    });
  });

  test('按截止日、销号月份、状态：没有的排在最后', () => {
    expect(cut('dueOn').parts).toEqual([
      ['2024-03-08', '2024-03-08', ['demo-04']],
      ['2024-03-31', '2024-03-31', ['demo-01', 'demo-02']],
      ['', '无截止日', ['demo-03']],
    ]);
    expect(cut('closedMonth').parts).toEqual([
      ['2024-03', '2024-03', ['demo-01']],
      ['', '未销号', ['demo-02', 'demo-03', 'demo-04']],
    ]);
    expect(cut('state').parts).toEqual([
      ['closed', '已销号', ['demo-01']],
      ['open', '待整改', ['demo-02', 'demo-03', 'demo-04']],
    ]);
  });

  test('按时限类型：八种各有名称', () => {
    const kinds: Deadline[] = [
      fixed,
      fixedThenOngoing,
      immediate,
      immediateThenOngoing,
      ongoing,
      recurring,
      relative,
      unread,
    ];
    const made = kinds.map((deadline, at) => issueOf({ id: `kind-${String(at)}`, deadline }));
    const { parts } = breakdown(standing(ledgerOf(made), '2024-04-02'), 'deadlineKind');
    expect(parts.map(({ name }) => name)).toEqual([
      '限期',
      '限期后长期坚持',
      '立即整改',
      '立即整改并长期坚持',
      '长期整改',
      '按频次',
      '按天数推算',
      '待确认',
    ]);
  });

  test('没有登记的单位编号照写', () => {
    const ledger = ledgerOf([issues[0]!], [], { units: new Map() });
    const { parts } = breakdown(standing(ledger, '2024-04-02'), 'unit');
    expect(parts.map(({ key, name }) => [key, name])).toEqual([['unit-b', 'unit-b']]);
  });

  test('没有登记的平台编号照写', () => {
    const plain = ledgerOf([issues[0]!]);
    const vocabulary = { ...plain.vocabulary, platforms: [] };
    const ledger = ledgerOf([issues[0]!], [], { vocabulary });
    const { parts } = breakdown(standing(ledger, '2024-04-02'), 'platform');
    expect(parts.map(({ name }) => name)).toEqual(['weibo']);
  });

  test('没有问题就没有分组', () => {
    expect(breakdown(standing(ledgerOf([]), '2024-04-02'), 'unit')).toEqual({
      dimension: 'unit',
      parts: [],
      items: 0,
    });
  });
});
