/** 名称：有页面的都叫得出名称，带着地址；没有的照写编号。(示例区，虚构) */
import { expect, test } from 'vitest';
import { NO_ACCOUNT, noAccountName } from '../../src/domain/issue/owner.ts';
import { UNSTATED, WEBSITE } from '../../src/text/terms.ts';
import {
  accountRef,
  campaignRef,
  issueRef,
  officeHand,
  platformBeside,
  platformRef,
  problemRef,
  unitRef,
} from '../../src/views/names.ts';
import { smallPlace } from '../ledger/small-folder.ts';
import { small } from '../ledger/small.ts';

const { ledger } = smallPlace();

test('单位、账号、专项、类别、平台、问题：名称和地址', () => {
  const refs = [
    unitRef(ledger, 'jia'),
    accountRef(ledger, 'jia-wechat'),
    campaignRef(ledger, 'zx'),
    problemRef(ledger, 'rules'),
    platformRef(ledger, 'weibo'),
    issueRef(ledger, 'zx-01'),
  ];
  expect(refs.map(({ name }) => name)).toEqual([
    ...['示例区甲街道办事处', '甲街道发布', '示例专项', '制度不完善', '新浪微博', '序号1'],
  ]);
  expect(new Set(refs.map(({ href }) => href)).size).toBe(refs.length);
  expect(refs.every(({ id, href }) => href.includes(id))).toBe(true);
});

test('台账里没有的，写编号', () => {
  for (const ref of [unitRef, accountRef, campaignRef, problemRef, platformRef, issueRef])
    expect(ref(ledger, 'none').name).toBe('none');
});

test('网站、不涉及账号的，各算一种平台', () => {
  expect(platformRef(ledger, WEBSITE.id).name).toBe(WEBSITE.name);
  expect(platformRef(ledger, NO_ACCOUNT).name).toBe(noAccountName);
});

test('未写明的平台不写在账号后面', () => {
  expect(platformBeside(platformRef(ledger, 'weibo'))).toBe('新浪微博');
  expect(platformBeside(platformRef(ledger, UNSTATED))).toBeUndefined();
});

test('审核员写单位、职务、姓名，知道多少写多少；都不知道的写账户；同一账户后来的算', () => {
  const site = (reviewers: string, more = '') => ({
    'site.yaml': `${(small['site.yaml'] ?? '').replace('office: ban\n', more)}reviewers: ${reviewers}\n`,
  });
  const hand = (reviewers: string, more = 'office: ban\n', account = 'REV-1') =>
    officeHand(smallPlace(site(reviewers, more)).ledger, account);
  const named =
    '{ account: rev-1, name: 赵示例, post: 审核员, from: 2025-01-01, until: 2025-12-31 }';
  expect(hand(`[${named}]`)).toBe('示例区人民政府办公室审核员赵示例');
  expect(hand('[{ account: rev-1, name: 赵示例, from: 2025-01-01 }]')).toBe(
    '示例区人民政府办公室赵示例',
  );
  expect(hand('[{ account: rev-1, post: 审核员, from: 2025-01-01 }]', '')).toBe('审核员');
  expect(hand('[{ account: rev-1, from: 2025-01-01 }]')).toBe('REV-1');
  expect(hand(`[${named}]`, 'office: ban\n', 'rev-2')).toBe('rev-2');
  expect(hand(`[${named}, { account: rev-1, name: 钱示例, from: 2026-01-01 }]`)).toContain(
    '钱示例',
  );
});
