/** 检查结果的话: verdicts, faults at their account, the next account. What draws is tried in a browser with the page. */
import { expect, test } from 'vitest';
import type { JudgedRow } from '../../../../src/domain/inspection/inspection.ts';
import {
  accountPlace,
  atAccount,
  keptWords,
  nextOf,
  overtakenWords,
  placedFaults,
  progressOf,
  SHOWN,
  verdictOf,
} from '../../../../src/form/page/inspection/inspection-shown.ts';
import type { Inspection } from '../../../../src/schema/inspection.ts';
import type { Entry } from '../../../../src/schema/ledger.ts';

const accounts = ['a', 'b', 'c', 'd'].map((id) => ({
  id,
  name: `账号${id}`,
  about: '',
})) as unknown as Parameters<typeof nextOf>[0];
const inspection = {
  accounts: ['c', 'a'].map((account) => ({ account })),
} as unknown as Entry<Inspection>;
const judged = (
  result: string,
  ...verdicts: [indicator: string, result: string, why?: string][]
): JudgedRow =>
  ({
    result,
    verdicts: verdicts.map(([indicator, one, why]) => ({
      indicator,
      name: '不更新',
      result: one,
      why,
    })),
    row: { account: 'a' },
  }) as unknown as JudgedRow;
const fault = (...at: (string | number)[]) =>
  ({ file: '', at, rule: 'x', severity: 'fault', message: '不对', remedy: '改' }) as Parameters<
    typeof accountPlace
  >[0];

test('合格就是合格；不合格的列不合格的和为什么；没有结果的列缺哪几项', () => {
  expect(verdictOf(judged('passed', ['M2', 'passed']))).toBe('合格');
  expect(
    verdictOf(
      judged(
        'failed',
        ['M1', 'passed'],
        ['M2', 'failed', '三周没有更新'],
        ['M3', 'missing'],
        ['M4', 'failed'],
      ),
    ),
  ).toBe('不合格：M2 不更新：三周没有更新；M4 不更新');
  expect(verdictOf(judged('unchecked', ['M1', 'passed'], ['M2', 'missing', '说不清']))).toBe(
    '还没有结果：M2 不更新',
  );
});

test('错在检查里第几个账号，找到页上的那个', () => {
  expect(accountPlace(fault('accounts', 0, 'results'), inspection, accounts)).toBe(2);
  expect(accountPlace(fault('accounts', 1), inspection, accounts)).toBe(0);
  expect(accountPlace(fault('checkedOn'), inspection, accounts)).toBe(-1);
  expect(accountPlace(fault('accounts', 9), inspection, accounts)).toBe(-1);
});

test('头一处错在哪个账号，那个账号的说在那里，别的说在上面、带名字', () => {
  const { at, here, elsewhere } = placedFaults(
    [fault('accounts', 1, 'finding'), fault('accounts', 0), fault('accounts', 1), fault('name')],
    inspection,
    accounts,
  );
  expect([at, here.length]).toEqual([0, 2]);
  expect(elsewhere.map((sentence) => sentence.startsWith('账号c：'))).toEqual([true, false]);
});

test('不是哪个账号的错，都说在上面，说不完的不说', () => {
  const many = Array.from({ length: SHOWN + 5 }, () => fault('name'));
  const { at, here, elsewhere } = placedFaults(many, inspection, accounts);
  expect([at, here, elsewhere.length]).toEqual([-1, [], SHOWN]);
  expect(placedFaults([], inspection, accounts)).toEqual({ at: -1, here: [], elsewhere: [] });
  expect(atAccount(undefined, '不对')).toBe('不对');
});

test('下一个、上一个绕着走；只看没有结果的，都有了就走一圈回来', () => {
  const done = (...ids: string[]) =>
    ids.map((account) => ({ row: { account }, result: 'passed' })) as unknown as JudgedRow[];
  expect([nextOf(accounts, 3, 1, []), nextOf(accounts, 0, -1, [])]).toEqual([0, 3]);
  expect(nextOf(accounts, 0, 1, done('b', 'c'))).toBe(3);
  expect(nextOf(accounts, 0, -1, done('d'))).toBe(2);
  expect(nextOf(accounts, 1, 1, done('a', 'b', 'c', 'd'))).toBe(1);
  expect(nextOf([], 0, 1, [])).toBe(0);
});

test('走到第几个、还差几个', () => {
  expect(progressOf([judged('passed'), judged('unchecked')], 0)).toBe(
    '第1个，共2个；还差1个没有结果',
  );
});

test('这台设备上留着什么；台账后来改过的草稿没有用', () => {
  const sent = { when: '6月15日9:00', number: 'r-7' } as Parameters<typeof keptWords>[0];
  expect([keptWords(sent, 3), keptWords(undefined, 3), keptWords(undefined, 0)]).toEqual([
    '6月15日9:00 已送出，等收件（r-7）',
    '上次没有送出的还在',
    '',
  ]);
  expect(overtakenWords(accounts, [])).toEqual([]);
  expect(overtakenWords(accounts, ['b', 'zz'])[0]).toMatch(/有2个没有用.*重新填：账号b、zz$/u);
});
