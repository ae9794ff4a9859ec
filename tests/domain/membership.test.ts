import { describe, expect, test } from 'vitest';
import { membersOn, postsOf, roleFor } from '../../src/domain/membership.ts';
import type { Entry } from '../../src/schema/ledger.ts';
import type { Unit } from '../../src/schema/unit.ts';

const unit = (id: string, members: Unit['members']): Entry<Unit> => ({
  id,
  path: `units/${id}.yaml`,
  name: `示例${id}`,
  aliases: [],
  kind: 'street',
  members,
  contacts: [],
});

const members = {
  site: {
    reviewers: [
      { account: 'rev', from: '2024-01-01' },
      { account: 'both', from: '2024-01-01' },
    ],
    maintainers: [{ account: 'keeper', from: '2024-01-01' }],
    robots: [{ account: 'reminder[bot]', from: '2024-01-01', until: '2024-06-30' }],
  },
  units: [
    unit('jia', [
      { account: 'clerk', from: '2024-01-01', until: '2024-06-15' },
      { account: 'both', from: '2024-01-01' },
    ]),
    unit('yi', [{ account: 'clerk', from: '2024-06-01' }]),
  ],
};
const posts = (account: string, day: string) => postsOf(account, members, day);

describe('身份', () => {
  test('任期的第一天和最后一天都在任，前后一天都不在', () => {
    const units = (day: string) => [...posts('clerk', day).units];
    expect(units('2023-12-31')).toEqual([]);
    expect(units('2024-01-01')).toEqual(['jia']);
    expect(units('2024-06-15')).toEqual(['jia', 'yi']);
    expect(units('2024-06-16')).toEqual(['yi']);
  });

  test('不在任的任期另列，供说明原因', () => {
    expect(posts('clerk', '2024-06-16').others).toEqual([
      { role: 'clerk', unit: 'jia', from: '2024-01-01', until: '2024-06-15' },
    ]);
    expect(posts('nobody', '2024-06-16')).toEqual({
      account: 'nobody',
      reviewer: false,
      maintainer: false,
      robot: false,
      units: new Set(),
      others: [],
    });
  });

  test('账户名不分大小写', () => {
    expect(posts('CLERK', '2024-01-01').units.has('jia')).toBe(true);
    expect(posts('Rev', '2024-01-01').reviewer).toBe(true);
  });

  test('对一个单位：审核员先于填报员，填报员先于管理员，都不是就没有', () => {
    const role = (account: string, id: string) => roleFor(posts(account, '2024-06-10'), id);
    expect(role('rev', 'jia')).toBe('reviewer');
    expect(role('both', 'jia')).toBe('reviewer');
    expect(role('clerk', 'jia')).toBe('clerk');
    expect(role('clerk', 'bing')).toBeUndefined();
    expect(role('keeper', 'jia')).toBe('maintainer');
  });

  test('某一天在任的人', () => {
    const all = members.units[0]?.members ?? [];
    expect(membersOn(all, '2024-07-01').map(({ account }) => account)).toEqual(['both']);
  });

  test('定时任务的账户任期内是定时任务，不是别的', () => {
    expect([
      posts('reminder[bot]', '2024-06-30').robot,
      posts('reminder[bot]', '2024-07-01').robot,
    ]).toEqual([true, false]);
    expect(posts('reminder[bot]', '2024-06-30')).toMatchObject({
      reviewer: false,
      maintainer: false,
    });
    expect(posts('rev', '2024-06-30').robot).toBe(false);
  });
});
