/** 账号: its state beside its name, and the latest post that is known of it. (示例区，虚构) */
import { expect, test } from 'vitest';
import { accountRow, accountView, goneInWords } from '../../../src/views/unit/account-view.ts';
import { face } from '../../documents/face.ts';

test.each(['public', 'internal'] as const)(
  '%s：每个账号写明状态，正常的也写；数里写其中已注销几个',
  (of) => {
    const shown = face('shili', of);
    const rows = [...shown.ledger.accounts.values()].map((one) => accountRow(shown, one));
    expect(goneInWords(rows)).toBe('，其中已注销3个');
    expect(rows.filter(({ isGone }) => isGone).every(({ state }) => state === '已注销')).toBe(true);
    expect(rows.some(({ state }) => state === '未备案')).toBe(true);
    expect(rows.some(({ state }) => state === '正常')).toBe(true);
    expect(rows.every(({ state }) => state !== undefined)).toBe(true);
    expect(goneInWords(rows.filter(({ isGone }) => !isGone))).toBe('');
  },
);

test('没有备案登记的台账不写账号的状态', () => {
  const shown = face('yuyang');
  const rows = [...shown.ledger.accounts.values()].map((one) => accountRow(shown, one));
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(({ state }) => state === undefined)).toBe(true);
});

test('账号页写登记的和检查所见的最近更新日；公开站只写登记的', () => {
  const account = face('shili').ledger.accounts.get('ren-shen-xiang-wechat-official')!;
  const dayOf = (audience: 'internal' | 'public') =>
    accountView(face('shili', audience), account).facts.find(({ name }) => name === '最近更新日');
  expect(dayOf('internal')?.value).toBe('2026年4月9日（登记），2026年5月9日（检查所见）');
  expect(dayOf('public')?.value).toBe('2026年4月9日（登记）');
});
