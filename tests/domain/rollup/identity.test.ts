import { expect, test } from 'vitest';
import {
  accountIdentity,
  identityOf,
  nameInIdentity,
  sharedAmong,
} from '../../../src/domain/rollup/identity.ts';
import { ledgerOf } from '../sample.ts';

test('账号的身份：网站按标识码或域名，新媒体按平台和名称；说不清的不比', () => {
  const site = { kind: 'website' as const, unit: 'u', name: 'x', aliases: [] };
  const media = { ...site, kind: 'new-media' as const, platform: 'wechat', name: ' 甲 发布' };
  expect(identityOf({ ...site, siteCode: '123' }, undefined)).toBe('政府网站：123');
  expect(identityOf({ ...site, address: 'https://www.A.example/x' }, undefined)).toBe(
    '政府网站：a.example',
  );
  expect(identityOf(site, undefined)).toBeUndefined();
  expect(identityOf(media, '微信公众号')).toBe('微信公众号：甲发布');
  expect(identityOf(media, undefined)).toBeUndefined();
  expect(identityOf({ ...media, platform: 'unstated' }, '未写明')).toBeUndefined();
  const home = { ...media, address: 'https://www.douyin.com/user/A1?x=1#top' };
  expect(identityOf(home, '抖音')).toMatch(/^抖音：甲发布 [a-p]{16}$/u);
  expect(identityOf({ ...home, address: 'http://douyin.com/user/A1/?x=2' }, '抖音')).not.toBe(
    identityOf(home, '抖音'),
  );
  expect(identityOf({ ...home, address: 'https://douyin.com/user/A1?x=1' }, '抖音')).toBe(
    identityOf(home, '抖音'),
  );
  expect(identityOf({ ...site, siteCode: '123', address: 'https://a.example/' }, undefined)).toBe(
    '政府网站：123 a.example',
  );
  expect(nameInIdentity('抖音：甲发布 abc')).toBe('抖音：甲发布');
  expect(
    sharedAmong([
      ['甲', ['k', 'k']],
      ['乙', ['k', 'm']],
    ]),
  ).toEqual([{ key: 'k', owners: ['甲', '乙'] }]);
});

test('两个台账里的同一个账号：主页相同的，改了名也是；同名而主页不同的不是；没有写主页的按名称', () => {
  const shared = (...lists: string[][]) =>
    sharedAmong(lists.map((keys, at) => [String(at), keys])).map(({ owners }) => owners.join());
  expect(shared(['抖音：旧名 abc'], ['抖音：新名 abc'])).toEqual(['0,1']);
  expect(shared(['抖音：同名 abc'], ['抖音：同名 xyz'])).toEqual([]);
  expect(shared(['抖音：同名 abc'], ['快手：同名 abc'])).toEqual([]);
  expect(shared(['抖音：同名'], ['抖音：同名 xyz'], ['抖音：同名'])).toEqual(['0,1,2']);
  expect(shared(['政府网站：123 a.example'], ['政府网站：123 b.example'])).toEqual(['0,1']);
  expect(shared(['政府网站：123 a.example'], ['政府网站：a.example'])).toEqual(['0,1']);
  expect(shared(['政府网站：a.example'], ['政府网站：a.example'])).toEqual(['0,1']);
  // Two ledgers that are called the same are two.
  expect(
    sharedAmong([
      ['高新区', ['k']],
      ['高新区', ['k']],
    ]),
  ).toEqual([{ key: 'k', owners: ['高新区', '高新区'] }]);
});

test('同一域名下几个网站：标识码不同是几个，同一个标识码是一个；没有标识码的按域名', () => {
  const both = (code: string) => `政府网站：${code} www.city.example`;
  expect(
    sharedAmong([
      ['甲', [both('111')]],
      ['乙', [both('222')]],
    ]),
  ).toEqual([]);
  expect(
    sharedAmong([
      ['甲', [both('111')]],
      ['乙', [both('222')]],
      ['丙', ['政府网站：222']],
      ['丁', [both('111')]],
    ]).map(({ owners }) => owners),
  ).toEqual([
    ['甲', '丁'],
    ['乙', '丙'],
  ]);
  expect(
    sharedAmong([
      ['甲', [both('111')]],
      ['乙', ['政府网站：www.city.example']],
    ]),
  ).toHaveLength(1);
});

test('台账里的账号：平台按台账的叫法；台账没有这个平台的说不清', () => {
  const vocabulary = { platforms: [{ id: 'wechat', name: '微信公众号', aliases: [] }] };
  const ledger = {
    ...ledgerOf([], []),
    vocabulary: { ...ledgerOf([], []).vocabulary, ...vocabulary },
  };
  const account = {
    kind: 'new-media' as const,
    unit: 'jia',
    name: '甲发布',
    aliases: [],
    platform: 'wechat',
  };
  expect(accountIdentity(ledger, account)).toBe('微信公众号：甲发布');
  expect(accountIdentity(ledger, { ...account, platform: 'weibo' })).toBeUndefined();
});
