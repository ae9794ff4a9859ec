import { expect, test } from 'vitest';
import { reconcile } from '../../src/intake/reconcile.ts';
import { registerColumnOf, registerRows } from '../../src/intake/register-table.ts';
import { readText } from '../../src/paper/text.ts';
import { registerColumns } from '../../src/schema/registration.ts';
import { checkSmall } from '../ledger/small.ts';

const { columns } = registerColumns.parse({
  columns: [
    { id: 'name', names: ['账号名称'] },
    { id: 'unit', names: ['主办单位'] },
    { id: 'platform', names: ['平台'] },
    { id: 'filingNumber', names: ['备案编号'] },
    { id: 'filedOn', names: ['备案日期'] },
    { id: 'state', names: ['状态'] },
    { id: 'ignored', names: ['序号'] },
  ],
});
const find = registerColumnOf(columns);
const tableOf = (...lines: string[]) =>
  registerRows(
    [readText('名册.txt', lines.join('\n'), (name) => find(name) !== undefined)],
    columns,
  );
const { ledger } = checkSmall({
  'registry/jia-wechat/20260105-090000-aaa.yaml':
    'account: jia-wechat\naction: entered\nreportedOn: 2026-01-05\nstate: normal\nfiledOn: 2025-12-01\nfilingNumber: 示备1号\n',
  'accounts/jia/jia-weibo.yaml': 'kind: new-media\nunit: jia\nname: 甲街道发布\nplatform: weibo\n',
  'accounts/ban/ban-site.yaml': 'kind: website\nunit: ban\nname: 示例区门户\n',
});
const head = '序号\t账号名称\t主办单位\t平台\t备案编号\t备案日期\t状态\t粉丝数';
const compare = (...rows: string[]) => {
  if (!ledger) throw new Error('no ledger');
  return reconcile(tableOf(head, ...rows), ledger, '2026-06-15');
};

test('写法不同而意思相同的，不算不一致', () => {
  const found = compare('1\t甲街道发布\t甲街道\t公众号\t示备1号\t2025年12月1日\t正常\t9');
  expect(found.differences).toEqual([]);
  expect(found.same).toBe(1);
});

test('编号和状态不同的逐项列出，写明在名册哪一行', () => {
  const found = compare('1\t甲街道发布\t甲街道\t公众号\t示备2号\t2025-12-01\t异常\t9');
  expect(
    found.differences.map(({ account, column, here, there }) => [account, column, here, there]),
  ).toEqual([
    ['jia-wechat', 'filingNumber', '示备1号', '示备2号'],
    ['jia-wechat', 'state', '正常', '异常'],
  ]);
  expect(found.differences[0]?.where).toBe('名册.txt · 正文 · 第2行');
});

test('台账没有的、名册没有的，各自列出', () => {
  const found = compare('1\t乙街道发布\t乙街道\t公众号\t\t\t\t');
  expect(found.missingHere.map(({ name }) => name)).toEqual(['乙街道发布']);
  expect(found.missingThere.map(({ account }) => account)).toEqual([
    'ban-site',
    'jia-wechat',
    'jia-weibo',
  ]);
});

test('同名的按平台分；不写平台就分不清，请人核对', () => {
  expect(
    compare('1\t甲街道发布\t甲街道\t新浪微博\t\t\t\t').missingThere.map(({ account }) => account),
  ).toEqual(['ban-site', 'jia-wechat']);
  expect(
    compare('1\t甲街道发布\t甲街道\t\t\t\t\t').unclear.map(({ accounts }) => accounts),
  ).toEqual([['jia-wechat', 'jia-weibo']]);
});

test('不认得的栏列出来，没有“账号名称”的表不读', () => {
  expect(tableOf(head, '1\t甲').strange).toEqual(['粉丝数']);
  const none = tableOf('甲\t乙', '1\t2');
  expect([none.rows, none.headless]).toEqual([[], ['名册.txt · 正文']]);
});
